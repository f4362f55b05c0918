/**
 * The core as JavaScript is no less careful: nothing typed stays in its memory, what it grows out of is wiped, what overflows its stack
 * traps, and a core that trapped is replaced by one of its own kind.
 */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { chance, KINDS } from "./residue/kinds.js";
import { encoded, Parts } from "./residue/parts.js";

/** @import {Browser} from "playwright-core" */
/** @import {Guard} from "../../www/guard/guard.js" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE_BYTES = 65_536;
const seed = Number(process.env["SEED"] ?? randomInt(2 ** 31));

describe("in Node", () => {
  /** All memories that were made, the newest last. @type {ArrayBuffer[]} */
  const memories = [];
  const compiled = /** @type {string[]} */ ([]);
  /** @type {Guard[]} */ let guards;
  const Own = globalThis.ArrayBuffer;
  before(async () => {
    globalThis.ArrayBuffer = new Proxy(Own, {
      construct(target, given) {
        const made = Reflect.construct(target, given);
        if (given[0] >= PAGE_BYTES && given[0] % PAGE_BYTES === 0) memories.push(made);
        return made;
      },
    });
    for (const name of /** @type {const} */ (["Module", "Instance"])) WebAssembly[name] = /** @type {any} */ (new Proxy(WebAssembly[name], { construct(target, given) { compiled.push(name); return Reflect.construct(target, given); } }));
    const { createGuard, load } = await import("../../www/index.js");
    await load({ runtime: "script" });
    guards = await Promise.all([{ service: "account", provider: "infomaniak" }, { service: "mailbox", hostedDomains: ["example.com"] }, { service: "mailbox", provider: "google" }].map((options) => createGuard(/** @type {any} */ (options))));
    for (const guard of guards) guard.assess({ identifier: "anna@example.com", password: "Kirschbaum7!" });
  });
  after(() => { globalThis.ArrayBuffer = Own; });

  const bytesOf = (/** @type {ArrayBuffer | undefined} */ memory) => new Uint8Array(/** @type {ArrayBuffer} */ (memory));

  test("asked for as a script, it is one: no WebAssembly was touched", () => {
    assert.deepEqual(compiled, []);
    assert.ok(memories.length > 0);
  });

  for (const [name, make] of Object.entries(KINDS)) {
    test(`nothing of it stays in any memory: ${name}`, () => {
      const random = chance(seed);
      let pair = make(random);
      let parts = new Parts(pair.watched);
      for (let tries = 0; parts.in(bytesOf(memories.at(-1))).length && tries < 20; tries++) {
        pair = make(random);
        parts = new Parts(pair.watched);
      }
      const memory = bytesOf(memories.at(-1));
      const place = memory.length - 64;
      memory.set(encoded(String(pair.watched[0]).slice(0, 8), 1).slice(0, 60), place);
      assert.ok(pair.watched[0] === undefined || pair.watched[0].length < 8 || parts.in(memory).length > 0, "the search finds what stands there");
      memory.fill(0, place);
      for (const guard of guards) {
        for (const observation of [{}, { refused: 3, capsLock: true }]) {
          assert.equal(guard.assess(pair, observation).status, "ok");
          for (const memory of memories) assert.equal(parts.in(bytesOf(memory)).length, 0, `SEED=${seed}`);
        }
      }
    });
  }

  test("what it grows out of is wiped", async () => {
    const { createGuard } = await import("../../www/index.js");
    const before = memories.length;
    const large = await createGuard({ service: "mailbox", hostedDomains: Array.from({ length: 5_000 }, (_, at) => `d${at}.example`) });
    assert.equal(large.assess({ identifier: "anna@d7.example", password: "Kirschbaum7!" }).status, "ok");
    assert.ok(memories.length > before, "it has grown");
    for (const memory of memories.slice(0, -1)) assert.ok(bytesOf(memory).every((byte) => byte === 0));
  });
});

describe("on a page without WebAssembly, in Chromium", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  const RIGHT = { identifier: "anna@ik.me", password: "Sommer24!" };
  before(async () => {
    const trapping = `${ROOT}target/twin/trapping.js`;
    execFileSync(process.execPath, ["scripts/twin.mjs", "target/trap/core.wasm", trapping], { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
    const script = `import { createGuard } from "/index.js";
      window.ask = async (pairs) => { const guard = await createGuard({ service: "mailbox", provider: "infomaniak" }); return pairs.map((pair) => { const { status, reason, hints } = guard.assess(pair); return [status, reason ?? "", hints.map(({ code }) => code).join()]; }); };
      window.ready = true;`;
    const page = `<!doctype html><title>twin</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>`;
    const files = { "/page": page, "/page.js": script, "/pkg/twin.js": { body: readFileSync(trapping) } };
    [browser, server] = await Promise.all([launch(), serve(files, { "content-security-policy": "default-src 'none'; script-src 'self'; img-src data:" })]);
  });
  after(async () => { await browser.close(); await server.close(); });

  for (const [name, identifier] of [["an instruction that traps", "trap@unreachable.example"], ["a stack that overflows", "trap@stack.example"]]) {
    test(`${name}: that answer is "trapped", the next ones are those of before`, async () => {
      const tab = await browser.newPage();
      try {
        await tab.goto(`${server.origin}/page`);
        await tab.waitForFunction(() => Reflect.get(window, "ready"));
        const odd = { identifier, password: "Sommer24!" };
        const answers = await tab.evaluate((pairs) => /** @type {any} */ (window)["ask"](pairs), [RIGHT, odd, RIGHT, odd, odd, RIGHT]);
        const [first] = answers;
        const trapped = ["unavailable", "trapped", ""];
        assert.equal(first[0], "ok");
        assert.deepEqual(answers, [first, trapped, first, trapped, trapped, first]);
      } finally {
        await tab.close();
      }
    });
  }
});
