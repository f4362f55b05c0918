/**
 * Nothing goes out: the demo's pages and a page with everything on it, typed into as a person types, with random secrets. Spies sit on
 * every way out before any other script runs, in the page and in the thread; the bytes on the wire are kept; the document is read after
 * each step. No part of six characters of a password is found anywhere but where the form itself is posted, and on the way to our own
 * thread, which rates it. A second half shows that each spy sees what it is to see.
 */
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import { createServer } from "node:net";
import { after, before, describe as group, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serveDemo } from "../../scripts/serve.mjs";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { LEAKS, LEFT, SENT, THREAD_LEAKS } from "./leaks.js";
import { copies, marker } from "./marker.js";
import { DIGEST, HOSTED, LEAKED, PAGES } from "./spied-pages.js";
import { remains, spy } from "./spy.js";
import { requests } from "./wire.js";

/** @import {AddressInfo, Server} from "node:net" */
/** @import {Browser, Page} from "playwright-core" */

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
/** A person types slower; the pause that asks a guard comes where a row waits for it. */
const KEY_MS = 5;
const PAUSE_MS = 1200;
const WORKER = "/strength-worker.js";

/** What is heard on the pages as they are; nothing else may be heard at all. */
const USED = ["attribute", "text", "title", "history", "value", "fetch", "new CustomEvent", "dispatchEvent", "new Worker", `to worker ${WORKER}`, "from worker"];
/** Whoever rates a password must be given it: our own thread, by its file, from our own page. */
const MAY_HOLD_PASSWORDS = [`to worker ${WORKER}`];
/** Names are shown again as text, put in place by their own button, and told to the thread that rates a password beside them. */
const MAY_HOLD_NAMES = ["text", "value", `to worker ${WORKER}`];

/** Chromium's own: its updates, accounts and lists for filling forms. The proxy lets nothing through to them. */
const BROWSERS_OWN = /^(CONNECT |POST http:\/\/|GET http:\/\/)[\w.-]+\.(google|googleapis|gstatic|gvt1)\.com[:/]/;

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */ let fixture;
/** @type {import("node:http").Server} */ let demo;
/** @type {Server} */ let elsewhere;
/** What came in, connection by connection: at our servers, and at whatever is asked for elsewhere. @type {{ here: Buffer[][], there: Buffer[][] }} */
const wire = { here: [], there: [] };
const originOf = (/** @type {Server} */ server) => `http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`;
/** @param {Server} server @param {Buffer[][]} into */
const keep = (server, into) => server.on("connection", (socket) => {
  /** @type {Buffer[]} */
  const bytes = [];
  into.push(bytes);
  socket.on("data", (chunk) => bytes.push(chunk));
  socket.on("error", () => {});
});

before(async () => {
  elsewhere = createServer();
  keep(elsewhere, wire.there).on("connection", (socket) => socket.once("data", () => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")));
  await new Promise((listening) => elsewhere.listen(0, "127.0.0.1", () => listening(undefined)));
  // Whatever is not for this machine goes to a proxy, which keeps it and answers nothing.
  [browser, demo, fixture] = await Promise.all([launch([`--proxy-server=${originOf(elsewhere)}`]), serveDemo(), serve(PAGES)]);
  keep(demo, wire.here);
  keep(fixture.server, wire.here);
});
after(async () => {
  await browser.close();
  demo.closeAllConnections();
  for (const server of [demo, elsewhere]) await new Promise((closed) => server.close(closed));
  await fixture.close();
});

/** @typedef {{ channel: string, text: string, where: string }} Heard */

/**
 * A tab in which spies sit before any other script; in the thread, too: its file is served as it is, behind one line that brings them.
 * @returns {Promise<{ tab: Page, heard: Heard[], urls: string[], listen(): Promise<void>, close(): Promise<void> }>}
 */
async function spied() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const tab = await context.newPage();
  /** @type {Heard[]} */
  const heard = [];
  /** @type {string[]} */
  const urls = [];
  tab.on("request", (request) => urls.push(`${request.method()} ${request.url()}`));
  tab.on("pageerror", (error) => heard.push({ channel: "error", text: `${error.stack}`, where: tab.url() }));
  tab.on("console", (message) => heard.push({ channel: "console", text: message.text(), where: tab.url() }));
  tab.on("dialog", (dialog) => { heard.push({ channel: "dialog", text: dialog.message(), where: tab.url() }); dialog.dismiss(); });
  await tab.exposeBinding("passkindHeard", (_, channel, text) => { heard.push({ channel, text, where: tab.url() }); });
  await tab.addInitScript(`(${spy})((channel, text) => passkindHeard(channel, text))`);
  await context.route("**/spied.js", (route) => route.fulfill({ contentType: "text/javascript", body: `globalThis.heard = []; (${spy})((channel, text) => heard.push({ channel, text }));` }));
  await context.route(`**${WORKER}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `import "/spied.js";\n${await response.text()}` });
  });
  /** What the threads have heard since. */
  const listen = async () => {
    for (const worker of tab.workers()) heard.push(.../** @type {Heard[]} */ (await worker.evaluate("heard.splice(0).map((one) => ({ ...one, where: location.pathname }))")));
  };
  return { tab, heard, urls, listen, close: () => context.close() };
}

/** Secrets that were typed so far. @type {{ passwords: string[], names: string[] }} */
const typed = { passwords: [], names: [] };
const secret = (length = 14) => remember("passwords", marker(length));
const name = (length = 8) => remember("names", marker(length).toLowerCase());
/** @param {keyof typeof typed} kind @param {string} text */
function remember(kind, text) {
  typed[kind].push(text);
  return text;
}
const token = () => remember("passwords", ["gh", "p_", marker(36)].join(""));
const grouped = () => remember("passwords", /** @type {string[]} */ (marker(16).match(/.{4}/g)).join(" "));

/** @param {Page} tab @param {string} field @param {string} text */
async function type(tab, field, text) {
  await tab.click(field);
  await tab.keyboard.press("Control+A");
  await tab.keyboard.type(text, { delay: KEY_MS });
}
/** @param {Page} tab @param {string} identifier @param {string} password @param {[string, string]} [fields] */
async function typePair(tab, identifier, password, [first, second] = ["#identifier", "#password"]) {
  await type(tab, first, identifier);
  await type(tab, second, password);
  await tab.keyboard.press("Tab");
  await tab.waitForTimeout(150);
}
/** @param {Page} tab @param {string} selector as often as it is there */
async function clickIf(tab, selector) {
  const one = tab.locator(selector).first();
  if (await one.isVisible()) await one.click();
}

/** After a step: nothing is left in document, storage, address, measurements, globals. @param {Page} tab @param {string} step */
async function clean(tab, step) {
  const left = await tab.evaluate(remains);
  for (const [place, text] of Object.entries(left)) assert.deepEqual(copies(text, typed.passwords), [], `${step}: a password in ${place}`);
  // A name is text in a hint, in the panel that shows the answer, in the page that the server renders after a refusal, and in what a page configured.
  const bare = { ...left, document: (left["document"] ?? "").replace(/<bdi>[^<]*<\/bdi>/g, "").replace(/<code id="assessment">.*?<\/code>/gs, "").replace(/<input id="identifier"[^>]*>|<script.*?<\/script>/gs, "") };
  for (const [place, text] of Object.entries(bare)) assert.deepEqual(copies(text, typed.names), [], `${step}: a name in ${place}`);
  assert.equal(left["storage"], JSON.stringify([[], [], "", "", await tab.title()]), step);
  assert.equal(left["databases"], "[[],[]]", step);
}

/** At the end of a visit. @param {Heard[]} heard @param {string[]} urls @param {string} origin */
async function nothingWentOut(heard, urls, origin) {
  assert.deepEqual([...new Set(heard.map(({ channel }) => channel))].filter((channel) => !USED.includes(channel)), [], JSON.stringify(heard.filter(({ channel }) => !USED.includes(channel)).slice(0, 5)));
  // The same again is not searched again.
  const once = new Map(heard.map((one) => [`${one.channel} ${one.where} ${one.text}`, one]));
  for (const { channel, text, where } of once.values()) {
    if (!MAY_HOLD_PASSWORDS.includes(channel)) assert.deepEqual(copies(text, typed.passwords), [], `${channel} at ${where}: ${text}`);
    // The page that the server renders after a refusal holds the name that was sent.
    const isRendered = channel === "attribute" && where.includes("/classic.html") && text.startsWith('value="');
    if (!MAY_HOLD_NAMES.includes(channel) && !isRendered) assert.deepEqual(copies(text, typed.names), [], `${channel} at ${where}: ${text}`);
    if (channel === "fetch") assert.match(text, /\/pkg\/strength\.wasm$/, where);
    if (channel === "new Worker") assert.match(text, new RegExp(`${WORKER} `), where);
  }
  for (const url of urls) {
    if (url.startsWith("GET data:,")) continue;
    const { pathname, search } = new URL(url.slice(url.indexOf(" ") + 1));
    assert.ok(url.slice(url.indexOf(" ") + 1).startsWith(`${origin}/`), url);
    assert.match(search, /^(\?((service|lang|rules)=\w+&?)+)?$/, url);
    assert.ok(url.startsWith("GET ") || pathname === "/demo/classic.html", url);
    if (Object.hasOwn(PAGES, pathname) || pathname === "/spied.js") continue;
    assert.ok((await stat(WWW + (pathname.endsWith("/") ? `${pathname}index.html` : pathname))).isFile(), `no file of ours: ${url}`);
  }
}

// Side by side: each in a window of its own, mostly waiting for keys.
group("what is typed stays", { concurrency: 3 }, () => {
  for (const service of ["account", "mailbox", "ftp", "anyMail"]) {
    test(`the demo, ${service}: pairs, pauses, refusals, submissions, hints used and hidden, the password shown, languages`, async () => {
      const { tab, heard, urls, close } = await spied();
      const origin = originOf(demo);
      await tab.goto(origin + (service === "anyMail" ? "/demo/mail-setup.html?lang=en" : `/demo/?service=${service}&lang=en`));
      await tab.locator("#examples button").first().waitFor();
      const pairs = [
        () => [`${name()}@${name()}.example`, grouped()], () => [`${name()}@gmial.com`, secret()], () => [name(), `Password: ${secret()}`],
        ...(service === "account" ? [() => [`${name()}@gmail.com`, token()], () => [token(), `https://example.com/${secret()}`], () => [`abcd_${name()}`, `${secret(7)} \u00e9 ${secret(7)}`]] : []),
      ];
      for (const [at, pair] of pairs.entries()) {
        const [identifier = "", password = ""] = pair();
        await typePair(tab, identifier, password);
        if (at === 0) await tab.locator("#assessment span").first().waitFor({ state: "attached" });
        await tab.click("#refuse");
        await tab.focus("#password");
        await tab.keyboard.press("Enter");
        if (at === 1) await tab.waitForTimeout(PAUSE_MS);
        await clickIf(tab, ".passkind-use");
        await tab.click("#refuse");
        await tab.click("#reveal");
        await clean(tab, `${service}: ${at}, shown`);
        if (at === 2) await clickIf(tab, ".passkind-dismiss");
        await tab.click("#reveal");
      }
      // Pasted: from the field itself while it is shown.
      await tab.click("#reveal");
      await type(tab, "#password", secret());
      for (const key of ["Control+A", "Control+C", "Delete", "Control+V", "Tab"]) await tab.keyboard.press(key);
      await tab.selectOption("#language", "de");
      await tab.waitForTimeout(PAUSE_MS);
      await tab.locator(service === "anyMail" ? "footer" : "#guide").scrollIntoViewIfNeeded();
      await tab.waitForTimeout(300);
      await clean(tab, `${service}: at the end`);
      assert.ok(heard.some(({ channel, text }) => channel === "new CustomEvent" && text.includes("passkind")), "it has spoken");
      await nothingWentOut(heard, urls, origin);
      await close();
    });
  }

  test("the demo's new password: rated on its thread, beside the account's own", async () => {
    const { tab, heard, urls, listen, close } = await spied();
    await tab.goto(`${originOf(demo)}/demo/new-password.html?lang=en`);
    await tab.locator("#examples button").first().waitFor();
    const account = secret();
    const fresh = [secret(9), secret(), secret(24), `${account}2`, `${secret(7)} Regenschirm ${secret(7)}`];
    await type(tab, "#identifier", `${name()}@${name()}.example`);
    await type(tab, "#account", account);
    for (const [at, password] of fresh.entries()) {
      await type(tab, "#password", password);
      await tab.waitForTimeout(at ? 400 : PAUSE_MS);
      await tab.locator("#assessment span").first().waitFor({ state: "attached" });
      await clean(tab, `new password ${at}`);
      await tab.click("#reveal");
      await tab.keyboard.press("Tab");
      await clean(tab, `new password ${at}, shown`);
      await tab.click("#reveal");
    }
    await tab.focus("#password");
    await tab.keyboard.press("Enter");
    await listen();
    const toThread = heard.filter(({ channel }) => channel === `to worker ${WORKER}`);
    assert.ok(fresh.every((password) => toThread.some(({ text }) => text.includes(password))), "the thread was asked");
    assert.ok(heard.some(({ channel, text }) => channel === "from worker" && text.includes("rating")), "the thread has answered, and was listened to");
    await nothingWentOut(heard, urls, originOf(demo));
    await close();
  });

  test("the demo's classic form: what is posted is the form, and nothing else", async () => {
    const { tab, heard, urls, close } = await spied();
    const from = wire.here.length;
    await tab.goto(`${originOf(demo)}/demo/classic.html?service=account&lang=en`);
    await tab.locator("#examples button").first().waitFor();
    /** @type {string[]} */
    const expected = [];
    for (const count of [0, 1, 2]) {
      const [identifier, password] = [`${name()}@${name()}.example`, count === 1 ? grouped() : secret()];
      await typePair(tab, identifier, password);
      await clean(tab, `classic ${count}`);
      expected.push(new URLSearchParams({ identifier, password, refused: String(count) }).toString());
      await Promise.all([tab.waitForNavigation(), tab.locator("#password").press("Enter")]);
      await tab.locator("#examples button").first().waitFor();
      await clean(tab, `classic ${count}, posted`);
    }
    await nothingWentOut(heard, urls, originOf(demo));
    assert.deepEqual(wire.here.slice(from).flatMap((bytes) => requests(bytes)).filter(({ body }) => body).map(({ body }) => body).sort(), expected.sort(), "connection by connection");
    await close();
  });

  test("attach, the elements, fields in a shadow root and the meter on one page, codes told", async () => {
    const { tab, heard, urls, listen, close } = await spied();
    await tab.goto(`${fixture.origin}/all`);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    for (const form of ["#form", "#inside", "#host"]) {
      const fields = /** @type {[string, string]} */ ([`${form} .name`, `${form} .secret`]);
      for (const [identifier, password] of [[`${name()}@${HOSTED}.example`, grouped()], [`${name()}@gmial.com`, secret()], [name(), token()]]) {
        await typePair(tab, identifier ?? "", password ?? "", fields);
        await clean(tab, form);
        for (const time of [1, 2, 3]) {
          await tab.locator(fields[1]).press("Enter");
          await tab.waitForTimeout(60);
          await clean(tab, `${form}, refused ${time}`);
        }
      }
      await clickIf(tab, `${form} .passkind-use`);
      await clickIf(tab, `${form} .passkind-dismiss`);
    }
    typed.names.push(HOSTED);
    await typePair(tab, `${name()}@${HOSTED}.example`, secret(), ["#who", "#fresh"]);
    await tab.waitForTimeout(PAUSE_MS);
    await tab.locator("passkind-guide").scrollIntoViewIfNeeded();
    await tab.locator("passkind-guide .passkind-show").click();
    await clean(tab, "all");
    await listen();
    const events = heard.filter(({ channel, text }) => channel === "new CustomEvent" && text.includes("codes"));
    assert.ok(events.some(({ text }) => text.includes("accountPasswordExpected")), "events tell codes here, and were read");
    assert.ok(heard.some(({ channel, text }) => channel === "text" && text.includes(HOSTED)), "a name was shown as text, and was read");
    await nothingWentOut(heard, urls, fixture.origin);
    await close();
  });

  test("a list of leaked passwords: five digits go out where the page asks for it, and nothing where it does not", async () => {
    const { tab, heard, urls, close } = await spied();
    typed.passwords.push(LEAKED);
    for (const [path, expected] of /** @type {const} */ ([["/list", []], ["/list?on=1", [`/range/${DIGEST.slice(0, 5)}`]]])) {
      const from = wire.here.length;
      await tab.goto(fixture.origin + path);
      await tab.locator("html[data-ready]").waitFor({ state: "attached" });
      await type(tab, "#fresh", LEAKED);
      await tab.waitForTimeout(PAUSE_MS);
      await tab.keyboard.press("Tab");
      await tab.waitForTimeout(600);
      if (expected.length) await tab.locator(".passkind-tip", { hasText: "leaked" }).waitFor();
      const asked = wire.here.slice(from).flatMap((bytes) => requests(bytes)).filter(({ path }) => path.startsWith("/range"));
      assert.deepEqual(asked.map(({ path }) => path), expected);
      for (const { headers, body } of asked) {
        assert.match(headers, /^add-padding: true$/im);
        assert.doesNotMatch(headers, /^(cookie|referer|authorization):/im);
        assert.equal(body, "");
      }
      await clean(tab, path);
    }
    const sent = heard.filter(({ channel }) => channel !== `to worker ${WORKER}`).map(({ text }) => text).join("\n") + urls.join("\n") + wire.here.flat().join("");
    assert.deepEqual(copies(sent, [LEAKED, DIGEST.slice(5)]), [], "neither the password nor more of its digest");
    assert.deepEqual(heard.filter(({ channel }) => channel === "fetch").map(({ text }) => text.split(" | ")[0]?.replace(fixture.origin, "")).sort(), ["/pkg/strength.wasm", "/pkg/strength.wasm", `/range/${DIGEST.slice(0, 5)}`]);
    await close();
  });

});

group("on the wire", () => {
  test("no secret but in the classic form's own posts; nobody else was asked for anything", () => {
    const all = wire.here.flatMap((bytes) => requests(bytes));
    assert.ok(all.length > 100 && typed.passwords.length > 30 && typed.names.length > 30, `${all.length} requests, ${typed.passwords.length} passwords`);
    for (const { path, headers, body } of all) {
      assert.deepEqual(copies(`${path}\n${headers}`, [...typed.passwords, ...typed.names]), [], path);
      if (path !== "/demo/classic.html?service=account&lang=en") assert.equal(body, "", path);
    }
    const asked = wire.there.map((bytes) => Buffer.concat(bytes).toString().split("\r\n")[0] ?? "");
    assert.deepEqual(asked.filter((line) => line && !BROWSERS_OWN.test(line)), [], "elsewhere");
    console.log(`spies: ${typed.passwords.length} passwords and ${typed.names.length} names typed, ${all.length} requests, 0 copies`);
  });
});

group("each spy sees what it is to see", () => {
  /** @type {Awaited<ReturnType<typeof spied>>} */ let control;
  before(async () => {
    control = await spied();
    await control.tab.goto(`${fixture.origin}/control`);
    await control.tab.evaluate(`window.stage = document.querySelector("#stage"); window.control = new Worker("/control-worker.js", { type: "module" }); new Promise((up) => (control.onmessage = up))`);
  });
  after(() => control.close());
  const soon = async (/** @type {() => boolean | Promise<boolean>} */ isSo) => {
    for (let i = 0; i < 40; i++) {
      if (await isSo()) return true;
      await control.tab.waitForTimeout(25);
    }
    return false;
  };
  /** Runs it with a new secret. @param {string} code */
  const leak = async (code, where = /** @type {{ evaluate(code: string): Promise<unknown> }} */ (control.tab)) => {
    const one = marker(14);
    await where.evaluate(`(async () => { const secret = ${JSON.stringify(one)}; await (${code}); })().catch(() => {})`);
    return one;
  };

  for (const [channel, code] of LEAKS) {
    test(`${channel}: ${code}`, async () => {
      const from = control.heard.length;
      const one = await leak(code);
      assert.ok(await soon(() => control.heard.slice(from).some((heard) => heard.channel === channel && copies(heard.text, [one]).length > 0)), JSON.stringify(control.heard.slice(from)));
    });
  }
  for (const [channel, code] of THREAD_LEAKS) {
    test(`in a thread, ${channel}: ${code}`, async () => {
      const [worker] = control.tab.workers();
      assert.ok(worker);
      const from = control.heard.length;
      const one = await leak(code, worker);
      await control.listen();
      assert.ok(control.heard.slice(from).some((heard) => heard.channel === channel && copies(heard.text, [one]).length > 0), JSON.stringify(control.heard.slice(from)));
    });
  }
  for (const [place, code] of LEFT) {
    test(`left in ${place}: ${code}`, async () => {
      const one = await leak(code);
      assert.ok(await soon(async () => copies((await control.tab.evaluate(remains))[place] ?? "", [one]).length > 0));
    });
  }
  for (const [where, code] of SENT) {
    test(`on the wire, ${where}: ${code}`, async () => {
      const one = await leak(code);
      assert.ok(await soon(() => copies(wire[where].map((bytes) => Buffer.concat(bytes).toString("latin1")).join("\n"), [one]).length > 0));
    });
  }
  test("the search finds a part, however it is written, and nothing else", () => {
    const one = marker(14);
    for (const text of [one, one.slice(3, 9), one.toUpperCase(), encodeURIComponent(`${one} é`), btoa(one), Buffer.from(one).toString("hex"), [...one].join("\0"), JSON.stringify({ a: `"${one}` })]) assert.notDeepEqual(copies(text, [one]), [], text);
    for (const text of [one.slice(0, 5), [...one].reverse().join(""), marker(2000), ""]) assert.deepEqual(copies(text, [one]), [], text);
  });
});
