/**
 * Nothing typed stays in the core's memory: the shipped file, asked as a page asks it, and all of linear memory searched after
 * every call. What a JavaScript engine keeps of its own strings cannot be seen from here; SECURITY.md says so.
 */
import { instances, memoryOf } from "./residue/instances.js";
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createGuard } from "../../www/index.js";
import { CORE_STACK_BYTES as STACK_BYTES, STRENGTH_STACK_BYTES } from "../../www/guard/wipe.js";
import { chance, KINDS, seedPhrase } from "./residue/kinds.js";
import { encoded, Parts } from "./residue/parts.js";
import { data, stackTop } from "./residue/sections.js";

/** @import {Guard} from "../../www/guard/guard.js" */
/** @import {GuardOptions} from "../../www/types.js" */
/** @import {Pair} from "./residue/kinds.js" */

const PKG = fileURLToPath(new URL("../../www/pkg/", import.meta.url));
/** `SEED=... node --test` repeats a run. */
const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));
const random = chance(seed);
console.log(`SEED=${seed}`);

/** Of each way through the core: a provider that issues secrets, one that follows from the address, none, a name instead of an address. @type {GuardOptions[]} */
const FORMS = [
  { service: "account", provider: "infomaniak", explainBeforeRefusal: true },
  { service: "mailbox", hostedDomains: ["example.com"] },
  { service: "mailbox", provider: "google" },
  { service: "ftp", provider: "infomaniak" },
];

/** @type {Guard[]} */ let guards;
before(async () => {
  guards = await Promise.all(FORMS.map(createGuard));
  for (const guard of guards) guard.assess({ identifier: "anna@example.com", password: "Kirschbaum7!" });
});

/** Drawn again until no part of it is in the module's own data. @param {() => Pair} make @returns {{ pair: Pair, parts: Parts }} */
function drawn(make) {
  for (let tries = 0; tries < 20; tries++) {
    const pair = make();
    const parts = new Parts(pair.watched);
    if (parts.in(memoryOf()).length === 0) return { pair, parts };
  }
  throw new Error("its parts are in the module's data, however it is drawn");
}

/** @param {Parts} parts @param {string} when */
function isGone(parts, when) {
  const left = parts.in(memoryOf());
  assert.equal(left.length, 0, `SEED=${seed}: ${left.length} parts left ${when}: ${JSON.stringify(left.slice(0, 5))}, stack up to ${STACK_BYTES}`);
}

/** @param {Pair} pair @param {Parts} parts */
function askEverybody(pair, parts) {
  for (const [form, guard] of guards.entries()) {
    for (const observation of [{}, { capsLock: true, refused: 1, input: /** @type {const} */ ("pasted") }, { refused: 3 }]) {
      const { status, password } = guard.assess(pair, observation);
      assert.equal(status, "ok");
      if (pair.shape) assert.equal(password.shape, pair.shape);
      isGone(parts, `after form ${form}, ${JSON.stringify(observation)}`);
    }
    assert.equal(guard.guide().rows.length > 0, FORMS[form]?.provider !== undefined);
    isGone(parts, "after the guide");
  }
}

describe("where the stack is", () => {
  for (const [name, stack] of Object.entries({ core: STACK_BYTES, strength: STRENGTH_STACK_BYTES })) {
    test(`${name}: it comes first, is as large as the shell wipes, and nothing else lies there`, () => {
      const bytes = readFileSync(`${PKG}${name}.wasm`);
      assert.equal(stackTop(bytes), stack);
      const places = data(bytes);
      assert.ok(places.length > 0 && places.every(({ start, end }) => start >= stack && end > start), JSON.stringify(places));
    });
  }

  test("the core takes less than half of it", () => {
    const core = /** @type {import("../../www/guard/guard.js").Core} */ (/** @type {unknown} */ (instances.at(-1)?.exports));
    let lowest = STACK_BYTES;
    for (const make of Object.values(KINDS)) {
      const { identifier, password } = make(random);
      for (let form = 0; form < FORMS.length; form++) {
        for (const refused of [0, 3]) {
          // As the shell hands them over, without its wiping.
          const texts = [identifier, password].map((text) => encoded(text, 1));
          let buffer = core.buffer(texts.reduce((sum, { length }) => sum + length, 0));
          for (const bytes of texts) {
            memoryOf().set(bytes, buffer);
            buffer += bytes.length;
          }
          const stack = memoryOf().subarray(0, STACK_BYTES).fill(0xa5);
          core.assess(form, texts[0]?.length ?? 0, 0, texts[1]?.length ?? 0, 0, 0, refused, 0);
          core.buffer(0);
          lowest = Math.min(lowest, stack.findIndex((byte) => byte !== 0xa5));
          stack.fill(0);
        }
      }
    }
    console.log(`the core's stack: ${STACK_BYTES - lowest} of ${STACK_BYTES} bytes`);
    assert.ok(STACK_BYTES - lowest > 256 && STACK_BYTES - lowest < STACK_BYTES / 2, `${STACK_BYTES - lowest} bytes`);
  });
});

describe("the search itself", () => {
  test("finds each part, in each encoding and form, at any offset", () => {
    const { pair: { password }, parts } = drawn(() => /** @type {any} */ (KINDS["an ordinary password"])(random));
    for (const form of [password, password.toLowerCase(), password.toUpperCase()]) {
      for (const width of /** @type {const} */ ([1, 2, 4])) {
        for (const offset of [0, 1, 1_003]) {
          const bytes = new Uint8Array(5_000);
          bytes.set(encoded(form.slice(2, 8), width), offset);
          assert.equal(parts.in(bytes)[0]?.at, offset, `${width} bytes a unit`);
          bytes.set(encoded("?", width), offset + 3 * width);
          assert.deepEqual(parts.in(bytes), [], "five units are no part");
        }
      }
    }
  });

  test("what lies anywhere on the stack is gone after any call", async () => {
    const { pair: { password }, parts } = drawn(() => /** @type {any} */ (KINDS["an ordinary password"])(random));
    /** @type {[string, () => unknown][]} */
    const calls = [
      ["assess", () => guards[0]?.assess({ identifier: "anna@example.com" })], ["guide", () => guards[0]?.guide()],
      ["a further guard", () => createGuard({ service: "ssh" })], ["options that are refused", () => assert.rejects(createGuard({ service: "ssh", provider: "nobody" }))],
    ];
    for (const [name, call] of calls) {
      for (const width of /** @type {const} */ ([1, 2, 4])) {
        const bytes = encoded(password, width);
        for (const at of [0, STACK_BYTES / 2, STACK_BYTES - bytes.length]) memoryOf().set(bytes, at);
      }
      assert.ok(parts.in(memoryOf()).length > 0);
      await call();
      isGone(parts, `after ${name}`);
    }
  });
});

describe("after one call, and after each further one", () => {
  for (const [name, make] of Object.entries(KINDS)) {
    test(name, () => {
      const { pair, parts } = drawn(() => make(random));
      askEverybody(pair, parts);
    });
  }

  test("a seed phrase", () => {
    const pair = seedPhrase(random, (password) => guards[0]?.assess({ password }).password.shape === "seedPhrase");
    const parts = new Parts(pair.watched);
    const all = parts.size;
    assert.ok(parts.without(memoryOf()) < all / 2, "the words are the module's own, their order is not");
    askEverybody(pair, parts);
  });

  test("after options that are refused, and after an answer that fails half-way", async () => {
    const { pair, parts } = drawn(() => /** @type {any} */ (KINDS["accents"])(random));
    guards[0]?.assess(pair);
    await assert.rejects(createGuard({ service: "account", provider: "nobody" }), { code: "unknownProvider" });
    isGone(parts, "after bad options");
    const [old, { encodeInto }] = [memoryOf(), TextEncoder.prototype];
    let calls = 0;
    TextEncoder.prototype.encodeInto = function (...given) {
      if (++calls === 2) throw new RangeError("no memory");
      return encodeInto.apply(this, given);
    };
    try {
      assert.equal(guards[0]?.assess({ identifier: `${pair.password}@example.org`, password: pair.password }).status, "ok");
    } finally {
      TextEncoder.prototype.encodeInto = encodeInto;
    }
    assert.ok(calls > 2 && old.every((byte) => byte === 0), "the instance that failed is dropped, and all of its memory wiped");
    assert.notEqual(memoryOf().buffer, old.buffer);
    isGone(parts, "in the new instance");
  });
});

test("after 1,000 calls of every kind, nothing is left and memory has not grown", () => {
  const makers = Object.values(KINDS);
  const pairs = Array.from({ length: 1_000 }, (_, at) => /** @type {(c: typeof random) => Pair} */ (makers[at % makers.length])(random));
  // Whole passwords of 4,096 units were looked for above, one by one.
  const parts = new Parts(pairs.flatMap(({ watched }) => watched.map((text) => text.slice(0, 120))));
  const all = parts.size;
  assert.ok(parts.without(memoryOf()) < all / 1_000, "nearly all of them are the markers' alone");
  const ask = () => { for (const [at, pair] of pairs.entries()) assert.equal(guards[at % guards.length]?.assess(pair, { refused: at % 4 }).status, "ok"); };
  ask();
  isGone(parts, "after 1,000 calls");
  const { length } = memoryOf();
  ask();
  assert.equal(memoryOf().length, length, "bytes of memory");
});

test("no file holds a panic's message or a source's name", () => {
  for (const name of ["core", "strength"]) {
    const text = readFileSync(`${PKG}${name}.wasm`, "latin1");
    for (const sign of ["panicked at", "called `", "unwrap()", "src/", "src\\", "/rustc/", "index out of bounds", "attempt to "]) assert.ok(!text.includes(sign), `${name}.wasm: ${sign}`);
    assert.doesNotMatch(text, /[\w-]+\.rs\b/, `${name}.wasm`);
  }
  assert.doesNotMatch(readFileSync(`${PKG}strength.js`, "latin1"), /console\.(?:log|error|info|debug)|panic/);
});
