/**
 * What a page configures, hostile or slipped: each mistake is refused by its path, nothing else is thrown, nothing takes long. And
 * what stops everything: the emergency brake.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createGuard, PasskindError } from "../../www/index.js";
import { capMarks } from "../../www/guard/marks.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

/** @import {Browser} from "playwright-core" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MOST_ITEMS = 20_000;
const MAILBOX = /** @type {const} */ ({ service: "mailbox", provider: "infomaniak" });

/** @param {unknown} options @returns {Promise<any>} what `createGuard` rejects with */
const refusal = (options) => createGuard(/** @type {any} */ (options)).then(() => undefined, (error) => error);
/** A profile as it should be, with this in place of a part. @param {object} part @param {object} [service] */
const profile = (part, service = {}) => ({ id: "own", name: "Own", services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["mailboxPassword"], ...service }], ...part });
/** @param {unknown} value */
const holed = (value) => { const list = [value, value]; delete list[0]; return list; };
const throwing = (/** @type {string} */ key) => Object.defineProperty({}, key, { enumerable: true, get() { throw new RangeError("of the page's own making"); } });
const revoked = () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; };
const revokedList = () => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy; };

describe("a hole in a list is a missing item, and shifts nothing", () => {
  /** @type {[string, unknown][]} */
  const rows = [
    ["profiles[0]", { service: "mailbox", profiles: holed(profile({})) }],
    ["hostedDomains[0]", { service: "mailbox", hostedDomains: holed("a.example") }],
    ["provider.mailDomains[0]", { service: "mailbox", provider: profile({ mailDomains: holed("a.example") }) }],
    ["provider.services[0]", { service: "mailbox", provider: profile({ services: holed(profile({}).services[0]) }) }],
    ["provider.services[0].identifier.forms[0]", { service: "mailbox", provider: profile({}, { identifier: { forms: holed("address") } }) }],
    ["provider.services[0].expects[0]", { service: "mailbox", provider: profile({}, { expects: holed("mailboxPassword") }) }],
    ["provider.services[0].links[0]", { service: "mailbox", provider: profile({}, { links: holed({ rel: "reset", href: "https://a.example/" }) }) }],
    ["provider.services[0].usedAt[0]", { service: "mailbox", provider: profile({}, { usedAt: holed("a.example") }) }],
    ["provider.issued[0]", { service: "mailbox", provider: profile({ issued: holed({ role: "mailboxPassword", pattern: "[a-z]{16}" }) }) }],
    ["hostedDomains[0]", { service: "mailbox", hostedDomains: new Array(3) }],
  ];
  for (const [path, options] of rows) {
    test(path, async () => {
      const error = await refusal(options);
      assert.ok(error instanceof PasskindError, `${error}`);
      assert.deepEqual([error.code, error.option], ["missingOption", path]);
    });
  }
});

describe("errors of the page's own are wrapped", () => {
  /** @type {Record<string, unknown>} */
  const rows = {
    "a getter that throws": throwing("service"),
    "a getter that throws, deep inside": { service: "mailbox", provider: Object.assign(profile({}), { services: [throwing("service")] }) },
    "a revoked proxy": revoked(),
    "a revoked proxy in a revoked list's place": { service: "mailbox", hostedDomains: revokedList() },
    "a profile that has been revoked": { service: "mailbox", provider: revoked() },
    "symbols": { service: Symbol("mailbox") },
    "a symbol in a list": { service: "mailbox", hostedDomains: [Symbol("a.example")] },
    "a symbol for a day": { service: "mailbox", today: Symbol("today") },
    "a symbol for all": Symbol("options"),
    "a big number for a count": { service: "mailbox", provider: profile({ issued: [{ role: "mailboxPassword", pattern: "[a-z]{16}", groups: { size: 10n, separator: " ", count: 4 } }] }) },
    "an object that cannot become a text": { service: Object.create(null) },
  };
  for (const [name, options] of Object.entries(rows)) {
    test(name, async () => {
      const error = await refusal(options);
      assert.ok(error instanceof PasskindError, `${error?.stack}`);
      assert.match(error.message, /^option `.+`: expected /);
    });
  }
});

test("inherited options are none", async () => {
  const error = await refusal(Object.create({ service: "mailbox" }));
  assert.deepEqual([error.code, error.option], ["missingOption", "service"]);
});

describe("frozen intrinsics", () => {
  test("mistakes are still told as such, and guards made", () => {
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", `
      for (const { prototype } of [Object, Array, Function, Error, RangeError, TypeError, String, Promise, Map, RegExp, Uint8Array]) Object.freeze(prototype);
      const { createGuard, describe, describeGuide, loadLocale, PasskindError } = await import("./www/index.js");
      const en = await loadLocale("en");
      const error = await createGuard({ service: "mailbox", colour: "red" }).catch((error) => error);
      console.log(error instanceof PasskindError, error.name, error.code, error.option);
      const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
      const { status, hints } = guard.assess({ identifier: "anna@gmial.com" });
      console.log(status, hints.length, describe(hints[0], en).text.length > 0, describeGuide(guard.guide(), en).rows.length > 0);`], { cwd: ROOT, encoding: "utf8" });
    assert.equal(printed, "true PasskindError unknownOption colour\nok 1 true true\n");
  });
});

describe("a list has an end", () => {
  const domains = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => `domain-${at}.example`);

  test("20,000 hosted domains are taken, one more is refused with the option and the limit", async () => {
    const guard = await createGuard({ ...MAILBOX, hostedDomains: domains(MOST_ITEMS) });
    assert.equal(guard.assess({ identifier: "anna@domain-19999.example" }).status, "ok");
    const error = await refusal({ ...MAILBOX, hostedDomains: domains(MOST_ITEMS + 1) });
    assert.ok(error instanceof PasskindError);
    assert.deepEqual([error.code, error.option, error.message], ["tooMany", "hostedDomains", "option `hostedDomains`: expected 20000 items at most"]);
  });

  test("what is too long is refused before any of it is read", async () => {
    let reads = 0;
    const counting = new Proxy(domains(1_000_000), { get: (list, key, self) => (reads += key === "length" ? 0 : 1, Reflect.get(list, key, self)) });
    assert.equal((await refusal({ ...MAILBOX, hostedDomains: counting })).code, "tooMany");
    assert.ok(reads < 10, `${reads} reads`);
    assert.equal((await refusal({ ...MAILBOX, hostedDomains: new Array(2 ** 32 - 1) })).code, "tooMany");
  });

  test("plain domains cost no URL each, encoded and foreign ones are still read by the platform", async (context) => {
    const parse = context.mock.method(globalThis, "URL");
    await createGuard({ service: "webmail", provider: "infomaniak", hostedDomains: domains(1_000) });
    assert.ok(parse.mock.callCount() < 10, `${parse.mock.callCount()} URLs`);
    parse.mock.restore();
    assert.equal((await refusal({ ...MAILBOX, hostedDomains: ["xn--zzzzzzzz99999.example"] })).code, "badDomain");
    const guard = await createGuard({ ...MAILBOX, hostedDomains: ["Bücher.example"] });
    assert.equal(guard.assess({ identifier: "a@xn--bcher-kva.example" }).identifier.fits, "yes");
  });
});

describe("runs of combining marks are cut before they are composed", () => {
  const dot = "\u0323";

  test("to 30 each, whatever stands around them", () => {
    assert.equal(capMarks(`e${dot.repeat(30)}x`), `e${dot.repeat(30)}x`);
    assert.equal(capMarks(`e${dot.repeat(31)}x`), `e${dot.repeat(30)}x`);
    assert.equal(capMarks(`${dot.repeat(4096)}a${"\u0301\u0327".repeat(100)}`), `${dot.repeat(30)}a${"\u0301\u0327".repeat(15)}`);
    assert.equal(capMarks("\u{1d165}".repeat(40)), "\u{1d165}".repeat(30), "marks of two units");
    assert.equal(capMarks("Sommer24! müßig"), "Sommer24! müßig");
  });

  test("of no text that is judged a longer run is composed", async (context) => {
    const guard = await createGuard(MAILBOX);
    const composed = /** @type {string[]} */ ([]);
    const normalize = String.prototype.normalize;
    context.mock.method(String.prototype, "normalize", /** @this {string} */ function (/** @type {string} */ form) {
      composed.push(String(this));
      return normalize.call(this, form);
    });
    for (const mark of [dot, "\u0344", "\u{1d165}", "\u0301\u0327", "\u0f71\u0f72\u0f74"]) {
      const bomb = `a${mark.repeat(5_000)}`;
      assert.equal(guard.assess({ identifier: `${bomb}@a.example`, password: bomb }).status, "ok");
    }
    assert.ok(composed.length >= 10);
    assert.deepEqual(composed.filter((text) => /\p{M}{31}/u.test(text)).length, 0);
  });

  test("a cut run is not by itself said to be composed otherwise", async () => {
    const guard = await createGuard(MAILBOX);
    const codes = (/** @type {string} */ password) => guard.assess({ identifier: "anna@ik.me", password }, { refused: 1 }).hints.map(({ code }) => code);
    assert.equal(codes(`Zz9-q${dot.repeat(40)}`).includes("notComposed"), codes(`Zz9-q${dot.repeat(20)}`).includes("notComposed"));
  });
});

test("two copies of the guard know nothing of each other", async () => {
  const [one, other] = await Promise.all([1, 2].map((copy) => import(`../../www/guard/guard.js?copy=${copy}`)));
  await assert.rejects(one.load(new Uint8Array([0, 1, 2])));
  await other.load();
  const guard = await other.createGuard(MAILBOX);
  const before = JSON.stringify(guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" }));
  // A module that is none of ours: the copy that was given it falls back to the package's bytes.
  await assert.rejects(one.load(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))));
  const own = await one.createGuard({ service: "account", provider: "infomaniak" });
  assert.equal(own.assess({ identifier: "anna@ik.me" }).status, "ok");
  assert.equal(JSON.stringify(guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" })), before);
});

describe("the emergency brake", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  const page = (/** @type {string} */ head, body = "") => `<!doctype html><html lang="en"><head><title>brake</title>${head}</head><body>${body}<script type="module">
    import { createGuard, load } from "/guard/guard.js";
    await load();
    const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
    const bad = await createGuard({ service: "mailbox", profiles: "none" }).then(() => "a guard", ({ code }) => code);
    const { status, reason } = guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" });
    window.answer = [reason ? status + " " + reason : status, guard.guide().rows.length, bad];
  </script></body></html>`;
  const META = `<meta name="passkind" content="off">`;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve({
      "/on": page(""),
      "/off": page(META),
      "/off-in-capitals": page(`<META NAME="Passkind" CONTENT="OFF">`),
      "/off-among-names": page(META, `<img name="querySelector"><form name="createElement"></form>`),
      "/other": page(`<meta name="passkind" content="on"><meta name="passkind-off" content="off">`),
    })]);
  });
  after(async () => { await browser.close(); await server.close(); });

  for (const [path, status] of [["/on", "ok"], ["/other", "ok"], ["/off", "unavailable"], ["/off-in-capitals", "unavailable"], ["/off-among-names", "unavailable"]]) {
    test(`${path}: ${status}`, async () => {
      const tab = await browser.newPage();
      const from = server.requests.length;
      await tab.goto(server.origin + path);
      await tab.waitForFunction("window.answer");
      const [found, rows, bad] = await tab.evaluate("answer");
      const loaded = server.requests.slice(from).filter((one) => /pkg|profile\.js/.test(one));
      if (status === "ok") assert.deepEqual([found, rows > 0, bad, loaded.length], ["ok", true, "wrongType", 2]);
      else assert.deepEqual([found, rows, bad, loaded], ["unavailable off", 0, "a guard", []]);
      await tab.close();
    });
  }

  test("outside a page there is none", async () => {
    assert.equal((await createGuard(MAILBOX)).assess({ identifier: "anna@ik.me" }).status, "ok");
  });
});

describe("a table of providers that does not come", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve({
      "/": '<!doctype html><html lang="en"><title>no table</title>',
      "/providers/all.js": { status: 404, body: "" },
    })]);
  });
  after(async () => { await browser.close(); await server.close(); });

  test("what needs no provider's row is judged, nothing else is said, and no id is refused", async () => {
    const tab = await browser.newPage();
    await tab.goto(server.origin);
    const token = ["gh", "p_", "aB3dE5fG7".repeat(4)].join(""); // put together, so that no scanner finds it here
    const answers = await tab.evaluate(`(async () => {
      const { createGuard } = await import("/index.js");
      const answers = [];
      for (const [options, password] of [[{ service: "mailbox", provider: "infomaniak" }, "Sommer24!"], [{ service: "account", provider: "nobody" }, "${token}"], [{ service: "publicCloud" }, "Sommer24!"]]) {
        const { status, reason, verdict, hints } = (await createGuard(options)).assess({ identifier: "anna@ik.me", password });
        answers.push([status, reason, verdict, hints.map(({ code }) => code).join()].join(" "));
      }
      return answers;
    })()`);
    assert.deepEqual(answers, ["ok noProviders silent ", "ok noProviders probably tokenTyped", "ok noProviders silent "]);
    const own = await tab.evaluate(`import("/index.js").then(({ createGuard }) => createGuard({ service: "nothing", provider: { id: "own", name: "Own", services: [] } })).then(() => "a guard", ({ code }) => code)`);
    assert.equal(own, "unknownService", "a page's own profile needs no table");
    await tab.close();
  });
});
