/**
 * Another script on the page has put something on `Object.prototype`: a slip of an old library, or an attack by way of one. No
 * option, parameter or answer is read from there. Keys are all words of the package's sources, so that none that is read is
 * missing; each by itself and all together, in Node through the real core and in Chromium through `attach`.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

/** @import {Browser} from "playwright-core" */

const WWW = new URL("../../www/", import.meta.url);
const scripts = ["", "guard/", "form/", "elements/", "guide/", "strength/", "text/", "locales/en/"].flatMap((room) => readdirSync(new URL(room, WWW)).map((name) => room + name));
const files = scripts.filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, WWW), "utf8"));
const contract = readFileSync(new URL("../../src/wasm/types.d.ts", import.meta.url), "utf8");
/** What the platform reads of objects that are handed to it. */
const PLATFORM = ["get", "set", "value", "writable", "enumerable", "configurable", "signal", "once", "capture", "passive", "bubbles", "cancelable", "composed", "detail", "then", "catch", "toJSON", "style", "type", "mode", "attributeOldValue", "characterData", "characterDataOldValue", "localeMatcher", "0", "1", "length"];
const words = [...files, contract].flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? []);
/** Iterators are asked for it by the language itself, whenever a list is taken apart: with that on the prototype no script works. */
const OF_THE_LANGUAGE = "return";
const KEYS = [...new Set([...PLATFORM, ...words])].filter((key) => !(key in Object.prototype) && key !== OF_THE_LANGUAGE);

const LINK = { rel: "reset", href: "https://hostile.example/" };
/** Sources have about so many words; fewer would mean that they are no longer found. */
const FEWEST = 1_000;

describe("in Node", () => {
  for (const [how, title] of [["each", "each key by itself, with five hostile values: the same answers"], ["all", "all keys together: the same answers"]]) {
    test(title ?? "", () => {
      assert.ok(KEYS.length > FEWEST, `${KEYS.length} keys`);
      const printed = execFileSync(process.execPath, [fileURLToPath(new URL("polluted.js", import.meta.url)), how ?? ""], { input: JSON.stringify(KEYS), encoding: "utf8" });
      const { clean, different, values } = JSON.parse(printed);
      assert.match(clean, /mailboxPasswordExpected.*domainTypo.*resetMailboxPassword/);
      assert.deepEqual(different, []);
      console.log(`pollution: Node, ${how}, ${KEYS.length} keys, ${values} values, the same answers`);
    });
  }
});

/** No functions: with one in the place of `then` a page has no promises at all, ours or the platform's. */
const PAGE_VALUES = `[true, "https://hostile.example/", [${JSON.stringify(LINK)}]]`;

/** A visit: the form is made, filled, left, refused; what stands there and what was told is the answer. */
const VISIT = `
  const errors = [];
  addEventListener("error", (event) => errors.push(event.message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason?.stack ?? reason)));
  // A timer that a message sets is not put off by the browser, as one is that a timer sets.
  const { port1, port2 } = new MessageChannel();
  const later = () => new Promise((resolve) => {
    port1.onmessage = () => setTimeout(() => resolve());
    port2.postMessage(0);
  });
  const tick = async () => { for (let turn = 0; turn < 3; turn++) await later(); };
  async function visit(most = 100) {
    document.body.innerHTML = '<form><input autocomplete="username"><input type="password" autocomplete="current-password"><button>Go</button></form>';
    const form = document.body.firstElementChild;
    const [name, secret] = form.querySelectorAll("input");
    const told = [];
    form.addEventListener("passkind", (event) => told.push([...event.detail.codes].join()));
    const live = attach(form, { service: "mailbox", provider: "infomaniak" });
    const enter = async (field, text) => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent("input", Object.assign(Object.create(null), { bubbles: true, inputType: "insertText" })));
      field.blur();
      await tick();
    };
    await enter(name, "anna@gmial.com");
    for (let turns = 0; !told.length && turns < most; turns++) await later();
    await enter(name, "anna@ik.me");
    await enter(secret, "Sommer24!");
    live.refused();
    // The texts of a refusal come at the first one, in a file of their own.
    for (let turns = 0; !form.textContent.includes("Next step") && turns < most; turns++) await later();
    await tick();
    const seen = form.innerHTML.replace(/(?<= (?:id|aria-[a-z]+)=")[^"]*/g, "#").replace(/class="passkind [^>]*/g, "");
    live.detach();
    return [seen, ...told].join("\\n");
  }`;

/** @param {string} body */
const page = (body) => `<!doctype html><html lang="en"><title>polluted</title><body><script type="module">
  ${body}
</script></html>`;

const PAGES = {
  "/each": page(`import { attach } from "/attach.js"; ${VISIT}
    await visit(100_000); // the core comes, and the texts of refusals
    const clean = await visit();
    const different = [];
    const keys = ${JSON.stringify(KEYS)};
    for (const [at, key] of keys.entries()) {
      Object.prototype[key] = ${PAGE_VALUES}[at % 3];
      const found = await visit().catch((error) => String(error?.stack));
      delete Object.prototype[key];
      if (found !== clean) different.push(key + ": " + found.slice(0, 200));
    }
    console.log(JSON.stringify({ clean, different, errors, keys: keys.length }));`),
  ...Object.fromEntries([0, 1, 2].map((at) => [`/all-${at}`, page(`
    const keys = ${JSON.stringify(KEYS)};
    for (const key of keys) Object.prototype[key] = ${PAGE_VALUES}[${at}];
    const { attach } = await import("/attach.js"); ${VISIT}
    const found = await visit(100_000).catch((error) => String(error?.stack));
    for (const key of keys) delete Object.prototype[key];
    console.log(JSON.stringify({ found, clean: await visit(), errors }));`)])),
};

describe("in Chromium", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES)]); });
  after(async () => { await browser.close(); await server.close(); });

  /** What the page says of itself: nothing may run in it that the pollution would break. @param {string} path @returns {Promise<any>} */
  async function says(path) {
    const tab = await browser.newPage();
    const said = tab.waitForEvent("console", { predicate: (message) => message.text().startsWith("{"), timeout: 120_000 });
    tab.on("pageerror", (error) => console.log(`${path}: ${error}`));
    await tab.goto(server.origin + path);
    const answer = JSON.parse((await said).text());
    await tab.close();
    return answer;
  }

  test("attach, each key by itself: the same hints, links and events", { timeout: 150_000 }, async () => {
    const { clean, different, errors, keys } = await says("/each");
    assert.match(clean, /passkind-hint.*Next step.*passkind-link/s);
    assert.deepEqual([different, errors], [[], []]);
    console.log(`pollution: Chromium, ${keys} keys, the same hints and events`);
  });

  for (const at of [0, 1, 2]) {
    test(`attach, all keys together from the first script on (${at + 1} of 3)`, async () => {
      const { found, clean, errors } = await says(`/all-${at}`);
      assert.equal(found, clean);
      assert.deepEqual(errors, []);
    });
  }
});
