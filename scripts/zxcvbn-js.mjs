// How far the zxcvbn crate, as published, agrees with zxcvbn.js, on public lists and the bench's passwords; where it does not,
// why. Run by `make zxcvbn`, which has built the reference program.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { passwords } from "../benches/passwords.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const zxcvbn = createRequire(import.meta.url)("zxcvbn");
const SCORES = ["Zero", "One", "Two", "Three", "Four"];
const MANY = 60_000;
/** The crate's guesses are 64-bit integers. */
const MOST = 2 ** 64;

/** In this order: the first that applies is the reason. @type {[string, (given: { line: string, theirs: number, patterns: Set<string> }) => boolean][]} */
const REASONS = [
  ["beyond 64 bits, where the crate's numbers end", ({ theirs }) => theirs >= MOST * 0.99],
  ["a walk over the keyboard: the crate rounds the mean number of a key's neighbours down (4.59 to 4)", ({ line, patterns }) => patterns.has("spatial") || line.includes("Spatial(")],
  ["a lone sign read as a letter (1 as i): the crate takes it for a word, zxcvbn.js leaves it out", ({ line }) => /token: "(.|\\.)", pattern: Dictionary\([^)]*l33t: true/.test(line)],
  ["a sequence of unequal steps (445): the crate takes it for one", ({ line, patterns }) => line.includes("Sequence(") && !patterns.has("sequence")],
  ["another cut of the same pieces", () => true],
];

const lists = ["django", "zxcvbn", "words"].map((name) => `${ROOT}target/lists/${name}.txt`).filter((file) => existsSync(file));
if (lists.length < 3) {
  console.log("zxcvbn.js: not compared, a list could not be had");
  process.exit();
}
const all = [...new Set([...lists.flatMap((file) => readFileSync(file, "utf8").trim().split("\n")), ...passwords(MANY)])];
const input = all.map((password) => `${[...password].map((sign) => sign.codePointAt(0)?.toString(16)).join(" ")}\n`).join("");
const reference = spawnSync(`${ROOT}target/zxcvbn-reference/release/zxcvbn-reference`, { input, maxBuffer: 2 ** 30, encoding: "utf8" });
if (reference.status !== 0) throw new Error(`the reference program: ${reference.error ?? reference.stderr}`);
const lines = reference.stdout.split("\n");

let [equal, sameScore, near] = [0, 0, 0];
/** @type {Map<string, string[]>} */
const differing = new Map(REASONS.map(([reason]) => [reason, []]));
all.forEach((password, at) => {
  const [, guesses, score] = /^\((\d+), \d+\) (\w+) /.exec(lines[at] ?? "") ?? [];
  if (guesses === undefined || score === undefined) throw new Error(`the reference program's line ${at} is not read`);
  const [ours, { guesses: theirs, score: theirScore, sequence }] = [Number(guesses), zxcvbn(password)];
  sameScore += Number(SCORES.indexOf(score) === theirScore);
  near += Number(Math.abs(Math.log10(ours) - Math.log10(Math.min(theirs, MOST))) < 0.5);
  if (Math.abs(ours - theirs) <= Math.max(1, 1e-9 * theirs)) return void equal++;
  const patterns = new Set(sequence.map(({ pattern }) => pattern));
  const [reason] = REASONS.find(([, applies]) => applies({ line: lines[at] ?? "", theirs, patterns })) ?? [""];
  differing.get(reason)?.push(`${ours} to ${theirs}`);
});
const share = (/** @type {number} */ count) => `${((100 * count) / all.length).toFixed(2)} %`;
console.log(`zxcvbn.js beside the crate, ${all.length} passwords: the same score ${share(sameScore)}, guesses within half a power of ten ${share(near)}, equal guesses ${share(equal)}`);
for (const [reason, examples] of differing) {
  if (examples.length) console.log(`  ${share(examples.length)} ${reason}; first: ${examples[0]}`);
}
