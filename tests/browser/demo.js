/** The demo, served by its own server and opened in Chromium. */
import assert from "node:assert/strict";
import { serveDemo } from "../../scripts/serve.mjs";
import { launch } from "./chromium.js";

/** @import {BrowserContextOptions, Locator, Page} from "playwright-core" */

export const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** Where each page of the demo is. */
export const PAGES = {
  signIn: "/?service=mailbox",
  hosting: "/?service=ftp",
  mail: "/mail-setup.html",
  password: "/new-password.html",
  classic: "/classic.html",
};

/**
 * `open` gives a tab to `use`, and afterwards says that nothing was written to the console, thrown or asked for elsewhere.
 */
export async function demo() {
  const [browser, server] = await Promise.all([launch(), serveDemo()]);
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const host = `http://127.0.0.1:${port}`;
  const origin = `${host}/demo`;
  /** @param {string} path @param {(tab: Page) => Promise<void>} use @param {{ context?: BrowserContextOptions, before?: (tab: Page) => Promise<void> }} [settings] */
  const open = async (path, use, { context = {}, before } = {}) => {
    const window = await browser.newContext({ viewport: SIZES.desktop, locale: "en-GB", ...context });
    const tab = await window.newPage();
    /** @type {string[]} */
    const complaints = [];
    tab.on("console", (message) => complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    tab.on("request", (request) => { if (!request.url().startsWith(host) && !request.url().startsWith("data:")) complaints.push(request.url()); });
    await before?.(tab);
    await tab.goto(origin + path);
    if (context.javaScriptEnabled !== false) await tab.locator("#examples button").first().waitFor();
    await use(tab);
    await window.close();
    assert.deepEqual(complaints, [], "console, errors and requests to elsewhere");
  };
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { origin, browser, open, close };
}

/** Types as a person: clicks into the field, presses keys, leaves with Tab. @param {Page} tab @param {string} identifier @param {string} password */
export async function typePair(tab, identifier, password) {
  for (const [field, text] of [["#identifier", identifier], ["#password", password]]) {
    await tab.click(field ?? "");
    await tab.keyboard.press("ControlOrMeta+A");
    await tab.keyboard.type(text ?? "");
    await tab.keyboard.press("Tab");
  }
}

/** @param {Page} tab @param {string} field @returns {Locator} */
export const region = (tab, field) => tab.locator(`[data-passkind-field=${field}] [role=status]`);
/** @param {Page} tab */
export const told = async (tab) => (await tab.locator(".passkind-hint").allInnerTexts()).join("\n");
/** Until the core has come and spoken, or kept silent. @param {Page} tab */
export const settle = (tab) => tab.waitForTimeout(350);
