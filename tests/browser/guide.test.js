/** `<passkind-guide>` in a real Chromium: walked by keyboard, read, looked at; every built-in provider; a core that will not run. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { after, before, beforeEach, afterEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { createGuard } from "../../www/index.js";
import en from "../../www/locales/en/guide.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, BrowserContextOptions, Page} from "playwright-core" */

const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const CSP = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-page'; style-src 'self'; img-src 'self' data:">`;
const FALLBACK = `See <a id="help" href="https://www.infomaniak.com/en/support/faq/1980">which password is which</a>.`;
/** @param {string} body @param {string} [html] */
const page = (body, html = `lang="en"`) => `<!doctype html><html ${html}><meta name="viewport" content="width=device-width"><title>Which password?</title>${CSP}
<link rel="stylesheet" href="/passkind.css"><link rel="stylesheet" href="/page.css"><script nonce="page">
  window.errors = []; window.broken = [];
  addEventListener("error", (event) => errors.push(event.error?.option ?? event.message));
  addEventListener("unhandledrejection", () => errors.push("unhandled rejection"));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => broken.push(violatedDirective));
</script><script type="module" src="/define-guide.js"></script><body><main><h1>Which password do I need?</h1>${body}</main></html>`;
/** @param {string} [attributes] */
const guide = (attributes = `provider="infomaniak"`) => `<passkind-guide ${attributes}>${FALLBACK}</passkind-guide>`;

const PAGES = {
  "/page.css": `:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif } body { margin: 0; padding: 1rem } main { max-width: 60rem; margin-inline: auto } h1 { overflow-wrap: anywhere }`,
  "/guide": page(guide()),
  "/ftp": page(guide(`provider="infomaniak" service="ftp"`)),
  "/one": page(guide(`provider="aws-ses"`)),
  "/none": page(guide("")),
  "/nobody": page(guide(`provider="nobody"`)),
  "/below": page(`<div class="tall"></div>${guide()}`),
  "/rtl": page(guide(), `lang="en" dir="rtl"`),
  "/french": page(guide(), `lang="fr-CH"`),
  "/form": page(`<form id="form" action="/sent"><input name="q" value="1">${guide()}<button id="send">Send</button></form>`),
  "/sent": page(""),
  "/two": page(guide() + guide(`provider="google"`)),
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {Page} */ let tab;
before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES), mkdir(PICTURES, { recursive: true })]); });
after(async () => { await browser.close(); await server.close(); });
beforeEach(async () => { tab = await browser.newPage({ viewport: { width: 900, height: 900 } }); tab.setDefaultTimeout(5000); });
afterEach(() => tab.close());

/** @param {keyof typeof PAGES} path */
async function open(path, target = tab) {
  await target.goto(server.origin + path);
  await target.locator(".passkind-guide").first().waitFor();
}
const answer = (target = tab) => target.locator(".passkind-answer").first();
const text = async () => (await answer().innerText()).replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ");
/** @param {string} expression @returns {Promise<any>} */
const get = (expression) => tab.evaluate(expression);
/** `waitForFunction` evaluates in the page, which its policy forbids. @param {string} expression */
async function until(expression) {
  for (let i = 0; i < 100 && !(await get(expression)); i++) await tab.waitForTimeout(50);
  assert.ok(await get(expression), expression);
}
const active = () => get("document.activeElement.value ?? document.activeElement.className ?? ''");

/** Tab until the first group, arrows to the wish, Tab, arrows to the situation, Tab, Enter: no pointer. @param {string} service @param {string} situation */
async function walk(service, situation) {
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Space");
  for (let i = 0; i < 20 && (await active()) !== service; i++) await tab.keyboard.press("ArrowDown");
  assert.equal(await active(), service);
  await tab.keyboard.press("Tab");
  for (let i = 0; i < 5 && (await active()) !== situation; i++) await tab.keyboard.press("ArrowDown");
  assert.equal(await active(), situation);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
}

describe("two questions lead to the row", () => {
  /** @type {[service: string, situation: string, tells: RegExp[], first: string, reason: string][]} */
  const table = [
    ["account", "unsure", [/User name: e-mail address, like anna@example\.com Password: account password/, /Manager, my account/, /each can have its own password/], "/faq/2359/", "only which one"],
    ["account", "refused", [/Try another password/, /Set a new password for the account\.$/], "/faq/2359/", "account refused: that password is reset"],
    ["account", "none", [/chosen when the account was made/, /A mailbox can exist without an account/], "/faq/2359/", "who manages it can invite"],
    ["mailbox", "refused", [/Password: password of the e-mail address There can be several/, /Test the address with its password.*Create a new password for this e-mail address\.$/], "config.infomaniak.com", "address refused: the pair is tested before the reset"],
    ["mailbox", "none", [/Mail Service, this address, Devices tab/, /Create a password for this e-mail address/], "config.infomaniak.com", "where it is created"],
    ["ftp", "refused", [/User name: user of the service, like abcd_name Password: password of this very user/, /Set a new password for this user\.$/], "manager.infomaniak.com", "a user of its own"],
    ["caldav", "refused", [/User name: sync name, like AB12345 Password: app password or account password/, /Try another password/], "application-password", "a name of its own"],
  ];
  for (const [service, situation, tells, link, reason] of table) {
    test(`${service}, ${situation}, by keyboard alone: ${reason}`, async () => {
      await open("/guide");
      await walk(service, situation);
      for (const told of tells) assert.match(await text(), told);
      assert.equal(await active(), "", "the focus stays on the button");
      assert.equal(await get("document.activeElement.className"), "passkind-show");
      await tab.keyboard.press("Tab");
      assert.match(await get("document.activeElement.href"), new RegExp(link));
      assert.deepEqual(await get("[errors, broken]"), [[], []]);
    });
  }

  test("the first question unanswered is said, and nothing else", async () => {
    await open("/guide");
    await tab.click(".passkind-show");
    assert.equal(await text(), en.choose);
    assert.equal(await tab.locator(".passkind-guide > .passkind-tools").isVisible(), false);
  });

  test("another choice takes the answer to the former one away, without a word", async () => {
    await open("/guide");
    await tab.getByLabel(en.services.ssh).check();
    await tab.click(".passkind-show");
    assert.match(await text(), /abcd_name/);
    await tab.getByLabel(en.situations.refused).check();
    assert.equal(await answer().textContent(), "");
    assert.equal(await tab.locator(".passkind-guide > .passkind-tools").isVisible(), false);
  });

  test("the page knows the service: it is chosen, also when that changes", async () => {
    await open("/ftp");
    await tab.click(".passkind-show");
    assert.match(await text(), /^You sign in to: FTP User name/);
    await get(`document.querySelector("passkind-guide").service = "mysql"`);
    await tab.click(".passkind-show");
    assert.match(await text(), /^You sign in to: MySQL User name/);
  });

  test("provider and service change in one go: the new service is chosen; one that is not there leaves none chosen", async () => {
    await open("/ftp");
    const chosen = `document.querySelector("input[data-of=service]:checked")?.value`;
    for (const order of [{ provider: "nextcloud", service: "caldav" }, { service: "ftp", provider: "infomaniak" }]) {
      await get(`Object.assign(document.querySelector("passkind-guide"), ${JSON.stringify(order)})`);
      await tab.locator(`.passkind-guide[aria-label$="${order.provider === "nextcloud" ? "Nextcloud" : "Infomaniak"}"]`).waitFor();
      assert.equal(await get(chosen), order.service);
    }
    await tab.getByLabel(en.situations.refused).check();
    await get(`document.querySelector("passkind-guide").service = "intranet"`);
    assert.equal(await get(chosen), undefined);
    assert.equal(await tab.getByLabel(en.situations.refused).isChecked(), true, "the other question keeps its answer");
    await tab.click(".passkind-show");
    assert.equal(await text(), en.choose);
  });

  test("where there is one service, one question is left", async () => {
    await open("/one");
    assert.equal(await tab.locator("fieldset").count(), 1);
    await tab.click(".passkind-show");
    assert.match(await text(), /^You sign in to: Mail program User name/);
  });

  test("it asks for no text, sends nothing along, and two on one page do not meet", async () => {
    await open("/form");
    assert.equal(await tab.locator("passkind-guide input:not([type=radio]), passkind-guide textarea").count(), 0);
    await tab.getByLabel(en.services.ssh).check();
    await Promise.all([tab.waitForURL("**/sent*"), tab.click("#send")]);
    assert.equal(new URL(tab.url()).search, "?q=1");
    await open("/two");
    await tab.locator(".passkind-guide").nth(1).waitFor();
    for (const at of [0, 1]) await tab.locator("passkind-guide").nth(at).getByLabel(en.services.mailbox).check();
    assert.equal(await tab.locator("input:checked[data-of=service]").count(), 2);
  });
});

describe("every provider", async () => {
  const folder = new URL("../../www/providers/", import.meta.url);
  const profiles = await Promise.all(readdirSync(folder).filter((name) => name.endsWith(".js")).map(async (name) => (await import(new URL(name, folder).href)).default));
  const ids = profiles.filter(({ services }) => services?.some((/** @type {{ expects: string[] }} */ { expects }) => expects.length)).map(({ id }) => id);
  test("its guide shows, each wish has an answer, and nothing goes wrong", async () => {
    await open("/guide");
    assert.ok(ids.length >= 45);
    for (const provider of ids) {
      const rows = (await createGuard({ service: "account", provider })).guide();
      await get(`document.querySelector("passkind-guide").provider = ${JSON.stringify(provider)}`);
      await tab.locator(`.passkind-guide[aria-label="Which password goes where at ${rows.name}"]`).waitFor();
      assert.equal(await tab.locator(".passkind-guide").count(), 1);
      assert.equal(await tab.locator(".passkind-table tbody tr").count(), rows.rows.length, provider);
      for (const { service } of rows.rows) {
        await get(`document.querySelector("passkind-guide").service = ${JSON.stringify(service)}; document.querySelector(".passkind-show").click()`);
        assert.match(await text(), /^You sign in to: .* User name: .* Password: /, `${provider} ${service}`);
      }
    }
    assert.deepEqual(await get("[errors, broken]"), [[], []]);
  });
});

describe("what the page put inside", () => {
  test("is seen until the guide is there, and not after", async () => {
    await tab.route("**/pkg/**", async (route) => { await new Promise((done) => setTimeout(done, 500)); await route.continue(); });
    await tab.goto(server.origin + "/guide");
    assert.equal(await tab.locator("#help").isVisible(), true);
    await tab.locator(".passkind-guide").waitFor();
    assert.equal(await tab.locator("#help").isVisible(), false);
    assert.equal(await tab.locator("main").innerText().then((all) => all.includes("See which")), false, "its bare text neither");
    assert.equal(await tab.locator("passkind-guide > #help").count(), 1, "and stays the page's");
  });

  for (const [how, prepare] of /** @type {[string, () => Promise<unknown>][]} */ ([
    ["WebAssembly is blocked", () => tab.addInitScript("WebAssembly.compile = WebAssembly.instantiate = () => Promise.reject(new Error('blocked'))")],
    ["there is no WebAssembly, nor what stands in its place", async () => {
      await tab.addInitScript("delete globalThis.WebAssembly");
      await tab.route("**/pkg/twin.js", (route) => route.abort());
    }],
    ["the core's file does not come", () => tab.route("**/pkg/**", (route) => route.abort())],
  ])) {
    test(`is all that is seen where ${how}`, async () => {
      await prepare();
      await tab.goto(server.origin + "/guide");
      await tab.waitForLoadState("networkidle");
      await tab.waitForTimeout(300);
      assert.equal(await tab.locator("#help").isVisible(), true);
      assert.equal(await tab.locator(".passkind-guide").count(), 0);
      assert.deepEqual(await get("errors"), []);
    });
  }

  for (const [path, option] of /** @type {const} */ ([["/none", "provider"], ["/nobody", "provider"]])) {
    test(`stays where the options cannot be used, which is reported once: ${path}`, async () => {
      await tab.goto(server.origin + path);
      await until("errors.length");
      await tab.waitForTimeout(200);
      assert.deepEqual(await get("errors"), [option]);
      assert.equal(await tab.locator("#help").isVisible(), true);
      await get(`document.querySelector("passkind-guide").setAttribute("provider", "google")`);
      await tab.locator(".passkind-guide").waitFor();
      await get(`document.querySelector("passkind-guide").setAttribute("provider", "nobody")`);
      await tab.locator("#help").waitFor();
      assert.equal(await tab.locator(".passkind-guide").count(), 0);
    });
  }
});

describe("on the page", () => {
  test("far below, nothing of the core is fetched; near, it is", async () => {
    await tab.route("**/page.css", (route) => route.fulfill({ body: ".tall { height: 4000px }", contentType: "text/css" }));
    const from = server.requests.length;
    await tab.goto(server.origin + "/below");
    await tab.waitForLoadState("networkidle");
    assert.deepEqual(server.requests.slice(from).filter((path) => path.startsWith("/pkg/")), []);
    await tab.locator("#help").scrollIntoViewIfNeeded();
    await tab.locator(".passkind-guide").waitFor();
  });

  test("the language follows the page and its attribute; choices and answer stay", async () => {
    await open("/french");
    assert.equal(await tab.locator(".passkind-guide").getAttribute("lang"), "fr");
    await tab.getByLabel("Mes e-mails dans un logiciel").check();
    await tab.locator(".passkind-show").click();
    assert.match(await text(), /Nom d’utilisateur : adresse e-mail/);
    await get(`document.querySelector("passkind-guide").locale = "en"`);
    await tab.locator(".passkind-guide[lang=en]").waitFor();
    assert.match(await text(), /You sign in to: Mail program User name: e-mail address/);
  });

  test("moved, it stays as it is; cloned, the clone has one of its own", async () => {
    await open("/ftp");
    await tab.click(".passkind-show");
    const before = await text();
    await get(`document.body.append(document.querySelector("passkind-guide"))`);
    assert.equal(await text(), before);
    await get(`document.body.append(document.querySelector("passkind-guide").cloneNode(true))`);
    await until(`document.querySelectorAll("passkind-guide")[1].shadowRoot !== null`);
    assert.deepEqual(await get(`[...document.querySelectorAll("passkind-guide")].map((one) => one.querySelectorAll(".passkind-guide").length)`), [1, 1]);
  });

  test("a profile and texts of one's own", async () => {
    await open("/guide");
    await get(`(async () => {
      const { default: en } = await import("/locales/en/guide.js");
      Object.assign(document.querySelector("passkind-guide"), {
        provider: { id: "own", name: "Own Host", services: [{ service: "intranet", identifier: { forms: ["name"] }, expects: ["servicePassword"] }, { service: "account", identifier: { forms: ["name"] }, expects: ["accountPassword"] }] },
        texts: { ...en, open: "Where to?", services: { ...en.services, intranet: "Our intranet" } } });
    })()`);
    await tab.getByText("Where to?").waitFor();
    await tab.getByLabel("Our intranet").check();
    await tab.click(".passkind-show");
    assert.match(await text(), /^You sign in to: Our intranet User name: user name Password: password of this very user/);
  });

  /** @type {Record<string, BrowserContextOptions & { path?: keyof typeof PAGES, size?: number }>} */
  const SEEN = {
    desktop: { viewport: { width: 1280, height: 900 } },
    phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    narrow: { viewport: { width: 320, height: 700 } },
    dark: { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
    "desktop-dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
    forced: { viewport: { width: 390, height: 844 }, forcedColors: "active" },
    "text-200": { viewport: { width: 800, height: 900 }, size: 200 },
    "narrow-200": { viewport: { width: 320, height: 900 }, size: 200 },
    rtl: { viewport: { width: 390, height: 844 }, path: "/rtl" },
    french: { viewport: { width: 390, height: 844 }, path: "/french" },
  };
  for (const [name, { path = "/guide", size, ...context }] of Object.entries(SEEN)) {
    test(`${name}: nothing sticks out, axe finds nothing, targets are large enough`, async () => {
      const window = await browser.newContext({ bypassCSP: true, ...context });
      const target = await window.newPage();
      await open(path, target);
      if (size) await target.addStyleTag({ content: `html { font-size: ${size}% !important }` });
      await target.locator("[data-of=service][value=mailbox]").check();
      await target.locator("[data-of=situation][value=refused]").check();
      await target.locator(".passkind-show").click();
      await target.locator(".passkind-all summary").click();
      await target.screenshot({ path: `${PICTURES}guide-${name}.png`, fullPage: !context.isMobile });
      assert.ok(await target.evaluate("document.documentElement.scrollWidth <= innerWidth"), "sideways scrolling");
      const least = context.hasTouch ? 44 : 24;
      const small = await target.locator(".passkind-guide :is(label, button, summary, a)").evaluateAll((all, least) => all.map((one) => [one.textContent, one.getBoundingClientRect().height]).filter(([, height]) => Number(height) < least), least);
      assert.deepEqual(small, []);
      const axe = new AxeBuilder({ page: target }).disableRules(context.forcedColors ? ["color-contrast"] : []);
      const { violations } = await axe.analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      await window.close();
    });
  }

  test("nothing is styled inline", async () => {
    await open("/guide");
    assert.equal(await tab.locator("[style], style").count(), 0);
    assert.equal(await get(`document.querySelector("passkind-guide").shadowRoot.innerHTML`), `<slot name="passkind-guide"></slot>`);
  });
});
