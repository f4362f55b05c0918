/**
 * Nothing typed stays in the strength file's memory, on the page's thread (in Node, where it is the same code) and on the real
 * thread in Chromium: the shipped file and scripts, all of linear memory searched after every answer.
 */
import { instances, memoryOf } from "./residue/instances.js";
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fold } from "../../www/strength/fold.js";
import * as glue from "../../www/pkg/strength.js";
import { rate } from "../../www/strength.js";
import { STRENGTH_STACK_BYTES as STACK_BYTES } from "../../www/guard/wipe.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { chance, KINDS } from "./residue/kinds.js";
import { Parts } from "./residue/parts.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Pair} from "./residue/kinds.js" */

const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));
const random = chance(seed);
console.log(`SEED=${seed}`);

/** Short ones that are rated on the page's thread, too, and what zxcvbn reads closely. @type {Record<string, (c: ReturnType<typeof chance>) => Pair>} */
const SHORT = {
  "seven signs": (c) => { const marker = c.text([..."bcdfghjkmnpqrtvwxz"], 7); return { identifier: "", password: marker, watched: [marker] }; },
  "a word and signs": (c) => { const marker = c.text([..."bdfhjkmnprtvwxz69"], 8); return { identifier: marker, password: `Sommer${marker}`, watched: [marker] }; },
  "a repeated part": (c) => { const marker = c.text([..."bdfhjkmnpqrtvwxz"], 6); return { identifier: "", password: marker + marker, watched: [marker] }; },
};
const ALL = { ...SHORT, ...KINDS };

/** @param {() => Pair} make @param {(parts: Parts) => boolean} isAbsent */
function drawn(make, isAbsent) {
  for (let tries = 0; tries < 30; tries++) {
    const pair = make();
    const parts = new Parts(pair.watched);
    if (isAbsent(parts)) return { pair, parts };
  }
  throw new Error("its parts are in the module's data, however it is drawn");
}

describe("on the page's thread", () => {
  before(async () => assert.equal((await rate("abc", { locale: "fr" })).status, "ok"));

  for (const [name, make] of Object.entries(ALL)) {
    test(name, async () => {
      const { pair: { identifier, password }, parts } = drawn(() => make(random), (parts) => parts.in(memoryOf()).length === 0);
      for (const options of [{}, { identifier, locale: "fr", others: [password.slice(1)] }, { words: [identifier, password].map((text) => text.slice(0, 50)) }]) {
        const { status } = await rate(password, options);
        assert.equal(status, "ok");
        const left = parts.in(memoryOf());
        assert.equal(left.length, 0, `SEED=${seed}: ${JSON.stringify(left.slice(0, 5))}`);
      }
    });
  }

  test("after a rating that fails half-way its instance is wiped, and the next one rates", async () => {
    const { pair: { password }, parts } = drawn(() => /** @type {any} */ (ALL["seven signs"])(random), (parts) => parts.in(memoryOf()).length === 0);
    const [old, count, { encodeInto }] = [memoryOf(), instances.length, TextEncoder.prototype];
    let calls = 0;
    TextEncoder.prototype.encodeInto = function (...given) {
      if (++calls === 2) throw new RangeError("no memory");
      return encodeInto.apply(this, given);
    };
    try {
      assert.equal((await rate(`${password}é`)).status, "unavailable");
    } finally {
      TextEncoder.prototype.encodeInto = encodeInto;
    }
    assert.ok(old.every((byte) => byte === 0), "all of it");
    assert.equal((await rate(password)).status, "ok");
    assert.equal(instances.length, count + 1);
    assert.equal(parts.in(memoryOf()).length, 0);
  });

  test("after 1,000 ratings of every kind, nothing is left and memory has not grown", async () => {
    const makers = Object.values(ALL);
    const pairs = Array.from({ length: 1_000 }, (_, at) => /** @type {any} */ (makers[at % makers.length])(random));
    const parts = new Parts(pairs.flatMap(({ watched }) => watched.map((/** @type {string} */ text) => text.slice(0, 100))));
    const all = parts.size;
    assert.ok(parts.without(memoryOf()) < all / 500, "nearly all of them are the markers' alone");
    const ask = async () => { for (const { identifier, password } of pairs) assert.equal((await rate(password, { identifier })).status, "ok"); };
    await ask();
    const left = parts.in(memoryOf());
    assert.equal(left.length, 0, `SEED=${seed}: ${JSON.stringify(left.slice(0, 5))}`);
    const { length } = memoryOf();
    await ask();
    assert.equal(memoryOf().length, length, "bytes of memory");
  });

  test("it takes less than half of the stack, on texts that the thread alone takes, too", () => {
    let lowest = STACK_BYTES;
    const bomb = "4@8({[<369!1|70$5+%2";
    const texts = [...Object.values(ALL).map((make) => make(random).password.slice(0, 400).toWellFormed?.() ?? ""), "a".repeat(100), "abc".repeat(33), "1qaz2wsx".repeat(12), "24.12.1999".repeat(10), bomb, "password".repeat(12)];
    for (const text of texts) {
      for (const call of [() => glue.rate(text, fold(text), ["anna.keller@example.org", text]), () => glue.atLeast(text, fold(text), [text]), () => glue.effort(text, fold(text)), () => glue.learn("regenschirm\nsommer")]) {
        const stack = memoryOf().subarray(0, STACK_BYTES).fill(0xa5);
        call();
        lowest = Math.min(lowest, memoryOf().subarray(0, STACK_BYTES).findIndex((byte) => byte !== 0xa5));
        if (stack.length > 0) stack.fill(0);
        memoryOf().fill(0, 0, STACK_BYTES);
      }
    }
    console.log(`the strength file's stack: ${STACK_BYTES - lowest} of ${STACK_BYTES} bytes`);
    assert.ok(STACK_BYTES - lowest > 256 && STACK_BYTES - lowest < STACK_BYTES / 2, `${STACK_BYTES - lowest} bytes`);
  });
});

describe("on the thread, in Chromium", () => {
  /** The page's thread: the real script, after one that keeps its instances and answers where markers are left. */
  const WATCHED = `
    import { instances, memoryOf } from "/residue/instances.js";
    import { Parts } from "/residue/parts.js";
    import "/strength-worker.js";
    addEventListener("message", ({ data }) => {
      if (!data.search) return;
      const parts = new Parts(data.search);
      postMessage({ searched: true, instances: instances.length, bytes: memoryOf().length, parts: parts.size, left: parts.in(memoryOf()).length });
    });`;
  const PAGE = `<!doctype html><title>thread</title><link rel="icon" href="data:,"><script type="module">
    import { rate } from "/strength.js";
    window.threads = [];
    const worker = () => { const thread = new Worker("/watched.js", { type: "module" }); threads.push(thread); return thread; };
    window.rated = (password, options) => rate(password, { budgetMs: 60000, worker, ...options });
    window.searched = (search) => new Promise((resolve) => {
      const thread = threads.at(-1);
      const hear = ({ data }) => { if (data.searched) { thread.removeEventListener("message", hear); resolve(data); } };
      thread.addEventListener("message", hear);
      thread.postMessage({ search });
    });
    window.ready = true;
  </script>`;
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  /** @type {Page} */ let tab;
  /** @typedef {{ instances: number, bytes: number, parts: number, left: number }} Searched */
  /** @param {string[]} texts @returns {Promise<Searched>} */
  const searched = (texts) => tab.evaluate((search) => /** @type {any} */ (globalThis).searched(search), texts);
  /** @param {string} password @param {object} [options] @returns {Promise<{ status: string, timedOut: boolean }>} */
  const rated = (password, options = {}) => tab.evaluate(([password, options]) => /** @type {any} */ (globalThis).rated(password, options), /** @type {const} */ ([password, options]));

  before(async () => {
    const file = (/** @type {string} */ name) => readFile(new URL(`residue/${name}`, import.meta.url), "utf8");
    [browser, server] = await Promise.all([launch(), serve({ "/thread": PAGE, "/watched.js": WATCHED, "/residue/instances.js": await file("instances.js"), "/residue/parts.js": await file("parts.js") })]);
    tab = await browser.newPage();
    await tab.goto(`${server.origin}/thread`);
    await tab.waitForFunction("window.ready");
    assert.equal((await rated("abc", { locale: "fr" })).status, "ok");
  });
  after(async () => { await browser.close(); await server.close(); });

  for (const [name, make] of Object.entries(ALL)) {
    test(name, async () => {
      let pair = make(random);
      for (let tries = 0; (await searched(pair.watched)).left > 0; tries++) {
        assert.ok(tries < 30, "its parts are in the module's data");
        pair = make(random);
      }
      for (const options of [{}, { identifier: pair.identifier, others: [pair.password.slice(1)], locale: "fr" }]) {
        const { status, timedOut } = await rated(pair.password, options);
        assert.deepEqual([status, timedOut], ["ok", false]);
        const { instances, parts, left } = await searched(pair.watched);
        assert.deepEqual([instances, left], [1, 0], `SEED=${seed}`);
        assert.ok(parts > 0);
      }
    });
  }

  test("the search sees what is there: the same marker, before the answer's end, on a thread that does not wipe", async () => {
    const marker = random.text([..."bcdfghjkmnpqrtvwxz"], 12);
    const found = await tab.evaluate(async (marker) => {
      const script = `import { memoryOf } from "/residue/instances.js"; import { Parts } from "/residue/parts.js"; import { initSync, rate } from "/pkg/strength.js";
        const bytes = await (await fetch("/pkg/strength.wasm")).arrayBuffer();
        initSync({ module: await WebAssembly.compile(bytes) });
        const parts = new Parts(["${marker}"]);
        const before = parts.in(memoryOf()).length;
        rate("${marker}", "${marker}", []);
        memoryOf().set(new TextEncoder().encode("${marker}"), memoryOf().length - 100);
        postMessage([before, parts.in(memoryOf()).length]);`;
      const thread = new Worker(URL.createObjectURL(new Blob([script.replaceAll('"/', `"${location.origin}/`)], { type: "text/javascript" })), { type: "module" });
      return new Promise((resolve) => thread.addEventListener("message", ({ data }) => resolve(data)));
    }, marker);
    assert.equal(/** @type {number[]} */ (found)[0], 0);
    assert.ok(/** @type {number[]} */ (found)[1] > 0);
  });

  test("after 150 ratings its memory has not grown, and nothing of any is left", async () => {
    const makers = Object.values(ALL);
    const pairs = Array.from({ length: 150 }, (_, at) => /** @type {any} */ (makers[at % makers.length])(random));
    const texts = pairs.flatMap(({ watched }) => watched.map((/** @type {string} */ text) => text.slice(0, 100)));
    const before = await searched(texts);
    const ask = async () => { for (const { identifier, password } of pairs) assert.equal((await rated(password, { identifier })).timedOut, false); };
    await ask();
    const once = await searched(texts);
    assert.ok(once.left <= before.left, `SEED=${seed}: ${once.left} parts, ${before.left} before`);
    await ask();
    const twice = await searched(texts);
    assert.deepEqual([twice.bytes, twice.instances], [once.bytes, 1]);
    assert.ok(twice.left <= before.left);
  });

  test("a thread that is ended takes its memory with it: nothing on the page has been given it", async () => {
    const bomb = "4@8({[<369!1|70$5+%2".repeat(5);
    const count = await tab.evaluate("threads.length");
    assert.equal((await rated(bomb, { budgetMs: 20 })).timedOut, true);
    assert.equal((await rated("vier Igel tanzen im Nebel")).status, "ok");
    assert.equal(await tab.evaluate("threads.length"), Number(count) + 1, "another thread, another instance");
    assert.deepEqual((await searched([bomb])).instances, 1);
  });
});
