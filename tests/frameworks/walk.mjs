// One walk through a sign-in form in Chromium, the same for every framework: typed and clicked as a person does.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";

/** @import {Browser, Locator, Page} from "playwright-core" */

const RIGHT = { address: "anna@ik.me", password: "tkwo vqea zjmu hxib" };
const OTHER_KIND = "Sommer24!";
/** Longer than a pause in typing, after which hints may come. */
const PAUSE_MS = 1300;

/**
 * A page that keeps what must not happen (console warnings and errors, failed requests) and counts what is added to it.
 * @param {Browser} browser
 * @param {string} url
 */
export async function open(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 500, height: 800 } })).newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("console", (message) => ["warning", "error"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  await page.addInitScript(`
    window.boxesAdded = 0;
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1 && node.matches(".passkind")) boxesAdded++;
    }).observe(document, { childList: true, subtree: true });`);
  await page.goto(url);
  return { page, faults };
}

/** What a person sees of a form and does with it. @param {Page} page */
export function form(page) {
  const address = page.getByLabel("E-mail address");
  const password = page.getByLabel("Password");
  /** @param {Locator} field @param {string} text */
  const type = async (field, text) => {
    await field.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.type(text, { delay: 5 });
  };
  return {
    address,
    password,
    type,
    connect: page.getByRole("button", { name: "Connect" }),
    boxes: page.locator(".passkind"),
    hints: page.locator(".passkind-hint"),
    /** Types both and leaves the second, not by Tab: on a slow machine a hint may have come in the middle, and Tab leads to its links. @param {string} name @param {string} secret */
    async fill(name, secret) {
      await type(address, name);
      await type(password, secret);
      await page.getByRole("heading").click();
    },
  };
}

/** Types of listeners on document and window: those of ours are added by `attach` and must go with `detach`. @param {Page} page */
async function listeners(page) {
  const session = await page.context().newCDPSession(page);
  const types = [];
  for (const expression of ["document", "window"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    const found = await session.send("DOMDebugger.getEventListeners", { objectId: /** @type {string} */ (result.objectId) });
    types.push(...found.listeners.map(({ type }) => `${expression} ${type}`));
  }
  await session.detach();
  return types.sort();
}

/**
 * The walk. Throws where a person or the page's author would be let down.
 * @param {Browser} browser
 * @param {string} url
 * @param {{ mounts: number }} expected how often the form is mounted at first: twice under a development build's StrictMode
 */
export async function walk(browser, url, { mounts }) {
  const markup = await (await fetch(url)).text();
  assert.match(markup, /<form.*autocomplete="username".*autocomplete="current-password".*<\/form>/is, "the server renders the form");
  assert.doesNotMatch(markup, /class="passkind|role="status"/, "and no hints");

  await typedEarly(browser, url);
  const { page, faults } = await open(browser, url);
  try {
    const sent = submissions(page);
    await mounted(page, mounts);
    await rightPair(page);
    await otherKind(page);
    await suggestion(page, sent);
    await refusals(page, sent);
    await unmounted(page);
    assert.deepEqual(faults, [], "no warning, no error, nothing missing");
  } finally {
    await page.context().close();
  }
}

/** axe finds nothing in either light. @param {Page} page */
export async function accessible(page) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], colorScheme);
  }
}

/** Bodies of the form's posts. @param {Page} page @returns {{ address: string, password: string }[]} */
function submissions(page) {
  /** @type {{ address: string, password: string }[]} */
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.postDataJSON()));
  return sent;
}

/** People type, and browsers fill in, before the scripts have come. @param {Browser} browser @param {string} url */
async function typedEarly(browser, url) {
  const page = await browser.newPage();
  try {
    const sent = submissions(page);
    /** @type {() => void} */
    let come = () => {};
    const held = new Promise((resolve) => (come = () => resolve(undefined)));
    await page.route("**", async (route) => {
      if (route.request().resourceType() === "script") await held;
      await route.continue();
    });
    await page.goto(url, { waitUntil: "commit" });
    const { address, password, type, boxes, connect } = form(page);
    await type(address, RIGHT.address);
    await type(password, RIGHT.password);
    assert.equal(await boxes.count(), 0, "before hydration");
    come();
    await boxes.nth(1).waitFor({ state: "attached" });
    await connect.click();
    await page.getByRole("alert").getByText("refused").waitFor();
    assert.deepEqual(sent, [RIGHT], "what was typed before hydration is sent");
  } finally {
    await page.close();
  }
}

/** @param {Page} page @param {number} mounts */
async function mounted(page, mounts) {
  const { boxes } = form(page);
  await boxes.nth(1).waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  assert.equal(await boxes.count(), 2, "one region a field");
  assert.equal(await page.evaluate("boxesAdded"), 2 * mounts, "regions added in all");
}

/** @param {Page} page */
async function rightPair(page) {
  const { fill, hints } = form(page);
  await fill(RIGHT.address, RIGHT.password);
  await page.waitForTimeout(PAUSE_MS);
  assert.equal(await hints.count(), 0, "the right pair: silent");
  assert.equal(await page.locator("[aria-describedby]").count(), 0);
}

/** @param {Page} page */
async function otherKind(page) {
  const { fill, hints, boxes, password } = form(page);
  await fill(RIGHT.address, OTHER_KIND);
  await hints.getByText("This form takes one made for this e-mail address").waitFor();
  assert.equal(await boxes.count(), 2);
  const id = await page.locator("[data-passkind-field=password] [role=status]").getAttribute("id");
  assert.equal(await password.getAttribute("aria-describedby"), id, "the hint describes its field");
  await accessible(page);
}

/** @param {Page} page @param {{ address: string, password: string }[]} sent */
async function suggestion(page, sent) {
  const { address, password, type, hints, connect } = form(page);
  await type(address, "anna@ik.mee");
  await page.getByRole("heading").click();
  await hints.getByText("Check the spelling").waitFor();
  await page.getByRole("button", { name: "Use ik.me" }).click();
  await hints.getByText("Check the spelling").waitFor({ state: "detached" });
  assert.equal(await address.inputValue(), "anna@ik.me");
  // Another key in the other field: a framework that has not heard of the change puts the old address back now.
  await type(password, OTHER_KIND);
  assert.equal(await address.inputValue(), "anna@ik.me", "the framework's own state has it");
  await connect.click();
  await page.getByRole("alert").getByText("refused").waitFor();
  assert.deepEqual(sent, [{ address: "anna@ik.me", password: OTHER_KIND }], "what is sent is the corrected address");
}

/** @param {Page} page @param {{ address: string, password: string }[]} sent */
async function refusals(page, sent) {
  const { password, hints, type } = form(page);
  await hints.getByText("Next step: create a new password").waitFor();
  assert.equal(await password.inputValue(), "", "the page has emptied the password");
  assert.deepEqual(await begins(hints), ["Password: this may be", "Test this address", "Next step"], "the cheap way first");
  await type(password, OTHER_KIND);
  await page.keyboard.press("Enter");
  await hints.first().getByText("Next step: create a new password").waitFor();
  assert.equal(sent.length, 2);
  assert.deepEqual(await begins(hints), ["Next step", "Password: this may be", "Test this address"], "the same pair again: the reset first");
  assert.equal(await page.getByRole("link", { name: "Create a password" }).count(), 1);
}

/** How each text begins. @param {Locator} hints */
async function begins(hints) {
  return (await hints.allInnerTexts()).map((text) => /^(Password: this may be|Test this address|Next step)/.exec(text)?.[0] ?? text);
}

/** Away, back, away again: each time nothing is left. @param {Page} page */
async function unmounted(page) {
  const { boxes, hints, fill, type, password } = form(page);
  const go = async (/** @type {string} */ name) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByText(name === "Help" ? "Each device has a password" : "E-mail address").waitFor();
  };
  const nothingLeft = async () => {
    assert.equal(await boxes.count(), 0, "no region is left");
    assert.equal(await page.locator("[aria-describedby], [data-passkind-field], [role=status]").count(), 0);
  };
  await go("Help");
  await nothingLeft();
  const before = await listeners(page);

  await go("Mailbox");
  assert.equal(await boxes.count(), 2, "the form anew: one region a field");
  assert.ok((await listeners(page)).length > before.length, "listeners while the form is there");
  await fill(RIGHT.address, OTHER_KIND);
  await hints.getByText("This form takes one made for this e-mail address").waitFor();
  await type(password, "Winter24!");
  await go("Help"); // in the middle of the pause after typing
  await page.waitForTimeout(PAUSE_MS);
  await nothingLeft();
  assert.deepEqual(await listeners(page), before, "no listener is left");
}
