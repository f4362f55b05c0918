/** `examples/roundcube/` in a real Roundcube, typed into as a person types, and refused by a real Dovecot. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { IMAP_OFF, LOCKED, startDovecot } from "./dovecot.js";
import { freePort } from "./programs.js";
import { startRoundcube } from "./roundcube.js";

/** @import {Browser, Page, Response} from "playwright-core" */
/** @typedef {{ name: string, password: string }} Pair */

const PICTURES = fileURLToPath(new URL("../../target/world/pictures/", import.meta.url));
const PATIENCE_MS = 15_000;
const SCREENS = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 800 } };
/** Roundcube's own limit (`login_rate_limit`): refusals in a minute of somebody who has been in before. */
const REFUSALS_BEFORE_PAUSE = 3;
const WRONG = "Login failed.";
const INBOX = "#messagelist";

const letters = (/** @type {number} */ count) => Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join("");
/** As Infomaniak issues them for one device. */
const issued = () => Array.from({ length: 4 }, () => `${letters(3)}${randomInt(2, 10)}`).join(" ");
/** As people make them up. */
const chosen = () => `Kirsch${letters(2)}${randomInt(10, 100)}!`;

const [ISSUED, CHOSEN] = [issued(), chosen()];
const USERS = {
  "anna@ik.me": { password: ISSUED }, // her device's
  "berta@ik.me": { password: CHOSEN }, // her account's
  "carla@ik.me": { password: issued() },
  "dora@ik.me": { password: issued() },
  "olga@ik.me": { password: CHOSEN, extra: IMAP_OFF },
  "lena@ik.me": { password: CHOSEN, extra: LOCKED },
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof startDovecot>>} */ let dovecot;
/** By what they take, and one without the plugin. @type {Record<"mailbox" | "account" | "bare" | "alone", Awaited<ReturnType<typeof startRoundcube>>>} */ let webmail;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [browser, dovecot] = await Promise.all([launch(), startDovecot({ users: USERS })]);
  const of = (/** @type {string} */ service) => ({ passkind_service: service, passkind_provider: "infomaniak" });
  const [mailbox, account, bare, alone] = await Promise.all([
    startRoundcube({ imap: dovecot.imap, plugin: of("mailbox") }),
    startRoundcube({ imap: dovecot.imap, plugin: of("webmail") }),
    startRoundcube({ imap: dovecot.imap }),
    startRoundcube({ imap: await freePort(), plugin: of("mailbox") }), // no mail server answers there
  ]);
  webmail = { mailbox, account, bare, alone };
});
after(async () => {
  await browser.close();
  await Promise.all(Object.values(webmail).map(({ stop }) => stop()));
  await dovecot.stop();
});

/** A browser that nobody has used before, at the sign-in form. What passkind ever shows or tells there is kept. @param {keyof typeof webmail} kind @param {{ colorScheme?: "dark" }} [person] */
async function open(kind, person) {
  const context = await browser.newContext({ viewport: SCREENS[1280], locale: "en-GB", ...person });
  context.setDefaultTimeout(PATIENCE_MS);
  const tab = await context.newPage();
  /** @type {string[]} */ const faults = [];
  /** @type {string[]} */ const shown = [];
  /** @type {string[][]} */ const told = [];
  tab.on("pageerror", ({ message }) => faults.push(message));
  tab.on("console", (message) => { if (/passkind|policy/i.test(message.text())) faults.push(message.text()); });
  await tab.exposeFunction("passkindShown", (/** @type {string} */ text) => void shown.push(text));
  await tab.exposeFunction("passkindTold", (/** @type {string[]} */ codes) => void told.push(codes));
  await tab.addInitScript(() => {
    const page = /** @type {any} */ (globalThis);
    document.addEventListener("passkind", (/** @type {any} */ { detail }) => page.passkindTold(detail.codes));
    new MutationObserver(() => { for (const hint of document.querySelectorAll(".passkind-hint")) page.passkindShown(hint.textContent); }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await tab.goto(webmail[kind].origin);
  return { tab, faults, shown, told };
}

/** @param {Page} tab @param {"user" | "pwd"} field @param {string} text */
async function type(tab, field, text) {
  await tab.locator(`#rcmlogin${field}`).click();
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(text);
}
/** And leaves the password field. @param {Page} tab @param {Pair} pair */
async function fillIn(tab, { name, password }) {
  await type(tab, "user", name);
  await type(tab, "pwd", password);
  await tab.keyboard.press("Tab");
}
/** @param {Page} tab @param {Pair} pair @returns {Promise<Response>} what Roundcube has answered */
async function signIn(tab, { name, password }) {
  await type(tab, "user", name);
  await type(tab, "pwd", password);
  return (await Promise.all([tab.waitForResponse((response) => response.request().method() === "POST"), tab.waitForEvent("load"), tab.keyboard.press("Enter")]))[0];
}
/** Every hint that can be read. @param {Page} tab */
const hints = async (tab) => (await tab.locator(".passkind:visible").allInnerTexts()).join("\n").trim();
/** @param {Page} tab */
const refusals = (tab) => tab.locator("#login-form").getAttribute("data-passkind-refused");
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
    await tab.screenshot({ path: join(PICTURES, `roundcube-${name}-${screen}.png`) });
  }
}

/** What each kind of webmail takes, and what people type there instead. @type {{ kind: "mailbox" | "account", right: Pair, wrong: Pair, because: string, says: RegExp }[]} */
const KINDS = [
  { kind: "mailbox", right: { name: "anna@ik.me", password: ISSUED }, wrong: { name: "anna@ik.me", password: CHOSEN }, because: "the account's, where the mailbox's is wanted", says: /mailbox|device/i },
  { kind: "account", right: { name: "berta@ik.me", password: CHOSEN }, wrong: { name: "berta@ik.me", password: ISSUED }, because: "a device's, where the account's is wanted", says: /account/i },
];

for (const { kind, right, wrong, because, says } of KINDS) {
  describe(`a webmail that takes the ${kind}'s password`, () => {
    test(`another kind is noticed before a refusal and after it: ${because}`, async () => {
      const { tab, faults, shown, told } = await open(kind);
      await fillIn(tab, wrong);
      await until(async () => says.test(await hints(tab)), "a hint before the refusal");
      assert.equal(await refusals(tab), null);
      await until(() => shown.length > 0, "it is kept what was shown");
      await picture(tab, `${kind}-before`);
      const response = await signIn(tab, wrong);
      assert.equal(response.status(), 401);
      await until(async () => (await hints(tab)) !== "", "a hint after the refusal");
      assert.match(await tab.locator("#messagestack").innerText(), new RegExp(WRONG));
      assert.equal(await refusals(tab), "1");
      assert.equal(await tab.locator("#rcmloginpwd").inputValue(), "");
      await picture(tab, `${kind}-after`);
      await signIn(tab, wrong);
      await until(async () => (await hints(tab)) !== "", "a hint after the second refusal");
      assert.equal(await refusals(tab), "2");
      await picture(tab, `${kind}-again`);
      assert.deepEqual(faults, []);
      for (const text of [...told.flat(), await hints(tab), await tab.content()]) assert.ok(!text.includes(wrong.password), "nothing tells what was typed");
    });

    test("the right pair takes the hint away, and opens the inbox", async () => {
      const { tab, faults } = await open(kind);
      await fillIn(tab, { ...right, password: wrong.password });
      await until(() => hints(tab), "a hint");
      await type(tab, "pwd", right.password);
      await tab.keyboard.press("Shift+Tab"); // the other way stand the hint's own links, which stay while one has the focus
      await until(async () => (await hints(tab)) === "", "silence");
      await tab.keyboard.press("Enter");
      await tab.waitForSelector(INBOX, { state: "attached" });
      assert.deepEqual(faults, []);
    });

    test("the right pair shows nothing at any time, in a browser that was never there", async () => {
      const { tab, faults, shown, told } = await open(kind);
      await fillIn(tab, right);
      await until(() => told.length > 0, "passkind has looked at the pair");
      await picture(tab, `${kind}-right`);
      await signIn(tab, right);
      await tab.waitForSelector(INBOX, { state: "attached" });
      await picture(tab, `${kind}-inbox`);
      assert.deepEqual([shown, told.flat(), faults], [[], [], []]);
    });
  });
}

describe("whoever is refused sees the same", () => {
  /** What is Roundcube's own chance, and what was typed. @param {string} html @param {string} name */
  const alike = (html, name) => html.replaceAll(name, "NAME").replaceAll(/\b[A-Za-z0-9]{32}\b/g, "TOKEN");
  /** @param {keyof typeof webmail} kind @param {Pair} pair */
  async function refusedTwice(kind, pair) {
    const { tab, told } = await open(kind);
    const seen = [];
    for (let times = 1; times <= 2; times++) {
      const response = await signIn(tab, pair);
      await until(async () => (await hints(tab)) !== "", "a hint");
      const headers = Object.entries(await response.allHeaders()).filter(([name]) => !["date", "expires", "last-modified", "set-cookie"].includes(name));
      seen.push({ status: response.status(), headers, html: alike(await response.text(), pair.name), refused: await refusals(tab), hints: alike(await hints(tab), pair.name) });
    }
    return { seen, told };
  }
  const NOBODY = { name: "nora@ik.me", password: CHOSEN };
  /** @type {{ pair: Pair, because: string }[]} */
  const OTHERS = [
    { pair: { name: "carla@ik.me", password: CHOSEN }, because: "the password is wrong" },
    { pair: { name: "olga@ik.me", password: CHOSEN }, because: "the pair is right, and IMAP is off" },
    { pair: { name: "lena@ik.me", password: CHOSEN }, because: "the pair is right, and the account locked" },
  ];
  for (const kind of /** @type {const} */ (["mailbox", "account"])) {
    test(`as somebody whom the mail server does not know (${kind})`, async () => {
      const [unknown, ...known] = await Promise.all([{ pair: NOBODY }, ...OTHERS].map(({ pair }) => refusedTwice(kind, pair)));
      assert.deepEqual(unknown?.seen.map(({ status, refused }) => [status, refused]), [[401, "1"], [401, "2"]]);
      for (const [index, { because }] of OTHERS.entries()) assert.deepEqual(known[index], unknown, because);
    });
  }
});

describe("what is counted", () => {
  const [ANNA, NORA] = ["anna@ik.me", "nora@ik.me"].map((name) => ({ name, password: chosen() }));
  const typed = /** @type {[Pair, Pair]} */ ([ANNA, NORA]);

  test("refusals of one name, in a row; a page that answers to none says nothing of them", async () => {
    const { tab } = await open("mailbox");
    const counted = [];
    for (const pair of [typed[1], typed[1], typed[0], typed[1]]) {
      await signIn(tab, pair);
      counted.push(await refusals(tab));
    }
    await tab.goto(webmail.mailbox.origin);
    counted.push(await refusals(tab));
    await signIn(tab, typed[1]);
    counted.push(await refusals(tab));
    assert.deepEqual(counted, ["1", "2", "1", "1", null, "2"]);
  });

  test("not Roundcube's own limit, which judges no pair", async () => {
    const first = await open("mailbox");
    await signIn(first.tab, { name: "dora@ik.me", password: USERS["dora@ik.me"].password });
    await first.tab.waitForSelector(INBOX, { state: "attached" });
    const { tab, faults } = await open("mailbox");
    const counted = [];
    for (let times = 0; times <= REFUSALS_BEFORE_PAUSE; times++) {
      await signIn(tab, { name: "dora@ik.me", password: CHOSEN });
      counted.push(await refusals(tab));
    }
    assert.deepEqual(counted, ["1", "2", "3", null]);
    assert.match(await tab.locator("#messagestack").innerText(), /too many/i);
    assert.deepEqual(faults, []);
  });

  test("not a mail server that cannot be reached", async () => {
    const { tab } = await open("alone");
    await signIn(tab, typed[0]);
    assert.match(await tab.locator("#messagestack").innerText(), /connection/i);
    assert.equal(await refusals(tab), null);
  });

  test("what was typed is written nowhere", () => {
    for (const { home, log } of Object.values(webmail)) {
      const files = [home, join(home, "logs")].flatMap((path) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(path, entry.name)] : [])));
      const written = [log(), ...files.map((path) => readFileSync(path, "latin1"))];
      for (const { password } of typed) assert.ok(!written.some((text) => text.includes(password)));
    }
  });
});

test("in the dark, links can be read: Roundcube tells that by a class alone", async () => {
  const { tab } = await open("mailbox", { colorScheme: "dark" });
  await fillIn(tab, { name: "anna@ik.me", password: CHOSEN });
  await until(() => hints(tab), "a hint");
  await picture(tab, "dark");
  /** Of 255, as eyes weigh red, green and blue. @param {string} colour */
  const light = (colour) => { const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)?.map(Number) ?? []; return 0.2126 * red + 0.7152 * green + 0.0722 * blue; };
  const [ground, link] = await tab.evaluate(() => ["body", ".passkind-link"].map((of) => { const { backgroundColor, color } = getComputedStyle(/** @type {Element} */ (document.querySelector(of))); return of === "body" ? backgroundColor : color; }));
  assert.ok(light(ground ?? "") < 64 && light(link ?? "") > 128, `${link} on ${ground}`);
});

test("Roundcube's own policy stays as it is, and its page but for a script and two style sheets", async () => {
  const page = async (/** @type {keyof typeof webmail} */ kind) => {
    const response = await fetch(webmail[kind].origin);
    const html = (await response.text()).replaceAll(/\b[A-Za-z0-9]{32}\b/g, "TOKEN");
    return { html, headers: [...response.headers].filter(([name]) => !["date", "expires", "last-modified", "set-cookie", "host"].includes(name)) };
  };
  const [without, withIt] = [await page("bare"), await page("mailbox")];
  assert.deepEqual(withIt.headers, without.headers);
  const ours = /<script id="passkind"[^>]*><\/script>|<link [^>]*href="plugins\/passkind\/[^>]*>/g;
  assert.equal(withIt.html.match(ours)?.length, 3);
  const bare = (/** @type {string} */ html) => html.replace(ours, "").replaceAll(/\s+/g, " ");
  assert.equal(bare(withIt.html), bare(without.html));
});
