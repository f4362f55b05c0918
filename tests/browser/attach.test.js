/** `attach` on small pages in a real Chromium. Most use a guard of their own, so that each row shows one behaviour. */
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, describe, test } from "node:test";
import { hint } from "../../www/testing.js";
import { COMPLETE, KEEP } from "./attach-fixture.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const FORM = `
  <label for="name">Name</label><input id="name" autocomplete="username">
  <label for="secret">Password</label><input id="secret" type="password" autocomplete="current-password" aria-describedby="rules">
  <button id="go">Sign in</button><p id="rules">Rules</p>`;

/** A page whose script keeps what happens; `attachTo` is the page author's line. @param {string} form @param {string} [attributes] */
const page = (form, attributes = "") => `<!doctype html><html lang="en"><title>fixture</title><style>input, button { display: block; }</style><form id="form" ${attributes}>${form}</form>
<script type="module">
  import { attach } from "/attach.js";
  window.calls = []; window.events = []; window.submits = []; window.errors = [];
  window.answer = () => ({});${COMPLETE}${KEEP}
  window.guard = { assess(credentials, observation) {
    keep(calls, credentials, observation);
    return { status: "ok", verdict: "silent", identifier: { form: "address", fits: "yes" }, password: { shape: "ordinary", expects: [] }, hints: [], ...completed(answer(credentials, observation)) };
  } };
  addEventListener("error", (event) => errors.push(event.message));
  addEventListener("unhandledrejection", () => errors.push("unhandled rejection"));
  form.addEventListener("passkind", (event) => events.push(event.detail));
  form.addEventListener("submit", (event) => { event.preventDefault(); submits.push(document.querySelector("#secret")?.value); });
  window.start = (options = { guard }) => (window.live = attach(form, options));
  window.ready = true;
</script></html>`;

const PAGES = {
  "/plain": page(FORM),
  "/former": page(FORM, 'refused="1"'),
  "/refused": page(FORM, 'data-passkind-refused="1"'),
  "/nameOnly": page('<input id="name" type="email"><button>Next</button>'),
  "/secretOnly": page('<input type="hidden" autocomplete="username" value="anna@example.com"><input id="secret" type="password"><button>Next</button>'),
  "/slots": page('<label>Name <input id="name" type="text"></label><label>Password <input id="secret" type="password"></label><button>Go</button><div data-passkind-for="password" id="slot"></div>'),
  "/wired": `<!doctype html><title>wired</title><form id="form">${FORM}</form><script type="module">
    import { attach } from "/attach.js";
    window.events = []; form.addEventListener("passkind", (event) => events.push(event.detail));
    form.addEventListener("submit", (event) => { event.preventDefault(); window.sent = true; });
    attach(form, { service: "account", provider: "infomaniak" }); window.ready = true;</script>`,
};

const KIND = hint("accountPasswordExpected", { verdict: "probably", service: "account", links: [{ rel: "reset", href: "https://example.com/reset" }] });
const TYPO = hint("domainTypo", { domain: "gmial.com", suggestion: "gmail.com" });
const RECOVERY = hint("resetAccountPassword", { service: "account", links: [] });

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {Page} */ let tab;
before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES)]); });
after(async () => { await browser.close(); await server.close(); });
beforeEach(async () => { tab = await browser.newPage({ viewport: { width: 500, height: 700 } }); tab.setDefaultTimeout(10_000); });
afterEach(() => tab.close());

/** @param {keyof typeof PAGES} path @param {object} [answer] what the page's guard answers, always @param {string} [options] */
async function open(path, answer = {}, options = "{ guard }") {
  await tab.goto(server.origin + path);
  await tab.waitForFunction("window.ready");
  await tab.evaluate(`answer = () => (${JSON.stringify(answer)}); ${path === "/wired" ? "" : `start(${options})`}`);
}
/** @param {"identifier" | "password"} name */
const region = (name) => tab.locator(`[data-passkind-field=${name}] [role=status]`);
/** Longer than any timer but the pause. */
const settle = () => tab.waitForTimeout(120);
/** @param {string} expression @returns {Promise<any>} */
const get = (expression) => tab.evaluate(expression);

describe("loading", () => {
  test("nothing is fetched before the form is focused, then the core is", async () => {
    await open("/wired");
    await tab.waitForLoadState("networkidle");
    const from = server.requests.lastIndexOf("/wired");
    assert.deepEqual(server.requests.slice(from).filter((path) => path.startsWith("/pkg/")), []);
    await Promise.all([tab.waitForRequest("**/pkg/**"), tab.focus("#name")]);
  });

  test("wasm blocked, and the core as JavaScript does not come: one event, no text, and the form submits", async () => {
    await tab.route("**/pkg/twin.js", (route) => route.abort());
    await tab.addInitScript("delete WebAssembly.Module; WebAssembly.instantiate = WebAssembly.compile = () => Promise.reject(new Error('blocked'));");
    await open("/wired");
    for (let i = 0; i < 3; i++) {
      await tab.fill("#secret", `q7Rk w2Mx t9Bd z4H${i}`);
      await tab.focus("#name");
      await settle();
    }
    await tab.click("#go");
    await tab.waitForFunction("events.length");
    await settle();
    assert.deepEqual(await get("events"), [{ status: "unavailable", reason: "blocked", codes: [] }]);
    assert.equal(await get("sent"), true);
    assert.equal((await tab.locator(".passkind").allInnerTexts()).join("").trim(), "");
  });

  test("the core's file blocked: the same", async () => {
    await tab.route("**/pkg/**", (route) => route.abort());
    await open("/wired");
    await tab.fill("#secret", "q7Rk w2Mx t9Bd z4Hn");
    await tab.click("#go");
    await tab.waitForFunction("events.length");
    assert.deepEqual(await get("events"), [{ status: "unavailable", reason: "load", codes: [] }]);
    assert.equal(await get("sent"), true);
  });

  for (const [file, reason] of [["nothing-here.wasm", "is not there"], ["attach.js", "is no core"]]) {
    test(`a file of the page's own that ${reason}, and the form focused meanwhile: the package's bytes are taken`, async () => {
      /** @type {(go?: unknown) => void} */
      let release = () => {};
      const released = new Promise((go) => { release = go; });
      await tab.route(`**/${file}?own`, async (route) => { await released; await route.continue(); });
      await open("/plain", {}, "{ service: 'account', provider: 'infomaniak' }");
      await get(`void import("/guard/guard.js").then(({ load }) => load(new URL("/${file}?own", location.href))).catch(({ name }) => (window.failed = name))`);
      await tab.focus("#secret");
      assert.equal(await get("window.failed"), undefined, "it is still under way");
      release();
      await tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn");
      await tab.focus("#go");
      await region("password").getByText("made for a device").waitFor();
      assert.ok(await get("failed"));
      assert.deepEqual(await get("[events.map(({ status }) => status), errors]"), [["ok"], []]);
    });
  }

  test("wrong guard options are reported once and the form stays as it was", async () => {
    await open("/plain", {}, '{ service: "accounts" }');
    await tab.fill("#secret", "anything");
    await tab.click("#go");
    await tab.waitForFunction("errors.length");
    await settle();
    const errors = await get("errors");
    assert.equal(errors.length, 1);
    assert.match(errors[0], /`service`/);
    assert.deepEqual(await get("submits"), ["anything"]);
  });

  /** @type {[string, string, string][]} what is given, code, option */
  const refused = [
    ["null", "wrongType", "options"],
    ["{ guard: 1 }", "wrongType", "guard"],
    ["{ guard: null }", "wrongType", "guard"],
    ["{ guard, service: 'ftp' }", "wrongType", "guard"],
    ["{ guard, locale: 1 }", "wrongType", "locale"],
    ["{ guard, messages: 'fr' }", "wrongType", "messages"],
    ["{ guard, identifier: form }", "wrongType", "identifier"],
    ["{ guard, identifier: 'anna' }", "wrongType", "identifier"],
    ["{ guard, password: () => 'x' }", "wrongType", "password"],
    ["{ guard, readPassword: 'no' }", "wrongType", "readPassword"],
    ["{ guard, readPassword: null }", "wrongType", "readPassword"],
    ["{ guard, fields: 'identifier' }", "unknownOption", "fields"],
    ["{ guard, fields: undefined }", "unknownOption", "fields"],
    ["{ service: 'account', explain: 'always' }", "unknownOption", "explain"],
    ["{ guard, holdOnce: 1 }", "wrongType", "holdOnce"],
    ["{ guard, exposeCodes: 'yes' }", "wrongType", "exposeCodes"],
    ["{ guard, signal: {} }", "wrongType", "signal"],
    ["{ guard, holdonce: true }", "unknownOption", "holdonce"],
    ["{ service: 'account', colour: 'red' }", "unknownOption", "colour"],
  ];
  test("options that cannot be used throw at once, by name, at attach and at update", async () => {
    await open("/plain");
    for (const [options, code, option] of refused) {
      const tried = (/** @type {string} */ call) => get(`(() => { try { ${call} } catch ({ name, code, option }) { return { name, code, option } } })()`);
      assert.deepEqual(await tried(`start(${options})`), { name: "PasskindError", code, option }, options);
      if (options !== "null") assert.deepEqual(await tried(`live.update(${options})`), { name: "PasskindError", code, option }, `update ${options}`);
    }
    assert.equal(await region("password").count(), 1, "the attachment from before is as it was");
  });

  test("what had another name before says the present one", async () => {
    await open("/plain");
    const said = (/** @type {string} */ options) => get(`(() => { try { start(${options}) } catch ({ message }) { return message } })()`);
    assert.equal(await said("{ guard, fields: 'identifier' }"), "option `fields`: expected `readPassword` in its place");
    assert.equal(await said("{ service: 'account', explain: 'always' }"), "option `explain`: expected `explainBeforeRefusal` in its place");
    assert.match(await said("{ guard, toString: 1 }"), /^option `toString`: expected one of service, /);
  });

  test("the attribute of before, on the form: said once at attach, and not counted", async () => {
    await open("/former");
    await settle();
    const errors = await get("errors");
    assert.equal(errors.length, 1);
    assert.match(errors[0], /option `refused`: expected the attribute `data-passkind-refused` in its place/);
    assert.equal(await get("calls.length"), 0);
  });

  test("what is left out may be undefined too", async () => {
    await open("/plain", {}, "{ guard, locale: undefined, messages: undefined, identifier: undefined, password: undefined, readPassword: undefined, holdOnce: undefined, exposeCodes: undefined, signal: undefined, service: undefined }");
    assert.equal(await region("password").count(), 1);
  });
});

describe("regions", () => {
  test("a status region stands empty under each field from the start", async () => {
    await open("/plain");
    for (const name of /** @type {const} */ (["identifier", "password"])) {
      assert.equal(await region(name).count(), 1);
      assert.equal(await region(name).textContent(), "");
    }
    assert.equal(await tab.getAttribute("#secret", "aria-describedby"), "rules");
  });

  test("a text describes its field besides the page's own, and no longer when it has gone", async () => {
    await open("/plain", { hints: [KIND] });
    await tab.fill("#secret", "q7Rk w2Mx");
    await tab.focus("#go");
    await settle();
    assert.match(await region("password").innerText(), /^Password: this looks like/);
    const id = await region("password").getAttribute("id");
    assert.equal(await tab.getAttribute("#secret", "aria-describedby"), `rules ${id}`);
    assert.equal(await region("password").locator("[data-severity=warning]").count(), 1);
    await get("answer = () => ({})");
    await tab.fill("#secret", "other");
    await tab.focus("#go");
    await settle();
    assert.equal(await region("password").textContent(), "");
    assert.equal(await tab.getAttribute("#secret", "aria-describedby"), "rules");
  });

  test("hints about the name stand under the name, links outside the region after the field", async () => {
    await open("/plain", { hints: [TYPO, hint("edgeSpace", { field: "identifier", edge: "end" }), KIND], identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" } });
    await tab.fill("#name", "anna@gmial.com ");
    await tab.focus("#go");
    await settle();
    assert.equal(await region("identifier").locator("p").count(), 2);
    assert.equal(await region("password").locator("p").count(), 1);
    assert.equal(await tab.locator("[role=status] :is(a, button)").count(), 0);
    assert.equal(await tab.locator("[data-passkind-field=identifier] bdi").first().innerText(), "gmial.com");
    await tab.focus("#secret");
    await tab.keyboard.press("Tab");
    assert.equal(await get("document.activeElement.href"), "https://example.com/reset");
  });

  test("inside a label the region stands after the label; a page's own place comes first", async () => {
    await open("/slots");
    assert.equal(await tab.locator("label .passkind").count(), 0);
    assert.equal(await tab.locator("#slot .passkind").count(), 1);
  });

  test("session-replay tools are told to leave the texts out", async () => {
    await open("/plain");
    assert.equal(await tab.locator(".passkind[data-private][data-sentry-mask][data-hj-suppress][data-dd-privacy=mask].ph-no-capture.fs-mask.rr-mask").count(), 2);
  });

  test("markup in an echo stays text", async () => {
    await open("/plain", { hints: [{ code: "domainTypo", params: { domain: "<img src=x onerror=errors.push(1)>", suggestion: "gmail.com" } }] });
    await tab.fill("#name", "x");
    await tab.focus("#go");
    await settle();
    assert.equal(await tab.locator("img").count(), 0);
    assert.deepEqual(await get("errors"), []);
  });
});

describe("when", () => {
  test("not while typing; after a pause of a second if the password is in doubt", async () => {
    await open("/plain", { verdict: "may", hints: [TYPO, KIND] });
    await tab.focus("#secret");
    await tab.keyboard.type("q7Rk w2Mx", { delay: 20 });
    await settle();
    assert.equal(await region("password").textContent(), "");
    await tab.waitForTimeout(1000);
    assert.match(await region("password").innerText(), /looks like/);
    assert.equal(await region("identifier").textContent(), "", "the rest waits until the field is left");
  });

  test("a pause with nothing in doubt shows nothing", async () => {
    await open("/plain", { hints: [TYPO] });
    await tab.focus("#name");
    await tab.keyboard.type("anna@gmial");
    await tab.waitForTimeout(1200);
    assert.equal(await region("identifier").textContent(), "");
  });

  test("Caps Lock at once (synthetic key event: no driver can switch it on)", async () => {
    await open("/plain");
    await get('answer = (_, { capsLock }) => ({ hints: capsLock ? [{ code: "capsLockOn", params: {} }] : [] })');
    await tab.focus("#secret");
    const press = (/** @type {boolean} */ on, field = "secret") => get(`document.querySelector("#${field}").dispatchEvent(new KeyboardEvent("keyup", { key: "A", modifierCapsLock: ${on}, bubbles: true }))`);
    await press(true);
    await settle();
    assert.match(await region("password").innerText(), /^Caps Lock is on/);
    await press(false);
    await settle();
    assert.equal(await region("password").textContent(), "");
    await press(true);
    await press(false, "name");
    await settle();
    assert.equal(await region("password").textContent(), "", "switched off in the name field");
    const calls = await get("calls.length");
    await press(true, "name");
    await settle();
    assert.deepEqual([await get("calls.length"), await region("password").textContent()], [calls, ""], "there it does no harm");
  });

  test("nothing is asked during composition", async () => {
    await open("/plain");
    await tab.focus("#secret");
    await settle();
    await get('document.querySelector("#secret").dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }))');
    await get('document.querySelector("#secret").dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertCompositionText" }))');
    await tab.waitForTimeout(1200);
    assert.equal(await get("calls.length"), 0);
    await get('document.querySelector("#secret").dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }))');
    await tab.waitForTimeout(1100);
    assert.equal(await get("calls.length"), 1);
  });

  test("what has been said is not said again", async () => {
    await open("/plain", { hints: [KIND] });
    await tab.fill("#secret", "q7Rk w2Mx");
    await tab.focus("#go");
    await settle();
    await get("window.changes = 0; new MutationObserver((list) => (changes += list.length)).observe(form, { subtree: true, childList: true, characterData: true, attributes: true })");
    for (const field of ["#secret", "#name", "#go", "#secret", "#go"]) await tab.focus(field);
    await settle();
    assert.equal(await get("changes"), 0);
  });

  test("a click on the button below lands, though the hint comes as the field is left", async () => {
    await open("/plain", { verdict: "probably", hints: [KIND, RECOVERY] });
    await tab.focus("#secret");
    await tab.keyboard.type("q7Rk w2Mx");
    const box = await tab.locator("#go").boundingBox();
    assert.ok(box);
    await tab.mouse.move(box.x + 5, box.y + 5);
    await tab.mouse.down();
    await tab.waitForTimeout(200);
    assert.equal(await region("password").textContent(), "", "nothing moves under a held pointer");
    assert.deepEqual(await tab.locator("#go").boundingBox(), box);
    await tab.mouse.up();
    await settle();
    assert.deepEqual(await get("submits"), ["q7Rk w2Mx"]);
    assert.match(await region("password").innerText(), /looks like/);
  });
});

describe("refusals", () => {
  test("refused() counts for this pair, through an emptied field, until the pair changes", async () => {
    await open("/plain", { hints: [RECOVERY] });
    const last = () => get("calls.at(-1).refused");
    await tab.fill("#name", "anna@example.com");
    await tab.fill("#secret", "one");
    await tab.click("#go");
    await get("live.refused()");
    assert.equal(await last(), 1);
    await get("live.refused()");
    assert.equal(await last(), 2);
    await get('document.querySelector("#secret").value = ""; live.refused()');
    assert.equal(await last(), 3, "the page has emptied the field; the pair is the one submitted");
    await tab.fill("#secret", "two");
    await tab.focus("#go");
    assert.equal(await last(), 0);
    await get("live.refused()");
    assert.equal(await last(), 1);
  });

  /** @type {[string, string][]} what the page does to its fields before it tells, script */
  const own = [["trims the name", "name.value = name.value.trim()"], ["empties the form", "form.reset()"]];
  for (const [how, script] of own) {
    test(`the page itself ${how}: advice comes all the same`, async () => {
      await open("/plain", { hints: [RECOVERY] });
      await tab.fill("#name", "anna@example.com ");
      await tab.fill("#secret", "one");
      await tab.click("#go");
      await get(`{ const name = document.querySelector("#name"); ${script} } live.refused()`);
      assert.equal(await get("calls.at(-1).refused"), 1);
      await region("password").getByText("Next step").waitFor();
    });
  }

  /** @type {[string, string][]} how the page tells, script */
  const late = [["by refused()", "live.refused()"], ["by the attribute", "form.setAttribute('data-passkind-refused', '1')"]];
  for (const [how, script] of late) {
    test(`an answer that comes while another password is being typed is about the one that was sent: ${how}`, async () => {
      await open("/plain");
      await tab.fill("#name", "anna@example.com");
      await tab.fill("#secret", "one");
      await tab.click("#go");
      await tab.fill("#secret", "two");
      await get("calls.length = 0");
      await get(script);
      await settle();
      assert.deepEqual(await get("calls"), [], "of what is half typed there is nothing to ask");
      await tab.focus("#go");
      assert.deepEqual(await get("(({ password, refused }) => [password, refused])(calls.at(-1))"), ["two", 0]);
      await tab.fill("#secret", "one");
      await tab.focus("#go");
      assert.equal(await get("calls.at(-1).refused"), 1);
      await tab.fill("#name", "bruno@example.com");
      await tab.fill("#secret", "");
      await tab.focus("#go");
      assert.equal(await get("calls.at(-1).refused"), 0, "nor is it about another name");
    });
  }

  test('data-passkind-refused="1" with an empty password speaks at load', async () => {
    await open("/refused", { hints: [RECOVERY] });
    await region("password").getByText("Next step").waitFor();
    assert.equal(await get("calls.at(-1).refused"), 1);
  });

  test("how the password came: typed, pasted, filled", async () => {
    await open("/plain");
    const input = async () => { await tab.focus("#go"); return get("calls.at(-1).input"); };
    await tab.focus("#secret");
    await settle();
    await tab.keyboard.type("a");
    assert.equal(await input(), "typed");
    await get('document.querySelector("#secret").value = "ab"; document.querySelector("#secret").dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }))');
    await tab.focus("#secret");
    assert.equal(await input(), "pasted");
    await get('document.querySelector("#secret").value = "filled by a password manager"');
    await tab.focus("#secret");
    assert.equal(await input(), "autofilled");
  });
});

describe("one field", () => {
  test("a page that asks for the name alone", async () => {
    await open("/nameOnly", { hints: [TYPO, RECOVERY] });
    await tab.fill("#name", "anna@gmial.com");
    await tab.focus("button");
    await settle();
    assert.deepEqual(Object.keys((await get("calls.at(-1)"))).sort(), ["identifier", "refused"]);
    await get("live.refused()"); // which brings the text of what to do then
    await settle();
    assert.equal(await region("identifier").locator("p").count(), 2, "with no password field all stands here");
  });

  test("a page that asks for the password alone, the name in a hidden field", async () => {
    await open("/secretOnly", { hints: [TYPO, KIND] });
    await tab.fill("#secret", "x");
    await tab.focus("button");
    await settle();
    assert.equal(await get("calls.at(-1).identifier"), "anna@example.com");
    assert.equal(await region("password").locator("p").count(), 2);
  });
});

describe("what a person can do", () => {
  test("hiding a hint lasts for the page's life and gives the focus back", async () => {
    await open("/plain", { hints: [KIND] });
    await tab.fill("#secret", "q7Rk w2Mx");
    await tab.focus("#go");
    await settle();
    await tab.locator(".passkind-dismiss").focus();
    await tab.keyboard.press("Enter");
    await settle();
    assert.equal(await region("password").textContent(), "");
    assert.equal(await get("document.activeElement.id"), "secret");
    await get("live.detach(); start()");
    await tab.fill("#secret", "another one");
    await tab.focus("#go");
    await settle();
    assert.equal(await region("password").textContent(), "");
  });

  test("a text that no longer holds goes at once, though Tab has led into its links; these go when they are left", async () => {
    await open("/plain");
    await get(`answer = ({ password }) => ({ verdict: "may", hints: password.length < 10 ? [${JSON.stringify(KIND)}] : [] })`);
    await tab.focus("#secret");
    await tab.keyboard.type("q7Rk", { delay: 20 });
    await region("password").locator("p").waitFor();
    await tab.keyboard.type("w2Mxt9Bd");
    await tab.keyboard.press("Tab");
    await settle();
    assert.equal(await get("document.activeElement.className"), "passkind-link", "the place is kept");
    assert.equal(await region("password").textContent(), "");
    assert.equal(await tab.getAttribute("#secret", "aria-describedby"), "rules");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    await settle();
    assert.equal(await tab.locator(".passkind-link:visible").count(), 0);
  });

  test("the suggested address is taken over by its button only", async () => {
    await open("/plain", { hints: [TYPO], identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" } });
    await get('window.heard = []; for (const type of ["input", "change"]) document.querySelector("#name").addEventListener(type, () => heard.push(type))');
    await get('document.querySelector("#name").value = "anna@gmial.com"');
    await tab.focus("#name");
    await tab.focus("#go");
    await settle();
    assert.equal(await tab.inputValue("#name"), "anna@gmial.com");
    assert.equal(await tab.locator(".passkind-use").innerText(), "Use gmail.com");
    await get("heard.length = 0");
    await get("answer = () => ({})");
    await tab.click(".passkind-use");
    await settle();
    assert.equal(await tab.inputValue("#name"), "anna@gmail.com");
    assert.deepEqual(await get("heard"), ["input", "change"]);
    assert.equal(await region("identifier").textContent(), "");
  });

  test("update changes the language of what is shown", async () => {
    await open("/plain", { hints: [KIND] });
    await tab.fill("#secret", "q7Rk w2Mx");
    await tab.focus("#go");
    await settle();
    await get('live.update({ locale: "fr-CH" })');
    await region("password").getByText("Mot de passe").waitFor();
    assert.equal(await tab.locator("[data-passkind-field=password]").getAttribute("lang"), "fr");
    assert.equal(await tab.locator(".passkind-dismiss").innerText(), "Masquer les conseils");
  });
});

describe("what never happens", () => {
  test("detach leaves the page as it was, and deaf", async () => {
    await open("/plain", { hints: [KIND] }, "{ guard }");
    await get("live.detach()");
    const original = await get("form.outerHTML");
    await get("start()");
    await tab.fill("#secret", "q7Rk w2Mx");
    await tab.focus("#go");
    await settle();
    assert.notEqual(await get("form.outerHTML"), original);
    await get("live.detach()");
    assert.equal(await get("form.outerHTML"), original);
    const calls = await get("calls.length");
    await tab.fill("#secret", "more");
    await tab.focus("#go");
    await tab.waitForTimeout(1200);
    assert.equal(await get("calls.length"), calls);
  });

  test("events hold no password, and codes about it only if asked for", async () => {
    await open("/plain", { verdict: "probably", hints: [KIND, TYPO] });
    await tab.fill("#secret", "marker-7141");
    await tab.focus("#go");
    await settle();
    assert.deepEqual(await get("events"), [{ status: "ok", codes: ["domainTypo"] }]);
    await get("live.update({ exposeCodes: true }); events.length = 0");
    await tab.fill("#secret", "marker-7142");
    await tab.focus("#go");
    await settle();
    assert.deepEqual(await get("events.at(-1)"), { status: "ok", verdict: "probably", codes: ["accountPasswordExpected", "domainTypo"] });
    assert.ok(!(await get("document.documentElement.outerHTML + JSON.stringify(events)")).includes("marker-7141"));
  });

  /** @type {[string, object, boolean][]} code, parameters, is it told */
  const told = [
    ["caseInverted", {}, false],
    ["smartPunctuation", { character: "dash" }, false],
    ["wrapperTyped", { wrapper: "label" }, false],
    ["notComposed", {}, false],
    ["edgeSpace", { field: "password", edge: "end" }, false],
    ["invisibleCharacter", { field: "password", character: "zeroWidth" }, false],
    ["edgeSpace", { field: "identifier", edge: "end" }, true],
    ["invisibleCharacter", { field: "identifier", character: "zeroWidth" }, true],
    ["capsLockOn", {}, true],
    ["invalidAddress", {}, true],
    ["noPasswordYet", { service: "account", links: [] }, true],
    ["pickOtherSaved", {}, true],
  ];
  test("how the secret is written is shown, and told by events only if asked for", async () => {
    for (const [code, params, isTold] of told) {
      await open("/plain", { hints: [hint(/** @type {import("../www/types.js").HintCode} */ (code), params)] });
      await tab.fill("#secret", "marker-7141");
      await tab.focus("#go");
      await settle();
      await get("live.refused()"); // which brings the texts of what is said then alone
      await settle();
      assert.equal(await tab.locator(".passkind-hint").count(), 1, code);
      assert.deepEqual(await get("events"), [{ status: "ok", codes: isTold ? [code] : [] }], `${code} ${JSON.stringify(params)}`);
      await get("live.update({ exposeCodes: true }); events.length = 0");
      await tab.fill("#secret", "marker-7142");
      await tab.focus("#go");
      await settle();
      assert.deepEqual(await get("events.at(-1).codes"), [code]);
    }
  });

  test("values go out as typed, spaces and all; aria-invalid is never set", async () => {
    await open("/plain", { verdict: "probably", hints: [KIND] });
    await tab.fill("#secret", "  q7Rk w2Mx\t ");
    await tab.click("#go");
    await settle();
    assert.deepEqual(await get("submits"), ["  q7Rk w2Mx\t "]);
    assert.equal(await tab.locator("[aria-invalid]").count(), 0);
  });

  test("a value of a million characters is answered", async () => {
    await open("/wired");
    await tab.focus("#name");
    await get('for (const id of ["name", "secret"]) document.getElementById(id).value = "é\\u202e@" + "a@b.".repeat(250_000)');
    await tab.focus("#secret");
    await tab.focus("#go");
    await tab.waitForFunction("events.length", undefined, { timeout: 5000 });
    assert.equal(await get("events[0].status"), "ok");
  });
});
