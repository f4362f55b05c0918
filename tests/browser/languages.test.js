/** Languages in a real Chromium: which file comes, what `lang` says, and that no text of any language overflows a small screen. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./chromium.js";
import { long, pseudo } from "./pseudo.js";
import { serve } from "./server.js";
import { languages, leaves } from "../package/catalogues.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Messages} from "../../www/describe.js" */

const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
/** A phone's least width in CSS pixels (WCAG 2.2, 1.4.10). */
const NARROW = 320;

const FORM = `
  <label for="name">Name</label><input id="name" autocomplete="username">
  <label for="secret">Password</label><input id="secret" type="password" autocomplete="current-password">
  <button id="go">Sign in</button>`;
const HINT = { code: "accountPasswordExpected", params: { verdict: "probably", service: "account", links: [] } };

/** The guard answers what the test wants; the page's own style is small and says nothing of the package. @param {string} lang @param {string} [script] */
const page = (lang, script = "") => `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width"><title>languages</title>
<style>
  body { margin: 1rem; font: 1rem/1.4 sans-serif }
  input { display: block; box-sizing: border-box; width: 100%; margin: .25rem 0 .75rem; font: inherit }
  button { font: inherit }
  [data-passkind-field] p { margin: .5rem 0 }
</style>
<form id="form">${FORM}</form>
<script type="module">
  import { attach } from "/attach.js";
  form.addEventListener("submit", (event) => event.preventDefault());
  window.hints = [${JSON.stringify(HINT)}];
  const guard = { assess: () => ({ status: "ok", verdict: "probably", identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" },
    password: { shape: "ordinary", expects: [] }, hints }) };
  window.start = (options = {}) => attach(form, { guard, ...options });
  ${script}
  window.ready = true;
</script></html>`;

const METER = `<!doctype html><html lang="DE-ch"><title>meter</title><form><input id="fresh" type="password" autocomplete="new-password"></form>
<script type="module">import { attachMeter } from "/meter.js"; attachMeter(document.querySelector("#fresh")); window.ready = true;</script>`;

/** Page's language, language of the texts, files besides English. @type {[string, string, string[], string][]} */
const PAGES = [
  ["en", "en", [], "a page in English loads no other language"],
  ["en-GB", "en", [], "nor does a British one"],
  ["tlh", "en", [], "a language that is not there is English, and says so"],
  ["fr-CH", "fr", ["fr"], "French of a region"],
  ["de-AT", "de", ["de"], "German of a region without its own"],
  ["de-CH", "de-CH", ["de-CH", "de"], "Swiss German is made from German"],
  ["DE_ch", "de-CH", ["de-CH", "de"], "in whatever way the tag is written"],
  ["it", "it", ["it"], "Italian"],
  ["es-419", "es", ["es"], "Spanish of a region by number"],
];

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {Page} */ let tab;
before(async () => {
  const pages = Object.fromEntries(PAGES.map(([lang]) => [`/in/${lang}`, page(lang)]));
  [browser, server] = await Promise.all([launch(), serve({ ...pages, "/meter": METER }), mkdir(PICTURES, { recursive: true })]);
});
after(async () => { await browser.close(); await server.close(); });
beforeEach(async () => { tab = await browser.newPage({ viewport: { width: NARROW, height: 640 } }); });
afterEach(() => tab.close());

/** The catalogues asked for since then. @param {number} from */
const asked = (from) => server.requests.slice(from).map((path) => /^\/locales\/([a-zA-Z-]+)\/hints\.js$/.exec(path)?.[1] ?? "").filter((name) => name && !name.startsWith("en"));

/** @param {string} path @param {string} [start] */
async function open(path, start = "start()") {
  const from = server.requests.length;
  await tab.goto(server.origin + path);
  await tab.waitForFunction("window.ready");
  await tab.evaluate(start);
  await tab.locator("#secret").pressSequentially("q7Rk w2Mx");
  await tab.keyboard.press("Tab");
  await tab.locator("[data-passkind-field=password] .passkind-hint").first().waitFor();
  return from;
}
const region = () => tab.locator("[data-passkind-field=password]");

describe("which language", () => {
  for (const [lang, spoken, files, reason] of PAGES) {
    test(`${lang}: ${reason}`, async () => {
      const from = await open(`/in/${lang}`);
      assert.equal(await region().getAttribute("lang"), spoken);
      const { hints, dismiss } = /** @type {Messages} */ (languages.find(({ tag }) => tag === spoken)?.hints);
      assert.ok((await region().innerText()).startsWith(hints.accountPasswordExpected.probably.split(" [")[0] ?? "?"));
      assert.equal(await region().locator(".passkind-dismiss").innerText(), dismiss);
      assert.deepEqual(asked(from).sort(), files.sort());
      assert.equal(await tab.getAttribute("html", "lang"), lang, "the page's own stays");
    });
  }

  test("an option wins over the page's language, and an own catalogue over both: nothing is brought for it", async () => {
    const option = await open("/in/it", 'start({ locale: "es" })');
    assert.equal(await region().getAttribute("lang"), "es");
    assert.deepEqual(asked(option), ["es"]);
    const own = JSON.stringify({ ...pseudo(/** @type {Messages} */ (languages[0]?.hints)), dismiss: "Moje słowa", lang: "pl" });
    const from = await open("/in/de-CH", `start({ messages: ${own} })`);
    assert.equal(await region().getAttribute("lang"), "pl");
    assert.equal(await region().locator(".passkind-dismiss").innerText(), "Moje słowa");
    assert.deepEqual(asked(from), []);
  });

  test("the meter speaks the page's language, too", async () => {
    await tab.goto(`${server.origin}/meter`);
    await tab.waitForFunction("window.ready");
    await tab.locator("#fresh").pressSequentially("Schnee");
    await tab.getByText(/^Stärke: .* Es erfüllt die Regeln noch nicht\.$/).first().waitFor();
    await tab.getByText("Passwort: Verwenden Sie mindestens 15 Zeichen.").waitFor();
    assert.equal(await tab.locator(".passkind-strength").getAttribute("lang"), "de-CH");
  });
});

/** Every hint in every form, with the longest that a person or provider can put into it. @param {Messages} messages */
function everyHint({ hints, places }) {
  const domain = `${"w".repeat(100)}.example`; // 80 of them are echoed
  const infomaniak = Object.keys(places.infomaniak);
  return Object.entries(hints).flatMap(([code, text], i) => {
    const place = code === "noPasswordWorks" ? { provider: "proton", place: "bridge" } : { provider: "infomaniak", place: infomaniak[i % infomaniak.length] };
    const params = { ...place, name: "Infomaniak", service: "mailbox", domain, suggestion: domain, example: "anna@your-domain.example", username: "__token__", letter: "a", field: "password", minLength: 16, length: 16 };
    const links = i ? [] : ["reset", "create", "help", "signIn"].map((rel) => ({ rel, href: `https://example.com/${rel}` }));
    if (typeof text === "string") return [{ code, params: { ...params, links } }];
    const by = ["may" in text && "verdict", "start" in text && "edge", ("dash" in text || "control" in text) && "character", "label" in text && "wrapper", "busy" in text && "cause", "greek" in text && "script"].find(Boolean);
    return Object.keys(text).map((value) => ({ code, params: { ...params, links, [`${by}`]: value } }));
  });
}

/** In the page: what stands out sideways or is cut. */
const OVERFLOW = `[...document.querySelectorAll("body, body *")].flatMap((element) => {
  const name = element.tagName + "." + element.className.split(" ")[0] + ": " + element.textContent.slice(0, 60);
  const texts = [...element.childNodes].filter((node) => node.nodeType === 3).flatMap((node) => {
    const range = document.createRange();
    range.selectNode(node);
    return [...range.getClientRects()];
  });
  const rects = [...element.getClientRects(), ...texts];
  const out = rects.some(({ left, right }) => left < 0 || right > innerWidth + .5);
  const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
  const cut = (overflowX !== "visible" && element.scrollWidth > element.clientWidth) || (overflowY !== "visible" && element.scrollHeight > element.clientHeight) || textOverflow === "ellipsis";
  return element.matches("input") || !(out || cut) ? [] : [name];
}).concat(document.documentElement.scrollWidth > innerWidth ? ["the page is " + document.documentElement.scrollWidth + " wide"] : [])`;

describe("every hint on a small screen", () => {
  const english = /** @type {Messages} */ (languages[0]?.hints);
  /** @type {[string, Messages][]} */
  const catalogues = [["pseudo", pseudo(english)], ...languages.map(({ tag, hints }) => /** @type {[string, Messages]} */ ([tag, hints]))];
  for (const [name, messages] of catalogues) {
    for (const size of [100, 200]) {
      test(`${name}, ${NARROW} px, text at ${size} %`, async () => {
        await tab.addInitScript(`addEventListener("DOMContentLoaded", () => (document.documentElement.style.fontSize = "${size}%"))`);
        const hints = everyHint(messages);
        await open("/in/en", `hints = ${JSON.stringify(hints)}; start({ messages: ${JSON.stringify(messages)} })`);
        const shown = await tab.locator(".passkind-hint").allInnerTexts();
        assert.equal(shown.length, leaves(messages.hints).length, "every text is on the page");
        if (name === "pseudo") for (const text of shown) assert.match(text, /^⟦.*⟧$/s, "whole");
        assert.deepEqual(await tab.evaluate(OVERFLOW), []);
        if (name === "pseudo" || name === "de-CH") {
          const clip = { x: 0, y: 0, width: NARROW, height: 8 * NARROW }; // of some 10,000 to 40,000 pixels
          await tab.screenshot({ path: `${PICTURES}language-${name}-${size}.png`, fullPage: true, clip });
        }
      });
    }
  }

  test("the pseudo-locale is 40 % longer, and keeps places and brackets", () => {
    for (const [key, text] of leaves(english.hints)) {
      const places = (/** @type {string} */ of) => of.match(/\{[\w:]+\}|[[\]]/g);
      const letters = (/** @type {string} */ of) => of.replace(/\{[\w:]+\}|\P{L}/gu, "").length;
      assert.deepEqual(places(long(text)), places(text), key);
      assert.ok(letters(long(text)) >= 1.4 * letters(text), `${key}: ${long(text)}`);
    }
  });
});
