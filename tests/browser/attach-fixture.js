/** Small pages for `attach`, with a guard of their own, so that each row shows one behaviour. */
import { after, afterEach, before, beforeEach } from "node:test";
import { hint } from "../../www/testing.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

export const FIELDS = `
  <label for="name">Name</label><input id="name" autocomplete="username">
  <label for="secret">Password</label><input id="secret" type="password" autocomplete="current-password" aria-describedby="rules">
  <button id="go">Sign in</button><p id="rules">Rules</p>`;

export const KIND = hint("accountPasswordExpected", { verdict: "probably", service: "account", links: [] });
export const TYPO = hint("domainTypo", { domain: "gmial.com", suggestion: "gmail.com" });
export const RECOVERY = hint("resetAccountPassword", { service: "account", links: [] });

/**
 * What a page's guard keeps of its questions: those about what stands in the fields. An event has a question of its own, as if the password
 * were empty, which is none of them; a question that is asked twice in one turn is one.
 */
export const KEEP = `
  window.written = new WeakSet();
  addEventListener("input", (event) => written.add(event.composedPath()[0]), true);
  const secrets = (root) => [...root.querySelectorAll("*")].flatMap((one) => [...(one.localName === "input" && /secret|in\\b/.test(one.id) ? [one] : []), ...(one.shadowRoot ? secrets(one.shadowRoot) : [])]);
  const { get: valueOf } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value"); // a page may spy on who reads
  let latest;
  window.keep = (calls, credentials, observation) => {
    const isEvents = credentials.password === "" && !observation.input && secrets(document).some((field) => written.has(field) || ![null, ""].concat(field.getAttribute("value")).includes(valueOf.call(field)));
    const call = { ...credentials, ...observation };
    const same = JSON.stringify({ capsLock: false, ...call });
    if (isEvents || latest === same) return;
    latest = same;
    queueMicrotask(() => (latest = undefined));
    calls.push(call);
  };`;

/** What the core says of a hint, for those that a test writes by code and parameters alone; of a code that nobody knows it says nothing. */
export const COMPLETE = `
  import { hint } from "/testing.js";
  const complete = (one) => { try { return { ...hint(one.code, one.params), ...one }; } catch { return one; } };
  const completed = (answer) => ({ ...answer, ...(answer.hints && { hints: answer.hints.map(complete) }) });`;

/**
 * A page whose script keeps what happens; `start` is the page author's line.
 * @param {string} body with an element `#form`, or a script that makes `window.form`
 * @param {string} [script]
 */
export const page = (body, script = "") => `<!doctype html><html lang="en"><title>fixture</title><style>input, button { display: block; }</style>${body}
<script type="module">
  import { attach } from "/attach.js";
  window.attach = attach; window.calls = []; window.events = []; window.submits = []; window.errors = [];
  window.answer = () => ({});${COMPLETE}${KEEP}
  window.makeGuard = (calls) => ({ assess(credentials, observation) {
    keep(calls, credentials, observation);
    return { status: "ok", verdict: "silent", identifier: { form: "address", fits: "yes" }, password: { shape: "ordinary", expects: [] }, hints: [], ...completed(answer(credentials, observation)) };
  } });
  window.guard = makeGuard(calls);
  addEventListener("error", (event) => errors.push(event.message));
  addEventListener("unhandledrejection", () => errors.push("unhandled rejection"));
  ${script}
  window.theForm ??= document.getElementById("form");
  EventTarget.prototype.addEventListener.call(theForm, "passkind", (event) => events.push(event.detail));
  EventTarget.prototype.addEventListener.call(theForm, "submit", (event) => { event.preventDefault(); submits.push(event.submitter?.id ?? null); });
  window.start = (options = { guard }, form = theForm) => (window.live = attach(form, options));
  window.ready = true;
</script></html>`;

/** Such a page with one form. @param {string} fields @param {string} [attributes] of the form */
export const form = (fields, attributes = "") => page(`<form id="form" ${attributes}>${fields}</form>`);

/** @param {Record<string, string>} pages by path */
export function fixture(pages) {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  const it = {
    tab: /** @type {Page} */ (/** @type {unknown} */ (undefined)),
    /** @param {string} path @param {object} [answer] what the page's guard answers, always @param {string} [options] */
    async open(path, answer = {}, options = "{ guard }") {
      await it.tab.goto(server.origin + path);
      await it.tab.waitForFunction("window.ready");
      await it.tab.evaluate(`answer = () => (${JSON.stringify(answer)}); start(${options})`);
    },
    /** @param {"identifier" | "password"} name */
    region: (name) => it.tab.locator(`[data-passkind-field=${name}] [role=status]`),
    /** Longer than any timer but the pause. */
    settle: () => it.tab.waitForTimeout(160),
    /** How many regions, and is the hint's the one that the living field names? @param {string} [root] */
    state: (root = "document") => it.get(`(() => { const root = ${root}; const field = root.querySelector("#secret"); const box = root.querySelector("[data-passkind-field=password]"); const status = box?.querySelector("[role=status]");
      return { regions: root.querySelectorAll(".passkind").length, named: !!status && (field.getAttribute("aria-describedby") ?? "").split(" ").includes(status.id), after: field?.nextElementSibling === box }; })()`),
    /** @param {string} expression @returns {Promise<any>} */
    get: (expression) => it.tab.evaluate(expression),
    /** Types as a person does, then leaves for the button. @param {string} field @param {string} text */
    async type(field, text) {
      await it.tab.locator(field).focus();
      await it.tab.keyboard.press("Control+A");
      await it.tab.keyboard.type(text);
      await it.tab.locator("#go").focus();
      await it.settle();
    },
  };
  before(async () => { [browser, server] = await Promise.all([launch(), serve(pages)]); });
  after(async () => { await browser.close(); await server.close(); });
  beforeEach(async () => {
    it.tab = await browser.newPage({ viewport: { width: 500, height: 700 } });
    it.tab.setDefaultTimeout(10_000);
  });
  afterEach(() => it.tab.close());
  return it;
}
