// What a person does on the two pages, in Chromium; whoever built and serves them.
import assert from "node:assert/strict";
import { brotliCompressSync } from "node:zlib";
import { launch } from "../tests/browser/chromium.js";

/** zxcvbn needs some tens of milliseconds for it: the page's thread refuses it, so that only the thread of our own rates it. */
const HEAVY = "4@8({[<369!1|70$5+%24@8({[<369!1|";

/** On a machine that does much else. */
const PATIENCE_MS = 30_000;
/** Bytes that a bundler's own code around ours may weigh, after brotli. */
export const RUNTIME = 2_000;

/** @typedef {{ tab: import("playwright-core").Page, requests: import("playwright-core").Request[], weight(): Promise<number> }} Visit */

/** @type {Promise<import("playwright-core").Browser> | undefined} */
let opened;
/** One for all. */
export const browser = () => (opened ??= launch());
export const closeBrowser = async () => (await opened)?.close();

/**
 * Opens the page in a profile of its own; fails on any console error or warning, unhandled rejection, error, or answer from 400 on.
 * @param {string} address
 * @param {(visit: Visit) => Promise<void>} use
 * @param {boolean} [hasWasm] or none at all
 */
async function visit(address, use, hasWasm = true) {
  const context = await (await browser()).newContext();
  if (!hasWasm) await context.addInitScript("delete globalThis.WebAssembly");
  const tab = await context.newPage();
  /** @type {string[]} */ const faults = [];
  /** @type {import("playwright-core").Request[]} */ const requests = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  tab.on("pageerror", (error) => faults.push(`uncaught: ${error.stack ?? error}`));
  tab.on("request", (request) => requests.push(request));
  tab.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  tab.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  tab.setDefaultTimeout(PATIENCE_MS);
  const weight = async () => {
    const scripts = await Promise.all(requests.filter((request) => request.resourceType() === "script" || request.url().includes(".wasm")).map(async (request) => (await request.response())?.body()));
    return scripts.reduce((sum, body) => sum + (body ? brotliCompressSync(body).length : 0), 0);
  };
  try {
    await tab.goto(address);
    await use({ tab, requests, weight });
    await tab.waitForTimeout(50);
  } catch (error) {
    throw new Error(`${/** @type {Error} */ (error).message}\n${faults.join("\n")}\nasked for:\n${requests.map((request) => request.url()).join("\n")}`);
  } finally {
    await context.close();
  }
  assert.deepEqual(faults, []);
}

/** Asks again until it is so, or fails. @param {() => Promise<boolean>} so */
async function until(so) {
  for (const start = Date.now(); !(await so());) {
    if (Date.now() - start > PATIENCE_MS) throw new Error(`not after ${PATIENCE_MS} ms: ${so}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

/** Bytes, after brotli, of one provider's file and of the reader of profiles, which a page with a string loads neither of. */
const ONE_PROVIDER = 4_000;

/** @param {import("playwright-core").Request[]} requests */
const wasm = (requests) => requests.map((request) => new URL(request.url()).pathname).filter((path) => path.includes(".wasm"));

/**
 * Types a right pair into the mailbox form and reads no hint, then one of the wrong kind and reads it.
 * @param {string} address
 * @param {{ limit?: number, file?: boolean, hasWasm?: boolean }} [expected] bytes that the page may have downloaded by then, after brotli; whether the core is a file of its own
 * @returns {Promise<string>} how many it has
 */
export async function signIn(address, { limit = Infinity, file = false, hasWasm = true } = {}) {
  let kilobytes = 0;
  await visit(address, async ({ tab, requests, weight }) => {
    const [identifier, password, status] = [tab.getByLabel("E-mail address"), tab.getByLabel("Password"), tab.getByRole("status")];
    const said = async () => (await status.allInnerTexts()).join(" ").trim();
    /** @type {string[]} */ const heard = [];
    await tab.exposeFunction("hear", (/** @type {string} */ detail) => heard.push(detail));
    await tab.evaluate(() => addEventListener("passkind", (event) => Reflect.get(window, "hear")(/** @type {CustomEvent} */ (event).detail.status)));
    await tab.waitForLoadState("networkidle");
    await identifier.pressSequentially("anna@ik.me", { delay: 5 });
    await password.pressSequentially("tkwo vqea zjmu hxib", { delay: 5 });
    await identifier.click(); // to another field
    await until(async () => heard.length > 0 && (await said()) === "");
    await tab.waitForTimeout(200);
    assert.equal(await said(), "", "a right pair");
    await password.fill("");
    await password.pressSequentially("Sommer24!", { delay: 5 });
    await identifier.click();
    await until(async () => /made for this e-mail address/.test(await said()));
    assert.deepEqual([...new Set(heard)], ["ok"], "the core is there");
    assert.equal(wasm(requests).length, file ? 1 : 0, "the core comes inside the script, or as one file");
    const bytes = await weight();
    assert.ok(bytes <= limit, `${bytes} bytes, limit ${limit}`);
    kilobytes = bytes / 1000;
  }, hasWasm);
  return `${kilobytes.toFixed(1)} kB`;
}

/** The same in a browser without WebAssembly: the core comes as JavaScript. @param {string} address */
export const asScript = (address) => signIn(address, { hasWasm: false });

/**
 * The same on the page that brings the profile of its provider: it downloads no table of all of them.
 * @param {string} address @param {{ limit?: number }} [expected] of the sign-in page without any table
 */
export function oneProvider(address, { limit = Infinity } = {}) {
  return signIn(address, { limit: limit + ONE_PROVIDER });
}

/**
 * Types new passwords under the meter, and rates one that only a thread of its own may take.
 * @param {string} address
 */
export async function newPassword(address) {
  await visit(address, async ({ tab, requests }) => {
    const field = tab.getByRole("textbox", { name: "New password" });
    await tab.waitForLoadState("networkidle");
    await field.pressSequentially("Genève1291", { delay: 5 });
    await tab.locator(".passkind-level", { hasText: /^Strength: (very weak|weak)\. / }).waitFor();
    await field.fill("vier Igel tanzen im Nebel");
    await tab.locator(".passkind-level", { hasText: "Strength: strong. It meets the rules." }).waitFor();
    const rated = async (/** @type {string} */ password) => {
      await field.fill(password);
      await tab.locator("output").evaluate((output) => output.replaceChildren());
      await tab.getByRole("button", { name: "Rate" }).click();
      await tab.waitForFunction(() => document.querySelector("output")?.textContent);
      return JSON.parse(await tab.locator("output").innerText());
    };
    const named = await rated("Genève1291");
    assert.deepEqual([named.status, named.score, named.timedOut, named.codes[0]], ["ok", 1, false, "tooShort"]);
    const heavy = await rated(HEAVY);
    assert.deepEqual([heavy.status, heavy.timedOut], ["ok", false], "rated on a thread of its own");
    assert.equal(tab.workers().length, 1);
    assert.equal(wasm(requests).length, 1, "one strength file");
  });
}
