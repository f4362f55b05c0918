// Texts made to take long, each typed into each field as the last key of a person would: no key may take a frame at a quarter of this
// machine's speed. Alone: `node benches/assess-bombs.mjs`; ends with 1 where one does.
import { createGuard } from "../www/index.js";

/** A frame of a screen that shows sixty a second, and how much slower than this machine a person's may be. */
const FRAME_MS = 16;
const SLOWER = 4;
const TRIES = 7;

const many = (text, times = 5_000) => text.repeat(times);

/** What makes readers slow: long runs that are sorted, composed, tried again from every start, or decoded label by label. */
export const BOMBS = {
  "a run of marks": many("\u0323"),
  "a run of marks in the wrong order": many("\u0301\u0327"),
  "a run of marks that fall apart": many("\u0344"),
  "a run of Tibetan vowels": many("\u0f71\u0f72\u0f74"),
  "runs of thirty marks": many(`a${many("\u0323", 30)}`, 200),
  "letters with two marks": many("e\u0301\u0323"),
  "Hangul in pieces": many("\u1100\u1161\u11a8"),
  "one sign that stands for eighteen": many("\ufdfa"),
  "halves of pairs": many("\ud800"),
  "emoji": many("\u{1f600}"),
  "dots and a letter": `${many(".")}x`,
  "closing brackets and a letter": `a@${many(">", 1_000)}x`,
  "signs that part an address": many("@"),
  "encoded labels": many("xn--a."),
  "one long encoded label": `xn--${many("z9", 500)}`,
  "labels that must be encoded": many("\u00fc.", 500),
  "a bracket and colons": `[${many(":")}`,
  "blanks": many(" "),
  "ideographic full stops": many("\u3002"),
  "zero-width blanks": many("\u200b"),
  "groups of digits": many("4111 "),
  "words of a seed phrase": many("abandon "),
  "beginnings of keys": many("-----BEGIN "),
  "base64": many("Zm9v"),
};

/** Milliseconds of each, the longest first; throws where one takes too long. */
export async function bombsInNode() {
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  const found = [];
  for (const [name, text] of Object.entries(BOMBS)) {
    for (const [where, credentials] of Object.entries({ name: { identifier: text }, host: { identifier: `a@${text}` }, password: { identifier: "anna@ik.me", password: text } })) {
      let ms = Infinity;
      for (let n = 0; n < TRIES; n++) {
        const started = performance.now();
        guard.assess(credentials, { refused: 1 });
        ms = Math.min(ms, performance.now() - started);
      }
      found.push({ name, where, ms });
    }
  }
  found.sort((a, b) => b.ms - a.ms);
  const slow = found.filter(({ ms }) => ms * SLOWER >= FRAME_MS);
  if (slow.length) throw new Error(`too slow: ${slow.map(({ name, where, ms }) => `${name}, ${where}: ${ms.toFixed(1)} ms`).join("; ")}`);
  return found;
}

if (import.meta.filename === process.argv[1]) {
  const found = await bombsInNode();
  for (const { name, where, ms } of found.slice(0, 10)) console.log(`${ms.toFixed(2)} ms  ${name}, ${where}`);
  console.log(`figure: of ${found.length} bombs the longest ${(found[0].ms * SLOWER).toFixed(1)} ms at a quarter of the speed`);
}
