/**
 * A long time in one page: typing, pasting, refusals, forms attached and detached, elements that come and go, new passwords rated.
 * Random, by a seed that is printed. Memory at the end is at most 5 MB above that after the warm-up, and nothing goes wrong.
 * `SOAK_MINUTES` says how long (1), `SOAK_SEED` which run. From ten minutes on it goes at a fast person's pace.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { anyIdentifier, anyPassword, chance, seedOf } from "./random.js";

/** @import {CDPSession, Page} from "playwright-core" */
/** @typedef {{ heap: number, dom: number, buffers: number, wasm: number, thread: number, total: number, nodes: number, listeners: number }} Weight bytes, and counts */

const MINUTES = Number(process.env["SOAK_MINUTES"] || 1);
const SEED = seedOf("SOAK_SEED");
/** In which a thread comes up, on a machine that does much else. */
const COMING_MS = 20_000;
/** Every part has been loaded and every engine's table is made by then. */
const WARM_UP_MS = Math.min(0.3 * MINUTES, 3) * 60_000;
const isSlow = MINUTES >= 10;
const KEY_MS = isSlow ? 60 : 4;
const REST_MS = isSlow ? 400 : 15;
const LIMIT = 5 * 2 ** 20;
/** At rest the page is as it was; what the engine keeps of the last event may differ. */
const NODES = 30;
const LISTENERS = 5;

const FIELDS = `<label>Name <input class="name" autocomplete="username"></label> <label>Password <input class="secret" type="password" autocomplete="current-password"></label> <button>Sign in</button>`;
/** Shipped files; a thread is the shipped one, too, in a file that keeps hold of its memory. */
const PAGES = {
  "/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>soak</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/passkind.css">
    <script src="/memories.js"></script><form id="form">${FIELDS}</form><div id="stage"></div>
    <form id="change"><label>Name <input id="who" autocomplete="username"></label> <label>Account password <input id="old" type="password" autocomplete="current-password"></label>
    <label>New password <input id="new" type="password" autocomplete="new-password"></label></form>
    <script type="module" src="/soak.js"></script></html>`,
  "/memories.js": `globalThis.memories = [];
    const { Instance } = WebAssembly;
    WebAssembly.Instance = new Proxy(Instance, { construct(target, given) {
      const instance = Reflect.construct(target, given);
      memories.push(new WeakRef(instance.exports.memory));
      return instance;
    } });
    globalThis.wasmBytes = () => memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);`,
  "/thread.js": `import "/memories.js"; import "/strength-worker.js";`,
  "/soak.js": `import { attach } from "/index.js";
    import { attachMeter } from "/meter.js";
    import "/define.js";
    import "/define-guide.js";
    const [form, stage, who, old, fresh] = ["form", "stage", "who", "old", "new"].map((id) => document.getElementById(id));
    let live, meter;
    for (const one of [form, document.getElementById("change"), stage]) one.addEventListener("submit", (event) => event.preventDefault());
    window.soak = {
      attach(options) { live = attach(form, options); },
      update(options) { live?.update(options); },
      refused() { live?.refused(); },
      detach() { live?.detach(); live = undefined; },
      meter(options) {
        meter?.detach();
        meter = attachMeter(fresh, { identifier: who, others: [{ field: old, role: "accountPassword" }], worker: () => new Worker("/thread.js", { type: "module" }), ...options });
      },
      stopMeter() { meter?.detach(); meter = undefined; },
      come(tag, attributes, filled) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        if (filled) element.append(form.cloneNode(true));
        for (const box of element.querySelectorAll(".passkind")) box.remove();
        element.firstElementChild?.removeAttribute("id");
        stage.append(element);
      },
      go() { stage.firstElementChild?.remove(); },
      rest() {
        soak.detach(); soak.stopMeter(); stage.replaceChildren(); form.removeAttribute("data-passkind-refused");
        for (const field of document.querySelectorAll("input")) field.value = "";
        // The browser keeps the last thousand edits with the nodes they were made in: these push out all others.
        const scratch = document.body.appendChild(document.createElement("input"));
        scratch.focus();
        for (let i = 0; i < 1100; i++) { scratch.select(); document.execCommand("insertText", false, "x" + i); }
        scratch.remove();
      },
    };
    document.documentElement.dataset.ready = "";`,
};

const OPTIONS = [
  { service: "account", provider: "infomaniak" }, { service: "mailbox", provider: "infomaniak", hostedDomains: ["atelier-muster.example"] }, { service: "mailbox" },
  { service: "ftp", provider: "infomaniak" }, { service: "webmail", provider: "infomaniak", explainBeforeRefusal: true }, { service: "account" },
];
const LOCALES = ["en", "fr", "de", "de-CH", "it", "es"];
const POLICIES = ["singleFactor", "secondFactor", { provider: "infomaniak", service: "ftp" }];

/** The thread is slow to come in a page that is left at once: an action may find its field gone, and waits for nothing. @param {Page} tab */
function actions(tab) {
  const dice = chance(SEED);
  const { below, pick, next } = dice;
  const call = (/** @type {string} */ name, /** @type {unknown[]} */ ...given) => tab.evaluate(([name, given]) => /** @type {any} */ (window)["soak"][name](...given), /** @type {const} */ ([name, given]));
  const fields = (/** @type {string} */ kind) => tab.locator(`:is(#form, #stage) .${kind}`);
  /** Clicks in, and types over what stands there. @param {import("playwright-core").Locator} field @param {string} text */
  const type = async (field, text) => {
    await field.click();
    await tab.keyboard.press("Control+A");
    await tab.keyboard.press("Delete");
    for (const sign of text) {
      if (/[ -~]/.test(sign)) await tab.keyboard.press(sign === " " ? "Space" : sign, { delay: next() * KEY_MS });
      else await tab.keyboard.insertText(sign); // no key has it
      if (isSlow) await tab.waitForTimeout(next() * KEY_MS);
    }
  };
  /** Of the forms that are there, any. @param {string} kind */
  const one = async (kind) => fields(kind).nth(below(await fields(kind).count()));
  const pair = async () => {
    const at = below(await fields("name").count());
    const identifier = anyIdentifier(dice);
    await type(fields("name").nth(at), identifier);
    await type(fields("secret").nth(at), anyPassword(dice, identifier).slice(0, 40));
  };
  /** @type {Record<string, { weight: number, act(): Promise<unknown> }>} */
  return {
    typePair: { weight: 6, act: async () => { await pair(); await tab.keyboard.press(pick(["Tab", "Enter", "Shift+Tab"])); } },
    pauseInTyping: { weight: 1, act: async () => { await type(await one("secret"), anyPassword(dice).slice(0, 30)); await tab.waitForTimeout(1100); } },
    refuse: { weight: 3, act: () => call("refused") },
    refuseByAttribute: { weight: 1, act: () => tab.locator("#form").evaluate((form, count) => form.setAttribute("data-passkind-refused", `${count}`), below(4)) },
    paste: { weight: 2, act: async () => {
      await type(await one("name"), anyPassword(dice).slice(0, 30));
      await tab.keyboard.press("Control+A");
      await tab.keyboard.press("Control+C");
      await (await one("secret")).click();
      await tab.keyboard.press("Control+V");
      await tab.keyboard.press("Tab");
    } },
    fillByScript: { weight: 1, act: async () => { await (await one("secret")).fill(anyPassword(dice)); } },
    hideOrUse: { weight: 2, act: () => tab.evaluate((at) => {
      const buttons = document.querySelectorAll(".passkind button");
      /** @type {HTMLElement | undefined} */ (buttons[at % (buttons.length || 1)])?.click();
    }, below(100)) },
    capsLock: { weight: 1, act: async () => (await one("secret")).evaluate((field, on) => { // no driver can switch it on
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, modifierCapsLock: on }));
    }, next() < 0.5) },
    attach: { weight: 3, act: () => call("attach", { ...pick(OPTIONS), locale: pick(LOCALES), ...(next() < 0.2 && { holdOnce: true }), ...(next() < 0.1 && { readPassword: false }) }) },
    update: { weight: 1, act: () => call("update", next() < 0.5 ? { locale: pick(LOCALES) } : { ...pick(OPTIONS) }) },
    detach: { weight: 1, act: () => call("detach") },
    elementComes: { weight: 2, act: async () => {
      if (await tab.locator("#stage > *").count() > 3) await call("go");
      await call("come", "passkind-hints", { service: pick(["account", "mailbox"]), provider: "infomaniak", locale: pick(LOCALES), ...(next() < 0.3 && { refusals: `${1 + below(3)}` }) }, true);
    } },
    guideComes: { weight: 1, act: async () => {
      await call("come", "passkind-guide", { provider: pick(["infomaniak", "google"]), locale: pick(LOCALES) }, false);
      await tab.evaluate(() => document.querySelector("#stage passkind-guide")?.scrollIntoView());
    } },
    elementGoes: { weight: 2, act: () => call("go") },
    meter: { weight: 1, act: () => call("meter", { locale: pick(LOCALES), policy: pick(POLICIES), words: ["Nordhang"] }) },
    stopMeter: { weight: 0.3, act: () => call("stopMeter") },
    newPassword: { weight: 3, act: async () => {
      await type(tab.locator(pick(["#who", "#old"])), anyPassword(dice).slice(0, 30));
      await type(tab.locator("#new"), anyPassword(dice).slice(0, 40));
      await tab.waitForTimeout(300);
    } },
  };
}

/**
 * Asks the threads of a page, by sessions beneath the page's own: an engine's figures of a thread are nowhere else.
 * @param {CDPSession} cdp @returns {Promise<(method: string) => Promise<any[]>>}
 */
async function threadsOf(cdp) {
  /** @type {Set<string>} */
  const sessions = new Set();
  /** @type {Map<number, (result: unknown) => void>} */
  const waiting = new Map();
  let ids = 0;
  cdp.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => { if (targetInfo.type === "worker") sessions.add(sessionId); });
  cdp.on("Target.detachedFromTarget", ({ sessionId }) => sessions.delete(sessionId));
  cdp.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  await cdp.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return (method) => Promise.all([...sessions].map((sessionId) => new Promise((resolve) => {
    waiting.set(++ids, resolve);
    cdp.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: ids, method }) });
  })));
}

/** @param {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} usage */
const whole = ({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) => usedSize + embedderHeapUsedSize + backingStorageSize;

/** At rest, after collecting, the thread's own heap included. @param {Page} tab @param {CDPSession} cdp @param {(method: string) => Promise<any[]>} threads @returns {Promise<Weight>} */
async function weigh(tab, cdp, threads) {
  await tab.evaluate(() => /** @type {any} */ (window)["soak"].rest());
  await tab.mouse.move(5, 5);
  await tab.waitForTimeout(1500); // longer than any timer of ours
  for (let i = 0; i < 4; i++) {
    await cdp.send("HeapProfiler.collectGarbage");
    await threads("HeapProfiler.collectGarbage");
    await tab.waitForTimeout(100);
  }
  const usage = /** @type {any} */ (await cdp.send("Runtime.getHeapUsage"));
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  let [wasm, thread] = [await wasmOf(tab), 0];
  // A thread that took too long has been ended, and the next one is coming up.
  for (const end = Date.now() + COMING_MS; wasm <= 2 ** 20 && Date.now() < end; wasm = await wasmOf(tab)) await tab.waitForTimeout(200);
  for (const usage of await threads("Runtime.getHeapUsage")) thread += whole(usage);
  assert.equal(wasm > 2 ** 20, true, `no more than ${wasm} bytes of wasm memory: both files should be there`);
  const [heap, dom, buffers] = [usage.usedSize, usage.embedderHeapUsedSize ?? 0, usage.backingStorageSize ?? 0];
  return { heap, dom, buffers, wasm, thread, total: heap + dom + buffers + wasm + thread, nodes, listeners: jsEventListeners };
}

/** Bytes of all memories of wasm, the thread's included. @param {import("playwright-core").Page} tab */
async function wasmOf(tab) {
  const bytes = await Promise.all([tab, ...tab.workers()].map((one) => /** @type {import("playwright-core").Page} */ (one).evaluate("wasmBytes()").catch(() => 0)));
  return bytes.reduce((sum, own) => Number(sum) + Number(own), 0);
}

/** @param {Weight} weight */
const said = ({ nodes, listeners, ...bytes }) => `${Object.entries(bytes).map(([name, count]) => `${name} ${(count / 2 ** 20).toFixed(2)} MB`).join(", ")}; ${nodes} nodes, ${listeners} listeners`;

test(`${MINUTES} minutes of random use, seed ${SEED}`, async () => {
  console.log(`soak: SOAK_SEED=${SEED} SOAK_MINUTES=${MINUTES}`);
  const [browser, server] = await Promise.all([launch(), serve(PAGES)]);
  try {
    const tab = await browser.newPage({ viewport: { width: 900, height: 900 } });
    /** @type {string[]} */
    const errors = [];
    tab.on("pageerror", (error) => errors.push(`${error}`));
    tab.on("console", (message) => errors.push(`${message.type()}: ${message.text()}`));
    tab.on("crash", () => errors.push("the page crashed"));
    tab.on("dialog", (dialog) => { errors.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    tab.on("framenavigated", (frame) => { if (frame.url() !== `${server.origin}/`) errors.push(`left for ${frame.url()}`); });
    await tab.goto(`${server.origin}/`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    const cdp = await tab.context().newCDPSession(tab);
    const threads = await threadsOf(cdp);
    const all = actions(tab);
    /** @type {Record<string, number>} */
    const counts = {};
    const { next } = chance(SEED ^ 0x5eed);
    const weights = Object.values(all).reduce((sum, { weight }) => sum + weight, 0);
    const draw = () => {
      let at = next() * weights;
      return /** @type {[string, { act(): Promise<unknown> }]} */ (Object.entries(all).find(([, { weight }]) => (at -= weight) < 0));
    };
    /** @param {[string, { act(): Promise<unknown> }]} drawn */
    const take = async ([name, { act }]) => {
      await act();
      counts[name] = (counts[name] ?? 0) + 1;
      await tab.waitForTimeout(REST_MS * (0.5 + next()));
    };
    /** @param {number} end */
    const until = async (end) => { while (Date.now() < end && errors.length === 0) await take(draw()); };
    const start = Date.now();
    // Everything once, whatever chance would have it, so that what is loaded late is loaded before the first weighing.
    for (const locale of LOCALES) await tab.evaluate(async ([locale]) => Promise.all([import(`/locales/${locale}/hints.js`), import(`/locales/${locale}/strength.js`)]), [locale]);
    for (const name of ["attach", "meter", ...Object.keys(all)]) await take([name, /** @type {any} */ (all[name])]);
    await until(start + WARM_UP_MS);
    const before = await weigh(tab, cdp, threads);
    console.log(`soak: after the warm-up of ${((Date.now() - start) / 1000).toFixed(0)} s: ${said(before)}`);
    await until(start + MINUTES * 60_000);
    const after = await weigh(tab, cdp, threads);
    const seconds = (Date.now() - start) / 1000;
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    console.log(`soak: at the end, after ${seconds.toFixed(0)} s: ${said(after)}`);
    console.log(`soak: ${total} actions: ${Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(", ")}`);
    console.log(`soak: ${((after.total - before.total) / 2 ** 20).toFixed(2)} MB more, ${errors.length} errors`);
    assert.deepEqual(errors, []);
    assert.deepEqual(Object.keys(all).filter((name) => !counts[name]), [], "actions that never came");
    assert.ok(after.total - before.total <= LIMIT, `${said(before)} became ${said(after)}`);
    assert.ok(after.nodes <= before.nodes + NODES, `${before.nodes} nodes became ${after.nodes}`);
    assert.ok(after.listeners <= before.listeners + LISTENERS, `${before.listeners} listeners became ${after.listeners}`);
  } finally {
    await browser.close();
    await server.close();
  }
});
