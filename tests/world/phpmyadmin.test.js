/** `examples/phpmyadmin/` in a real phpMyAdmin, typed into as a person types, and refused by a real MariaDB. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { startMariaDB } from "./mariadb.js";
import { startPhpMyAdmin } from "./phpmyadmin.js";
import { freePort } from "./programs.js";

/** @import {Browser, Page, Response} from "playwright-core" */
/** @typedef {{ name: string, password: string }} Pair */

const PICTURES = fileURLToPath(new URL("../../target/world/pictures/", import.meta.url));
const PATIENCE_MS = 15_000;
const SCREENS = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 800 } };
/** In the server's page, and on no other. */
const OPEN = "#serverinfo, #server-breadcrumb";
/** What phpMyAdmin and PHP make anew for each page: tokens, sessions, the name's hash. */
const CHANCE = /\b[0-9a-f]{16,}\b|\b[a-z0-9]{26}\b/g;

/** As people make them up. */
const chosen = () => `Kirsch-${randomBytes(3).toString("hex")}!`;
/** @type {Record<"known" | "locked" | "nobody" | "address", Pair>} */
const PEOPLE = {
  known: { name: "abcd_anna", password: chosen() },
  locked: { name: "abcd_lena", password: chosen() },
  nobody: { name: "abcd_nora", password: chosen() },
  address: { name: "anna@example.com", password: chosen() },
};
const WRONG = chosen();

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof startMariaDB>>} */ let database;
/** With the example's own settings, without a provider, without the example, and before a database that does not answer. @type {Record<"provider" | "general" | "bare" | "alone", Awaited<ReturnType<typeof startPhpMyAdmin>>>} */ let sites;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, database] = await Promise.all([launch(), startMariaDB()]);
  const { port } = database;
  await database.sql(["known", "locked"].map((who) => PEOPLE[/** @type {"known"} */ (who)]).map(({ name, password }) => `CREATE USER ${name}@'%' IDENTIFIED BY '${password}'`).join(";"));
  await database.sql(`ALTER USER ${PEOPLE.locked.name}@'%' ACCOUNT LOCK`);
  const [provider, general, bare, alone] = await Promise.all([
    startPhpMyAdmin({ database: port }),
    startPhpMyAdmin({ database: port, settings: "unset($cfg['passkind']);" }),
    startPhpMyAdmin({ database: port, settings: false }),
    startPhpMyAdmin({ database: await freePort() }),
  ]);
  sites = { provider, general, bare, alone };
});
after(async () => {
  await browser?.close();
  await Promise.all(Object.values(sites ?? {}).map(({ stop }) => stop()));
  await database?.stop();
});

/** A browser that nobody has used before, at the sign-in form. What passkind ever shows or tells there is kept. @param {keyof typeof sites} site */
async function open(site) {
  const context = await browser.newContext({ viewport: SCREENS[1280], locale: "en-GB" });
  context.setDefaultTimeout(PATIENCE_MS);
  const tab = await context.newPage();
  /** @type {string[]} */ const faults = [];
  /** @type {string[]} */ const shown = [];
  /** @type {string[]} */ const asked = [];
  /** @type {string[][]} */ const told = [];
  tab.on("pageerror", ({ message }) => faults.push(message));
  tab.on("console", (message) => { if (/passkind|policy|refused to/i.test(message.text())) faults.push(message.text()); });
  tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await tab.exposeFunction("passkindShown", (/** @type {string} */ text) => void shown.push(text));
  await tab.exposeFunction("passkindTold", (/** @type {string[]} */ codes) => void told.push(codes));
  await tab.addInitScript(() => {
    const page = /** @type {any} */ (globalThis);
    document.addEventListener("passkind", (/** @type {any} */ { detail }) => page.passkindTold(detail.codes));
    new MutationObserver(() => { for (const hint of document.querySelectorAll(".passkind-hint")) page.passkindShown(hint.textContent); }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await tab.goto(sites[site].origin);
  return { tab, faults, shown, told, asked };
}

/** @param {Page} tab @param {"username" | "password"} field @param {string} text */
async function type(tab, field, text) {
  await tab.locator(`#input_${field}`).click();
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(text);
}
/** And leaves the password field. @param {Page} tab @param {Pair} pair */
async function fillIn(tab, { name, password }) {
  await type(tab, "username", name);
  await type(tab, "password", password);
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {Pair} pair @returns {Promise<Response>} what phpMyAdmin has answered */
async function signIn(tab, { name, password }) {
  await type(tab, "username", name);
  await type(tab, "password", password);
  return (await Promise.all([tab.waitForResponse((response) => response.request().method() === "POST"), tab.waitForEvent("load"), tab.keyboard.press("Enter")]))[0];
}
/** Every hint that can be read. @param {Page} tab @param {string} [about] */
const hints = async (tab, about = "") => (await tab.locator(`${about} .passkind-hint:visible`).allInnerTexts()).join("\n").trim();
/** @param {Page} tab */
const refusals = (tab) => tab.locator("#login_form").getAttribute("data-passkind-refused");
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
    await tab.screenshot({ path: join(PICTURES, `phpmyadmin-${name}-${screen}.png`), fullPage: true });
  }
}

describe("an e-mail address typed as the database user", () => {
  test("is noticed beside the name, before a refusal and after it, and nothing is said of the password", async () => {
    const { tab, faults, told } = await open("provider");
    await fillIn(tab, PEOPLE.address);
    await until(() => hints(tab, "[data-passkind-field=identifier]"), "a hint about the name");
    assert.equal(await hints(tab, "[data-passkind-field=password]"), "");
    await picture(tab, "address-before");
    for (const times of ["1", "2"]) {
      const response = await signIn(tab, PEOPLE.address);
      assert.match(await response.text(), /1045/);
      assert.equal(await refusals(tab), times);
      assert.equal(await tab.locator("#input_password").inputValue(), "");
      await until(() => hints(tab, "[data-passkind-field=identifier]"), "a hint about the name after the refusal");
      assert.equal(await hints(tab, "[data-passkind-field=password]"), "");
    }
    await picture(tab, "address-after");
    await until(() => told.length > 2, "an event on each page");
    assert.deepEqual([...new Set(told.flat())], ["serviceUserExpected"]);
    for (const text of [...told.flat(), await hints(tab), await tab.content()]) assert.ok(!text.includes(PEOPLE.address.password), "nothing tells what was typed");
    assert.deepEqual(faults, []);
  });

  test("and the right pair after it takes the hint away, and opens the server's page", async () => {
    const { tab, faults } = await open("provider");
    await signIn(tab, PEOPLE.address);
    await until(() => hints(tab), "a hint");
    await fillIn(tab, PEOPLE.known);
    await until(async () => (await hints(tab)) === "", "silence");
    await tab.locator("#input_password").press("Enter");
    await tab.locator(OPEN).first().waitFor({ state: "attached" });
    assert.deepEqual(faults, []);
  });
});

for (const site of /** @type {const} */ (["provider", "general"])) {
  test(`the right pair shows nothing at any time, and opens the server's page (${site})`, async () => {
    const { tab, faults, shown, told, asked } = await open(site);
    await fillIn(tab, PEOPLE.known);
    await until(() => told.length > 0, "passkind has looked at the pair");
    if (site === "provider") await picture(tab, "right");
    const from = asked.length;
    await tab.locator("#input_password").press("Enter");
    await tab.locator(OPEN).first().waitFor({ state: "attached" });
    if (site === "provider") await picture(tab, "open");
    assert.deepEqual([shown, told.flat(), faults], [[], [], []]);
    assert.deepEqual(asked.slice(from).filter((path) => path.includes("passkind")), [], "pages of people who are signed in load nothing");
  });
}

test("after a refusal by the database server, where no provider is named: it has users of its own", async () => {
  const { tab, faults, told } = await open("general");
  const pair = { name: PEOPLE.known.name, password: WRONG };
  await fillIn(tab, pair);
  await until(() => told.length > 0, "passkind has looked at the pair");
  assert.equal(await hints(tab), "", "nothing before the refusal");
  const response = await signIn(tab, pair);
  assert.match(await response.text(), /1045/);
  await until(() => hints(tab), "a hint");
  await until(() => told.flat().includes("serviceHasOwnUsers"), "the advice");
  await picture(tab, "refused");
  assert.deepEqual(faults, []);
});

describe("whoever is refused sees the same", () => {
  /** What is chance, and what was typed. @param {string} html @param {string} name */
  const alike = (html, name) => html.replaceAll(name, "NAME").replaceAll(CHANCE, "TOKEN");
  /** @param {keyof typeof sites} site @param {Pair} pair */
  async function refusedTwice(site, pair) {
    const { tab, told } = await open(site);
    const seen = [];
    for (let times = 1; times <= 2; times++) {
      const response = await signIn(tab, pair);
      await until(() => hints(tab), "a hint");
      const headers = Object.entries(await response.allHeaders()).filter(([name]) => !["date", "expires", "last-modified", "set-cookie"].includes(name));
      seen.push({ status: response.status(), headers, html: alike(await response.text(), pair.name), refused: await refusals(tab), hints: alike(await hints(tab), pair.name) });
    }
    return { seen, codes: told.flat() };
  }
  for (const site of /** @type {const} */ (["provider", "general"])) {
    test(`as somebody whom the database server does not know (${site})`, async () => {
      const unknown = await refusedTwice(site, PEOPLE.nobody);
      assert.deepEqual(unknown.seen.map(({ refused }) => refused), ["1", "2"]);
      assert.deepEqual(await refusedTwice(site, { name: PEOPLE.known.name, password: WRONG }), unknown, "the password is wrong");
      // phpMyAdmin's own page repeats what the server says of a locked user; what passkind adds does not.
      const locked = await refusedTwice(site, PEOPLE.locked);
      const ours = (/** @type {typeof unknown} */ { seen, codes }) => ({ seen: seen.map(({ status, refused, hints: texts }) => ({ status, refused, texts })), codes });
      assert.match(locked.seen[0]?.html ?? "", /4151/);
      assert.deepEqual(ours(locked), ours(unknown), "the pair is right, and the user locked");
    });
  }
});

describe("what is counted", () => {
  test("refusals of one name, in a row; a page that answers to none says nothing of them", async () => {
    const { tab } = await open("provider");
    const [anna, nora] = [{ name: PEOPLE.known.name, password: WRONG }, PEOPLE.nobody];
    const counted = [];
    for (const pair of [nora, nora, anna, nora]) {
      await signIn(tab, pair);
      counted.push(await refusals(tab));
    }
    await tab.goto(sites.provider.origin);
    counted.push(await refusals(tab));
    assert.deepEqual(counted, ["1", "2", "1", "1", null]);
  });

  test("not a database server that cannot be reached", async () => {
    const { tab, faults } = await open("alone");
    const response = await signIn(tab, PEOPLE.known);
    assert.match(await response.text(), /2002/);
    assert.equal(await refusals(tab), null);
    assert.equal(await hints(tab), "");
    assert.deepEqual(faults, []);
  });

  test("what was typed is written nowhere", () => {
    for (const { home, log } of Object.values(sites)) {
      const files = [home, join(home, "temporary")].flatMap((path) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(path, entry.name)] : [])));
      const written = [log(), ...files.map((path) => readFileSync(path, "latin1"))];
      for (const password of [WRONG, PEOPLE.address.password]) assert.ok(!written.some((text) => text.includes(password)));
    }
  });
});

test("phpMyAdmin's own policy stays as it is and lets WebAssembly run, and its page but for a script and a style sheet", async () => {
  const page = async (/** @type {keyof typeof sites} */ site) => {
    const response = await fetch(sites[site].origin);
    const html = (await response.text()).replaceAll(CHANCE, "TOKEN");
    return { html, headers: [...response.headers].filter(([name]) => !["date", "expires", "last-modified", "set-cookie", "host"].includes(name)) };
  };
  const [without, withIt] = [await page("bare"), await page("provider")];
  assert.deepEqual(withIt.headers, without.headers);
  const ours = /<div id="pma_footer"[^>]*><link [^>]*><script id="passkind"[^>]*><\/script><\/div>/g;
  assert.equal(withIt.html.match(ours)?.length, 1);
  const bare = (/** @type {string} */ html) => html.replace(ours, "").replaceAll(/\s+/g, " ");
  assert.equal(bare(withIt.html), bare(without.html));

  const { tab, asked, told } = await open("provider");
  await fillIn(tab, PEOPLE.address);
  await until(() => told.length > 0, "passkind has looked at the pair");
  assert.deepEqual(asked.filter((path) => path.endsWith("/twin.js")), [], "the core as JavaScript is not needed");
});
