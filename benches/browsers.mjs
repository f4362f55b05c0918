/** The browsers, each as something that opens a page of the bench and calls what the page has in `window.bench`. */
import { execFileSync } from "node:child_process";
import { advice, find } from "../scripts/programs.mjs";
import { launch } from "../tests/browser/chromium.js";
import { start } from "../tests/browser/engines.js";

/** Longer than any measurement. */
const PATIENCE_MS = 300_000;

/** @typedef {{ call(name: string, ...given: unknown[]): Promise<any>, close(): Promise<void> }} Tab */

/** @param {string} origin */
export async function openChromium(origin) {
  const browser = await launch();
  /** A page of a new context: nothing of it is in any cache. @param {string} path */
  const fresh = async (path) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await visit(page, path);
    return { page, context, call: caller(page), close: () => context.close() };
  };
  /** @param {import("playwright-core").Page} page @param {string} path */
  const visit = async (page, path) => {
    await page.goto(origin + path);
    await page.waitForFunction("window.bench");
  };
  return { browser, version: browser.version(), fresh, visit, close: () => browser.close() };
}

/** @param {import("playwright-core").Page} page */
export const caller = (page) => (/** @type {string} */ name, /** @type {unknown[]} */ ...given) =>
  page.evaluate(([name, given]) => /** @type {any} */ (window).bench[name](...given), /** @type {[string, unknown[]]} */ ([name, given]));

/** Firefox, where it and its driver are installed; else `undefined`, and it is said. @param {string} origin */
export async function openFirefox(origin) {
  const programs = ["FIREFOX", "GECKODRIVER"];
  if (programs.some((program) => !find(program))) {
    console.log(`Firefox is not measured. ${advice(programs)}`);
    return undefined;
  }
  const { driver, stop } = await start("firefox");
  await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  const version = (await driver.getCapabilities()).getBrowserVersion() ?? "";
  /** @param {string} path */
  const visit = async (path) => {
    await driver.get(origin + path);
    await driver.wait(() => driver.executeScript("return !!window.bench"), PATIENCE_MS);
  };
  const script = "const [name, given, done] = arguments; Promise.resolve().then(() => window.bench[name](...given)).then((value) => done({ value }), (error) => done({ error: `${error}` }));";
  /** @param {string} name @param {unknown[]} given */
  const call = async (name, ...given) => {
    const { value, error } = /** @type {any} */ (await driver.executeAsyncScript(script, name, given));
    if (error) throw new Error(`Firefox, ${name}: ${error}`);
    return value;
  };
  return { driver, version, visit, call, close: stop };
}

/** @param {string} command */
export function versionOf(command, args = ["--version"]) {
  return execFileSync(command, args, { encoding: "utf8" }).trim();
}
