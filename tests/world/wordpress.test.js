/** `examples/wordpress/` in a real WordPress, typed into as a person types. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { startMariaDB } from "./mariadb.js";
import { startWordPress } from "./wordpress.js";

/** @import {Browser, Page, Response} from "playwright-core" */
/** @typedef {{ name: string, password: string }} Pair */

const PICTURES = fileURLToPath(new URL("../../target/world/pictures/", import.meta.url));
const PATIENCE_MS = 15_000;
const SCREENS = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 800 } };
/** In WordPress' own pages for people who are signed in, and on no other. */
const OPEN = "#adminmenu";

/** As people make them up. */
const chosen = () => `Kirsch-${randomBytes(3).toString("hex")}!`;
const ANNA = { name: "anna", password: chosen() };
const WRONG = chosen();

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof startMariaDB>>} */ let database;
/** With the example and without it. @type {Record<"hinted" | "bare", Awaited<ReturnType<typeof startWordPress>>>} */ let sites;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, database] = await Promise.all([launch(), startMariaDB()]);
  const users = { [ANNA.name]: ANNA.password };
  const [hinted, bare] = await Promise.all([startWordPress({ database, users }), startWordPress({ database, users, plugin: false })]);
  sites = { hinted, bare };
});
after(async () => {
  await browser?.close();
  await Promise.all(Object.values(sites ?? {}).map(({ stop }) => stop()));
  await database?.stop();
});

/** A browser that nobody has used before, at the sign-in form. What passkind ever shows or tells there is kept. @param {keyof typeof sites} [site] */
async function open(site = "hinted") {
  const context = await browser.newContext({ viewport: SCREENS[1280], locale: "en-GB" });
  context.setDefaultTimeout(PATIENCE_MS);
  // WordPress' own pages show pictures of people from elsewhere.
  await context.route((url) => url.origin !== sites[site].origin, (route) => route.abort());
  const tab = await context.newPage();
  /** @type {string[]} */ const faults = [];
  /** @type {string[]} */ const shown = [];
  /** @type {string[][]} */ const told = [];
  tab.on("pageerror", ({ message }) => faults.push(message));
  tab.on("console", (message) => { if (/passkind|policy|refused to/i.test(message.text())) faults.push(message.text()); });
  await tab.exposeFunction("passkindShown", (/** @type {string} */ text) => void shown.push(text));
  await tab.exposeFunction("passkindTold", (/** @type {string[]} */ codes) => void told.push(codes));
  await tab.addInitScript(() => {
    const page = /** @type {any} */ (globalThis);
    document.addEventListener("passkind", (/** @type {any} */ { detail }) => page.passkindTold(detail.codes));
    new MutationObserver(() => { for (const hint of document.querySelectorAll(".passkind-hint")) page.passkindShown(hint.textContent); }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await goToForm(tab, site);
  return { tab, faults, shown, told };
}

/** @param {Page} tab @param {keyof typeof sites} [site] */
async function goToForm(tab, site = "hinted") {
  await tab.goto(`${sites[site].origin}/wp-login.php`);
  await settled(tab);
}
/** WordPress moves the focus to one of the two fields, a moment after its page has come. @param {Page} tab */
const settled = (tab) => tab.waitForFunction(() => ["user_login", "user_pass"].includes(document.activeElement?.id ?? ""));

/** @param {Page} tab @param {"login" | "pass"} field @param {string} text */
async function type(tab, field, text) {
  await tab.locator(`#user_${field}`).click();
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(text);
}
/** And leaves the password field. @param {Page} tab @param {Pair} pair */
async function fillIn(tab, { name, password }) {
  await type(tab, "login", name);
  await type(tab, "pass", password);
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {Pair} pair @returns {Promise<Response>} what WordPress has answered */
async function signIn(tab, { name, password }) {
  await type(tab, "login", name);
  await type(tab, "pass", password);
  const [response] = await Promise.all([tab.waitForResponse((answer) => answer.request().method() === "POST"), tab.waitForEvent("load"), tab.keyboard.press("Enter")]);
  if (response.status() === 200) await settled(tab);
  return response;
}
/** Every hint that can be read. @param {Page} tab @param {string} [about] */
const hints = async (tab, about = "") => (await tab.locator(`${about} .passkind-hint:visible`).allInnerTexts()).join("\n").trim();
/** @param {Page} tab */
const refusals = (tab) => tab.locator("#loginform").getAttribute("data-passkind-refused");
/** @param {() => Promise<unknown> | unknown} holds @param {string} what */
async function until(holds, what) {
  for (const began = Date.now(); !(await holds());) {
    if (Date.now() - began > PATIENCE_MS) assert.fail(`never: ${what}`);
    await new Promise((turn) => setTimeout(turn, 30));
  }
}
/** @param {Page} tab @param {string} name */
async function picture(tab, name) {
  for (const [screen, size] of Object.entries(SCREENS)) {
    await tab.setViewportSize(size);
    await tab.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished))); // WordPress shakes the form after a refusal
    await tab.screenshot({ path: join(PICTURES, `wordpress-${name}-${screen}.png`), fullPage: true });
  }
}
const application = () => sites.hinted.applicationPasswords[ANNA.name] ?? "";

describe("an application password typed by mistake, as WordPress itself has made it", () => {
  test("the form says that it was made for a program, and that it wants the account's", async () => {
    const { tab, faults, told } = await open();
    const wrong = { ...ANNA, password: application() };
    await fillIn(tab, wrong);
    await until(() => hints(tab, "[data-passkind-field=password]"), "a hint about the password");
    assert.match(await hints(tab), /program/i);
    assert.match(await hints(tab), /account/i);
    assert.equal(await refusals(tab), null);
    await picture(tab, "application-before");
    for (const times of ["1", "2"]) {
      await signIn(tab, wrong);
      assert.equal(await tab.locator("#login_error").count(), 1);
      assert.equal(await refusals(tab), times);
      assert.equal(await tab.locator("#user_login").inputValue(), ANNA.name);
      await until(() => hints(tab), "a hint after the refusal");
      await picture(tab, `application-refused-${times}`);
    }
    for (const text of [...told.flat(), await hints(tab), await tab.content()]) assert.ok(!text.includes(wrong.password) && !text.includes(wrong.password.replaceAll(" ", "")), "nothing tells what was typed");
    assert.ok(!told.flat().includes("accountPasswordExpected"), "nor what kind it was");
    assert.deepEqual(faults, []);
  });

  test("without its blanks, too", async () => {
    const { tab } = await open();
    await fillIn(tab, { ...ANNA, password: application().replaceAll(" ", "") });
    await until(async () => /program/i.test(await hints(tab)), "the hint");
  });

  test("the account's password in its place takes the hint away, and signs in", async () => {
    const { tab, faults } = await open();
    await fillIn(tab, { ...ANNA, password: application() });
    await until(() => hints(tab), "a hint");
    await type(tab, "pass", ANNA.password);
    await tab.keyboard.press("Shift+Tab"); // the other way stand the hint's own links, which stay while one has the focus
    await until(async () => (await hints(tab)) === "", "silence");
    await tab.keyboard.press("Enter");
    await tab.locator(OPEN).waitFor({ state: "attached" });
    assert.deepEqual(faults, []);
  });
});

test("WordPress has moved the focus before the script comes: the hint after the refusal stands there all the same", async () => {
  const { tab } = await open();
  /** @type {() => void} */ let release = () => {};
  const released = new Promise((go) => { release = () => go(undefined); });
  await tab.route("**/passkind/passkind.js", async (route) => { await released; await route.continue(); });
  await type(tab, "login", ANNA.name);
  await type(tab, "pass", WRONG);
  await Promise.all([tab.waitForResponse((answer) => answer.request().method() === "POST"), tab.keyboard.press("Enter")]);
  await tab.locator("#login_error").waitFor();
  await settled(tab);
  release();
  await until(() => hints(tab), "a hint");
});

/** @type {{ name: string, because: string }[]} */
const NAMES = [
  { name: ANNA.name, because: "by the user's name" },
  { name: `${ANNA.name}@example.com`, because: "by the user's address" },
];
for (const { name, because } of NAMES) {
  test(`the right pair shows nothing at any time, and signs in: ${because}`, async () => {
    const { tab, faults, shown, told } = await open();
    await fillIn(tab, { ...ANNA, name });
    await until(() => told.length > 0, "passkind has looked at the pair");
    if (name === ANNA.name) await picture(tab, "right");
    await tab.locator("#user_pass").press("Enter");
    await tab.locator(OPEN).waitFor({ state: "attached" });
    if (name === ANNA.name) await picture(tab, "open");
    assert.deepEqual([shown, told.flat(), faults], [[], [], []]);
  });
}

describe("whoever is refused sees the same", () => {
  /** What was typed, and its hash. @param {string} html @param {string} name */
  const alike = (html, name) => html.replaceAll(`value="${name}"`, 'value="NAME"').replaceAll(/\b[0-9a-f]{32}\b/g, "HASH");
  /** @param {Pair} pair */
  async function refusedTwice(pair) {
    const { tab, told } = await open();
    const seen = [];
    for (let times = 1; times <= 2; times++) {
      const response = await signIn(tab, pair);
      await until(() => hints(tab), "a hint");
      const headers = Object.entries(await response.allHeaders()).filter(([name]) => !["date", "expires", "set-cookie"].includes(name));
      seen.push({ status: response.status(), headers, html: alike(await response.text(), pair.name), refused: await refusals(tab), hints: await hints(tab) });
    }
    return { seen, codes: told.flat() };
  }
  /** One that WordPress knows, and one that it does not. @type {[string, string, string][]} */
  const ROWS = [["a name", ANNA.name, "nora"], ["an address", `${ANNA.name}@example.com`, "nora@example.com"]];
  for (const [what, known, unknown] of ROWS) {
    test(`as somebody whom WordPress does not know: ${what}`, async () => {
      const stranger = await refusedTwice({ name: unknown, password: WRONG });
      assert.deepEqual(stranger.seen.map(({ status, refused }) => [status, refused]), [[200, "1"], [200, "2"]]);
      assert.deepEqual(await refusedTwice({ name: known, password: WRONG }), stranger);
    });
  }
});

describe("what is counted", () => {
  test("refusals of one name, in a row; a page that answers to none says nothing of them", async () => {
    const { tab } = await open();
    const [anna, nora] = ["anna", "nora"].map((name) => ({ name, password: WRONG }));
    const counted = [];
    for (const pair of /** @type {Pair[]} */ ([nora, nora, anna, nora])) {
      await signIn(tab, pair);
      counted.push(await refusals(tab));
    }
    await goToForm(tab);
    counted.push(await refusals(tab));
    assert.deepEqual(counted, ["1", "2", "1", "1", null]);
  });

  test("not a form that was sent half empty, which nobody judged", async () => {
    const { tab } = await open();
    await signIn(tab, { ...ANNA, password: "" });
    assert.equal(await tab.locator("#login_error").count(), 1);
    assert.equal(await refusals(tab), null);
    assert.equal(await hints(tab), "");
  });

  test("what was typed is not in the server's log", () => {
    for (const password of [WRONG, ANNA.password, application()]) assert.ok(!sites.hinted.log().includes(password));
  });
});

test("WordPress' own headers stay as they are, and its page but for a style sheet, a script and a place for hints", async () => {
  const page = async (/** @type {keyof typeof sites} */ site) => {
    const { origin } = sites[site];
    const response = await fetch(`${origin}/wp-login.php`);
    const html = (await response.text()).replaceAll(origin, "ORIGIN").replaceAll(origin.replaceAll("/", "\\/"), "ORIGIN").replaceAll(/"nonce":"[0-9a-f]{10}"/g, "NONCE");
    return { html, headers: [...response.headers].filter(([name]) => !["date", "expires", "set-cookie", "host"].includes(name)) };
  };
  const [without, withIt] = [await page("bare"), await page("hinted")];
  assert.deepEqual(withIt.headers, without.headers);
  const ours = /<link [^>]*id='passkind-css'[^>]*>|<div data-passkind-for="password"><\/div>|<script [^>]*id="passkind"[^>]*><\/script>/g;
  assert.equal(withIt.html.match(ours)?.length, 3);
  const bare = (/** @type {string} */ html) => html.replace(ours, "").replaceAll(/\s+/g, " ");
  assert.equal(bare(withIt.html), bare(without.html));
});
