/** `<passkind-hints>` in a real Chromium: the core as it is, typed and clicked as a person does; and Node, where there is no DOM. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { after, before, beforeEach, afterEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, BrowserContextOptions, Page} from "playwright-core" */

const PICTURES = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const WWW = fileURLToPath(new URL("../../www/", import.meta.url));

const FIELDS = `
  <p><label for="name">E-mail address</label><br><input id="name" name="user" autocomplete="username"></p>
  <p><label for="secret">Password</label><br><input id="secret" name="password" type="password" autocomplete="current-password"></p>`;
const BUTTON = `<p><button id="go">Sign in</button></p>`;
const FORM = `<form id="form" method="post">${FIELDS}${BUTTON}</form>`;
/** @param {string} inside @param {string} [attributes] */
const hints = (inside, attributes = `service="account" provider="infomaniak"`) => `<passkind-hints ${attributes}>${inside}</passkind-hints>`;
/** What a strict page allows; no style but from files. */
const CSP = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-page'; style-src 'self'; img-src 'self' data:">`;
const WATCH = `<script nonce="page">
  window.errors = []; window.events = []; window.submits = []; window.broken = [];
  addEventListener("error", (event) => errors.push(event.error?.option ?? event.message));
  addEventListener("unhandledrejection", () => errors.push("unhandled rejection"));
  addEventListener("securitypolicyviolation", ({ violatedDirective }) => broken.push(violatedDirective));
  addEventListener("passkind", (event) => events.push([event.target.localName, event.detail]), true);
  addEventListener("submit", (event) => { event.preventDefault(); submits.push(new URLSearchParams(new FormData(event.target)).toString()); });
</script>`;
const DEFINE = `<script type="module" nonce="page">import "/define.js"; window.ready = true;</script>`;
/** @param {string} body @param {string} [script] where the tag is defined: after the markup, as module scripts are */
const page = (body, script = DEFINE) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Sign in</title>${CSP}
<link rel="stylesheet" href="/passkind.css"><link rel="stylesheet" href="/page.css">${WATCH}${script}<body><main><h1>Sign in</h1>${body}</main></html>`;

const PAGES = {
  "/page.css": `:root { color-scheme: light dark; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif } body { margin: 0; padding: 1rem } main { max-width: 30rem; margin-inline: auto } input:not([type=radio]), form > p > button { font: inherit; padding: .5rem; box-sizing: border-box; max-width: 100%; min-height: 2.75rem } input:not([type=radio]) { width: 100%; border: 1px solid GrayText }`,
  "/around": page(hints(FORM)),
  "/inside": page(`<form id="form">${hints(FIELDS)}${BUTTON}</form>`),
  "/beside": page(`<form id="form">${FIELDS}${BUTTON}${hints("")}</form>`),
  // No `type="module"`: it runs while the parser stands here, before the markup below.
  "/early": page(hints(FORM), `<script nonce="page">import("/define.js").then(() => { window.definedAt = document.querySelector("#form") ? "after" : "before"; window.ready = true; });</script><script nonce="page" src="/slow.js"></script>`),
  "/slow.js": "",
  "/late": page(hints(FORM), ""),
  "/clobbered": page(`<form id="form">${hints(FIELDS, `service="account" provider="infomaniak" refusals="1"`)}${["hasAttribute", "setAttribute", "removeAttribute", "addEventListener", "elements", "submit", "querySelector"].map((name) => `<input type="hidden" name="${name}">`).join("")}${BUTTON}</form>`),
  "/two": page(hints(FORM) + hints(`<form><label>Mail address <input id="name2" type="email"></label><label>Its password <input id="secret2" type="password"></label><button>Connect</button></form>`, `service="mailbox" provider="infomaniak"`)),
  "/refused": page(hints(FORM, `service="account" provider="infomaniak" refusals="1"`)),
  "/refusedForm": page(hints(FORM.replace("<form", '<form data-passkind-refused="1"'))),
  "/refusedInside": page(`<form id="form">${hints(FIELDS, `service="account" provider="infomaniak" refusals="2"`)}${BUTTON}</form>`),
  "/wrong": page(hints(FORM, `service="account" provider="nobody"`)),
  "/wrongDomains": page(hints(FORM, `service="account" provider="infomaniak" hosted-domains="example"`)),
  "/bare": page(hints(FORM, "")),
  "/french": page(`<div lang="fr-CH">${hints(FORM)}</div>`),
  "/rtl": page(hints(FORM)).replace("<html lang", '<html dir="rtl" lang'),
  "/shadow": page(`<div id="host"></div>`, `<script type="module" nonce="page">import "/define.js";
    document.querySelector("#host").attachShadow({ mode: "open" }).append(document.createRange().createContextualFragment(${JSON.stringify(hints(FORM))}));
    window.ready = true;</script>`),
};

/** A device's password where the account's is wanted; the account's own; an address where an address is wanted. */
const DEVICE = "q7Rk w2Mx t9Bd z4Hn";
const ACCOUNT = "Regenschirm-im-Juli";
const ANNA = "anna.muster@example.com";

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {Page} */ let tab;
before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES), mkdir(PICTURES, { recursive: true })]); });
after(async () => { await browser.close(); await server.close(); });
beforeEach(async () => { tab = await browser.newPage({ viewport: { width: 500, height: 800 } }); tab.setDefaultTimeout(5000); });
afterEach(() => tab.close());

/** @param {keyof typeof PAGES} path */
async function open(path, target = tab) {
  await target.goto(server.origin + path);
  await until("window.ready", target);
}
/** `waitForFunction` evaluates in the page, which its policy forbids. @param {string} expression */
async function until(expression, target = tab) {
  for (let i = 0; i < 100 && !(await target.evaluate(expression)); i++) await target.waitForTimeout(50);
  assert.ok(await target.evaluate(expression), expression);
}
/** Types as a person: clicks into the fields, presses keys, leaves with Tab. @param {string} identifier @param {string} password */
async function type(identifier, password, target = tab) {
  for (const [field, text] of [["#name", identifier], ["#secret", password]]) {
    await target.click(/** @type {string} */ (field));
    await target.keyboard.press("ControlOrMeta+A");
    await target.keyboard.type(/** @type {string} */ (text));
    await target.keyboard.press("Tab");
  }
}
const told = async (target = tab) => (await target.locator(".passkind-hint").allInnerTexts()).join("\n");
const arrives = (/** @type {string | RegExp} */ text, target = tab) => target.locator(".passkind-hint", { hasText: text }).first().waitFor();
/** The core has come, and whatever it had to say has been said. */
const settle = (target = tab) => target.waitForTimeout(400);
/** @param {string} expression @returns {Promise<any>} */
const get = (expression) => tab.evaluate(expression);
const ELEMENT = `document.querySelector("passkind-hints")`;

describe("where it stands", () => {
  for (const path of /** @type {const} */ (["/around", "/inside", "/beside", "/shadow"])) {
    test(`${path}: another kind is told, under its field`, async () => {
      await open(path);
      await type(ANNA, DEVICE);
      await arrives(/^Password: this (looks like|may be) one made for a device/);
      assert.ok(await tab.getAttribute("#secret", "aria-describedby"));
      assert.deepEqual(await get("[errors, broken]"), [[], []]);
    });

    test(`${path}: the pair that fits is told nothing, and is sent as typed`, async () => {
      await open(path);
      await type(ANNA, ACCOUNT);
      await tab.click("#go");
      await tab.waitForTimeout(1200);
      assert.equal(await told(), "");
      if (path !== "/shadow") assert.equal((await get("submits"))[0], new URLSearchParams({ user: ANNA, password: ACCOUNT }).toString());
    });
  }

  test("defined before the markup is there: it waits for the fields", async () => {
    // The markup after this script comes once the class is defined.
    await tab.route("**/slow.js", async (route) => { await new Promise((done) => setTimeout(done, 1500)); await route.fulfill({ body: "", contentType: "text/javascript" }); });
    await open("/early");
    assert.equal(await get("definedAt"), "before");
    await tab.locator("[role=status]").first().waitFor({ state: "attached" });
    await type(ANNA, DEVICE);
    await arrives("made for a device");
  });

  test("defined long after the markup: what was set before holds", async () => {
    await tab.goto(server.origin + "/late");
    await get(`Object.assign(${ELEMENT}, { service: "mailbox", hostedDomains: ["example.com"], refused: 0 })`);
    await type(ANNA, "Regenschirm7");
    await get(`(async () => { const { PasskindHints } = await import("/define.js"); window.isOne = ${ELEMENT} instanceof PasskindHints; })()`);
    assert.equal(await get("isOne"), true);
    assert.equal(await get(`${ELEMENT}.getAttribute("service")`), "mailbox");
    await tab.click("#secret");
    await tab.click("#name");
    await arrives("This form takes one made for this e-mail address");
  });

  test("two elements, each with its own form and service", async () => {
    await open("/two");
    assert.equal(await tab.locator(".passkind").count(), 4);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    await tab.click("#name2");
    await tab.keyboard.type("hello@atelier-muster.example");
    await tab.click("#secret2");
    await tab.keyboard.type(DEVICE);
    await tab.keyboard.press("Tab");
    await settle();
    assert.equal(await tab.locator("passkind-hints").nth(1).locator(".passkind-hint").count(), 0, "right there, wrong in the other");
    assert.equal(new Set(await tab.locator("[role=status]").evaluateAll((all) => all.map(({ id }) => id))).size, 4);
  });

  test("Node imports the classes and the definitions, and nothing happens", () => {
    const code = `const all = await Promise.all(["element", "define", "guide-element", "define-guide"].map((name) => import(\`./\${name}.js\`)));
      console.log(all.map((one) => Object.keys(one).join()).join(" "), typeof HTMLElement);`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: WWW, encoding: "utf8" });
    assert.equal(printed, "PasskindHints PasskindHints PasskindGuide PasskindGuide undefined\n");
  });

  test("importing the class defines no tag; importing the definition twice is one", async () => {
    await tab.goto(server.origin + "/late");
    const seen = await get(`(async () => {
      await import("/element.js");
      const before = customElements.get("passkind-hints");
      await import("/define.js");
      await import("/define.js?again");
      return [before === undefined, customElements.get("passkind-hints").name, customElements.get("passkind-guide") === undefined];
    })()`);
    assert.deepEqual(seen, [true, "PasskindHints", true]);
  });

  test("a page with hints only downloads nothing of the guide", async () => {
    const from = server.requests.length;
    await open("/around");
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.deepEqual(server.requests.slice(from).filter((path) => /guide/.test(path)), []);
  });
});

describe("attributes and properties", () => {
  /** @type {[property: string, value: unknown, attribute: string, text: string | null, back?: unknown][]} */
  const table = [
    ["service", "ftp", "service", "ftp"],
    ["service", undefined, "service", null],
    ["provider", "google", "provider", "google"],
    ["provider", null, "provider", null, undefined],
    ["hostedDomains", ["a.example", "b.example"], "hosted-domains", "a.example b.example"],
    ["hostedDomains", undefined, "hosted-domains", null],
    ["explainBeforeRefusal", true, "explain-before-refusal", ""],
    ["explainBeforeRefusal", false, "explain-before-refusal", null],
    ["today", "2026-11-24", "today", "2026-11-24"],
    ["locale", "fr", "locale", "fr"],
    ["refusals", 2, "refusals", "2"],
    ["refusals", 0, "refusals", null],
    ["readPassword", false, "read-password", "false"],
    ["readPassword", true, "read-password", null],
    ["holdOnce", true, "hold-once", ""],
    ["holdOnce", false, "hold-once", null],
    ["exposeCodes", true, "expose-codes", ""],
    ["exposeCodes", false, "expose-codes", null],
  ];
  test("a property shows in its attribute, and an attribute in its property", async () => {
    await open("/around");
    for (const [property, value, attribute, text, back = value] of table) {
      assert.deepEqual(await tab.evaluate(([property, value, attribute]) => {
        const element = /** @type {any} */ (document.createElement("passkind-hints"));
        element[/** @type {string} */ (property)] = value;
        return element.getAttribute(attribute);
      }, [property, value, attribute]), text, `${property} to ${attribute}`);
      assert.deepEqual(await tab.evaluate(([property, attribute, text]) => {
        const element = /** @type {any} */ (document.createElement("passkind-hints"));
        if (text !== null) element.setAttribute(attribute, text);
        return element[/** @type {string} */ (property)];
      }, [property, attribute, text]), back ?? undefined, `${attribute} to ${property}`);
    }
  });

  test("a profile of one's own is a property, which a later attribute replaces", async () => {
    await open("/around");
    const seen = await get(`(() => {
      const element = ${ELEMENT};
      element.provider = { id: "own", name: "Own", services: [] };
      const before = [element.provider.id, element.getAttribute("provider")];
      element.setAttribute("provider", "infomaniak");
      return [...before, element.provider];
    })()`);
    assert.deepEqual(seen, ["own", null, "infomaniak"]);
  });

  test("a profile of one's own decides", async () => {
    await open("/around");
    await get(`Object.assign(${ELEMENT}, { service: "mailbox", provider: { id: "own", name: "Own Host", mailDomains: ["mail.example"],
      issued: [{ role: "appPassword", pattern: "[a-z]{20}" }],
      services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["appPassword"], issuedOnly: { confidence: "high" } }] } })`);
    await type("anna@mail.example", "Sommer24!");
    await arrives("Own Host takes an app password here");
  });

  test("profiles rendered anew, the same by what they hold, are no change; what is another makes another guard", async () => {
    await open("/around");
    await get(`window.own = (pattern) => ({ id: "own", name: "Own Host", mailDomains: ["mail.example"], issued: [{ role: "appPassword", pattern }],
      services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["appPassword"], issuedOnly: { confidence: "high" } }] });
      Object.assign(${ELEMENT}, { service: "mailbox", provider: own("[a-z]{20}"), profiles: [own("[a-z]{8}")] })`);
    await type("anna@mail.example", "sommerzwanzigvierlang");
    await arrives("Own Host takes an app password here");
    await get(`window.moved = 0; new MutationObserver((list) => (moved += list.length)).observe(form, { subtree: true, childList: true, attributes: true });
      Object.assign(${ELEMENT}, { provider: own("[a-z]{20}"), profiles: [own("[a-z]{8}")] })`);
    await settle();
    assert.equal(await get("moved"), 0);
    await get(`${ELEMENT}.provider = own("[a-z]{21}")`);
    await settle();
    assert.equal(await told(), "", "now it is one");
  });

  test("another field is another field, however alike", async () => {
    await open("/around");
    await get(`{ const make = (id) => { const field = Object.assign(document.createElement("input"), { id }); form.append(field); return field; };
      window.fields = ["one", "two"].map(make); ${ELEMENT}.identifier = fields[0] }`);
    await settle();
    await get(`${ELEMENT}.identifier = fields[1]`);
    await settle();
    assert.equal(await get(`document.querySelector("[data-passkind-field=identifier]").previousElementSibling.id`), "two");
  });

  test("another service at run time is another judgment of the same pair", async () => {
    await open("/around");
    await type("hello@atelier-muster.example", DEVICE);
    await arrives("made for a device");
    await get(`${ELEMENT}.setAttribute("service", "mailbox")`);
    await settle();
    assert.equal(await told(), "");
    await get(`${ELEMENT}.service = "ftp"`);
    await arrives("this service has users of its own");
  });

  test("the language follows the page, the attribute comes before it, also later", async () => {
    await open("/french");
    await type(ANNA, DEVICE);
    await arrives("Mot de passe");
    await get(`${ELEMENT}.locale = "en"`);
    await arrives(/^Password: /);
    await get(`${ELEMENT}.removeAttribute("locale")`);
    await arrives("Mot de passe");
    assert.equal(await tab.getAttribute("[data-passkind-field=password]", "lang"), "fr");
  });

  test("messages of one's own, and a guard made before", async () => {
    await open("/around");
    await get(`(async () => {
      const { createGuard } = await import("/index.js");
      const en = (await import("/locales/en/hints.js")).default;
      const guard = await createGuard({ service: "account", provider: "infomaniak" });
      Object.assign(${ELEMENT}, { guard, messages: { ...en, dismiss: "Away with it" } });
    })()`);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.equal(await tab.innerText(".passkind-dismiss"), "Away with it");
    await get(`Object.assign(${ELEMENT}, { guard: undefined, messages: undefined, service: "mailbox" })`);
    await settle();
    await type("hello@atelier-muster.example", "Regenschirm7");
    await arrives("made for this e-mail address");
    assert.equal(await tab.locator(".passkind-dismiss").first().innerText(), "Hide hints");
  });

  test("codes about the secret are told only where asked for", async () => {
    await open("/around");
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.deepEqual(await get("events.at(-1)"), ["passkind-hints", { status: "ok", codes: [] }]);
    await get(`${ELEMENT}.exposeCodes = true`);
    await type(ANNA, `${DEVICE} `);
    await until("events.at(-1)[1].verdict");
    assert.ok(!JSON.stringify(await get("events")).includes("q7Rk"));
  });

  test("inside a form its event arrives at the element too, once", async () => {
    await open("/inside");
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    const from = (await get("events")).map(([name]) => name);
    const count = (/** @type {string} */ wanted) => from.filter((/** @type {string} */ name) => name === wanted).length;
    assert.ok(count("form") > 0);
    assert.equal(count("passkind-hints"), count("form"));
  });

  for (const [path, option] of /** @type {const} */ ([["/wrong", "provider"], ["/wrongDomains", "hostedDomains[0]"], ["/bare", "service"]])) {
    test(`options that cannot be used are reported once, and the form goes on: ${path}`, async () => {
      await open(path);
      await type(ANNA, DEVICE);
      await tab.click("#go");
      await settle();
      assert.deepEqual(await get("errors"), [option]);
      assert.equal(await told(), "");
      assert.equal((await get("submits")).length, 1);
      await get(`Object.assign(${ELEMENT}, { service: "account", provider: "infomaniak", hostedDomains: undefined })`);
      await type(ANNA, `${DEVICE}`);
      await arrives("made for a device");
      assert.equal((await get("errors")).length, 1, "put right, it works");
    });
  }

  test("messages that are none: reported, nothing put into the form, and mended when they are", async () => {
    await open("/around");
    await get(`${ELEMENT}.remove()`);
    await get(`(() => { const element = document.createElement("passkind-hints"); element.setAttribute("service", "account"); element.setAttribute("provider", "infomaniak"); element.messages = "fr"; element.innerHTML = ${JSON.stringify(FORM)}; document.querySelector("main").append(element); })()`);
    await settle();
    assert.deepEqual(await get("errors"), ["messages"]);
    assert.equal(await tab.locator(".passkind").count(), 0);
    await get(`${ELEMENT}.messages = undefined`);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
  });
});

describe("names of before", () => {
  const NOW = { explain: "explain-before-refusal", fields: 'read-password="false"', refused: "refusals" };
  const heard = () => get("said.map(({ name, code, option, message }) => [name, code, option, message])");
  const LISTEN = `window.said = []; addEventListener("error", ({ error }) => said.push(error))`;

  for (const [name, now] of Object.entries(NOW)) {
    const expected = [["PasskindError", "unknownOption", name, `\`${name}\`: expected \`${now}\` in its place`]];

    test(`the attribute ${name}: reported once, however often it is written; it does nothing`, async () => {
      await open("/around");
      await get(LISTEN);
      for (const value of ["identifier", "2", "3"]) await get(`${ELEMENT}.setAttribute("${name}", "${value}")`);
      await settle();
      await get(`${ELEMENT}.removeAttribute("${name}")`);
      await settle();
      assert.deepEqual(await heard(), expected);
      assert.equal(await told(), "");
      await type(ANNA, DEVICE);
      await arrives("made for a device");
    });

    test(`the property ${name}: the same, set before the tag is defined and after`, async () => {
      await tab.goto(`${server.origin}/late`);
      await get(LISTEN);
      await get(`${ELEMENT}.${name} = 2`);
      await tab.evaluate(`import("/define.js")`);
      await settle();
      await get(`${ELEMENT}.${name} = 3`);
      await settle();
      assert.deepEqual(await heard(), expected);
      assert.equal(await get(`typeof ${ELEMENT}.${name}`), name === "refused" ? "function" : "undefined");
    });
  }

  test("the method refuse throws", async () => {
    await open("/around");
    assert.deepEqual(await get(`(() => { try { ${ELEMENT}.refuse() } catch ({ name, code, option, message }) { return [name, code, option, message]; } })()`),
      ["PasskindError", "unknownOption", "refuse", "`refuse`: expected `refused()` in its place"]);
  });

  test("of an attribute that says whether to read the password, another word than true and false is refused, not read as leave", async () => {
    await open("/around");
    await get(`${ELEMENT}.setAttribute("read-password", "no")`);
    await settle();
    assert.deepEqual(await get("errors"), ["readPassword"]);
  });
});

describe("refusals", () => {
  test('a page rendered with refusals="1" gives the next steps at load', async () => {
    await open("/refused");
    await arrives("Next step: set a new password for your account");
  });

  test("the same with the attribute on the author's own form inside the element; raised there, and counted by the larger of both", async () => {
    await open("/refusedForm");
    await arrives("Next step: set a new password for your account");
    await type(ANNA, ACCOUNT);
    await tab.click("#go");
    await get(`document.querySelector("#form").setAttribute("data-passkind-refused", "3")`);
    await arrives("Take a pause");
    await get(`${ELEMENT}.refusals = 1`);
    await settle();
    assert.match(await told(), /Take a pause/);
    await get(`document.querySelector("#form").removeAttribute("data-passkind-refused")`);
    await settle();
    assert.doesNotMatch(await told(), /Take a pause/);
  });

  test("the same with the element inside its form, which is left as it was", async () => {
    await open("/refusedInside");
    await arrives("Next step: set a new password for your account");
    await get(`${ELEMENT}.remove()`);
    assert.equal(await tab.getAttribute("#form", "data-passkind-refused"), null);
  });

  test("the same in a form whose fields stand in the place of its methods", async () => {
    await open("/clobbered");
    await arrives("Next step: set a new password for your account");
    // The driver's click stumbles over such a form: by keyboard.
    for (const text of [ANNA, DEVICE]) {
      await tab.keyboard.press("Tab");
      await tab.keyboard.type(text);
    }
    await tab.keyboard.press("Tab");
    await arrives("made for a device");
    await get(`${ELEMENT}.remove()`);
    assert.deepEqual([await get(`Element.prototype.hasAttribute.call(document.forms[0], "data-passkind-refused")`), await get("errors")], [false, []]);
  });

  test("not refused, nothing is said at load", async () => {
    await open("/around");
    await settle();
    assert.equal(await told(), "");
    assert.deepEqual(server.requests.slice(server.requests.lastIndexOf("/around")).filter((path) => path.startsWith("/pkg/")), [], "and nothing of the core is fetched");
  });

  test("refused() counts as that of attach does", async () => {
    await open("/around");
    await type(ANNA, ACCOUNT);
    await tab.click("#go");
    await get(`${ELEMENT}.refused()`);
    await arrives("Next step");
    assert.equal(await get(`${ELEMENT}.refusals`), 0, "the count is the page's own");
    await get(`${ELEMENT}.refused(); ${ELEMENT}.refused()`);
    await arrives("Take a pause");
  });

  test("a count that a framework raises does the same; taken back, the hints go", async () => {
    await open("/around");
    await type(ANNA, ACCOUNT);
    await tab.click("#go");
    for (const count of [1, 2, 3]) await get(`${ELEMENT}.refusals = ${count}`);
    await arrives("Take a pause");
    await get(`${ELEMENT}.refusals = 0`);
    await settle();
    assert.equal(await told(), "");
  });

  test("the same with the element inside its form", async () => {
    await open("/refusedInside");
    await arrives("Next step: set a new password for your account");
    await get(`${ELEMENT}.refusals = 0`);
    await settle();
    assert.deepEqual([await told(), await tab.getAttribute("#form", "data-passkind-refused"), await get("errors")], ["", null, []]);
  });
});

describe("moved, removed, re-rendered", () => {
  test("removed, the form is as it was, and deaf", async () => {
    await open("/around");
    await get(`Object.assign(window, { element: ${ELEMENT}, bare: document.querySelector("#form") }); element.before(bare); element.remove()`);
    const original = await get("bare.outerHTML");
    await get("element.append(bare); document.querySelector('main').append(element)");
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.notEqual(await get("bare.outerHTML"), original);
    await get("element.remove()");
    assert.equal(await get("bare.outerHTML"), original);
    await get("document.querySelector('main').append(bare)");
    const events = await get("events.length");
    await type(ANNA, `${DEVICE}9`);
    await tab.waitForTimeout(1200);
    assert.deepEqual([await get("bare.outerHTML"), await get("events.length")], [original, events]);
  });

  test("moved, as a list that is sorted moves it, it keeps what it said, knows and has counted", async () => {
    await open("/around");
    await type(ANNA, ACCOUNT);
    await get(`${ELEMENT}.refused()`);
    await arrives("Next step");
    const before = await told();
    await get(`document.body.prepend(${ELEMENT}.parentElement.appendChild(${ELEMENT})); document.querySelector("main").prepend(${ELEMENT})`);
    await settle();
    assert.equal(await told(), before);
    assert.equal(await tab.locator(".passkind").count(), 2);
    await get(`${ELEMENT}.refused(); ${ELEMENT}.refused()`);
    await arrives("Take a pause");
  });

  test("moved by moveBefore it does not notice", async () => {
    await open("/around");
    await type(ANNA, ACCOUNT);
    await get(`${ELEMENT}.refused()`);
    await arrives("Next step");
    await get(`window.kept = document.querySelector("[data-passkind-field=password] [role=status]"); document.body.moveBefore(${ELEMENT}, null)`);
    await settle();
    assert.equal(await get("kept === document.querySelector('[data-passkind-field=password] [role=status]') && kept.textContent.includes('Next step')"), true);
  });

  test("moved into a shadow root it listens there", async () => {
    await open("/around");
    await get(`const host = document.createElement("div"); document.querySelector("main").append(host); host.attachShadow({ mode: "open" }).append(${ELEMENT})`);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.equal(await tab.locator(".passkind").count(), 2);
  });

  test("moved out of its form, and into another, it follows", async () => {
    await open("/inside");
    await get(`(() => { const other = document.createElement("form"); other.id = "other"; document.querySelector("main").append(other); other.append(${ELEMENT}, document.querySelector("#go")); })()`);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    assert.deepEqual(new Set(await get("events.map(([name]) => name)")), new Set(["form", "passkind-hints"]));
    assert.equal(await tab.locator(".passkind").count(), 2);
  });
});

describe("what it hands on to attach", () => {
  test("fields that come later, and a form rendered anew, as frameworks do", async () => {
    await open("/around");
    await get(`(() => { const element = document.createElement("passkind-hints"); Object.assign(element, { service: "account", provider: "infomaniak" }); document.querySelector("main").replaceChildren(element); })()`);
    for (let time = 0; time < 2; time++) {
      await get(`${ELEMENT}.replaceChildren(document.createRange().createContextualFragment(${JSON.stringify(FORM)}))`);
      await tab.locator(".passkind").first().waitFor({ state: "attached" });
      await type(ANNA, `${DEVICE}${time}`.slice(0, 19));
      await arrives("made for a device");
      assert.equal(await tab.locator(".passkind").count(), 2);
    }
  });

  test('read-password="false": the value of the password is never read, the name is judged', async () => {
    await open("/around");
    await get(`${ELEMENT}.readPassword = false`);
    await get(`(() => { window.reads = 0; const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      Object.defineProperty(document.querySelector("#secret"), "value", { get() { reads++; return get.call(this); }, set(value) { set.call(this, value); } }); })()`);
    await type("anna.muster@gmial.com", DEVICE);
    await arrives("gmial.com");
    await tab.click("#go");
    await settle();
    assert.equal(await get("reads"), 0);
    assert.equal(await tab.locator("[data-passkind-field=password] .passkind-hint").count(), 0);
  });

  test("hold-once holds the first submission of a sure pair, once", async () => {
    await open("/around");
    await get(`${ELEMENT}.holdOnce = true`);
    await type(ANNA, DEVICE);
    await arrives("made for a device");
    await tab.click("#go");
    await settle();
    assert.deepEqual(await get("submits"), []);
    await tab.click("#go");
    assert.equal((await get("submits")).length, 1);
  });

  test("a function tells the name where no field holds it", async () => {
    await open("/around");
    await get(`document.querySelector("#name").closest("p").remove(); ${ELEMENT}.identifier = () => "anna@ik.me"; ${ELEMENT}.service = "mailbox"`);
    await tab.click("#secret");
    await tab.keyboard.type("Regenschirm7");
    await tab.keyboard.press("Tab");
    await arrives("made for this e-mail address");
  });
});

describe("looks", () => {
  /** A warning under the name, and two infos with links under the password. */
  async function speak(target = tab) {
    await open("/around", target);
    await type("anna.muster@gmial.com", DEVICE, target);
    await arrives("made for a device", target);
    await arrives("gmial.com", target);
  }

  /** @type {Record<string, BrowserContextOptions & { path?: keyof typeof PAGES, text?: number }>} */
  const SEEN = {
    desktop: { viewport: { width: 1280, height: 800 } },
    phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    narrow: { viewport: { width: 320, height: 700 } },
    dark: { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
    forced: { viewport: { width: 390, height: 844 }, forcedColors: "active" },
    "forced-dark": { viewport: { width: 390, height: 844 }, forcedColors: "active", colorScheme: "dark" },
    "text-200": { viewport: { width: 640, height: 900 }, text: 200 },
    "narrow-200": { viewport: { width: 320, height: 900 }, text: 200 },
    rtl: { viewport: { width: 390, height: 844 }, path: "/rtl" },
  };
  for (const [name, { path = "/around", text, ...context }] of Object.entries(SEEN)) {
    test(`${name}: nothing sticks out, axe finds nothing, targets are large enough`, async () => {
      const window = await browser.newContext({ bypassCSP: true, ...context });
      const target = await window.newPage();
      await open(path, target);
      if (text) await target.addStyleTag({ content: `html { font-size: ${text}% !important }` });
      await type("anna.muster@gmial.com", DEVICE, target);
      await arrives("gmial.com", target);
      await arrives("made for a device", target);
      await target.screenshot({ path: `${PICTURES}element-${name}.png`, fullPage: !context.isMobile });
      assert.ok(await target.evaluate("document.documentElement.scrollWidth <= innerWidth"), "sideways scrolling");
      const sizes = await target.locator(".passkind :is(a, button)").evaluateAll((all) => all.map((one) => [one.className, one.getBoundingClientRect().width, one.getBoundingClientRect().height]));
      assert.ok(sizes.length >= 3);
      for (const [what, width, height] of sizes) assert.ok(Number(width) >= (context.hasTouch ? 44 : 24) && Number(height) >= (context.hasTouch ? 44 : 24), `${what}: ${width} x ${height}`);
      // Forced colours are the person's own: axe does not see them, and there is nothing to judge.
      const axe = new AxeBuilder({ page: target }).disableRules(context.forcedColors ? ["color-contrast"] : []);
      const { violations } = await axe.analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      await window.close();
    });
  }

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`contrast in ${colorScheme}: texts 4.5, boundaries and signs 3`, async () => {
      const window = await browser.newContext({ colorScheme });
      const target = await window.newPage();
      await speak(target);
      await target.evaluate(`${ELEMENT}.refused()`);
      await arrives("Next step", target);
      const pairs = await target.locator(".passkind-hint").evaluateAll((all) => all.map((hint) => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(hint);
        return { severity: hint.dataset["severity"], color, backgroundColor, borderTopColor, page: getComputedStyle(document.documentElement).backgroundColor };
      }));
      assert.deepEqual(new Set(pairs.map(({ severity }) => severity)), new Set(["warning", "info"]));
      const canvas = colorScheme === "dark" ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
      for (const { severity, color, backgroundColor, borderTopColor } of pairs) {
        assert.ok(contrast(color, backgroundColor) >= 4.5, `${severity}: text ${contrast(color, backgroundColor)}`);
        assert.ok(contrast(borderTopColor, canvas) >= 3, `${severity}: boundary to the page ${contrast(borderTopColor, canvas)}`);
        assert.ok(contrast(borderTopColor, backgroundColor) >= 3, `${severity}: boundary to its ground ${contrast(borderTopColor, backgroundColor)}`);
      }
      await window.close();
    });
  }

  test("a page that is light only stays so in a dark room", async () => {
    const window = await browser.newContext({ colorScheme: "dark" });
    const target = await window.newPage();
    await target.route("**/page.css", (route) => route.fulfill({ body: "", contentType: "text/css" }));
    await speak(target);
    const ground = await target.locator(".passkind-hint").first().evaluate((hint) => getComputedStyle(hint).backgroundColor);
    assert.ok(contrast(ground, "rgb(0, 0, 0)") > 15, ground);
    await window.close();
  });

  test("colours are the page's to set; style sheets from files suffice, and nothing moves", async () => {
    await tab.route("**/page.css", (route) => route.fulfill({ body: ":root { --passkind-warning-ground: rgb(1, 2, 3); --passkind-info-ground: rgb(1, 2, 3) }", contentType: "text/css" }));
    await speak();
    assert.deepEqual(await tab.locator(".passkind-hint").evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).backgroundColor))]), ["rgb(1, 2, 3)"]);
    assert.equal(await tab.locator("style").count(), 0);
    assert.deepEqual(await tab.locator(".passkind *").evaluateAll((all) => [...new Set(all.map((one) => `${getComputedStyle(one).animationName} ${getComputedStyle(one).transitionDuration}`))]), ["none 0s"]);
    assert.deepEqual(await get("broken"), []);
  });
});

/** WCAG 2.2, relative luminance. @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [one, other].map((color) => {
    const channels = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => +channel / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    const [r = 0, g = 0, b = 0] = channels;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }).sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
