/**
 * `attach` where a page is odd or against it: fields whose values are not to be read on the screen, values of the page's own, regions that are
 * removed again and again, documents of XML and SVG, and the emergency brake. Real Chromium.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { FIELDS, fixture, KIND, page, RECOVERY, TYPO } from "./attach-fixture.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const form = (/** @type {string} */ fields, attributes = "") => page(`<form id="form" ${attributes}>${fields}</form>`);
const GO = '<button id="go">Go</button>';
const MASK = "••••••••";

const it = fixture({
  "/plain": form(FIELDS),
  "/masked": form(`<input id="name" type="password" autocomplete="username"><input id="secret" type="password" autocomplete="current-password">${GO}`),
  "/maskedAlone": form(`<input id="name" type="password" autocomplete="username">${GO}`),
  "/maskedFirst": form(`<input id="name" type="password" autocomplete="section-a username"><input id="secret" type="password">${GO}`),
  "/secretFirst": form(`<input id="secret" type="password">${GO}`),
  "/rendered": form(`<input id="name" autocomplete="username" value="anna@example.com"><input id="secret" type="password" value="${MASK}">${GO}`),
  "/renderedRefused": form(`<input id="name" autocomplete="username" value="anna@example.com"><input id="secret" type="password" value="__UNCHANGED__">${GO}`, 'data-passkind-refused="2"'),
});
const { open, region, settle, get, type } = it;
const last = (/** @type {string} */ name) => get(`calls.at(-1)?.${name}`);

describe("what is masked stays masked", () => {
  const echoing = { hints: [TYPO, { code: "lookalikeDomain", field: "identifier", severity: "warning", private: false, params: { domain: "g\u043cail.com", script: "cyrillic", suggestion: "gmail.com" } }, { code: "invalidAddress", field: "identifier", severity: "warning", private: false, params: { suggestion: "anna@gmail.com" } }, { code: "accountNotMailbox", field: "identifier", severity: "warning", private: false, params: { domain: "gmial.com", service: "mailbox", links: [] } }, { code: "unusualAddress", field: "identifier", severity: "info", private: false, params: {} }], identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" } };
  for (const path of ["/masked", "/maskedAlone"]) {
    test(`a name that is typed into type=password (${path.slice(1)}): no text, button or event gives it back; what tells nothing of it is said`, async () => {
      await open(path, echoing);
      await type("#name", "anna@gmial.com");
      await it.tab.waitForFunction("document.querySelector('[role=status] p')");
      assert.equal(await it.tab.locator(".passkind-hint").count(), 1);
      assert.equal(await it.tab.locator(".passkind-use").count(), 0);
      assert.doesNotMatch(await get("form.outerHTML + JSON.stringify(events)"), /gmial|gmail|anna/);
    });
  }

  test("silent: shown by its page, it is a field as any other; masked again, its hints go when it is left", async () => {
    await open("/masked", echoing);
    await get("document.querySelector('#name').type = 'text'");
    await type("#name", "anna@gmial.com");
    assert.match(await region("identifier").innerText(), /gmial/);
    await get("document.querySelector('#name').type = 'password'");
    await type("#name", "anna@gmial.con");
    assert.doesNotMatch(await get("form.outerHTML"), /gmial|gmail/);
  });
});

describe("one element plays one part", () => {
  const pair = () => get("(({ identifier, password }) => [identifier, password])(calls.at(-1))");

  test("a masked name is not its own password", async () => {
    await open("/maskedAlone");
    await type("#name", "anna@example.com");
    assert.deepEqual(await pair(), ["anna@example.com", null].map((one) => one ?? undefined));
    assert.equal(await it.tab.locator(".passkind").count(), 1);
  });

  test("of two masked fields the second is the password", async () => {
    await open("/maskedFirst");
    await type("#name", "anna");
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await pair(), ["anna", "q7Rk w2Mx"]);
  });

  test("a given password is not found as the name, nor is one that its page has shown", async () => {
    await open("/maskedFirst", {}, "{ guard, password: document.querySelector('#name') }");
    await type("#name", "q7Rk w2Mx");
    assert.deepEqual(await pair(), [undefined, "q7Rk w2Mx"]);
    await open("/secretFirst");
    await get("document.querySelector('#secret').type = 'text'; form.append(document.createElement('p'))");
    await settle();
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await pair(), [undefined, "q7Rk w2Mx"]);
  });

  test("given as both, it is refused by name, at attach and at update", async () => {
    await open("/plain");
    const both = "{ guard, identifier: document.querySelector('#secret'), password: document.querySelector('#secret') }";
    for (const act of [`start(${both})`, `live.update(${both})`]) {
      assert.deepEqual(await get(`(() => { try { ${act} } catch ({ name, code, option }) { return [name, code, option] } })()`), ["PasskindError", "wrongType", "password"]);
    }
  });
});

describe("values that the page itself has rendered into the password", () => {
  test("nothing is judged until somebody edits it; then it is, and set back it is not", async () => {
    await open("/rendered", { verdict: "probably", hints: [KIND] });
    await it.tab.focus("#secret");
    await it.tab.focus("#go");
    await settle();
    assert.deepEqual(await get("(({ identifier, password, input }) => [identifier, password, input])(calls.at(-1))"), ["anna@example.com", "", undefined]);
    await it.tab.focus("#secret");
    await it.tab.keyboard.press("End");
    await it.tab.keyboard.type("x");
    await it.tab.focus("#go");
    await settle();
    assert.deepEqual([await last("password"), await last("input")], [`${MASK}x`, "typed"]);
    await get("form.reset()");
    await it.tab.focus("#secret");
    await it.tab.focus("#go");
    await settle();
    assert.equal(await last("password"), "");
  });

  test("typed by somebody to the same signs, it is theirs", async () => {
    await open("/rendered");
    await type("#secret", MASK);
    assert.deepEqual([await last("password"), await last("input")], [MASK, "typed"]);
  });

  test("filled in by a manager, with events and without: judged", async () => {
    await open("/rendered");
    await get("document.querySelector('#secret').value = 'q7Rk w2Mx'");
    await it.tab.focus("#secret");
    await it.tab.focus("#go");
    await settle();
    assert.deepEqual([await last("password"), await last("input")], ["q7Rk w2Mx", "autofilled"]);
  });

  test("a framework that writes what is typed into the attribute, too: it is what was typed", async () => {
    await open("/plain");
    await get("document.querySelector('#secret').addEventListener('input', ({ target }) => target.setAttribute('value', target.value))");
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual([await last("password"), await last("input")], ["q7Rk w2Mx", "typed"]);
  });

  test("refused before, with a mask in place: the advice is that of an empty field, at load", async () => {
    await open("/renderedRefused", { hints: [RECOVERY] });
    await region("password").getByText("Next step").waitFor();
    assert.deepEqual(await get("(({ password, refused }) => [password, refused])(calls.at(-1))"), ["", 2]);
  });

  test("rendered later, as when data has come", async () => {
    await open("/plain");
    await get(`document.querySelector("#secret").setAttribute("value", "${MASK}")`);
    await it.tab.focus("#secret");
    await it.tab.focus("#go");
    await settle();
    assert.equal(await last("password"), "");
  });
});

describe("a page that keeps removing the regions", () => {
  const SWEEP = "window.swept = 0; new MutationObserver(() => { for (const box of document.querySelectorAll('.passkind')) { box.remove(); swept++; } }).observe(document.body, { childList: true, subtree: true })";

  test("it is given up after a bounded number, said once in the console without anything typed; the form works on", async () => {
    /** @type {string[]} */
    const said = [];
    await open("/plain", { hints: [KIND] });
    it.tab.on("console", (message) => said.push(message.text()));
    await get(SWEEP);
    await type("#name", "anna@gmial.com");
    await type("#secret", "q7Rk w2Mx");
    await it.tab.waitForTimeout(1500);
    const swept = await get("swept");
    assert.ok(swept > 50 && swept < 1000, `${swept}`);
    await it.tab.waitForTimeout(500);
    assert.equal(await get("swept"), swept, "it has come to rest");
    await get("form.append(document.createElement('p'))");
    await settle();
    assert.equal(await get("swept"), swept);
    assert.deepEqual(said, ["passkind: this page keeps removing hints; they stay away until the form is focused again"]);
    assert.equal(await it.tab.getAttribute("#secret", "aria-describedby"), "rules", "nothing describes it that is not there");
    await it.tab.click("#go");
    assert.deepEqual(await get("submits"), ["go"]);
    await settle();
    assert.equal(said.length, 1);
  });

  test("a listener of the event detaches: nothing is thrown, and nothing is asked any more", async () => {
    await open("/plain", { hints: [KIND] });
    await get("form.addEventListener('passkind', () => live.detach())");
    await type("#secret", "q7Rk w2Mx");
    assert.deepEqual(await get("[events.length, calls.length, errors]"), [1, 0, []]);
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });

  test("silent: one that draws its form anew at every key", async () => {
    /** @type {string[]} */
    const said = [];
    await open("/plain", { hints: [KIND] });
    it.tab.on("console", (message) => said.push(message.text()));
    await get("form.addEventListener('input', () => { for (const box of document.querySelectorAll('.passkind')) box.remove(); })");
    await it.tab.focus("#secret");
    await it.tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn q7Rk w2Mx t9Bd z4Hn");
    await it.tab.focus("#go");
    await settle();
    assert.match(await region("password").innerText(), /looks like/);
    assert.deepEqual(said, []);
  });
});

/** Chromium runs no modules in documents of XML: there a page has one classic script, as a bundler makes it. */
const { outputFiles: [bundle] } = await build({
  stdin: { contents: 'export { attach } from "./attach.js";', resolveDir: fileURLToPath(new URL("../../www/", import.meta.url)) },
  bundle: true, format: "iife", globalName: "passkind", target: "es2022", write: false,
});
const INNER = '<input id="name" autocomplete="username"/><input id="secret" type="password"/><button id="go" type="button">Go</button>';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const META = (/** @type {string} */ content) => `<meta name="passkind" content="${content}">`;
const WIRED = (/** @type {string} */ head, late = "") => `<!doctype html><html lang="en"><head><title>brake</title><link rel="icon" href="data:,">${head}</head><form id="form">${FIELDS}</form><script type="module">
  import { attach } from "/attach.js";
  window.events = []; window.errors = [];
  addEventListener("error", ({ message }) => errors.push(message));
  form.addEventListener("passkind", ({ detail }) => events.push(detail));
  form.addEventListener("submit", (event) => { event.preventDefault(); window.sent = true; });
  window.live = attach(form, { service: "account", provider: "infomaniak" });
  ${late}
  window.ready = true;</script></html>`;
const OTHER = {
  "/bundle.js": bundle?.text ?? "",
  "/xhtml": { body: `<?xml version="1.0"?><html ${XHTML} lang="de"><head><title>XHTML</title></head><body><form id="form">${INNER}</form><script src="/bundle.js"></script></body></html>`, headers: { "content-type": "application/xhtml+xml" } },
  "/foreign": `<!doctype html><html lang="de"><title>foreign</title><svg width="400" height="300" style="display:flex"><foreignObject width="400" height="300" style="display:flex"><form id="form" style="display:flex">${INNER}</form></foreignObject></svg><script src="/bundle.js"></script></html>`,
  "/around": `<!doctype html><html lang="de" style="display:flex"><body style="display:flex"><title>fields outside</title><div style="display:flex">${INNER.replaceAll("<input", '<input form="form"')}</div><form id="form"></form><script src="/bundle.js"></script></body></html>`,
  "/drawing": { body: `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><foreignObject width="400" height="300"><form ${XHTML} id="form">${INNER}</form></foreignObject><script href="/bundle.js"/></svg>`, headers: { "content-type": "image/svg+xml" } },
  "/off": WIRED(META("off")),
  "/OFF": WIRED(META("OFF").replace("passkind", "PassKind")),
  "/offClobbered": WIRED(META("off"), "").replace("<form", '<img name="querySelector" alt=""><form'),
  "/offLate": WIRED("", "document.head.insertAdjacentHTML('beforeend', '<meta name=passkind content=off>');"),
  "/offRefused": WIRED(META("off")).replace('<form id="form"', '<form id="form" data-passkind-refused="1"'),
  "/on": WIRED(META("on")),
};

describe("documents of other kinds, and the emergency brake", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve(OTHER)]); });
  after(async () => { await browser.close(); await server.close(); });

  /** @param {string} path @param {(tab: Page, errors: string[], asked: () => string[]) => Promise<void>} use */
  async function visit(path, use) {
    const tab = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    tab.on("pageerror", ({ message }) => errors.push(message));
    const from = server.requests.length;
    await tab.goto(server.origin + path);
    await tab.waitForFunction("window.ready || window.passkind");
    await use(tab, errors, () => server.requests.slice(from));
    await tab.close();
  }

  for (const [path, what] of [["/xhtml", "XHTML"], ["/foreign", "a form in an SVG of the page"], ["/drawing", "an SVG document"], ["/around", "fields outside of the form, in rows up to the root"]]) {
    test(`${what}: hints come, and go with detach`, () => visit(path ?? "", async (tab, errors) => {
      const before = await tab.evaluate("document.documentElement.outerHTML");
      await tab.evaluate("(window.live = passkind.attach(document.getElementById('form'), { guard: { assess: () => ({ status: 'ok', verdict: 'silent', identifier: { form: 'address', fits: 'yes', suggestion: 'anna@gmail.com' }, password: { shape: 'ordinary', expects: [] }, hints: [{ code: 'domainTypo', field: 'identifier', severity: 'warning', private: false, params: { domain: 'gmial.com', suggestion: 'gmail.com' } }, { code: 'capsLockOn', field: 'password', severity: 'info', private: false, params: {} }] }) } }), undefined)");
      for (const id of ["name", "secret"]) {
        await tab.focus(`#${id}`);
        await tab.keyboard.type("anna@gmial.com");
      }
      await tab.focus("#go");
      await tab.waitForFunction("document.querySelectorAll('.passkind-hint').length === 2");
      assert.equal(await tab.evaluate("document.querySelector('.passkind').namespaceURI"), "http://www.w3.org/1999/xhtml");
      assert.ok(await tab.evaluate("document.querySelector('.passkind').parentElement !== document.documentElement"));
      await tab.evaluate("document.querySelector('.passkind-use').click()");
      await tab.waitForFunction("document.getElementById('name').value === 'anna@gmail.com'");
      await tab.evaluate("live.detach()");
      assert.equal(await tab.evaluate("document.documentElement.outerHTML"), before);
      assert.deepEqual(errors, []);
    }));
  }

  const use = async (/** @type {Page} */ tab) => {
    for (const id of ["name", "secret"]) {
      await tab.focus(`#${id}`);
      await tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn");
    }
    await tab.evaluate("live.refused(); live.update({ locale: 'fr' }); form.setAttribute('data-passkind-refused', '3')");
    await tab.click("#go");
    await tab.waitForTimeout(1300);
  };
  for (const path of ["/off", "/OFF", "/offClobbered", "/offRefused", "/offLate"]) {
    test(`the brake is on (${path.slice(1)}): nothing is loaded, placed, listened for or said; the form works`, () => visit(path, async (tab, errors, asked) => {
      if (path !== "/offLate") assert.equal(await tab.locator(".passkind").count(), 0);
      await use(tab);
      assert.equal(await tab.locator(".passkind").count(), 0);
      assert.deepEqual(asked().filter((file) => file.startsWith("/pkg/")), []);
      assert.deepEqual([await tab.evaluate("[events, sent, errors]"), errors], [[[], true, []], []]);
      assert.equal(await tab.getAttribute("#secret", "aria-describedby"), "rules");
      await tab.evaluate("live.detach()");
    }));
  }

  test("wrong options are no matter where the brake is on", () => visit("/off", async (tab) => {
    await tab.evaluate("import('/attach.js').then(({ attach }) => attach(null, { colour: 'red' }).refused())");
  }));

  test("silent: another word in its place", () => visit("/on", async (tab, errors, asked) => {
    await use(tab);
    await tab.locator(".passkind-hint").first().waitFor();
    assert.ok(asked().some((file) => file.startsWith("/pkg/")));
    assert.deepEqual(errors, []);
  }));
});
