/**
 * Whatever names a page gives to its elements: on a form, `<input name="parentElement">` stands in the place of the form's own property, and on
 * the document `<img name="createElement">`. Every name that the platform uses is put everywhere; nothing hangs, nothing throws, hints come.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

/** A combination takes two milliseconds or so. */
const WATCHDOG_MS = 1_000;
const LEAST = 3_000;
/** Combinations to a tab. */
const BATCH = 500;

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
before(async () => {
  const harness = await readFile(new URL("clobbering.js", import.meta.url), "utf8");
  [browser, server] = await Promise.all([launch(), serve({ "/": "<!doctype html><html lang=en><title>names</title><body></body></html>", "/clobbering.js": harness })]);
});
after(async () => { await browser.close(); await server.close(); });

/** @typedef {import("./clobbering.js").Combination} Combination */

/**
 * In a tab of its own, watched from outside: what stands still for a second is ended, and told by its place in the list.
 * @param {string} kind @param {Combination[]} combinations
 * @returns {Promise<{ faults: string[], hangsAt?: number }>}
 */
async function run(kind, combinations) {
  const tab = await open();
  const cdp = await tab.context().newCDPSession(tab);
  let [at, heard] = [-1, performance.now()];
  await cdp.send("Runtime.enable");
  await cdp.send("Runtime.addBinding", { name: "tell" });
  cdp.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name === "tell") [at, heard] = [Number(payload), performance.now()];
  });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let watchdog;
  const hung = new Promise((resolve) => {
    watchdog = setInterval(() => {
      if (at >= 0 && performance.now() - heard > WATCHDOG_MS) resolve({ faults: [], hangsAt: at });
    }, 50);
  });
  const done = tab.evaluate(async ({ kind, combinations }) => {
    const { run } = await import(/** @type {string} */ ("/clobbering.js"));
    return { faults: await run(kind, combinations, (/** @type {number} */ at) => /** @type {any} */ (window)["tell"](`${at}`)) };
  }, { kind, combinations });
  done.catch(() => {});
  const ended = await Promise.race([done, hung]).finally(() => clearInterval(watchdog));
  if (ended.hangsAt !== undefined) await cdp.send("Runtime.terminateExecution");
  await tab.close();
  return ended;
}

async function open() {
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/`);
  return tab;
}

/** All of them; one that stands still is asked again alone, since a busy machine may, and the others go on after it. @param {string} kind @param {Combination[]} combinations */
async function runAll(kind, combinations) {
  /** @type {string[]} */
  const faults = [];
  /** @type {string[]} */
  const hangs = [];
  for (let from = 0; from < combinations.length;) {
    const ended = await run(kind, combinations.slice(from, from + BATCH));
    faults.push(...ended.faults);
    if (ended.hangsAt === undefined) {
      from += BATCH;
      continue;
    }
    const at = from + ended.hangsAt;
    const alone = await run(kind, combinations.slice(at, at + 1));
    faults.push(...alone.faults);
    if (alone.hangsAt !== undefined) hangs.push(JSON.stringify(combinations[at]));
    from = at + 1;
    if (hangs.length > 20) break;
  }
  return { faults, hangs };
}

const tab = async () => {
  const tab = await open();
  const known = await tab.evaluate(async () => {
    const { names, parts, PLACES } = await import(/** @type {string} */ ("/clobbering.js"));
    return { names: /** @type {string[]} */ (names()), parts: /** @type {string[]} */ (parts), places: Object.keys(PLACES) };
  });
  await tab.close();
  return known;
};

describe("names of the platform's own, on everything that can bear one", () => {
  for (const kind of ["attach"]) {
    test(`${kind}: nothing hangs, nothing throws, and it works`, async () => {
      const { names, places } = await tab();
      const combinations = places.flatMap((at) => names.map((name) => ({ name, at })));
      assert.ok(combinations.length >= LEAST, `${combinations.length}`);
      const { faults, hangs } = await runAll(kind, combinations);
      console.log(`figure: ${kind}: ${combinations.length} combinations, ${hangs.length} hangs, ${faults.length} faults`);
      assert.deepEqual(hangs, []);
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
    });
  }
});
