/**
 * What a screen reader says from sign-in over refusal to recovery, as a transcript to be read by people: tests/browser/snapshots/screen-reader.txt.
 * The reader is a simulated one (@guidepup/virtual-screen-reader) in a real Chromium, used by real keys.
 */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { launch } from "./chromium.js";
import { FILES, RIGHT, signIn, WRONG } from "./pages.js";
import { serve } from "./server.js";

/** @import {Page} from "playwright-core" */

const TRANSCRIPT = new URL("snapshots/screen-reader.txt", import.meta.url);
const READER = new URL("../../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js", import.meta.url);
const RENEW = "RENEW=1 node --test tests/browser/screen-reader.test.js";
const HEAD = `A sign-in form with hints, as a screen reader says it. Lines with > are what its user does; "polite" waits until the
reader is quiet, "assertive" does not. Made by tests/browser/screen-reader.test.js; to renew it: ${RENEW}`;

/** Longer than the pause of a second and the wasm's start. */
const PATIENCE_MS = 10_000;

test("sign-in, refusal and recovery sound as they did when last read by a person", async () => {
  const server = await serve({ ...FILES, "/sign-in": signIn(), "/reader.js": { body: await readFile(READER), headers: { "content-type": "text/javascript" } } });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/sign-in`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    await tab.evaluate(`import("/reader.js").then(({ virtual }) => (window.virtual = virtual).start({ container: document.body }))`);
    const transcript = `${HEAD}\n\n${await walk(tab)}`;
    for (const { password } of [WRONG, RIGHT]) assert.ok(!transcript.includes(password), "no secret is said");
    if (process.env["RENEW"]) await writeFile(TRANSCRIPT, transcript);
    const kept = await readFile(TRANSCRIPT, "utf8").catch(() => "");
    assert.equal(transcript, kept, `what is said has changed. Read the difference as its listener; where it is better, keep it: ${RENEW}`);
  } finally {
    await browser.close();
    await server.close();
  }
});

/** @param {Page} tab */
async function walk(tab) {
  /** @type {string[]} */
  const said = [];
  /** @param {string} what is done @param {() => Promise<unknown>} act @param {string} last what is said when all is said */
  const step = async (what, act, last) => {
    await act();
    const hasSaid = () => tab.evaluate("virtual.spokenPhraseLog().then((phrases) => phrases.join('\\n'))").then((text) => String(text).includes(last));
    for (const end = Date.now() + PATIENCE_MS; !(await hasSaid()); await tab.waitForTimeout(50)) assert.ok(Date.now() < end, `${what}: never said: ${last}`);
    said.push(`> ${what}`, ...(await phrases(tab)), "");
  };
  const press = (/** @type {string[]} */ ...keys) => async () => { for (const key of keys) await tab.keyboard.press(key); };
  const type = (/** @type {string} */ text, /** @type {string[]} */ ...keys) => async () => {
    await tab.keyboard.press("ControlOrMeta+A");
    await tab.keyboard.type(text);
    await press(...keys)();
  };

  await step("reads the page from its start", () => readOn(tab), "end of document");
  await step("goes to the first field", () => tab.focus("#name"), "E-mail address");
  await step("types a name without a domain, Tab", type("anna.muster", "Tab"), "User name: ");
  await step("Shift+Tab, Shift+Tab: back over what came in between", press("Shift+Tab", "Shift+Tab"), "textbox, E-mail address");
  await step("types the whole address, Tab", type(RIGHT.identifier, "Tab"), "Hide hints");
  await step("Tab", press("Tab"), "Password, ");
  await step("types the password of a device, and waits", type(WRONG.password), "Password: ");
  await step("Enter; the server refuses", press("Enter"), "Next step: ");
  await step("Tab", press("Tab"), "link");
  await step("Tab", press("Tab"), "Hide hints");
  await step("Shift+Tab, Shift+Tab", press("Shift+Tab", "Shift+Tab"), "Password, ");
  await step("Tab, Tab, Enter: hides the hints", press("Tab", "Tab", "Enter"), "Password, ");
  await step("types the account password, Enter", type(RIGHT.password, "Enter"), "Signed in.");
  return `${said.join("\n").trim()}\n`;
}

/** Reads on to the end, as with the reader's own key. @param {Page} tab */
async function readOn(tab) {
  await tab.evaluate(`(async () => { do await virtual.next(); while ((await virtual.lastSpokenPhrase()) !== "end of document"); })()`);
}

/**
 * What has been said since. Two things the simulated reader does worse than real ones are mended: it runs the paragraphs of a region
 * into each other, so each gets its line; and it reads passwords out, where real ones say dots.
 * @param {Page} tab @returns {Promise<string[]>}
 */
function phrases(tab) {
  return tab.evaluate(async () => {
    const { virtual } = /** @type {any} */ (window);
    /** @type {string[]} */
    const log = (await virtual.spokenPhraseLog()).filter((/** @type {string} */ phrase) => !/^(polite: |assertive: )?$/.test(phrase)); // an emptied region says nothing
    await virtual.clearSpokenPhraseLog();
    const regions = [...document.querySelectorAll("[role=status]")].map((region) => [...region.children].map((line) => line.textContent ?? ""));
    const secret = /** @type {HTMLInputElement} */ (document.querySelector("#secret")).value;
    return log.map((given) => {
      const phrase = secret ? given.replaceAll(secret, "•••") : given;
      const lines = regions.find((texts) => texts.length > 1 && phrase.endsWith(texts.join("")));
      return lines ? phrase.slice(0, phrase.length - lines.join("").length) + lines.join("\n        ") : phrase;
    });
  });
}
