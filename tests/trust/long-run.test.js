/** The shipped core through its shell, asked a hundred thousand times: no trap, no page of memory more, nothing left. */
import { instances, memoryOf } from "./residue/instances.js";
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { createGuard } from "../../www/index.js";
import { chance, KINDS } from "./residue/kinds.js";
import { Parts } from "./residue/parts.js";

/** @import {GuardOptions, Observation} from "../../www/types.js" */

const CALLS = 100_000;
const WARM_UP = 2_000;
/** Stack, ten guards, a block of every size that a pair can take, and the table of 354 providers, which takes six of these pages. */
const MOST_BYTES = 16 * 65_536;
const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));
const random = chance(seed);
console.log(`SEED=${seed}`);

const PIECES = ["a", "anna", "@", "@", ".", "..", "gmail", "gmial.com", "bluewin", "-", "--", "xn--", "_", "+", "\"", "\\", " ", "\t", "\0", "\n", "<", ">", "(", "[", "]", "IPv6:", "::1", "192.0.2.1", ".com", ".ch", "mailto:", "é", "e\u0301", "\uff20", "\u3002", "\u200b", "\u202e", "😀", "\ud83d", "\udd11", "а", "ß", "ghp_", "AKIA", "eyJ", "-----BEGIN PRIVATE KEY-----", "https://", "Password: ", "4111 1111 1111 1111", "CH93 0076 2011 6238 5295 7", "123 456", "abandon ", "q7Rk w2Mx t9Bd z4Hn", "AB12345", "apikey"];

/** Pieces that the code looks at, any UTF-16 units, or what people type; now and then longer than what is read. */
function text() {
  switch (random.below(4)) {
    case 0: return random.text(PIECES, random.below(12));
    case 1: return Array.from({ length: random.below(40) }, () => String.fromCharCode(random.below(65_536))).join("");
    case 2: return Array.from({ length: random.below(24) }, () => String.fromCharCode(32 + random.below(95))).join("");
    default: return random.text(PIECES, random.below(6)).repeat(random.below(300) === 0 ? 1_000 : 1);
  }
}

test(`${CALLS} random pairs: 0 traps, 0 pages more once warm, no marker left`, async () => {
  /** @type {GuardOptions[]} */
  const forms = [
    ...["account", "webmail", "mailbox", "ftp", "caldav"].map((service) => ({ service, provider: "infomaniak", hostedDomains: ["example.com"] })),
    ...["google", "apple", "yahoo"].map((provider) => ({ service: "mailbox", provider })), { service: "mailbox" }, { service: "account" }, { service: "git", provider: "github" },
  ];
  const guards = await Promise.all(forms.map(createGuard));
  const makers = Object.values(KINDS);
  const parts = new Parts();
  const pairs = Array.from({ length: WARM_UP }, (_, at) => /** @type {any} */ (makers[at % makers.length])(random));
  for (const { watched } of pairs.slice(0, 200)) for (const marker of watched) parts.add(marker.slice(0, 100));
  const all = parts.size;
  assert.ok(parts.without(memoryOf()) < all / 500);
  const inputs = /** @type {const} */ (["typed", "pasted", "autofilled"]);
  const ask = (/** @type {{ identifier: string, password: string }} */ pair) => {
    const observation = /** @type {Observation} */ ({ refused: random.below(5), capsLock: random.below(2) === 0, input: inputs[random.below(3)] });
    const answer = guards[random.below(guards.length)]?.assess(pair, observation);
    assert.equal(answer?.status, "ok", `SEED=${seed}: ${JSON.stringify(pair)}`);
    assert.ok(answer.hints.length <= 3);
  };
  // A block once taken for its size stays there, so one of every size first: each kind, and texts of every length.
  for (const pair of pairs) ask(pair);
  for (const units of ["a", "é", "字", "。", "a ", "AB12 345 ", "@4111 1111 ", "\0@é＠ "]) {
    for (let length = 4_096; length > 12; length = Math.floor(length * 0.8)) {
      const long = units.repeat(length).slice(0, length);
      const names = [long, `${long.slice(0, 40)}@gmial.com`];
      for (const _ of guards) for (const identifier of names) for (const password of [long, "Sommer24!"]) ask({ identifier, password });
    }
  }
  for (let n = 0; n < WARM_UP * 10; n++) ask({ identifier: text(), password: text() });
  const { length } = memoryOf();
  assert.ok(length <= MOST_BYTES, `${length} bytes once warm`);
  for (let n = 0; n < CALLS; n++) ask(n % 500 === 0 ? pairs[(n / 500) % 200] : { identifier: text(), password: text() });
  assert.equal(instances.length, 1, "nothing has trapped");
  assert.equal((memoryOf().length - length) / 65_536, 0, "pages");
  assert.equal(parts.in(memoryOf()).length, 0, `SEED=${seed}`);
  console.log(`${CALLS} calls, 0 traps, 0 pages more; ${length / 1024} KiB of memory`);
});
