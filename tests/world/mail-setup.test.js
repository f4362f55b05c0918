/** `examples/mail-setup/`, typed into as a person types: its server signs in to a real Dovecot and a real Postfix, and the page says what their refusals mean. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { addressOf } from "../../examples/mail-setup/hosts.mjs";
import { createMailSetUp } from "../../examples/mail-setup/server.mjs";
import { launch } from "../browser/chromium.js";
import { IMAP_OFF, LOCKED, startDovecot } from "./dovecot.js";
import { startPostfix } from "./postfix.js";
import { folder, freePort, remove } from "./programs.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {AddressInfo} from "node:net" */

const PICTURES = fileURLToPath(new URL("../../target/world/pictures/", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("../../examples/mail-setup/server.mjs", import.meta.url));
const PATIENCE_MS = 15_000;
/** Longer than the pause after which a hint comes. */
const SETTLED_MS = 1300;
/** Dovecot takes a connection between equal addresses for a safe one, and this one is not the client's. */
const THERE = "127.0.0.2";
const POLICY = { script: "script-src 'self'", style: "style-src 'self'" };

const letters = (/** @type {number} */ count) => Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join("");
/** As Google issues them. */
const APP_PASSWORD = Array.from({ length: 4 }, () => letters(4)).join(" ");
/** As people make them up. */
const CHOSEN = `Kirsch${letters(4)}${randomInt(10, 100)}!`;
const OWN = randomBytes(9).toString("base64url");

/** Whose names lead to the servers of this test: the resolver that the example's server is given. */
const NAMES = ["imap.gmail.com", "smtp.gmail.com", "mail.nordhang.example"];
const ELSEWHERE = "mail.elsewhere.example";
const USERS = {
  "anna@gmail.com": { password: APP_PASSWORD },
  "anna@nordhang.example": { password: OWN },
  "off@nordhang.example": { password: OWN, extra: IMAP_OFF },
  "locked@nordhang.example": { password: OWN, extra: LOCKED },
};

/** @type {Browser} */ let browser;
/** @type {Awaited<ReturnType<typeof startDovecot>>} */ let dovecot;
/** @type {Awaited<ReturnType<typeof startPostfix>>} */ let postfix;
/** @type {string} */ let home;
/** @type {string} */ let ca;
/** @type {string} */ let origin;
/** @type {ReturnType<typeof createMailSetUp>} */ let server;
/** What the example's server has printed. @type {string[]} */ const printed = [];

before(async () => {
  home = folder("mail-setup");
  mkdirSync(PICTURES, { recursive: true });
  const tls = { key: join(home, "key.pem"), cert: join(home, "cert.pem") };
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=mail.nordhang.example",
    "-addext", `subjectAltName=${NAMES.map((name) => `DNS:${name}`).join(",")}`, "-keyout", tls.key, "-out", tls.cert], { stdio: "ignore" });
  ca = readFileSync(tls.cert, "utf8");
  [browser, dovecot] = await Promise.all([launch(), startDovecot({ users: USERS, tls, listen: [THERE] })]);
  postfix = await startPostfix({ auth: dovecot.auth, tls, listen: THERE });
  for (const name of /** @type {const} */ (["log", "error", "warn"])) console[name] = (...said) => void printed.push(said.join(" "));
  ({ server, origin } = await begin({ attemptsPerMinute: 1000 }));
});
after(async () => {
  server?.close();
  await browser?.close();
  await postfix?.stop();
  await dovecot?.stop();
  remove(home);
});

/** @param {{ attemptsPerMinute?: number }} [options] */
async function begin(options) {
  const allowed = [dovecot.imap, await unused(), postfix.port].map((port) => ({ address: THERE, port }));
  const started = createMailSetUp({ allowed, resolve: async (/** @type {string} */ name) => ([...NAMES, ELSEWHERE].includes(name) ? [THERE] : []), ca, ...options });
  await new Promise((listening) => started.listen(0, "127.0.0.1", () => listening(undefined)));
  return { server: started, origin: `http://127.0.0.1:${/** @type {AddressInfo} */ (started.address()).port}` };
}

/** A port at which nobody answers. @type {number | undefined} */ let nobodys;
const unused = async () => (nobodys ??= await freePort());

/**
 * What is typed; the rest is Anna's at her own domain.
 * @typedef {{ address?: string, password?: string, imapHost?: string, imapPort?: number, imapEncryption?: string, smtpHost?: string, smtpPort?: number, smtpEncryption?: string }} Typed
 */
/** @param {Typed} typed @returns {Record<string, string>} by field */
function fields({ address = "anna@nordhang.example", password = OWN, imapHost = "mail.nordhang.example", imapPort = dovecot.imap, imapEncryption = "starttls", smtpHost = imapHost, smtpPort = postfix.port, smtpEncryption = "starttls" }) {
  return { address, password, "imap-host": imapHost, "imap-port": `${imapPort}`, "imap-encryption": imapEncryption, "smtp-host": smtpHost, "smtp-port": `${smtpPort}`, "smtp-encryption": smtpEncryption };
}
const GOOGLE = { address: "anna@gmail.com", imapHost: "imap.gmail.com", smtpHost: "smtp.gmail.com" };

/** @param {Page} tab @param {string} name @param {string} text */
async function type(tab, name, text) {
  const field = tab.locator(`[name=${name}]`);
  if (name.endsWith("encryption")) return field.selectOption(text);
  await field.click();
  await tab.keyboard.press("ControlOrMeta+A");
  await tab.keyboard.type(text);
}
/** The servers first: whose rules hold is known by then. @param {Page} tab @param {Typed} typed */
async function fillIn(tab, typed) {
  const { address = "", password = "", ...rest } = fields(typed);
  for (const [name, text] of Object.entries({ ...rest, address, password })) await type(tab, name, text);
}
/** Every hint that can be read. @param {Page} tab */
const hints = async (tab) => (await tab.locator(".passkind:visible").allInnerTexts()).join("\n").trim();
/** @param {() => unknown} holds @param {string} what */
async function until(holds, what) {
  for (const began = Date.now(); !(await holds());) {
    if (Date.now() - began > PATIENCE_MS) assert.fail(`never: ${what}`);
    await new Promise((turn) => setTimeout(turn, 30));
  }
}
/** @param {Page} tab @param {string} name */
async function picture(tab, name) {
  const width = tab.viewportSize()?.width;
  await tab.screenshot({ path: join(PICTURES, `mail-setup-${name}-${width}.png`), fullPage: true });
  assert.ok(await tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), `the page scrolls sideways at ${width} px`);
}

/** By Dovecot's log. */
const passwordsSent = () => [...dovecot.log().matchAll(/method=PLAIN/g)].length;

/** What one page has met. @typedef {{ codes: string[], answers: Promise<string>[], files: string[], faults: string[] }} Seen */
/** What the server has answered the page's script. @param {Seen} seen @returns {Promise<object[]>} */
const answers = async (seen) => (await Promise.all(seen.answers)).map((body) => JSON.parse(body));

/** @param {(tab: Page, seen: Seen) => Promise<void>} use @param {import("playwright-core").BrowserContextOptions & { at?: string, width?: number }} [options] */
async function inPage(use, { at = origin, width = 1280, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "en", ...options });
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE_MS);
    /** @type {Seen} */
    const seen = { codes: [], answers: [], files: [], faults: [] };
    tab.on("pageerror", ({ message }) => seen.faults.push(message));
    tab.on("console", (message) => { if (message.type() === "error" && !/status of 429/.test(message.text())) seen.faults.push(message.text()); });
    tab.on("response", (response) => {
      seen.files.push(new URL(response.url()).pathname);
      if (response.request().method() === "POST" && response.ok()) seen.answers.push(response.text());
    });
    await tab.exposeFunction("heard", (/** @type {string[]} */ codes) => void seen.codes.push(...codes));
    await tab.addInitScript(`addEventListener("passkind", ({ detail }) => heard(detail.codes))`);
    await tab.goto(at);
    await use(tab, seen);
    assert.deepEqual(seen.faults, []);
    for (const text of [...await Promise.all(seen.answers), await tab.evaluate("document.documentElement.outerHTML"), ...printed]) {
      for (const secret of [APP_PASSWORD, CHOSEN, OWN]) assert.ok(!text.includes(secret), "a password is given back");
    }
  } finally {
    await context.close();
  }
}

/** The same on a phone and on a desk, side by side. @param {(tab: Page, seen: Seen) => Promise<void>} use @param {import("playwright-core").BrowserContextOptions} [options] */
const onBoth = (use, options) => Promise.all([390, 1280].map((width) => inPage(use, { ...options, width })));

describe("a refusal: what the server said, and what the page says", () => {
  /** @typedef {{ name: string, reason: string, typed: () => Typed | Promise<Typed>, answer: { cause: string, at: string }, code?: string, text?: RegExp, not?: RegExp, isUnsent?: boolean }} Row `code`: where an event may tell it; `isUnsent`: Dovecot gets no password */
  /** @type {Row[]} */
  const rows = [
    { name: "wrong-kind", reason: "a chosen password where the provider takes app passwords", typed: () => ({ ...GOOGLE, password: CHOSEN }), answer: { cause: "wrongPair", at: "imap" }, text: /app password/i },
    { name: "imap-off", reason: "IMAP is switched off for this mailbox: no other password would help", typed: () => ({ address: "off@nordhang.example" }), answer: { cause: "accessOff", at: "imap" }, code: "switchAccessOn", not: /reset/i },
    { name: "locked", reason: "locked after too many attempts: another try makes it worse", typed: () => ({ address: "locked@nordhang.example" }), answer: { cause: "locked", at: "imap" }, code: "pauseBeforeLockout", not: /reset/i },
    { name: "wrong-pair", reason: "a server that nobody knows, and a wrong password: nothing of a provider is said", typed: () => ({ password: CHOSEN }), answer: { cause: "wrongPair", at: "imap" }, code: "tryOtherPassword", not: /app password|Google/i },
    { name: "unknown-name", reason: "a name that Dovecot does not have: the same answer", typed: () => ({ address: "nobody@nordhang.example" }), answer: { cause: "wrongPair", at: "imap" }, code: "tryOtherPassword", not: /app password|Google/i },
    { name: "no-encryption-imap", reason: "Dovecot wants TLS: no password was sent, and none is judged", typed: () => ({ imapEncryption: "none" }), answer: { cause: "encryption", at: "imap" }, code: "passwordNotChecked", not: /reset|other password/i, isUnsent: true },
    { name: "no-encryption-smtp", reason: "Postfix wants TLS, and offers no sign-in before", typed: () => ({ smtpEncryption: "none" }), answer: { cause: "encryption", at: "smtp" }, code: "passwordNotChecked", not: /reset|other password/i },
    { name: "no-server", reason: "nobody answers at this port", typed: async () => ({ imapPort: await unused() }), answer: { cause: "unrelated", at: "imap" }, code: "passwordNotChecked", not: /reset|other password/i, isUnsent: true },
    { name: "no-such-host", reason: "a name without address: the same answer", typed: () => ({ imapHost: "mail.nothing.example" }), answer: { cause: "unrelated", at: "imap" }, code: "passwordNotChecked", not: /reset|other password/i, isUnsent: true },
    { name: "other-certificate", reason: "its certificate is another's, so no password is sent", typed: () => ({ imapHost: ELSEWHERE }), answer: { cause: "unrelated", at: "imap" }, code: "passwordNotChecked", not: /reset|other password/i, isUnsent: true },
    { name: "other-provider", reason: "a Gmail address, but not Google's server: no app password is asked for, which would be made for a stranger", typed: () => ({ ...GOOGLE, password: CHOSEN, imapHost: "mail.nordhang.example" }), answer: { cause: "wrongPair", at: "imap" }, code: "serverNotOfAddress", not: /app password/i },
  ];
  for (const { name, reason, typed, answer, code, text, not, isUnsent } of rows) {
    test(`${name}: ${reason}`, () => onBoth(async (tab, seen) => {
      const before = passwordsSent();
      await fillIn(tab, await typed());
      await tab.getByRole("button", { name: "Connect" }).click();
      await until(() => tab.locator("#said[data-outcome=refused]").count(), "the page says so");
      assert.deepEqual(await answers(seen), [{ refused: true, ...answer }]);
      await until(async () => (code ? seen.codes.includes(code) : text?.test(await hints(tab))) && (await hints(tab)), `${code ?? text}`);
      if (not) assert.doesNotMatch(await hints(tab), not);
      if (isUnsent) assert.equal(passwordsSent(), before, "a password was sent");
      await picture(tab, name);
    }));
  }
});

describe("a right pair shows nothing", () => {
  /** @type {[string, string, () => Typed, string][]} */
  const rows = [
    ["google", "an app password at the provider that issues them", () => ({ ...GOOGLE, password: APP_PASSWORD }), CHOSEN],
    ["own-domain", "at a server that nobody knows", () => ({}), "anna@nordhang.example"],
  ];
  for (const [name, reason, typed, wrong] of rows) {
    test(`${name}: ${reason}`, () => onBoth(async (tab, seen) => {
      // Another kind first: silence afterwards is then not that of a page where nothing runs.
      await fillIn(tab, { ...typed(), password: wrong });
      await until(() => hints(tab), "a hint about the other kind");
      await fillIn(tab, typed());
      await until(async () => !(await hints(tab)), "the hint is gone");
      await tab.getByRole("button", { name: "Connect" }).click();
      await until(() => tab.locator("#said[data-outcome=accepted]").count(), "the page says so");
      await tab.waitForTimeout(SETTLED_MS);
      assert.equal(await hints(tab), "");
      assert.deepEqual(await answers(seen), [{ refused: false }]);
      await picture(tab, `right-${name}`);
    }));
  }
});

describe("the page's policy", () => {
  test("scripts and styles of its own, no WebAssembly: the core comes as JavaScript, and nothing is refused", () => onBoth(async (tab, seen) => {
    const policy = (await fetch(origin)).headers.get("content-security-policy") ?? "";
    for (const part of Object.values(POLICY)) assert.ok(policy.split("; ").includes(part), policy);
    await fillIn(tab, { ...GOOGLE, password: CHOSEN });
    await until(() => hints(tab), "a hint before the form is sent");
    assert.ok(seen.files.includes("/passkind/pkg/twin.js"), seen.files.join(" "));
    await picture(tab, "before");
  }));

  test("scripts off: the form is posted, and the page comes anew with the outcome, without the password", () => onBoth(async (tab, seen) => {
    await fillIn(tab, { address: "locked@nordhang.example" });
    await Promise.all([tab.waitForNavigation(), tab.getByRole("button", { name: "Connect" }).click()]);
    assert.match(await tab.locator("#said").innerText(), /IMAP.* did not let you in/);
    assert.deepEqual(await tab.locator("form").evaluate(({ dataset }) => ({ ...dataset })), { passkindRefused: "1", passkindReply: "locked" });
    const { password: _, ...typed } = fields({ address: "locked@nordhang.example" });
    for (const [name, text] of Object.entries(typed)) assert.equal(await tab.locator(`[name=${name}]`).inputValue(), text, name);
    assert.equal(await tab.locator("[name=password]").inputValue(), "");
    await picture(tab, "without-scripts");
    await fillIn(tab, {});
    await Promise.all([tab.waitForNavigation(), tab.getByRole("button", { name: "Connect" }).click()]);
    assert.match(await tab.locator("#said").innerText(), /Both servers let you in/);
    assert.equal(seen.answers.length, 2);
  }, { javaScriptEnabled: false }));

  test("what was posted without scripts is said by passkind where they run: the count and the cause are read from the form, and taken off it", () => inPage(async (tab, seen) => {
    const body = new URLSearchParams(fields({ address: "off@nordhang.example" }));
    const html = await (await fetch(origin, { method: "POST", body })).text();
    await tab.route(`${origin}/anew`, (route) => route.fulfill({ contentType: "text/html", body: html }));
    await tab.goto(`${origin}/anew`);
    await until(() => seen.codes.includes("switchAccessOn"), "the hint");
    assert.equal(await tab.locator("form").getAttribute("data-passkind-reply"), null);
  }));
});

describe("whom the server asks, and how often", () => {
  /** @param {Record<string, string>} typed @param {string} at @param {Record<string, string>} [headers] */
  const post = (typed, at, headers) => fetch(at, { method: "POST", headers: { accept: "application/json", ...headers }, body: new URLSearchParams(typed) });

  /** @type {[host: string, port: number, protocol: "imap" | "smtp", addresses: string[], wanted: string | undefined, reason: string][]} */
  const rows = [
    ["mail.example.org", 993, "imap", ["8.8.8.8"], "8.8.8.8", "a public address, and a mail port"],
    ["mail.example.org", 587, "smtp", ["2001:4860:4860::8888"], "2001:4860:4860::8888", "the same of IPv6"],
    ["mail.example.org", 587, "imap", ["8.8.8.8"], undefined, "a port of another protocol"],
    ["mail.example.org", 22, "smtp", ["8.8.8.8"], undefined, "no mail port"],
    ["mail.example.org", Number.NaN, "smtp", ["8.8.8.8"], undefined, "no port"],
    ["localhost", 993, "imap", ["127.0.0.1"], undefined, "this machine"],
    ["mail.example.org", 993, "imap", ["127.0.0.1"], undefined, "this machine by an innocent name"],
    ["mail.example.org", 993, "imap", ["8.8.8.8", "10.0.0.7"], undefined, "public and private at once"],
    ["mail.example.org", 993, "imap", ["172.31.0.1"], undefined, "private"],
    ["mail.example.org", 993, "imap", ["192.168.1.1"], undefined, "private"],
    ["mail.example.org", 993, "imap", ["169.254.169.254"], undefined, "link-local, where clouds keep their secrets"],
    ["mail.example.org", 993, "imap", ["100.64.0.1"], undefined, "shared by a provider's customers"],
    ["mail.example.org", 993, "imap", ["0.0.0.0"], undefined, "this machine once more"],
    ["mail.example.org", 993, "imap", ["::1"], undefined, "this machine in IPv6"],
    ["mail.example.org", 993, "imap", ["::ffff:127.0.0.1"], undefined, "IPv4 in IPv6"],
    ["mail.example.org", 993, "imap", ["64:ff9b::7f00:1"], undefined, "IPv4 behind a translator"],
    ["mail.example.org", 993, "imap", ["2002:7f00:1::"], undefined, "IPv4 in a tunnel"],
    ["mail.example.org", 993, "imap", ["fd00::1"], undefined, "private IPv6"],
    ["mail.example.org", 993, "imap", ["fe80::1"], undefined, "link-local IPv6"],
    ["mail.example.org", 993, "imap", [], undefined, "no address"],
    ["", 993, "imap", ["8.8.8.8"], undefined, "no name"],
    ["mail example", 993, "imap", ["8.8.8.8"], undefined, "no host's name"],
  ];
  for (const [host, port, protocol, addresses, wanted, reason] of rows) {
    test(`${wanted ? "asked" : "not asked"}: ${reason} (${addresses.join(", ")}, ${port})`, async () => {
      assert.equal(await addressOf({ protocol, host, port }, { resolve: async () => addresses }), wanted);
    });
  }

  test("the name is resolved once, and what is allowed for a test holds for that address and port alone", async () => {
    let asked = 0;
    const resolve = async () => [asked++ ? "10.0.0.1" : "127.0.0.1"];
    const allowed = [{ address: "127.0.0.1", port: 4143 }];
    assert.equal(await addressOf({ protocol: "imap", host: "mail.example.org", port: 4143 }, { resolve, allowed }), "127.0.0.1");
    assert.equal(asked, 1);
    assert.equal(await addressOf({ protocol: "imap", host: "mail.example.org", port: 4143 }, { resolve, allowed }), undefined);
  });

  test("as it is started, the server asks nobody on its own machine, whatever the environment says", async () => {
    const child = spawn(process.execPath, [EXAMPLE], { env: { ...process.env, PORT: "0" }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
    try {
      await until(() => /http\S+\//.test(said), "its address");
      const [at = ""] = /http\S+/.exec(said) ?? [];
      const connections = dovecot.log().length;
      for (const host of ["127.0.0.1", THERE, "localhost"]) {
        assert.deepEqual(await (await post(fields({ imapHost: host }), at)).json(), { refused: true, cause: "unrelated", at: "imap" }, host);
      }
      assert.equal(dovecot.log().length, connections, "Dovecot has seen nobody");
      assert.equal(said.trim(), at, "nothing but its address is printed");
    } finally {
      child.kill();
    }
  });

  test("six sign-ins in a minute, then a pause, which the page says; passkind is told of no refusal", async () => {
    const limited = await begin();
    try {
      const typed = fields({ imapHost: "mail.nothing.example" });
      for (let times = 0; times < 6; times++) assert.equal((await post(typed, limited.origin)).status, 200);
      const late = await post(typed, limited.origin);
      assert.deepEqual([late.status, await late.json()], [429, {}]);
      const page = await post(typed, limited.origin, { accept: "text/html" });
      assert.deepEqual([page.status, /Too many tries/.test(await page.text())], [429, true]);
      await inPage(async (tab, seen) => {
        await fillIn(tab, {});
        await tab.getByRole("button", { name: "Connect" }).click();
        await until(() => tab.locator("#said", { hasText: "Too many tries" }).count(), "the page says so");
        assert.deepEqual([await answers(seen), await hints(tab)], [[], ""]);
      }, { at: limited.origin });
    } finally {
      limited.server.close();
    }
  });

  test("another site's form is refused, and so is more than a form sends", async () => {
    assert.equal((await post(fields({}), origin, { "sec-fetch-site": "cross-site" })).status, 403);
    assert.equal((await post({ address: "a".repeat(20_000) }, origin)).status, 413);
  });

  test("nothing was printed", () => assert.deepEqual(printed, []));
});
