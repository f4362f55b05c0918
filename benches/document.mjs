/** Writes what was recorded into docs/ and README: one function for `make bench` and for the test that compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { downloadPlot, latencyPlot } from "./plots.mjs";
import { recorded, ROOT } from "./record.mjs";
import { assessRows, blockRows, downloadRows, growthRows, hintRows, identifierRows, keyRows, RATING_GROWTH, ratingRows, ratingStartRows, readyRows, twinRows } from "./tables.mjs";

/** @typedef {import("./record.mjs").Record_} Record_ */

const BEGIN = "<!-- made by `make bench` from docs/bench.json: begin -->";
const END = "<!-- made by `make bench`: end -->";

/** @param {string[][]} rows the first is the head */
export function markdown([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** @param {Record_} record */
function measuredOn({ date, machine, versions: { Chromium, Firefox, Node, rustc } }) {
  return `Measured on ${date} on a machine with ${machine}: Chromium ${Chromium}, ${Firefox ? `Firefox ${Firefox}` : "no Firefox"}, Node ${Node}, Rust ${rustc}.`;
}

/** @param {Record_} record */
function beside({ versions }) {
  const of = (/** @type {string} */ name) => `${name} ${versions[name]}`;
  return `Beside it: ${["mailcheck", "validator", "zxcvbn", "@zxcvbn-ts/core", "@zxcvbn-ts/language-common", "@zxcvbn-ts/language-en", "check-password-strength"].map(of).join(", ")} from npm; the crates ${["email_address", "lettre", "addr"].map(of).join(", ")}. Bundled by ${of("esbuild")}.`;
}

/** @param {Record_} record */
export function readmePassage(record) {
  return `${BEGIN}
${markdown(keyRows(record))}

![What a page downloads: passkind beside mailcheck with validator, and beside zxcvbn.js, zxcvbn-ts and check-password-strength](docs/bench-download.svg)

![Time against the length of what is typed, for a sign-in form and for a new password](docs/bench-latency.svg)

${measuredOn(record)} The engine is Chromium; [docs/benchmarks.md](docs/benchmarks.md)
has the others, the spreads, and what is measured how.
${END}`;
}

/** README with its passage of this record. @param {string} readme @param {Record_} record */
export function withPassage(readme, record) {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines ${BEGIN} and ${END}`);
  return readme.slice(0, from) + readmePassage(record) + readme.slice(to + END.length);
}

/** @param {Record_} record */
export function benchmarksPage(record) {
  return `# How small and how fast

Written by \`make bench\` from [bench.json](bench.json), not by hand. ${measuredOn(record)}
${beside(record)}

Machines differ, and this one is shared: the ratios say more than the times. Each table's libraries were asked in turn, in one run, on the
same inputs. Where no engine is named it is Chromium, headless. A peer that does less is named all the same, since a page may want no more:
mailcheck and validator tell a slip in a domain and whether an address is one, and nothing of passwords; check-password-strength counts kinds
of signs and knows no words.

## Downloads

${markdown(downloadRows(record))}

![What a page downloads](bench-download.svg)

"One file" is \`createGuard\`, \`attach\` and English, minified. "Split" is what a bundler with code splitting makes of \`attach\`: files packed each
alone, so that together they are a little more.

## The sign-in form

\`assess\` on 2,000 pairs (${"`benches/pairs.mjs`"}: known domains, slips, unknown ones, nothing, hosting users, other scripts; all services, right and wrong
secrets) beside \`mailcheck.run\` and \`validator.isEmail\` on the same names. Each pair's time is the middle of several rounds; the quantiles are over the pairs.

${markdown(assessRows(record))}

From the first focus, by a key or a click, to the guard being there and to the first answer. Cold: nothing in any cache, the download is from the
same machine. Cached: the same page loaded again; kept are the HTTP answers, the engine's compiled scripts, and, as long as the browser runs, what it has
made of the wasm, which it knows again by its bytes. Who comes back with a browser just started lies between the two.

${markdown(readyRows(record))}

From leaving a field by the Tab key to the hint's text in the page, ${record.hint.times} times, five new pages:

${markdown(hintRows(record))}

## Without WebAssembly

Where a policy or a browser forbids WebAssembly, the same core comes as JavaScript: on pages under \`script-src 'self'\`, the same pairs, focus and slips.

${markdown(twinRows(record))}

## A new password

5,000 passwords (leaked ones, words with additions, random ones, phrases), on a worker's thread in browsers; the first 2,000 of them in Node and Firefox.
Each is the library's own call on that thread. The first row is \`passkind/strength.js\` as a page has it: rules, reading, bounds and the way to its thread
and back come on top (500 of the passwords).

${markdown(ratingRows(record))}

Load and first rating from the same machine, cold; ours is the slower of with and without a thread of its own. The longest block is the worst row of
the table below it. Memory is what a page has more with the library loaded and 200 passwords rated, after collecting garbage; none has a thread there.

${markdown(ratingStartRows(record))}

How long the page stands still while something is rated that was made to freeze zxcvbn: for us the longest task of its main thread, for the others
their call, which is one task. Each is the middle of three.

${markdown(blockRows(record))}

## Growth

Microseconds grow as the length to the power of the exponent: 1 is in step, 0 is not at all. Texts are cut (names at 1,024 UTF-16 units, passwords at 4,096;
zxcvbn reads 100 characters), and beyond that nothing may grow. Where a series ends early, its last point took too long to wait for the next.

${markdown(growthRows(record.growth))}

![Time against the length of what is typed](bench-latency.svg)

New passwords, \`rate\` with its thread beside the libraries' own calls:

${markdown(growthRows(record.strength.growth, RATING_GROWTH))}

In Node:

${markdown(growthRows(record.node.growth))}

## Addresses, natively

${record.identifiers.addresses} texts with an \`@\` of the pairs above, by criterion.

${markdown(identifierRows(record))}
`;
}

/** Every file that tells figures, by its path from the root. @param {Record_} record @param {string} readme */
export function documents(record, readme) {
  return {
    "README.md": withPassage(readme, record),
    "docs/benchmarks.md": benchmarksPage(record),
    "docs/bench-download.svg": downloadPlot(record),
    "docs/bench-latency.svg": latencyPlot(record),
  };
}

export function writeDocuments(record = recorded()) {
  for (const [path, text] of Object.entries(documents(record, readFileSync(`${ROOT}README.md`, "utf8")))) writeFileSync(ROOT + path, text);
}

// After a change of words alone: `node benches/document.mjs`.
if (import.meta.filename === process.argv[1]) writeDocuments();
