/** Every page of the demo, in every language: its texts, its panel, its pieces to copy, its server, its looks. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { takePictures } from "../../scripts/demo-pictures.mjs";
import { loadStrengthLocale } from "../../www/describe-rating.js";
import { createGuard } from "../../www/index.js";
import { examples, passwordExamples } from "../../www/demo/examples.js";
import { LANGUAGES, languageOf, loadTexts, textAt } from "../../www/demo/words.js";
import { demo, PAGES, settle, SIZES, told, typePair } from "./demo.js";
import { serve } from "./server.js";

/** @import {Page} from "playwright-core" */
/** @import {Language, PageName, Texts} from "../../www/demo/words.js" */

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const FILES = { signIn: "index.html", hosting: "index.html", mail: "mail-setup.html", password: "new-password.html", classic: "classic.html" };
const languages = /** @type {Language[]} */ (Object.keys(LANGUAGES));
/** @type {Record<string, Texts>} */
const texts = Object.fromEntries(await Promise.all(languages.map(async (language) => [language, await loadTexts(language)])));
const en = /** @type {Texts} */ (texts["en"]);

/** @type {Awaited<ReturnType<typeof demo>>} */ let shown;
before(async () => {
  shown = await demo();
  await mkdir(PICTURES, { recursive: true });
});
after(() => shown.close());

/** @param {PageName} page @param {string} language */
const address = (page, language) => `${PAGES[page]}${PAGES[page].includes("?") ? "&" : "?"}lang=${language}`;

/** @param {unknown} value @param {string} [path] @returns {[string, string][]} */
function flat(value, path = "") {
  return typeof value === "string" ? [[path, value]] : Object.entries(value ?? {}).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

describe("texts", () => {
  for (const language of languages) {
    test(`${language}: the keys of English, nothing empty, no HTML, the same places to fill`, () => {
      const english = new Map(flat(en));
      const own = flat(texts[language]);
      assert.deepEqual(own.map(([path]) => path), [...english.keys()]);
      for (const [path, text] of own) {
        const original = english.get(path) ?? "";
        assert.ok(text.trim() === text && text.length > 0, path);
        assert.doesNotMatch(text, /[<>ß]|\b(please|invalid|wrong|correct)\b/i, path);
        if (language === "fr") assert.doesNotMatch(text, /«[^\u202f]|[^\u202f]»/, path);
        assert.deepEqual(text.match(/\{\w+\}/g), original.match(/\{\w+\}/g), path);
        assert.ok(text.length <= Math.max(1.6 * original.length, original.length + 16), `${path} is long: ${text}`);
      }
      // Names that are the same everywhere are few; whole sentences never are.
      const same = own.filter(([path, text]) => language !== "en" && text === english.get(path) && text.includes(" "));
      assert.deepEqual(same, []);
    });
  }

  test("every text that a page names is there", async () => {
    for (const [page, file] of Object.entries(FILES)) {
      const html = await readFile(`${WWW}demo/${file}`, "utf8");
      for (const [, path = ""] of html.matchAll(/data-(?:text|label)="(.*?)"/g)) {
        assert.notEqual(textAt(en, path, /** @type {PageName} */ (page)), "", `${file}: ${path}`);
      }
    }
  });

  test("the language is the first one wanted that there is", () => {
    /** @type {[wanted: (string | null)[], language: string][]} */
    const table = [[["de-CH"], "de"], [[null, "pt-BR", "it"], "it"], [["ES"], "es"], [["xx"], "en"], [[], "en"], [["fr", "de"], "fr"], [["toString"], "en"]];
    for (const [wanted, language] of table) assert.equal(languageOf(wanted), language, String(wanted));
  });

  test("the browser's language is taken, the address wins, and the switch goes through all five", () => shown.open("/", async (tab) => {
    assert.equal(await tab.innerText("h1"), texts["it"]?.titles.signIn);
    await tab.goto(`${shown.origin}/mail-setup.html?lang=es`);
    for (const language of ["es", "fr", "de", "en", "it"]) {
      await tab.selectOption("#language", language);
      await tab.getByRole("heading", { level: 1, name: texts[language]?.titles.mail }).waitFor();
      assert.equal(await tab.getAttribute("html", "lang"), language);
      assert.match(tab.url(), new RegExp(`lang=${language}`));
      assert.match(await tab.getAttribute("[data-nav=password]", "href") ?? "", new RegExp(`lang=${language}`));
    }
    assert.deepEqual(await tab.locator("#language option").evaluateAll((all) => all.map((one) => [one.getAttribute("lang"), one.textContent])), Object.entries(LANGUAGES));
  }, { context: { locale: "it-CH" } }));
});

describe("the panel", () => {
  /** Any six characters in a row of a secret; the label that was copied along is none. @param {string} typed */
  const parts = (typed, secret = typed.toLowerCase().replace(/^password: /, "")) => Array.from({ length: Math.max(1, secret.length - 5) }, (_, at) => secret.slice(at, at + 6));

  for (const page of /** @type {const} */ (["signIn", "hosting", "mail", "classic"])) {
    test(`${page}: shows what assess gives, and nothing of the password`, () => shown.open(address(page, "en"), async (tab) => {
      const services = page === "mail" ? ["anyMail"] : await tab.locator("#services input").evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
      for (const service of services) {
        if (page !== "mail") await tab.locator(`#services input[value=${service}]`).check({ force: true });
        const guard = await createGuard(service === "anyMail" ? { service: "mailbox" } : { service, provider: "infomaniak" });
        for (const { kind, identifier, password } of examples[service] ?? []) {
          await tab.locator(`#examples [data-kind=${kind}]`).click();
          const expected = JSON.stringify(guard.assess({ identifier, password }, { refused: 0 }), null, 2);
          await tab.waitForFunction((text) => document.querySelector("#assessment")?.textContent === text, expected);
          // Where the user name was typed twice, its domain is in the answer: it is no secret.
          if (password === identifier) continue;
          const whole = (await tab.locator("#panel").innerText()).toLowerCase();
          for (const part of parts(password)) assert.ok(!whole.includes(part), `${service}, ${kind}: ${part}`);
        }
      }
    }));
  }

  test("it counts refusals, tells Caps Lock, and shows the event without codes about the password", () => shown.open(address("signIn", "en"), async (tab) => {
    const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
    const pair = { identifier: "hello@atelier-muster.example", password: "Regenschirm7" };
    const shows = (/** @type {import("../../www/index.js").Observation} */ observation) =>
      tab.waitForFunction((text) => document.querySelector("#assessment")?.textContent === text, JSON.stringify(guard.assess(pair, observation), null, 2));
    await typePair(tab, pair.identifier, pair.password);
    await shows({ refused: 0 });
    assert.deepEqual(JSON.parse(await tab.innerText("#event")), { status: "ok", codes: [] });
    await tab.click("#refuse");
    await shows({ refused: 1 });
    await tab.click("#refuse");
    await shows({ refused: 2 });
    await tab.focus("#password");
    // No driver can switch Caps Lock on: a made event, as the browser would send it.
    await tab.evaluate(() => document.querySelector("#password")?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, modifierCapsLock: true })));
    await shows({ refused: 2, capsLock: true });
  }));

  test("every example of a new password is rated, in every language", () => shown.open(address("password", "en"), async (tab) => {
    for (const language of languages) {
      await tab.selectOption("#language", language);
      await tab.getByRole("heading", { level: 1, name: texts[language]?.titles.password }).waitFor();
      // The words before the level: "Strength: ".
      const [said = "?"] = (await loadStrengthLocale(language)).rated.split("{");
      for (const { kind } of passwordExamples) {
        await tab.locator(".passkind-level").evaluate((level) => level.replaceChildren());
        await tab.getByRole("button", { name: texts[language]?.passwordKinds[kind] }).click();
        await tab.locator(".passkind-level", { hasText: said }).waitFor();
      }
    }
  }));

  test("the rating of a new password is what onRating hears, and nothing of the password", () => shown.open(address("password", "en"), async (tab) => {
    for (const { kind, password } of passwordExamples) {
      await tab.evaluate(() => document.querySelector("#assessment")?.replaceChildren());
      await tab.locator(`#examples [data-kind=${kind}]`).click();
      await tab.locator("#assessment span").first().waitFor();
      const { status, score, hints } = JSON.parse(await tab.innerText("#assessment"));
      assert.equal(status, "ok");
      const { rated, levels } = await loadStrengthLocale("en");
      assert.ok((await tab.innerText(".passkind-level")).startsWith(rated.replace("{level}", levels[score] ?? "?")), `${kind}: ${score}`);
      assert.ok(await tab.locator(".passkind-meter").isVisible());
      assert.equal(hints.length, await tab.locator(".passkind-tip").count());
      const whole = (await tab.locator("#panel").innerText()).toLowerCase();
      for (const part of parts(password)) assert.ok(!whole.includes(part), `${kind}: ${part}`);
    }
    assert.match(await tab.innerText(".passkind-level"), /^Strength: /);
  }));
});

describe("pieces to copy", () => {
  /** What a person sees who pasted them. @type {Record<PageName, (tab: Page) => Promise<void>>} */
  const works = {
    signIn: (tab) => isTold(tab, "hello@atelier-muster.example", "Regenschirm7", /made for this e-mail address/),
    hosting: (tab) => isTold(tab, "anna.muster@example.com", "Werkbank24Nordhang", /users of its own/),
    mail: (tab) => isTold(tab, "anna.muster@gmail.com", "Regenschirm7", /Google takes an app password/),
    classic: async (tab) => {
      await tab.locator(".passkind-hint").first().waitFor();
      assert.match(await told(tab), /you may have several here/);
    },
    password: async (tab) => {
      await tab.fill("#account", "Regenschirm-im-Juli");
      await tab.locator("#fresh").pressSequentially("Regenschirm-im-Juli2");
      await tab.locator(".passkind-tip", { hasText: "a few signs more or fewer than your account password" }).waitFor();
    },
  };

  /** @param {Page} tab @param {string} user @param {string} password @param {RegExp} hint */
  async function isTold(tab, user, password, hint) {
    await tab.fill("#user", user);
    await tab.locator("#password").pressSequentially(password);
    await tab.locator("#password").blur();
    await tab.locator(".passkind-hint").first().waitFor();
    assert.match(await told(tab), hint);
    await tab.getByRole("button", { name: /^(Sign in|Set up)$/ }).click();
    await tab.locator(".passkind-hint", { hasText: /Test this address|Try another|set a new password|app password|a new password|users of its own/ }).first().waitFor();
  }

  for (const page of /** @type {PageName[]} */ (Object.keys(PAGES))) {
    test(`${page}: the buttons put them on the clipboard, and they run`, () => shown.open(address(page, "en"), async (tab) => {
      /** @type {Record<string, string>} */
      const copied = {};
      for (const [key, name] of [["install", "Install"], ["html", "HTML"], ["js", "JavaScript"]]) {
        await tab.getByRole("button", { name: `Copy: ${name}` }).click();
        await tab.locator("#copied[role=status]", { hasText: `Copied: ${name}` }).waitFor();
        copied[key ?? ""] = await tab.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied[key ?? ""], await tab.locator(`[data-snippet=${key}] code`).textContent());
      }
      assert.equal(copied["install"], "npm install passkind");
      assert.match(copied["html"] ?? "", /<script type="module" src="(sign-in|change)\.js"><\/script>$/);
      const scripts = `<script type="importmap">{ "imports": { "passkind": "/index.js", "passkind/meter.js": "/meter.js" } }</script><script type="module">${copied["js"]}</script>`;
      const body = (copied["html"] ?? "").replace(/<script.*<\/script>/, () => scripts);
      const own = await serve({ "/fixture/": `<!doctype html><html lang="en"><title>Own page</title>${body}` });
      const other = await shown.browser.newPage();
      await other.goto(`${own.origin}/fixture/`);
      await works[page](other);
      await other.close();
      await own.close();
    }, { context: { permissions: ["clipboard-read", "clipboard-write"] } }));
  }

  test("where the clipboard is closed the piece is selected, and that is said", () => shown.open(address("signIn", "en"), async (tab) => {
    await tab.getByRole("button", { name: "Copy: HTML" }).click();
    await tab.locator("#copied", { hasText: en.copyFailed }).waitFor();
    assert.equal(await tab.evaluate(() => String(getSelection()).slice(0, 5)), "<form");
  }, { before: async (tab) => { await tab.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("closed")); }); } }));
});

describe("the classic form and its server", () => {
  const post = (/** @type {Record<string, string>} */ fields, path = "/classic.html?service=account&lang=en") =>
    fetch(`${shown.origin}${path}`, { method: "POST", body: new URLSearchParams(fields) });

  test("a person is refused three times and told what to do at each load", () => shown.open("/classic.html?service=account&lang=en", async (tab) => {
    assert.equal(await told(tab), "");
    /** @type {string[]} */
    const said = [];
    for (const count of [1, 2, 3]) {
      await typePair(tab, "anna.muster@example.com", "Regenschirm-im-Juli");
      await Promise.all([tab.waitForEvent("load"), tab.click("button.primary")]);
      await tab.locator(".passkind-hint").first().waitFor();
      assert.equal(await tab.getAttribute("#form", "data-passkind-refused"), String(count));
      assert.equal(await tab.inputValue("#password"), "", "no server gives a password back");
      assert.equal(await tab.inputValue("#identifier"), "anna.muster@example.com");
      assert.ok(await tab.getByText(en.refused.replace("{count}", String(count))).isVisible());
      said.push(await told(tab));
    }
    assert.equal(new Set(said).size, 3, "each refusal is told something else");
    assert.match(said[1] ?? "", /^Next step/);
    assert.match(said[2] ?? "", /Take a pause/);
    await tab.locator("#services input[value=ftp]").check({ force: true });
    await settle(tab);
    assert.equal(await told(tab), "", "another service was not refused");
  }));

  test("without JavaScript it is posted and refused, in the reader's language", () => shown.open("/classic.html?lang=de", async (tab) => {
    await tab.fill("#identifier", "anna.muster@example.com");
    await tab.fill("#password", "Regenschirm-im-Juli");
    await tab.click("button.primary");
    await tab.getByText(texts["de"]?.refused.replace("{count}", "1") ?? "").waitFor();
    assert.equal(await tab.getAttribute("html", "lang"), "de");
    assert.equal(await tab.innerText("label[for=password]"), "Passwort");
    await tab.click("[data-nav=hosting]");
    assert.equal(await tab.innerText("h1"), texts["de"]?.titles.hosting, "the links keep the language");
  }, { context: { javaScriptEnabled: false } }));

  test("everybody gets the same answer, but for the name that was sent", async () => {
    const [first = "", second = ""] = await Promise.all([["anna@example.com", "Regenschirm-im-Juli"], ["bert@example.org", "Werkbank24Nordhang"]]
      .map(async ([identifier = "", password = ""]) => {
        const answer = await post({ identifier, password, refused: "0" });
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get("cache-control"), "no-store");
        const html = await answer.text();
        assert.ok(!html.includes(password));
        return html.replace(identifier, "");
      }));
    assert.equal(first, second);
  });

  test("counts are what they can be; what is sent stays text", async () => {
    /** @type {[sent: string, rendered: number][]} */
    const table = [["0", 1], ["1", 2], ["98", 99], ["99", 99], ["100000", 99], ["-7", 1], ["", 1], ["x", 1], ["1e9", 2], ['"><b>', 1]];
    for (const [refused, rendered] of table) {
      const html = await (await post({ identifier: "", password: "", refused })).text();
      assert.ok(html.includes(` data-passkind-refused="${rendered}"`) && html.includes(`name="refused" value="${rendered}"`), refused);
    }
    const html = await (await post({ identifier: `"><script>alert(1)</script>$&{page}`, password: "" }, `/classic.html?lang="><b>&service="><b>`)).text();
    assert.ok(html.includes("value=\"&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;$&#38;{page}\""));
    assert.ok(!html.includes("<script>alert") && !html.includes("><b>"));
    assert.match(await (await post({ refused: "0" }, "/classic.html?service=nonsense")).text(), /action="\?service=account&#38;lang=en"/);
  });

  test("one policy on every page by header; nothing else is posted to, read or taken", async () => {
    const policies = await Promise.all(Object.values(PAGES).map(async (path) => (await fetch(shown.origin + path)).headers.get("content-security-policy")));
    policies.push((await post({ refused: "0" })).headers.get("content-security-policy"));
    assert.equal(new Set(policies).size, 1);
    assert.match(policies[0] ?? "", /script-src 'self' 'wasm-unsafe-eval'; .*style-src 'self'; .*frame-ancestors 'none'/);
    assert.equal((await post({}, "/index.html")).status, 405);
    assert.equal((await fetch(`${shown.origin}/..%2f..%2fpackage.json`)).status, 404);
    assert.equal((await fetch(`${shown.origin}/%E0%A4%A`)).status, 404);
    assert.equal((await post({ identifier: "a".repeat(20_000) })).status, 413);
  });

  test("without the address's word the browser's language decides", async () => {
    const answer = await fetch(`${shown.origin}/classic.html`, { headers: { "accept-language": "pt-BR, fr-CH;q=0.9, en;q=0.8" } });
    assert.match(await answer.text(), /<html lang="fr">[^]*Un formulaire rendu par le serveur/);
  });
});

describe("what is missing is said", () => {
  for (const page of /** @type {PageName[]} */ (Object.keys(PAGES))) {
    test(`${page}: without JavaScript; without WebAssembly and what stands in its place`, async () => {
      const needs = page === "classic" ? "classicWithout" : "needsJavaScript";
      await shown.open(address(page, "es"), async (tab) => {
        assert.ok(await tab.locator("noscript p").isVisible());
        assert.equal(await tab.locator("noscript p").textContent(), texts["es"]?.[needs]);
        assert.ok(await tab.getByText(texts["es"]?.never ?? "").isVisible());
        for (const id of ["#panel", "#reveal", "#language", ".copies"]) assert.equal(await tab.locator(id).isVisible(), false, id);
      }, { context: { javaScriptEnabled: false } });
      await shown.open(address(page, "es"), async (tab) => {
        await typePair(tab, "anna.muster", "Regenschirm7");
        await tab.getByText(texts["es"]?.[page === "password" ? "needsRating" : "needsWasm"] ?? "").waitFor();
        const { status, reason } = JSON.parse(await tab.locator("#assessment").textContent() ?? "");
        assert.deepEqual([status, reason], ["unavailable", "blocked"]);
        await tab.click("button.primary");
        await tab.locator("#answer", { hasText: page === "classic" ? "1)" : "Enviado" }).waitFor();
      }, { before: async (tab) => {
        await tab.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
        await tab.route("**/pkg/twin.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('it has not come');" }));
      } });
    });
  }
});

test("the pictures of the documents can be taken again, in their size", async () => {
  const folder = await mkdtemp(join(tmpdir(), "passkind-pictures-"));
  await takePictures(`${folder}/`);
  for (const [name, width, height] of /** @type {const} */ ([["demo.png", 1280, 960], ["demo-phone.png", 390, 844]])) {
    for (const path of [join(folder, name), fileURLToPath(new URL(`../../docs/${name}`, import.meta.url))]) {
      const png = await readFile(path);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [width, height], path);
    }
  }
  await rm(folder, { recursive: true });
});

describe("every page, every language, light and dark, phone and desktop: axe finds nothing, nothing scrolls sideways, a picture", () => {
  /** Something to see on every page. @type {Record<PageName, (tab: Page) => Promise<void>>} */
  const fill = {
    signIn: refusedPair,
    hosting: refusedPair,
    mail: refusedPair,
    classic: async (tab) => {
      await typePair(tab, "anna.muster", "q7Rk w2Mx t9Bd z4Hn");
      await Promise.all([tab.waitForEvent("load"), tab.click("button.primary")]);
      await tab.locator(".passkind-hint").first().waitFor();
    },
    password: async (tab) => {
      await tab.locator("[data-kind=same]").click();
      await tab.locator(".passkind-tip").first().waitFor();
    },
  };

  /** @param {Page} tab */
  async function refusedPair(tab) {
    await typePair(tab, "anna.muster", "q7Rk w2Mx t9Bd z4Hn");
    await tab.click("#refuse");
    await tab.locator(".passkind-hint").first().waitFor();
    const guide = tab.locator("#guide");
    if (!(await guide.count())) return;
    await guide.scrollIntoViewIfNeeded();
    await tab.locator("tbody tr").first().waitFor();
  }

  for (const page of /** @type {PageName[]} */ (Object.keys(PAGES))) {
    for (const language of languages) {
      test(`${page}, ${language}`, () => shown.open(address(page, language), async (tab) => {
        await fill[page](tab);
        await settle(tab);
        await tab.locator("#assessment span").first().waitFor(); // the panel is looked at too
        for (const [size, viewport] of Object.entries(SIZES)) {
          await tab.setViewportSize(viewport);
          for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
            await tab.emulateMedia({ colorScheme });
            const axe = new AxeBuilder({ page: tab }).setLegacyMode(true); // there are no frames to merge
            // The scheme changes colours only: all rules once a size, those of colours in the other scheme.
            if ((size === "phone") !== (colorScheme === "dark")) axe.withRules(["color-contrast", "link-in-text-block"]);
            const { violations } = await axe.analyze();
            assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]), [], `${size}, ${colorScheme}`);
            await tab.screenshot({ path: `${PICTURES}${page}-${language}-${size}-${colorScheme}.png`, fullPage: true });
          }
        }
        for (const width of [320, 390, 768, 1024, 1280]) {
          await tab.setViewportSize({ width, height: 640 });
          assert.ok(await tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), `${width} px wide`);
        }
      }, { context: { reducedMotion: "reduce", bypassCSP: true } }));
    }
  }
});
