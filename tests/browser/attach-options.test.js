/** `attach`: its options, what fills fields in without keys, refusals that the page tells, and what is left behind. Real Chromium. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hint } from "../../www/testing.js";
import { FIELDS, fixture, KIND, page, RECOVERY, TYPO } from "./attach-fixture.js";

const form = (/** @type {string} */ fields, attributes = "") => page(`<form id="form" ${attributes}>${fields}</form>`);
/**
 * Chromium keeps what it fills in at load from the page until a gesture: the field matches `:autofill`, and its value reads
 * as empty. No driver can bring that about, so this field plays it.
 */
const HIDING = `for (const field of document.querySelectorAll("input")) {
  const matches = field.matches; const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  field.matches = (selector) => selector === ":-webkit-autofill" ? !field.typedInto : matches.call(field, selector);
  Object.defineProperty(field, "value", { configurable: true, get() { return window.gesture ? value.get.call(field) : ""; }, set(text) { value.set.call(field, text); } });
  value.set.call(field, "filled-" + field.id);
}
addEventListener("keydown", () => (window.gesture = true), true); addEventListener("pointerdown", () => (window.gesture = true), true);`;

const it = fixture({
  "/plain": form(FIELDS),
  "/refused": form(FIELDS, 'data-passkind-refused="1"'),
  "/hiding": page(`<form id="form">${FIELDS}</form>`, HIDING),
  "/hidingRefused": page(`<form id="form" data-passkind-refused="2">${FIELDS}</form>`, HIDING),
  "/script": page(`<form id="form">${FIELDS}</form>`, "window.theForm = document.getElementById('form'); theForm.addEventListener('submit', () => (window.pageHeard = (window.pageHeard ?? 0) + 1));"),
});
const { open, region, settle, get, type } = it;
const last = (/** @type {string} */ name) => get(`calls.at(-1)?.${name}`);
const MAY = hint("accountPasswordExpected", { verdict: "may" });
const SURE = { verdict: "probably", hints: [KIND] };

describe("what fills in without keys", () => {
  test("Chromium's hidden values (played): nothing is said of an empty field; asked once a key shows them", async () => {
    await open("/hiding", { hints: [TYPO] });
    await get('document.querySelector("#secret").focus(); document.querySelector("#go").focus()');
    await settle();
    assert.equal(await get("calls.length"), 0);
    await it.tab.keyboard.press("Shift");
    await settle();
    assert.deepEqual(await get("(({ identifier, password, input }) => ({ identifier, password, input }))(calls.at(-1))"), { identifier: "filled-name", password: "filled-secret", input: "autofilled" });
    assert.equal(await get("calls.length"), 1);
  });

  test("the same after a refusal: recovery at load, and again when a pointer shows the pair", async () => {
    await open("/hidingRefused", { hints: [RECOVERY] });
    await region("password").getByText("Next step").waitFor();
    assert.deepEqual(await get("calls.map(({ refused, input }) => [refused, input])"), [[2, "autofilled"]]);
    await it.tab.mouse.click(5, 600);
    await settle();
    assert.deepEqual(await get("(({ password, refused }) => [password, refused])(calls.at(-1))"), ["filled-secret", 2]);
    await get('for (const field of form.querySelectorAll("input")) field.typedInto = true');
    await type("#secret", "mine");
    assert.deepEqual([await last("refused"), await last("input")], [0, "typed"]);
  });

  /** @type {[string, string, string][]} how, what the filler does, what is seen (after leaving or submitting) */
  const fillers = [
    ["with input and change events", "secret.value = 'filled'; for (const type of ['input', 'change']) secret.dispatchEvent(new Event(type, { bubbles: true }))", "autofilled"],
    ["with an input event that does not bubble", "secret.value = 'filled'; secret.dispatchEvent(new Event('input'))", "autofilled"],
    ["as Firefox does", "secret.value = 'filled'; secret.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }))", "autofilled"],
    ["without any event", "secret.value = 'filled'", "autofilled"],
    ["by dropping text", "secret.value = 'filled'; secret.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromDrop' }))", "pasted"],
  ];
  for (const [how, script, input] of fillers) {
    test(`${how}: ${input}, judged on submitting`, async () => {
      await open("/plain");
      await get(`{ const secret = document.querySelector("#secret"); ${script} }`);
      await settle();
      assert.equal(await get("calls.length"), 0);
      await it.tab.click("#go");
      await settle();
      assert.deepEqual([await last("password"), await last("input")], ["filled", input]);
    });
  }

  test("filled with events and left alone: asked after a pause", async () => {
    await open("/plain", { hints: [KIND] });
    await get(`{ const secret = document.querySelector("#secret"); ${fillers[0]?.[1]} }`);
    await it.tab.waitForFunction("calls.length");
    assert.equal(await last("input"), "autofilled");
  });

  test("a real paste", async () => {
    await open("/plain");
    await it.tab.fill("#name", "from the clipboard");
    await it.tab.focus("#name");
    await it.tab.keyboard.press("Control+A");
    await it.tab.keyboard.press("Control+C");
    await it.tab.focus("#secret");
    await it.tab.keyboard.press("Control+V");
    await it.tab.focus("#go");
    await settle();
    assert.deepEqual([await last("password"), await last("input")], ["from the clipboard", "pasted"]);
  });
});

describe("refusals that the page tells by its attribute", () => {
  test("set later, then raised: the server's count; set again or taken away: nothing", async () => {
    await open("/plain", { hints: [RECOVERY] });
    await type("#secret", "q7Rk w2Mx");
    await it.tab.click("#go");
    const asked = () => get("calls.map(({ refused }) => refused)");
    await get("calls.length = 0; form.setAttribute('data-passkind-refused', '1')");
    await region("password").getByText("Next step").waitFor();
    assert.deepEqual(await asked(), [1]);
    await get("form.setAttribute('data-passkind-refused', '1'); rules.setAttribute('data-passkind-refused', '7')");
    await settle();
    assert.deepEqual(await asked(), [1], "the same once more, and another element's");
    await get("document.querySelector('#secret').value = ''; form.setAttribute('data-passkind-refused', '4')");
    await settle();
    assert.deepEqual(await asked(), [1, 4], "of the pair that was submitted");
    assert.match(await region("password").innerText(), /Next step/);
    await get("form.removeAttribute('data-passkind-refused')");
    await settle();
    assert.deepEqual(await asked(), [1, 4]);
    assert.equal(await region("password").textContent(), "", "taken back, its advice goes");
    await type("#secret", "q7Rk w2Mx");
    assert.equal(await last("refused"), 0);
    await get("form.setAttribute('data-passkind-refused', '')");
    await settle();
    assert.equal(await last("refused"), 1);
  });

  test('silent: data-passkind-refused="0"', async () => {
    await open("/plain", { hints: [RECOVERY] });
    await get("form.setAttribute('data-passkind-refused', '0')");
    await settle();
    assert.equal(await get("calls.length"), 0);
  });
});

describe("readPassword: false", () => {
  const SPY = `window.reads = []; { const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(HTMLInputElement.prototype, "value", { ...value, get() { reads.push(this.id); return value.get.call(this); } });
    const secret = document.querySelector("#secret"); for (const name of ["value", "defaultValue"]) Object.defineProperty(secret, name, { get() { reads.push("secret." + name); return ""; }, set() {} }); }`;
  const use = async () => {
    await type("#secret", "q7Rk w2Mx");
    await type("#name", "anna@gmial.com");
    await it.tab.focus("#secret");
    await it.tab.keyboard.press("Enter");
    await it.tab.waitForTimeout(1100);
    await get("live.refused()");
    await settle();
  };

  test("the password is never read, and has no region; recovery still comes", async () => {
    await open("/plain", { hints: [TYPO, RECOVERY] }, "{ guard, readPassword: false }");
    await get(SPY);
    await use();
    assert.deepEqual(await get("[...new Set(reads)]"), ["name"]);
    assert.deepEqual(await get("calls.filter((call) => 'password' in call)"), []);
    assert.equal(await last("refused"), 1);
    assert.equal(await region("password").count(), 0);
    assert.match(await region("identifier").innerText(), /Next step/);
    assert.deepEqual(await get("submits"), ["go"]);
  });

  test("the spy sees the other mode read it", async () => {
    await open("/plain");
    await get(SPY);
    await use();
    assert.ok((await get("reads")).includes("secret.value"));
  });
});

describe("holdOnce", () => {
  const HOLD = "{ guard, holdOnce: true }";
  const submits = () => get("submits");

  test("a probable pair is held once, says so, and goes through the second time with its submitter", async () => {
    await open("/script", SURE, HOLD);
    await type("#secret", "q7Rk w2Mx");
    assert.equal(await region("password").locator("p").count(), 1);
    await it.tab.click("#go");
    await settle();
    assert.deepEqual(await get("[submits, window.pageHeard ?? 0]"), [[], 0], "the page's own listener did not hear of it");
    assert.match(await region("password").innerText(), /Nothing has been sent yet\. Send the form again/);
    await it.tab.click("#go");
    await settle();
    assert.deepEqual(await get("[submits, pageHeard]"), [["go"], 1]);
    assert.doesNotMatch(await region("password").innerText(), /Nothing has been sent/);
    await it.tab.click("#go");
    assert.equal((await submits()).length, 2, "once per pair");
    await type("#secret", "q7Rk w2My");
    await it.tab.click("#go");
    assert.equal((await submits()).length, 2, "another pair");
  });

  /** @type {[string, string][]} */
  const ways = [["Enter", "keyboard"], ["requestSubmit", "theForm.requestSubmit(go)"]];
  for (const [name, script] of ways) {
    test(`by ${name}`, async () => {
      await open("/script", SURE, HOLD);
      await type("#secret", "q7Rk w2Mx");
      for (let i = 0; i < 2; i++) {
        await it.tab.focus("#secret");
        if (script === "keyboard") await it.tab.keyboard.press("Enter");
        else await get(script);
        await settle();
        assert.deepEqual(await submits(), i ? ["go"] : []);
        assert.equal(await get("document.activeElement.id"), "secret", "the focus stays");
      }
    });
  }

  /** @type {[string, object, string, string][]} reason, answer, options, script before */
  const never = [
    ["it was not asked for", SURE, "{ guard }", ""],
    ["may", { verdict: "may", hints: [MAY] }, HOLD, ""],
    ["a hint of another kind", { verdict: "silent", hints: [TYPO, RECOVERY] }, HOLD, ""],
    ["unavailable", { ...SURE, status: "unavailable", hints: [] }, HOLD, ""],
    ["a newer core's code without words", { verdict: "probably", hints: [{ ...KIND, code: "unheardOf" }] }, HOLD, ""],
    ["detached", SURE, HOLD, "live.detach()"],
    ["switched off by update", SURE, HOLD, "live.update({ holdOnce: false })"],
  ];
  for (const [reason, answer, options, script] of never) {
    test(`silent: ${reason}`, async () => {
      await open("/script", answer, options);
      await it.tab.focus("#secret");
      await settle();
      await it.tab.keyboard.type("q7Rk w2Mx");
      await get(script);
      await it.tab.keyboard.press("Enter");
      await settle();
      assert.deepEqual(await submits(), ["go"]);
      assert.doesNotMatch(await it.tab.innerText("body"), /Nothing has been sent/);
    });
  }

  test("silent: the guard has not arrived", async () => {
    await open("/script", SURE, "{ service: 'account', provider: 'infomaniak', holdOnce: true }");
    await it.tab.route("**/pkg/**", () => {});
    await it.tab.focus("#secret");
    await it.tab.keyboard.type("q7Rk w2Mx t9Bd z4Hn");
    await it.tab.keyboard.press("Enter");
    assert.deepEqual(await submits(), ["go"]);
  });

  test("held, then hidden: what was said of holding goes along; the same pair goes through", async () => {
    await open("/script", SURE, HOLD);
    await type("#secret", "q7Rk w2Mx");
    await it.tab.click("#go");
    await settle();
    assert.match(await region("password").innerText(), /Nothing has been sent yet/);
    await it.tab.click(".passkind-dismiss");
    await settle();
    assert.equal(await region("password").textContent(), "");
    assert.equal(await it.tab.locator(".passkind-tools:visible").count(), 0);
    await it.tab.click("#go");
    assert.deepEqual(await submits(), ["go"]);
  });

  test("silent: its hint was hidden", async () => {
    await open("/script", SURE, HOLD);
    await type("#secret", "q7Rk w2Mx");
    await it.tab.click(".passkind-dismiss");
    await it.tab.click("#go");
    assert.deepEqual(await submits(), ["go"]);
  });
});

describe("signal", () => {
  test("aborting detaches", async () => {
    await open("/plain", SURE, "{ guard, signal: (window.control = new AbortController()).signal }");
    await type("#secret", "q7Rk w2Mx");
    await get("control.abort()");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
    const calls = await get("calls.length");
    await type("#secret", "more");
    assert.equal(await get("calls.length"), calls);
  });

  test("one that `update` has replaced no longer detaches; the new one does", async () => {
    await open("/plain", SURE, "{ guard, signal: (window.former = new AbortController()).signal }");
    await get("live.update({ signal: (window.control = new AbortController()).signal }); former.abort()");
    assert.equal(await it.tab.locator(".passkind").count(), 2);
    await type("#secret", "q7Rk w2Mx");
    assert.match(await region("password").innerText(), /looks like/);
    await get("live.update({ signal: undefined }); control.abort()");
    assert.equal(await it.tab.locator(".passkind").count(), 2, "taken away");
    await get("live.update({ signal: (window.last = new AbortController()).signal }); last.abort()");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });

  test("an aborted one attaches nothing, and leaves what is attached", async () => {
    await open("/plain", {}, "{ guard, signal: AbortSignal.abort() }");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
    await get("live.refused(); live.update({ locale: 'fr' }); live.detach(); start(); start({ guard, signal: AbortSignal.abort() })");
    assert.equal(await it.tab.locator(".passkind").count(), 2);
    await type("#secret", "x");
    assert.deepEqual(await get("[calls.length, errors]"), [1, []]);
  });
});

describe("update", () => {
  test("guard, locale, messages, readPassword, identifier, password, exposeCodes, signal", async () => {
    await open("/plain", SURE);
    await type("#secret", "q7Rk w2Mx");
    const calls = await get("calls.length");
    await get("live.update({ locale: 'fr' })");
    await region("password").getByText("Mot de passe").waitFor();
    assert.equal(await get("calls.length"), calls, "another language is no question");
    await get("import('/locales/en/hints.js').then(({ default: en }) => live.update({ messages: { ...en, dismiss: 'Away' } }))");
    await it.tab.getByText("Away").waitFor();
    await get("window.calls2 = []; live.update({ guard: makeGuard(calls2) })");
    await it.tab.waitForFunction("calls2.length");
    await get("live.update({ readPassword: false })");
    await it.tab.waitForFunction("calls2.length === 2 && !('password' in calls2[1])");
    assert.equal(await region("password").count(), 0);
    await get("{ const other = Object.assign(document.createElement('input'), { id: 'other', value: 'bruno' }); form.append(other); live.update({ readPassword: true, identifier: other }) }");
    await it.tab.waitForFunction("calls2.at(-1).identifier === 'bruno' && calls2.at(-1).password === 'q7Rk w2Mx'");
    assert.equal(await get("document.querySelector('#other').nextElementSibling.dataset.passkindField"), "identifier");
    await get("live.update({ exposeCodes: true }); events.length = 0");
    await type("#secret", "q7Rk w2My");
    assert.deepEqual(await get("events.at(-1)"), { status: "ok", verdict: "probably", codes: ["accountPasswordExpected"] });
    await get("live.update({ signal: AbortSignal.abort() })");
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });

  test("other guard options make another guard, with today's own checks", async () => {
    await open("/plain", {}, "{ service: 'mailbox', provider: 'infomaniak' }");
    await type("#secret", "Sommer24!");
    await it.tab.fill("#name", "anna@ik.me");
    await type("#secret", "Sommer24?");
    await region("password").getByText("made for this e-mail address").waitFor();
    await get("live.update({ service: 'ftp', provider: undefined })");
    await it.tab.waitForFunction("!document.querySelector('[data-passkind-field=password] p')");
    await get("live.update({ hostedDomains: 'x' })");
    await it.tab.waitForFunction("errors.some((error) => error.includes('hostedDomains'))");
  });
});

describe("detach leaves nothing", () => {
  test("no listener, observer, attribute, region or timer", async () => {
    await open("/plain", SURE);
    const cdp = await it.tab.context().newCDPSession(it.tab);
    const listeners = async () => {
      const counts = [];
      for (const expression of ["document", "window", "theForm", ...["name", "secret", "go"].map((id) => `document.getElementById("${id}")`)]) {
        const { result } = await cdp.send("Runtime.evaluate", { expression });
        const { listeners } = await cdp.send("DOMDebugger.getEventListeners", { objectId: /** @type {string} */ (result.objectId) });
        counts.push(listeners.length);
      }
      return counts;
    };
    await get("live.detach()");
    const [html, bare] = [await get("document.documentElement.outerHTML"), await listeners()];
    await get("start({ guard, signal: (window.control = new AbortController()).signal })");
    assert.notDeepEqual(await listeners(), bare);
    await type("#secret", "q7Rk w2Mx");
    assert.match(await region("password").innerText(), /looks like/);
    await it.tab.focus("#secret");
    await it.tab.keyboard.type("!"); // a pause has begun
    await get("calls.length = 0; events.length = 0; live.detach()");
    assert.equal(await get("document.documentElement.outerHTML"), html);
    assert.deepEqual(await listeners(), bare);
    await get("form.setAttribute('data-passkind-refused', '1'); live.refused(); live.update({ locale: 'fr' }); form.append(document.createElement('p')); control.abort(); live.detach()");
    await it.tab.waitForTimeout(1200);
    assert.deepEqual(await get("[calls, events, errors]"), [[], [], []]);
    assert.equal(await it.tab.locator(".passkind").count(), 0);
  });

  test("a guard that arrives after it changes nothing", async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    await it.tab.route("**/pkg/inline-sign-in.js", (route) => void waiting.push(() => route.continue()));
    await open("/plain", {}, "{ service: 'account', provider: 'infomaniak' }");
    await type("#secret", "q7Rk w2Mx t9Bd z4Hn");
    await it.tab.click("#go");
    assert.ok(waiting.length);
    await get("live.detach()");
    const html = await get("form.outerHTML");
    for (const go of waiting) go();
    await it.tab.waitForTimeout(600);
    assert.deepEqual(await get("[events, errors]"), [[], []]);
    assert.equal(await get("form.outerHTML"), html);
  });

  test("what was hidden stays hidden when attached anew; another hint still comes", async () => {
    await open("/plain", SURE);
    await type("#secret", "q7Rk w2Mx");
    await it.tab.click(".passkind-dismiss");
    await get("live.detach(); start(); answer = () => ({ hints: [{ code: 'accountPasswordExpected', params: { verdict: 'probably', service: 'account', links: [] } }, { code: 'capsLockOn', params: {} }] })");
    await type("#secret", "another");
    assert.deepEqual(await region("password").locator("p").allInnerTexts(), ["Caps Lock is on: letters of the password come out in the other case."]);
  });
});
