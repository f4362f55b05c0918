// Makes www/words/: for each language the common words that zxcvbn's English lists lack or rank lower, and the passwords
// that are refused where zxcvbn cannot be loaded. From the npm packages @zxcvbn-ts/language-* and zxcvbn (both MIT), in the
// versions of package-lock.json.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { plain } from "../www/strength/fold.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FOLDER = join(ROOT, "www", "words");
const require = createRequire(import.meta.url);

/** A list may have 15 kB; what is left is for another brotli. */
const MOST_BYTES = 14_500;
/** OWASP ASVS 5, 6.2.4: at least the 3,000 most common passwords that the policy's length lets through. */
const REFUSED = 3_000;
const SHORTEST_ALLOWED = 8;
const SHORTEST_ALONE = 15;
/** Shorter words save an attacker next to nothing; longer ones are not looked for (`src/strength/words.rs`). */
const LENGTHS = /^[a-z0-9]{4,20}$/;
/** Where a list has no order of its own, and what people add that is no word. */
const RANK_OF_SETS = 500;

/** What nobody says counts for less in the lists of Wikipedia's words, which hold scraps of markup; the commonest are left out. */
const UNSPOKEN = 3;
const SCRAPS = new Set(["curid", "title", "http", "https", "wiki", "wikipedia"]);

/** Rows of keys as they stand on each country's keyboards; years that every child of the country learns; largest towns. */
const OWN = {
  fr: ["azertyuiop", "azerty", "qsdfghjklm", "wxcvbn", "motdepasse", "1789", "1291", "geneve", "lausanne", "fribourg", "neuchatel", "paris", "marseille", "lyon", "toulouse", "bordeaux", "bruxelles"],
  de: ["qwertzuiop", "qwertz", "yxcvbnm", "passwort", "kennwort", "1291", "1989", "zuerich", "basel", "bern", "luzern", "winterthur", "berlin", "hamburg", "muenchen", "wien"],
  it: ["parolachiave", "1861", "1291", "lugano", "bellinzona", "roma", "milano", "napoli", "torino"],
  es: ["contrasena", "clave", "1492", "madrid", "barcelona", "valencia", "sevilla", "bilbao"],
};
const PACKAGES = { fr: "fr", de: "de", it: "it", es: "es-es" };

/** @type {Record<string, string[]>} */
const english = require("zxcvbn/lib/frequency_lists.js");
const known = best(Object.values(english));

/** The best place that a word has in any of some lists, from 1. @param {string[][]} lists */
function best(lists) {
  /** @type {Map<string, number>} */
  const ranks = new Map();
  for (const list of lists) list.forEach((word, at) => ranks.set(word, Math.min(ranks.get(word) ?? Infinity, at + 1)));
  return ranks;
}

/**
 * Words by rank. Within ranks 1, 2-3, 4-7, 8-15 ... they stand in alphabetical order, which costs no more than a factor
 * of two in any rank and saves a third of the bytes.
 * @param {keyof typeof PACKAGES} language
 */
async function ranked(language) {
  /** @type {{ dictionary: Record<string, Iterable<string>> }} */
  const { dictionary } = await import(`@zxcvbn-ts/language-${PACKAGES[language]}`);
  const named = Object.entries(dictionary).map(([name, words]) => [name.split("-")[0] ?? "", [...words].map(plain)]);
  const spoken = best(named.filter(([name]) => name === "commonWords").map(([, words]) => words));
  const written = best(named.filter(([name]) => name === "wikipedia").map(([, words]) => words));
  const ranks = new Map(spoken);
  for (const [word, rank] of written) ranks.set(word, Math.min(ranks.get(word) ?? Infinity, spoken.has(word) ? rank : rank * UNSPOKEN));
  const sets = [...named.filter(([, words]) => words.length < 50).flatMap(([, words]) => words), ...OWN[language]];
  for (const word of sets) ranks.set(word, Math.min(ranks.get(word) ?? Infinity, RANK_OF_SETS));
  return [...ranks].filter(([word, rank]) => LENGTHS.test(word) && !SCRAPS.has(word) && !((known.get(word) ?? Infinity) <= rank)).sort(([, a], [, b]) => a - b);
}

/** @param {[string, number][]} words */
function lines(words) {
  /** @type {Map<number, string[]>} */
  const octaves = new Map();
  for (const [word, rank] of words) {
    const octave = Math.floor(Math.log2(rank));
    octaves.set(octave, [...(octaves.get(octave) ?? []), word]);
  }
  // The list's place is the rank: an octave begins where its ranks do, the words before it being fewer.
  return [...octaves].sort(([a], [b]) => a - b).reduce((lines, [octave, words]) => {
    while (lines.length + 1 < 2 ** octave) lines.push("");
    return [...lines, ...words.sort()];
  }, /** @type {string[]} */ ([]));
}

const compressed = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** @param {string} what @param {string[]} lines */
const moduleOf = (what, lines) => `/** ${what} */\nexport default \`${lines.join("\n")}\`;\n`;

/** @param {keyof typeof PACKAGES} language */
async function list(language) {
  const words = await ranked(language);
  const { version } = JSON.parse(readFileSync(join(ROOT, `node_modules/@zxcvbn-ts/language-${PACKAGES[language]}/package.json`), "utf8"));
  const what = `Common words, the most common first, from @zxcvbn-ts/language-${PACKAGES[language]} ${version} (MIT; words of film subtitles, by OPUS, and of Wikipedia; see LICENSES.txt).`;
  let [least, most] = [0, words.length];
  while (most - least > 8) {
    const middle = (least + most) >> 1;
    if (compressed(moduleOf(what, lines(words.slice(0, middle)))) <= MOST_BYTES) least = middle;
    else most = middle;
  }
  const text = moduleOf(what, lines(words.slice(0, least)));
  writeFileSync(join(FOLDER, `${language}.js`), text);
  if (process.argv.includes("--verbose")) console.log(`words: ${language} has ${least} of ${words.length} words in ${compressed(text)} bytes (brotli)`);
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const language of /** @type {(keyof typeof PACKAGES)[]} */ (Object.keys(PACKAGES))) await list(language);
const long = (least) => (english.passwords ?? []).filter((word) => [...word].length >= least);
const common = [...new Set([...long(SHORTEST_ALLOWED).slice(0, REFUSED), ...long(SHORTEST_ALONE)])].sort();
const { version } = require("zxcvbn/package.json");
writeFileSync(join(FOLDER, "common.js"), moduleOf(`The ${REFUSED} most common passwords of ${SHORTEST_ALLOWED} characters and more, and all of ${SHORTEST_ALONE}, from zxcvbn ${version} (MIT; see LICENSES.txt).`, common));
/** The packages' own words: licences, and the notices that must go along. */
const texts = ["zxcvbn", ...Object.values(PACKAGES).map((name) => `@zxcvbn-ts/language-${name}`)].flatMap((name) =>
  ["LICENSE.txt", "NOTICE.md"].map((file) => [name, join(ROOT, "node_modules", name, file)]).filter(([, path]) => existsSync(path)));
writeFileSync(join(FOLDER, "LICENSES.txt"), texts.map(([name, path]) => `== ${name}\n\n${readFileSync(path, "utf8").trim()}\n`).join("\n"));
