/**
 * Names that stand in the place of the platform's own (`<input name="parentElement">` on a form, `<img name="createElement">` on the document),
 * all of them, around `<passkind-hints>`, the meter and `<passkind-guide>`: nothing hangs, nothing throws, and they work.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Combination} from "./clobbering-elements.js" */

/** One takes some ten milliseconds. */
const WATCHDOG_MS = 1_000;
const LEAST = 1_500;
/** Enough to see of what kind they are. */
const MOST_HANGS = 10;

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
  const harness = await readFile(new URL("clobbering-elements.js", import.meta.url), "utf8");
  [browser, server] = await Promise.all([launch(), serve({ "/": "<!doctype html><html lang=en><title>names</title><body></body></html>", "/harness.js": harness })]);
});
after(async () => { await browser.close(); await server.close(); });

async function open() {
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/`);
  return tab;
}

/** In a tab of its own, watched from outside: what stands still for a second is ended, and told by its place in the list. @param {Combination[]} some @returns {Promise<{ faults: string[], hangsAt?: number }>} */
async function run(some) {
  const tab = await open();
  const cdp = await tab.context().newCDPSession(tab);
  let [at, heard] = [-1, 0];
  await cdp.send("Runtime.enable");
  cdp.on("Runtime.consoleAPICalled", ({ args: [first] }) => { [at, heard] = [Number(first?.value), performance.now()]; });
  const done = tab.evaluate(async (some) => {
    const { run } = await import(/** @type {string} */ ("/harness.js"));
    return { faults: /** @type {string[]} */ (await run(some, (/** @type {number} */ at) => console.debug(at))) };
  }, some);
  done.catch(() => {}); // it is ended below
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watchdog;
  const hung = /** @type {Promise<{ faults: string[], hangsAt: number }>} */ (new Promise((resolve) => {
    // The first one brings wasm, words and texts.
    watchdog = setInterval(() => performance.now() - heard > (at > 0 ? 1 : 20) * WATCHDOG_MS && at >= 0 && resolve({ faults: [], hangsAt: at }), 50);
  }));
  const ended = await Promise.race([done, hung]);
  clearInterval(watchdog);
  if ("hangsAt" in ended) await cdp.send("Runtime.terminateExecution");
  await tab.close({ runBeforeUnload: false });
  return ended;
}

/** One that stands still is asked again by itself, since a busy machine may; the others go on after it. @param {Combination[]} all */
async function runAll(all) {
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const hangs = [];
  for (let from = 0; from < all.length && hangs.length < MOST_HANGS;) {
    const { faults: some, hangsAt } = await run(all.slice(from));
    faults.push(...some);
    if (hangsAt === undefined) break;
    // Twice, since of a list the first has more time.
    const again = [all[from + hangsAt], all[from + hangsAt]].map((one) => /** @type {Combination} */ (one));
    if ((await run(again)).hangsAt !== undefined) hangs.push(JSON.stringify(again[0]));
    from += hangsAt + 1;
  }
  return { faults, hangs };
}

describe("names of the platform's own", { concurrency: true }, () => {
  for (const part of ["hints", "meter", "guide"]) {
    test(`${part}: nothing hangs, nothing throws, and it works`, { timeout: 300_000 }, async () => {
      const tab = await open();
      const all = await tab.evaluate(async () => /** @type {Combination[]} */ ((await import(/** @type {string} */ ("/harness.js"))).combinations()));
      await tab.close();
      assert.ok(all.length >= LEAST, `${all.length}`);
      const own = all.filter((one) => one.part === part);
      const { faults, hangs } = await runAll(own);
      console.log(`figure: ${part}: ${own.length} of ${all.length} combinations, ${faults.length} faults, ${hangs.length} hangs`);
      assert.deepEqual([hangs, faults.slice(0, 20)], [[], []]);
    });
  }
});
