/**
 * What someone typed, and what a page's author configured, is text wherever it is shown: a hundred hostile names and hostile options
 * through every hint in every language, in words and in a real Chromium. No element comes of it, nothing runs, nothing is asked for.
 */
import assert from "node:assert/strict";
import { after, before, describe as group, test } from "node:test";
import { closest } from "../../www/text/catalogue.js";
import { describe, describeGuide, loadLocale } from "../../www/describe.js";
import { createGuard } from "../../www/index.js";
import { hint } from "../../www/testing.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { languages, leaves } from "../package/catalogues.js";
import { hostileIdentifiers } from "./hostile-identifiers.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Hint, HintCode, Link} from "../../www/types.js" */

/** Addresses of links; true: an https address, which is what it says. @type {[href: string, isHttps: boolean, why: string][]} */
const HREFS = [
  ["https://example.com/{locale}/reset", true, "the one that is meant"],
  ["javascript:alert(50)", false, "a script"],
  ["JaVaScRiPt:alert(51)", false, "in any case"],
  ["java\tscript:alert(52)", false, "a tab within the scheme, which browsers pass over"],
  ["\u0001javascript:alert(53)", false, "a control character before it"],
  [" https://example.com/", false, "a blank before it"],
  ["data:text/html,<script>alert(54)</script>", false, "a page in an address"],
  ["vbscript:msgbox(55)", false, "an old one"],
  ["blob:https://example.com/1", false, "a part of this page"],
  ["http://example.com/", false, "not encrypted"],
  ["//evil.example/", false, "no scheme: the page's own, which may be http"],
  ["/reset", false, "a path: somewhere on this page's host"],
  ["https:evil.example", false, "a scheme without slashes"],
  ["https:/evil.example", false, "with one"],
  ["https:\\\\evil.example", false, "with the other slashes"],
  ["ftp://example.com/", false, "another scheme"],
  ["", false, "nothing"],
];
/** Those that look like https and lead elsewhere than they say: profiles may not have them. @type {[href: string, why: string][]} */
const DECEIVING = [
  ["https://bank.example@evil.example/", "a name that looks like the host"],
  ["https://anna:secret@evil.example/", "a password in a link"],
  ["https://@evil.example/", "an empty name"],
  ["https://evil.example\\@bank.example/", "a backslash, which is a slash to browsers and none to others"],
  ["https://evil.example\t.bank.example/", "a tab, which browsers pass over"],
  ["https:///evil.example/", "no host, or the first part of the path"],
  ["https://", "no host"],
  ["HTTPS://example.com/", "capitals: one way to write it is enough"],
];

const LINKS = /** @type {Link[]} */ (HREFS.map(([href]) => ({ rel: "reset", href })));
/** Every code with all that a hint may echo. @param {string} typed @returns {Hint[]} */
const every = (typed) => /** @type {HintCode[]} */ (Object.keys(languages[0]?.hints.hints ?? {})).flatMap((code) => {
  const texts = /** @type {string | Record<string, string>} */ (languages[0]?.hints.hints[code]);
  const params = { domain: typed, suggestion: typed, example: typed, username: typed, name: typed, provider: typed, place: typed, length: 16, minLength: 8, letter: "a", links: LINKS };
  // A hint whose sentences differ by a parameter, once for each of its values.
  const kinds = typeof texts === "string" ? [{}] : Object.keys(texts).flatMap((value) => ["verdict", "edge", "character", "wrapper", "cause", "script"].filter((name) => name in hint(code).params).map((name) => ({ [name]: value })));
  return kinds.map((kind) => /** @type {Hint} */ (hint(code, /** @type {never} */ ({ ...params, ...kind }))));
});
const shownOf = (/** @type {[string, string | undefined, string]} */ [typed, shown]) => shown ?? typed;

group("in words", () => {
  for (const { tag, hints } of languages) {
    test(`${tag}: every echo is isolated, cut and without controls; the sentence around it stays as it was`, () => {
      let echoes = 0;
      const plain = every("example.com").map((one) => describe(one, hints));
      for (const row of hostileIdentifiers) {
        const [typed, , why] = row;
        every(typed).forEach((one, at) => {
          const { parts, text, links } = describe(one, hints);
          const said = `${tag}, ${one.code}: ${why}`;
          assert.deepEqual(parts.map((part) => (typeof part === "string" ? part : "\u2068\u2069")), plain[at]?.parts.map((part) => (typeof part === "string" ? part : "\u2068\u2069")), said);
          for (const part of parts) {
            if (typeof part === "string") continue;
            echoes++;
            assert.equal(part.echo, shownOf(row), said);
            assert.ok([...part.echo].length <= 80, said);
          }
          assert.equal(text, parts.map((part) => (typeof part === "string" ? part : `\u2068${part.echo}\u2069`)).join(""), said);
          assert.deepEqual(links.map(({ href }) => href), "links" in one.params ? [`https://example.com/${tag.slice(0, 2)}/reset`] : [], said);
        });
      }
      assert.ok(echoes > 10 * hostileIdentifiers.length, `${echoes} echoes`);
    });
  }
});

group("options", () => {
  /** @param {object} changes */
  const profile = (changes) => ({ id: "own", name: "Own Host", services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["appPassword"], issuedOnly: {}, links: [], ...changes }], issued: [{ role: "appPassword", pattern: "[a-z]{16}" }] });
  /** @param {unknown} provider */
  const refusal = (provider) => createGuard(/** @type {never} */ ({ service: "mailbox", provider })).then(() => "taken", ({ code, option }) => `${code} ${option}`);

  for (const [href, isHttps, why] of HREFS) {
    test(`a profile's link, ${isHttps ? "taken" : "refused"}: ${why}`, async () => {
      assert.equal(await refusal(profile({ links: [{ rel: "reset", href }] })), isHttps ? "taken" : "badLink provider.services[0].links[0].href");
      assert.equal(await refusal({ ...profile({}), help: href }), isHttps ? "taken" : "badLink provider.help");
    });
  }
  for (const [href, why] of DECEIVING) {
    test(`a profile's link, refused: ${why}`, async () => assert.equal(await refusal(profile({ links: [{ rel: "help", href }] })), "badLink provider.services[0].links[0].href"));
  }

  /** @type {[name: string, isTaken: boolean, why: string][]} */
  const NAMES = [
    ["<b>Own</b> & Co", true, "markup is text"],
    ["{domain} [{__proto__}]", true, "places are text"],
    ["\u05d0\u05d7\u05e1\u05d5\u05df", true, "a name from right to left"],
    ["x".repeat(5000), true, "a long one is cut where it is shown"],
    ["Own\u202etsoH", false, "an override would turn the sentence around it"],
    ["Own\u2066Host", false, "an isolate that is never closed"],
    ["Own\u0000Host", false, "a control character"],
    ["Own\nHost", false, "a second line: options cross as lines"],
  ];
  for (const [name, isTaken, why] of NAMES) {
    test(`a provider's name, ${isTaken ? "taken" : "refused"}: ${why}`, async () => {
      assert.equal(await refusal({ ...profile({}), name }), isTaken ? "taken" : "wrongType provider.name");
      assert.equal(await refusal(profile({ usedAt: [name] })), isTaken ? "taken" : "wrongType provider.services[0].usedAt[0]");
      assert.equal(await refusal(profile({ identifier: { forms: ["address"], example: name } })), isTaken ? "taken" : "wrongType provider.services[0].identifier.example");
      if (!isTaken) return;
      const guard = await createGuard(/** @type {never} */ ({ service: "mailbox", provider: { ...profile({}), name } }));
      const [first] = guard.assess({ identifier: "anna@example.com", password: "Sommer24!" }).hints;
      assert.equal(first?.code, "appPasswordExpected");
      const { parts } = describe(/** @type {Hint} */ (first), await loadLocale("en"));
      assert.deepEqual(parts.filter((part) => typeof part !== "string"), [{ echo: name.slice(0, 80) }]);
      assert.equal(describeGuide(guard.guide(), await loadLocale("en")).title, `Which password goes where at ${name}`);
    });
  }

  /** @type {[locale: string, lang: string, why: string][]} */
  const LOCALES = [
    ["__proto__", "en", "what every object has"], ["constructor", "en", "another"], ["toString-de", "en", "at the beginning"], ["de-__proto__", "de", "at the end"],
    ["../x", "en", "a path"], ["../../evil.js#de", "en", "a path that ends like a language"], ["https://evil.example/de", "en", "an address"], ["%64%65", "en", "with percent signs"],
    ["<img src=x onerror=alert(60)>", "en", "markup"], ["de\" onload=\"alert(61)", "en", "an attribute's end"], ["d".repeat(1e6), "en", "a long word"], ["de-".repeat(300), "de", "many subtags"],
  ];
  for (const [locale, lang, why] of LOCALES) {
    test(`a locale becomes ${lang}: ${why}`, async () => assert.equal((await loadLocale(locale)).lang, lang));
  }

  test("of a locale's subtags a few are looked at: each with all before it, a hundred thousand would take hours", () => {
    let looks = 0;
    const shelf = new Proxy({ en: {} }, { getOwnPropertyDescriptor: (target, tag) => { looks++; return Reflect.getOwnPropertyDescriptor(target, tag); } });
    assert.equal(closest(shelf, "xx-".repeat(1000)), "en");
    assert.ok(looks > 1 && looks < 12, `${looks}`);
  });

  test("messages of one's own: markup is text, and no place is filled but ours", () => {
    for (const text of ["<img src=x onerror=alert(62)>{domain}", "{__proto__}{constructor}{toString}[{valueOf} and more.]{domain}"]) {
      const all = /** @type {(tree: unknown) => any} */ (tree) => (typeof tree === "string" ? text : Object.fromEntries(Object.entries(/** @type {object} */ (tree)).map(([key, value]) => [key, all(value)])));
      const mine = { ...all(languages[0]?.hints), lang: "en" };
      for (const one of every("a.example")) {
        const before = text.replace(/\{(?!domain).*\}\]?/, "").replace("{domain}", "");
        assert.deepEqual(describe(one, mine).parts, [...(before ? [before] : []), { echo: "a.example" }], one.code);
      }
    }
  });
});

/** Keeps what must not happen; before all other scripts. */
const WATCH = `window.alerts = []; window.errors = []; window.added = new Set();
  for (const name of ["alert", "confirm", "prompt", "msgbox"]) window[name] = (text) => alerts.push(text);
  addEventListener("error", ({ message }) => errors.push(message), true);
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) for (const one of [node, ...(node.querySelectorAll?.("*") ?? [])]) if (one.nodeType !== Node.TEXT_NODE) added.add(one.nodeName);
  }).observe(document, { childList: true, subtree: true });`;
/** In the page: what stands in a field's region against what was to be said, and what is wrong with it. */
const CHECK = `
  const turn = () => new Promise((done) => setTimeout(() => setTimeout(done)));
  const flat = (parts) => parts.map((part) => typeof part === "string" ? part : part.echo).join("");
  /** Texts of paragraphs and nothing else: text nodes, and bdi with one text. */
  window.faultsOf = (descriptions, shown) => {
    const faults = [];
    const lines = [...document.querySelectorAll(".passkind-status > *")];
    const told = lines.map((line) => line.textContent).sort();
    const wanted = descriptions.map(({ parts }) => flat(parts)).filter(Boolean).sort();
    if (JSON.stringify(told) !== JSON.stringify(wanted)) faults.push("texts: " + JSON.stringify(told.filter((text) => !wanted.includes(text))) + " for " + JSON.stringify(wanted.filter((text) => !told.includes(text))));
    for (const line of lines) for (const node of line.childNodes) {
      const isText = node.nodeType === Node.TEXT_NODE;
      const isEcho = node.localName === "bdi" && !node.attributes.length && !node.children.length && (shown === undefined || node.textContent === shown);
      if (!isText && !isEcho) faults.push("in a text: " + (node.outerHTML ?? node.nodeType));
      if (isText && shown?.length > 12 && node.data.includes(shown)) faults.push("not isolated: " + node.data);
    }
    for (const bdi of document.querySelectorAll(".passkind-use bdi")) if (shown !== undefined && bdi.textContent !== shown) faults.push("button: " + bdi.textContent);
    for (const { href, protocol } of document.querySelectorAll(".passkind a")) if (protocol !== "https:") faults.push("link: " + href);
    const ours = new Set(["class", "id", "role", "lang", "style", "hidden", "type", "href", "tabindex"]);
    for (const element of document.querySelectorAll(".passkind, .passkind *")) for (const { name, value } of element.attributes) {
      if (!ours.has(name) && !name.startsWith("data-")) faults.push("attribute: " + name);
      if (shown?.length > 12 && value.includes(shown)) faults.push("in an attribute: " + name);
    }
    return faults;
  };`;
const FIELDS = `<form id="form"><label>Name <input id="name" autocomplete="username"></label><label>Password <input id="secret" type="password" autocomplete="current-password"></label><button id="go">Sign in</button></form>`;
const page = (/** @type {string} */ script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>echo</title><link rel="icon" href="data:,"><script>${WATCH}</script>${FIELDS}
  <script type="module">import { attach, createGuard, describe, loadLocale } from "/index.js"; ${CHECK} ${script} document.documentElement.dataset.ready = "";</script></html>`;
const PAGES = {
  // A guard that says everything at once; the texts of each language in turn.
  "/all": page(`window.run = async (rows, locale) => {
    let all = [];
    const messages = await loadLocale(locale);
    const guard = { assess: () => ({ status: "ok", verdict: "silent", identifier: { form: "address", fits: "yes", suggestion: all.typed }, password: { shape: "ordinary", expects: [] }, hints: all }) };
    const live = attach(document.querySelector("#form"), { guard, locale });
    const found = [];
    for (const { typed, shown, hints, why } of rows) {
      all = Object.assign(hints, { typed });
      live.refused();
      await turn();
      found.push(...faultsOf(hints.map((hint) => describe(hint, messages)), shown).map((fault) => why + ": " + fault));
      if (document.querySelectorAll(".passkind-hint").length < 40) found.push(why + ": too few texts");
    }
    live.detach();
    return found;
  };`),
  // The core as it is: what is typed goes through it.
  "/typed": page(`window.run = async (rows, options) => {
    const guard = await createGuard(options);
    const live = attach(document.querySelector("#form"), { guard });
    const english = await loadLocale("en");
    const [field, secret] = [document.querySelector("#name"), document.querySelector("#secret")];
    const found = [];
    let echoes = 0;
    for (const { typed, why } of rows) {
      for (const password of ["Regenschirm7", typed]) {
        field.value = typed;
        secret.value = password;
        live.refused();
        await turn();
        const { hints } = guard.assess({ identifier: field.value, password: secret.value }, { refused: 1, input: "autofilled" });
        const descriptions = hints.map((hint) => describe(hint, english));
        found.push(...faultsOf(descriptions).map((fault) => why + ": " + fault));
        for (const bdi of document.querySelectorAll(".passkind-hint bdi")) {
          echoes++;
          if (/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]/u.test(bdi.textContent) || [...bdi.textContent].length > 80) found.push(why + ": shown as " + bdi.textContent);
        }
      }
    }
    live.detach();
    return { found, echoes };
  };`),
  "/person": page(`attach(document.querySelector("#form"), { service: "webmail", provider: "infomaniak", explainBeforeRefusal: true, hostedDomains: ["example.com"] });`),
};

group("in a browser", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES)]); });
  after(async () => { await browser.close(); await server.close(); });

  /** Afterwards nothing has run, come or been asked for. @param {keyof typeof PAGES} path @param {(tab: Page) => Promise<void>} use */
  async function on(path, use) {
    const tab = await browser.newPage();
    /** @type {string[]} */
    const strange = [];
    tab.on("dialog", (dialog) => { strange.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    tab.on("request", (request) => { if (!/\/(all|typed|person|[\w/.-]+\.(js|wasm))$/.test(new URL(request.url()).pathname) && !request.url().startsWith("data:,")) strange.push(request.url()); });
    await tab.goto(server.origin + path);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    await tab.evaluate("added.clear()");
    try {
      await use(tab);
      const { alerts, errors, added } = /** @type {any} */ (await tab.evaluate("({ alerts, errors, added: [...added].sort() })"));
      assert.deepEqual({ alerts, errors, strange }, { alerts: [], errors: [], strange: [] });
      assert.deepEqual(added.filter((/** @type {string} */ name) => !["A", "BDI", "BUTTON", "DIV", "P"].includes(name)), [], "elements");
      assert.equal(await tab.evaluate("document.querySelectorAll('script, img, svg, iframe, base, link, meta, style').length"), 4, "those of the page itself");
    } finally {
      await tab.close();
    }
  }

  for (const { tag } of languages) {
    test(`${tag}: every hint with every name, as a region shows it`, () => on("/all", async (tab) => {
      const rows = hostileIdentifiers.map((row) => ({ typed: row[0], shown: shownOf(row), why: row[2], hints: every(row[0]) }));
      assert.deepEqual(await tab.evaluate(([rows, tag]) => /** @type {any} */ (window)["run"](rows, tag), /** @type {const} */ ([rows, tag])), []);
    }));
  }

  const TYPED = [
    { service: "account", provider: "infomaniak" }, { service: "webmail", provider: "infomaniak", hostedDomains: ["example.com"], explainBeforeRefusal: true },
    { service: "mailbox" }, { service: "mailbox", provider: "infomaniak" }, { service: "ftp", provider: "infomaniak" }, { service: "caldav", provider: "infomaniak" },
  ];
  for (const options of TYPED) {
    test(`each name in a form of ${Object.values(options).join(", ")}, with the core as it is`, () => on("/typed", async (tab) => {
      const rows = hostileIdentifiers.map(([typed, , why]) => ({ typed, why }));
      const { found, echoes } = await tab.evaluate(([rows, options]) => /** @type {any} */ (window)["run"](rows, options), /** @type {const} */ ([rows, options]));
      assert.deepEqual(found, []);
      console.log(`echo: ${Object.values(options).join(", ")}: ${echoes} echoes`);
    }));
  }

  test("typed key by key: markup in an address that is shown again", () => on("/person", async (tab) => {
    for (const typed of ["<img/src=x/onerror=alert(70)>@example.com", "anna@<svg/onload=alert(71)>.gmial.com", "anna@gmial.com<script>alert(72)</script>"]) {
      await tab.click("#name");
      await tab.keyboard.press("Control+A");
      await tab.keyboard.type(typed);
      await tab.keyboard.press("Tab");
      await tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn");
      await tab.keyboard.press("Tab");
      await tab.locator(".passkind-hint").first().waitFor();
      assert.deepEqual(await tab.evaluate("[...document.querySelectorAll('.passkind-status *')].map((one) => one.localName).filter((name) => name !== 'p' && name !== 'bdi')"), []);
    }
  }));

  test("the watch sees what it is to see: markup that is parsed, an alert, a request", async () => {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/all`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    const faults = /** @type {string[]} */ (await tab.evaluate(`(async () => {
      const live = attachFaulty();
      function attachFaulty() {
        const box = document.createElement("div");
        box.className = "passkind";
        box.innerHTML = '<div class="passkind-status"><p>User name: <img src="x" onerror="alert(1)"></p><p title="a title of ours">a text of its own and more</p></div><a href="http://example.com">x</a>';
        document.body.append(box);
      }
      await new Promise((done) => setTimeout(done, 200));
      return faultsOf([{ parts: ["User name: "] }], "a text of its own");
    })()`));
    assert.deepEqual(faults.map((fault) => fault.split(":")[0]).sort(), ["attribute", "attribute", "attribute", "in a text", "link", "not isolated", "texts"]);
    assert.deepEqual(await tab.evaluate("[alerts.length, added.has('IMG')]"), [1, true]);
    assert.ok(server.requests.includes("/x"));
    await tab.close();
  });
});

test("the table: a hundred names, each once, each for its own reason; every code of every language is rendered", () => {
  assert.deepEqual([hostileIdentifiers.length, new Set(hostileIdentifiers.map(([typed]) => typed)).size, new Set(hostileIdentifiers.map(([, , why]) => why)).size], [100, 100, 100]);
  for (const { tag, hints } of languages) {
    const texts = leaves(hints.hints).map(([, text]) => text);
    assert.equal(every("x").map((one) => describe(one, hints)).filter(({ text }) => text).length, texts.length, tag);
  }
});
