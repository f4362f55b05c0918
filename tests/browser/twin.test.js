/** Where WebAssembly is forbidden, the same core as JavaScript: the same hints, loaded by those pages alone, and stopped by the same brake. In Chromium. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */

const HOST = '<label for="host">Server</label><input id="host">';
const FORM = `<form id="form"><label for="name">Address</label><input id="name" autocomplete="username"><label for="secret">Password</label><input id="secret" type="password" autocomplete="current-password"><button id="go">Go</button></form>`;
const SCRIPT = (/** @type {string} */ before, /** @type {string} */ options) => `
  import { attach, createGuard, load } from "/index.js";
  window.seen = { events: [], reports: [], errors: [] };
  addEventListener("securitypolicyviolation", ({ blockedURI }) => seen.reports.push(blockedURI));
  addEventListener("error", ({ message }) => seen.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push(String(reason)));
  const form = document.getElementById("form");
  form.addEventListener("passkind", ({ detail }) => seen.events.push(detail));
  ${before}
  window.live = attach(form, ${options});
  window.ask = async (options, credentials) => { const guard = await createGuard(options); return JSON.stringify([guard.assess(credentials, { refused: 1 }), guard.guide()]); };
  window.ready = true;`;
const page = (/** @type {string} */ script, head = "", form = FORM) => `<!doctype html><html lang="en"><title>twin</title><link rel="icon" href="data:,">${head}${form}<script type="module" src="${script}"></script></html>`;
const OPTIONS = `{ service: "mailbox" }`;
const WITH_SERVER = `{ service: "mailbox", server: document.getElementById("host") }`;
const FILES = {
  "/plain": page("/plain.js"), "/plain.js": SCRIPT("", OPTIONS),
  "/server": page("/server.js", "", FORM.replace("<label", `${HOST}<label`)), "/server.js": SCRIPT("", WITH_SERVER),
  "/script": page("/script.js"), "/script.js": SCRIPT(`await load({ runtime: "script" });`, OPTIONS),
  "/early": page("/early.js"), "/early.js": SCRIPT(`await load();`, OPTIONS),
  "/brake": page("/plain.js", `<meta name="passkind" content="off">`),
};
/** Names and what is wrong with them. */
const ASKED = [
  [{ service: "mailbox", provider: "google" }, { identifier: "anna.muster@gmail.com", password: "Sommer24!" }],
  [{ service: "account", provider: "infomaniak" }, { identifier: "anna@gmial.com", password: "q7Rk w2Mx t9Bd z4Hn" }],
  [{ service: "mailbox" }, { identifier: "anna@example.com", password: "Sommer24!", server: "imap.gmial.com" }],
  [{ service: "mailbox", provider: "nobody" }, { identifier: "anna", password: "b" }],
];

/** @type {Browser} */ let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/**
 * A visit under a policy, or none: what was shown, told, asked for.
 * @param {string} path @param {{ policy?: string, host?: string }} how @param {(tab: Page) => Promise<unknown>} [also]
 */
async function visit(path, { policy, host = "" }, also = async () => undefined) {
  const server = await serve(FILES, policy ? { "content-security-policy": policy } : {});
  const tab = await browser.newPage();
  try {
    await tab.goto(server.origin + path);
    await tab.waitForFunction(() => Reflect.get(window, "ready"));
    for (const [field, text] of [...(host ? [["#host", host]] : []), ["#name", "anna.muster@gmail.com"], ["#secret", "Sommer24!"]]) {
      await tab.click(field ?? "");
      await tab.keyboard.type(text ?? "");
    }
    await tab.focus("#go");
    if (path === "/brake") await tab.waitForTimeout(500);
    else await tab.waitForFunction(() => Reflect.get(window, "seen").events.length);
    await tab.evaluate("live.refused()");
    await tab.waitForTimeout(500);
    const told = await tab.evaluate("({ ...seen, text: [...document.querySelectorAll('.passkind-hint')].map((hint) => hint.textContent), links: [...document.querySelectorAll('.passkind-link')].map(({ href }) => href) })");
    return { .../** @type {{ events: object[], reports: string[], errors: string[], text: string[], links: string[] }} */ (told), also: await also(tab), pkg: server.requests.filter((path) => path.startsWith("/pkg/")) };
  } finally {
    await tab.close();
    await server.close();
  }
}

const STRICT = "default-src 'none'; script-src 'self'; img-src data:";

describe("script-src 'self' alone", () => {
  for (const [path, host, wasm] of [["/plain", "", "/pkg/inline-sign-in.js"], ["/server", "imap.gmail.com", "/pkg/inline.js"], ["/early", "", "/pkg/inline.js"]]) {
    test(`${path}: what is shown, linked and told is what it is with WebAssembly; each page loads its own core alone, and reports once at most`, async () => {
      const { also: _, reports: none, pkg: own, ...expected } = await visit(path ?? "", { host: host ?? "" });
      const { also: __, reports, pkg, ...found } = await visit(path ?? "", { host: host ?? "", policy: STRICT });
      assert.ok(expected.text.length > 0 && expected.links.length > 0, "there is something to compare");
      assert.deepEqual(found, expected);
      assert.deepEqual([own, pkg], [[wasm], ["/pkg/twin.js"]]);
      assert.deepEqual([none, reports.length], [[], 1]);
    });
  }

  test("load({ runtime: \"script\" }): nothing is reported", async () => {
    const { reports, pkg, text } = await visit("/script", { policy: STRICT });
    assert.deepEqual([reports, pkg, text.length > 0], [[], ["/pkg/twin.js"], true]);
  });

  test("answers of guards of one's own, tables and refused options: the same", async () => {
    const ask = (/** @type {Page} */ tab) => Promise.all(ASKED.map(([options, credentials]) => tab.evaluate(([options, credentials]) => /** @type {any} */ (window)["ask"](options, credentials).catch((/** @type {any} */ { code, message }) => [code, message]), [options, credentials])));
    const [there, here] = [await visit("/plain", {}, ask), await visit("/plain", { policy: STRICT }, ask)];
    assert.equal(/** @type {unknown[]} */ (here.also).length, ASKED.length);
    assert.deepEqual(here.also, there.also);
  });
});

test("the emergency brake stops it too: nothing is loaded, said or reported", async () => {
  const { events, reports, errors, text, pkg } = await visit("/brake", { policy: STRICT });
  assert.deepEqual({ events, reports, errors, text, pkg }, { events: [], reports: [], errors: [], text: [], pkg: [] });
});
