/**
 * No harm from a trap: the instance is dropped with its memory wiped, another made of the compiled module, the question asked
 * once more; what traps again is answered `unavailable`, and the next ordinary question as if nothing had been. The core here
 * is the shipped one with three lines more (src/wasm/trap.rs), behind the shipped shell.
 */
import { instances, memoryOf } from "./residue/instances.js";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createGuard, load } from "../../www/index.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { chance, KINDS } from "./residue/kinds.js";

/** @import {Browser} from "playwright-core" */
/** @import {Guard} from "../../www/guard/guard.js" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TRAPPING = `${ROOT}target/trap/core.wasm`;
const TRAPS = { "an instruction that traps": "trap@unreachable.example", "a stack that overflows": "trap@stack.example" };
const RIGHT = { identifier: "anna@ik.me", password: "Sommer24!" };
const FORM = /** @type {const} */ ({ service: "mailbox", provider: "infomaniak" });

/** @type {Guard} */ let guard;
/** @type {string} */ let expected;
before(async () => {
  // The shipped core's answer first, by another copy of the shell: this process's own gets the core that traps.
  const ask = `import { createGuard } from "./www/index.js"; console.log(JSON.stringify((await createGuard(${JSON.stringify(FORM)})).assess(${JSON.stringify(RIGHT)})))`;
  expected = execFileSync(process.execPath, ["--input-type=module", "-e", ask], { cwd: ROOT, encoding: "utf8" }).trim();
  await load(readFileSync(TRAPPING));
  guard = await createGuard(FORM);
});

const answers = () => JSON.stringify(guard.assess(RIGHT));

describe("in Node", () => {
  for (const [name, identifier] of Object.entries(TRAPS)) {
    test(name, () => {
      assert.equal(answers(), expected);
      const before = instances.length;
      const old = memoryOf();
      const answer = guard.assess({ identifier, password: KINDS["an ordinary password"]?.(chance(7)).password ?? "" });
      assert.deepEqual([answer.status, answer.reason], ["unavailable", "trapped"]);
      assert.deepEqual(answer.hints, []);
      assert.equal(instances.length, before + 1, "one more, once");
      for (const [which, bytes] of Object.entries({ old, new: memoryOf() })) assert.ok(bytes.every((byte) => byte === 0), `the ${which} instance, which trapped, holds nothing`);
      assert.equal(answers(), expected);
      assert.equal(instances.length, before + 2, "made when it was needed");
      assert.equal(answers(), expected);
      assert.equal(instances.length, before + 2, "and kept");
      assert.ok(memoryOf().some((byte) => byte !== 0));
    });
  }

  test("a hundred in a row, each between two ordinary questions", () => {
    for (let n = 0; n < 100; n++) {
      assert.equal(guard.assess({ identifier: "trap@unreachable.example", password: `Sommer${n}!` }).status, "unavailable");
      assert.equal(answers(), expected);
    }
    assert.ok(instances.slice(0, -1).every((instance) => memoryOf(instance).every((byte) => byte === 0)));
  });

  test("what the page's own code throws is no trap, and what it asks meanwhile is another question", async () => {
    assert.equal(answers(), expected);
    const other = await createGuard({ service: "mailbox", provider: "google" });
    const before = instances.length;
    const throwing = { get identifier() { throw new Error("the page's"); } };
    for (let n = 0; n < 10; n++) assert.equal(guard.assess(/** @type {any} */ (throwing)).reason, "unreadable");
    assert.equal(guard.assess(RIGHT, /** @type {any} */ ({ refused: 1n, get capsLock() { throw new Error("the page's"); } })).reason, "unreadable");
    const asking = { get identifier() { other.assess(/** @type {any} */ (throwing)); other.assess({ identifier: "trap@unreachable.example" }); return RIGHT.identifier; }, password: RIGHT.password };
    assert.equal(JSON.stringify(guard.assess(asking)), expected);
    assert.equal(instances.length, before + 2, "the trap's own, and the one that answers after it");
  });

  test("a module that is not the core is refused, and the package's bytes are taken then", () => {
    // (module (memory (export "memory") 1) (func (export "room") (param i32) (result i32) i32.const 0))
    const ask = `import { createGuard, load } from "./www/index.js";
      const bytes = [0,97,115,109,1,0,0,0,1,6,1,96,1,127,1,127,3,2,1,0,5,3,1,0,1,7,17,2,6,109,101,109,111,114,121,2,0,4,114,111,111,109,0,0,10,6,1,4,0,65,0,11];
      await load(Uint8Array.from(bytes)).then(() => console.log("taken"), ({ name }) => console.log(name));
      console.log(JSON.stringify((await createGuard(${JSON.stringify(FORM)})).assess(${JSON.stringify(RIGHT)})));`;
    assert.equal(execFileSync(process.execPath, ["--input-type=module", "-e", ask], { cwd: ROOT, encoding: "utf8" }).trim(), `TypeError\n${expected}`);
  });

  test("no instance to be had: every answer is `unavailable`, until there is one again", () => {
    guard.assess({ identifier: "trap@unreachable.example" });
    const Own = WebAssembly.Instance;
    WebAssembly.Instance = /** @type {any} */ (class { constructor() { throw new RangeError("no memory"); } });
    try {
      for (let n = 0; n < 3; n++) assert.equal(guard.assess(RIGHT).reason, "trapped");
      assert.deepEqual(guard.guide(), { rows: [] });
    } finally {
      WebAssembly.Instance = Own;
    }
    assert.equal(answers(), expected);
  });

  test("the reason says which it was: no memory for the first instance, a file that cannot be had; without WebAssembly there is none", () => {
    const script = (/** @type {string} */ before) => execFileSync(process.execPath, ["--input-type=module", "-e", `
      const { createGuard, load } = await import("./www/index.js");
      ${before}
      const { status, reason } = (await createGuard(${JSON.stringify(FORM)})).assess(${JSON.stringify(RIGHT)});
      console.log(status, reason ?? "");`], { cwd: ROOT, encoding: "utf8" }).trim();
    assert.equal(script(""), "ok");
    assert.equal(script(`WebAssembly.Instance = class { constructor() { throw new RangeError("no memory"); } };`), "unavailable trapped");
    assert.equal(script("delete globalThis.WebAssembly;"), "ok", "the core as JavaScript");
    assert.equal(script("delete globalThis.DecompressionStream;"), "unavailable load");
  });

  test("the engine's own stack at its end, whoever has used it up", () => {
    const statuses = new Set();
    const deeper = (/** @type {number} */ depth) => {
      try {
        deeper(depth + 1);
      } finally {
        // The first of these begin with next to nothing left.
        if (statuses.size < 2) statuses.add(guard.assess(RIGHT).status);
      }
    };
    assert.throws(() => deeper(0), RangeError);
    assert.ok(statuses.size > 0, "`assess` answered, whatever was left, and never threw");
    assert.equal(answers(), expected);
  });

  test("a host that gives no memory: a guard that needs more answers `unavailable`, the others as ever", () => {
    const script = `import { load, createGuard } from "./www/index.js";
      import { limited } from "./tests/trust/residue/sections.js";
      import { readFileSync } from "node:fs";
      await load(limited(readFileSync("www/pkg/core.wasm"), Number(process.argv[1])));
      const form = ${JSON.stringify(FORM)};
      const small = await createGuard(form);
      const large = await createGuard({ ...form, hostedDomains: Array.from({ length: 5000 }, (_, n) => "d" + n + ".example") });
      console.log(JSON.stringify([small, large, small, large, small].map((guard) => guard.assess(${JSON.stringify(RIGHT)}))));`;
    const seen = new Set();
    for (const pages of [0, 12, 64]) {
      const printed = execFileSync(process.execPath, ["--input-type=module", "-e", script, `${pages}`], { cwd: ROOT, encoding: "utf8" });
      const answers = /** @type {{ status: string }[]} */ (JSON.parse(printed));
      const [small, large, ...rest] = answers;
      seen.add(`${small?.status} ${large?.status}`);
      assert.deepEqual(rest, [small, large, small], `${pages} pages`);
      for (const answer of answers.filter(({ status }) => status === "ok")) assert.equal(JSON.stringify(answer), expected, `${pages} pages`);
    }
    assert.deepEqual([...seen], ["unavailable unavailable", "ok unavailable", "ok ok"]);
  });
});

describe("on a page, in Chromium", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  const PAGE = `<!doctype html><html lang="en"><title>trap</title><link rel="icon" href="data:,"><form id="form">
    <label for="name">Address</label><input id="name" autocomplete="username">
    <label for="secret">Password</label><input id="secret" type="password" autocomplete="current-password"><button id="go">Sign in</button></form>
    <script type="module">
      import { attach, load } from "/index.js";
      window.seen = { errors: [], submits: [], statuses: [] };
      addEventListener("error", ({ message }) => seen.errors.push(message));
      addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
      for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = (...texts) => seen.errors.push(texts.join(" "));
      form.addEventListener("passkind", ({ detail }) => seen.statuses.push(detail.status));
      form.addEventListener("submit", (event) => { event.preventDefault(); seen.submits.push(["name", "secret"].map((id) => document.getElementById(id).value)); });
      await load(new URL("/trap.wasm", location));
      window.start = () => attach(form, ${JSON.stringify(FORM)});
      window.live = start();
      window.ready = true;
    </script></html>`;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve({ "/trap": PAGE, "/trap.wasm": { body: readFileSync(TRAPPING), headers: { "content-type": "application/wasm" } } })]);
  });
  after(async () => { await browser.close(); await server.close(); });

  for (const [name, identifier] of Object.entries(TRAPS)) {
    test(`${name}: the form goes on as without hints, one that is attached afterwards has them`, async () => {
      const tab = await browser.newPage();
      try {
        await tab.goto(`${server.origin}/trap`);
        await tab.waitForFunction("window.ready");
        const type = async (/** @type {string} */ address, /** @type {string} */ password) => {
          for (const [field, text] of [["#name", address], ["#secret", password]]) {
            await tab.click(field ?? "");
            await tab.keyboard.press("ControlOrMeta+A");
            await tab.keyboard.type(text ?? "");
          }
          await tab.click("#go");
        };
        await type(identifier, "Sommer24!");
        await tab.waitForFunction("seen.statuses.length");
        await tab.evaluate("live.detach(); window.live = start()");
        await type(RIGHT.identifier, RIGHT.password);
        await tab.locator("[data-passkind-field=password] [role=status] p").first().waitFor();
        const { errors, submits, statuses } = /** @type {{ errors: string[], submits: string[][], statuses: string[] }} */ (await tab.evaluate("seen"));
        assert.deepEqual(errors, []);
        assert.deepEqual(submits, [[identifier, "Sommer24!"], [RIGHT.identifier, RIGHT.password]]);
        assert.deepEqual([statuses[0], statuses.includes("unavailable", 1), statuses.at(-1)], ["unavailable", false, "ok"]);
      } finally {
        await tab.close();
      }
    });
  }
});
