// What a key in a field for a new password costs the page's own thread, at texts made to take long, in every option that takes a text: rules,
// folding, lists of words, and zxcvbn itself where there is no other thread. Alone: `node benches/rate-bombs.mjs`; ends with 1 where a key takes
// a frame at a quarter of this machine's speed.
import { rate } from "../www/strength.js";
import { BOMBS } from "./assess-bombs.mjs";
import { bombs } from "./passwords.mjs";

/** A frame of a screen that shows sixty a second, and how much slower than this machine a person's may be. */
const FRAME_MS = 16;
const SLOWER = 4;
const TRIES = 9;
/** As many others as are looked at. */
const OTHERS = 20;

const TEXTS = {
  ...BOMBS,
  ...bombs,
  "near to the others": "abcdefghijklmnopq".repeat(8).slice(0, 128),
  "half-width signs of voice": "\uff9e\u0334".repeat(2_500),
  "capitals that grow": "\u0130".repeat(5_000),
  "an identifier of many pieces": Array.from({ length: 400 }, (_, at) => `${1_000 + at}`).join("."),
  "nearly one piece": `b${"a".repeat(1_023)}`,
};

/** Where a text may stand; the password is typed. @param {string} text */
const places = (text) => ({
  password: [text, {}],
  "identifier": [text.slice(1), { identifier: text }],
  "others": [text, { others: Array.from({ length: OTHERS }, (_, at) => `${text.slice(0, 380)}${at}`) }],
  "others, long": [text, { others: Array.from({ length: OTHERS }, (_, at) => `${text}${at}`) }],
  "words": ["Regenschirm", { words: Array.from({ length: 100 }, (_, at) => `${text}${at}`) }],
});

/** Milliseconds of each, the longest first; throws where one takes too long. */
export async function rateBombsInNode() {
  const found = [];
  for (let warmUp = 0; warmUp < 50; warmUp++) await rate("correct horse", { identifier: "anna", others: ["correct horsf"] });
  const empty = await least("correct horse", {});
  for (const [name, text] of Object.entries(TEXTS)) {
    for (const [where, [password, options]] of Object.entries(places(text))) found.push({ name, where, ms: await least(password, options) });
  }
  found.sort((a, b) => b.ms - a.ms);
  const slow = found.filter(({ ms }) => ms * SLOWER >= FRAME_MS);
  if (slow.length) throw new Error(`too slow: ${slow.map(({ name, where, ms }) => `${name}, ${where}: ${ms.toFixed(1)} ms`).join("; ")} (an ordinary one: ${empty.toFixed(1)} ms)`);
  return found;
}

/** Processor time, since a rating waits for a turn in between. @param {string} password @param {object} options */
async function least(password, options) {
  let ms = Infinity;
  for (let n = 0; n < TRIES; n++) {
    const before = process.cpuUsage();
    await rate(password, options);
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1_000);
  }
  return ms;
}

if (import.meta.filename === process.argv[1]) {
  const found = await rateBombsInNode();
  for (const { name, where, ms } of found.slice(0, 10)) console.log(`${ms.toFixed(2)} ms  ${name}, ${where}`);
  console.log(`figure: of ${found.length} bombs the longest ${(found[0].ms * SLOWER).toFixed(1)} ms at a quarter of the speed`);
}
