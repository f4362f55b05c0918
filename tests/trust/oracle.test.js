/**
 * No oracle: what is answered depends on what is typed, on what the page configured and on its own count of refusals, and on nothing
 * else. Not on what was asked before, not on the time of day, the page, the server's words; no text judges a password or an account.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe as group, test } from "node:test";
import { Worker } from "node:worker_threads";
import { createGuard } from "../../www/index.js";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";
import { languages, leaves } from "../package/catalogues.js";
import { anyIdentifier, anyPassword, chance, seedOf } from "./random.js";
import { exceptions, judgments } from "./judgments.js";

/** @import {Browser, BrowserContext, Page} from "playwright-core" */
/** @import {Credentials, GuardOptions, Observation} from "../../www/types.js" */

/** @typedef {{ options: GuardOptions, credentials: Credentials, observation: Observation }} Question */

const SEED = seedOf("ORACLE_SEED");
const QUESTIONS = 3_000;
const TODAY = "2026-11-24";
/** Options are few on a page: guards are made of them once. @type {GuardOptions[]} */
const OPTIONS = [
  { service: "account", provider: "infomaniak" }, { service: "webmail", provider: "infomaniak", explainBeforeRefusal: true, hostedDomains: ["example.com"] },
  { service: "mailbox", provider: "infomaniak", hostedDomains: ["atelier-muster.example"] }, { service: "mailbox" }, { service: "account" }, { service: "webmail", explainBeforeRefusal: true },
  { service: "ftp", provider: "infomaniak" }, { service: "caldav", provider: "infomaniak" }, { service: "webdav", provider: "infomaniak" }, { service: "git", provider: "github" },
  { service: "mailbox", provider: { id: "own", name: "Own Host", mailDomains: ["own.example"], services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["appPassword"], issuedOnly: {} }], issued: [{ role: "appPassword", pattern: "[a-z]{16}", groups: { size: 4, separator: " ", count: 4 } }] } },
].map((options) => /** @type {GuardOptions} */ ({ ...options, today: TODAY }));

/** @returns {Question[]} */
function questions() {
  const dice = chance(SEED);
  return Array.from({ length: QUESTIONS }, () => {
    const identifier = anyIdentifier(dice);
    return {
      options: dice.pick(OPTIONS),
      credentials: { identifier, password: anyPassword(dice, identifier) },
      observation: { refused: dice.pick([0, 0, 0, 1, 1, 2, 3, 7]), ...(dice.next() < 0.2 && { capsLock: dice.next() < 0.5 }), ...(dice.next() < 0.6 && { input: dice.pick(/** @type {const} */ (["typed", "pasted", "autofilled"])) }) },
    };
  });
}

/** @param {Question[]} asked @returns {Promise<string[]>} */
async function answers(asked) {
  const guards = new Map(await Promise.all(OPTIONS.map(async (options) => /** @type {const} */ ([JSON.stringify(options), await createGuard(options)]))));
  return asked.map(({ options, credentials, observation }) => JSON.stringify(guards.get(JSON.stringify(options))?.assess(credentials, observation)));
}

/** The first that differs, with what was asked. @param {Question[]} asked @param {string[]} expected @param {string[]} got @param {string} how */
function same(asked, expected, got, how) {
  const at = expected.findIndex((answer, at) => answer !== got[at]);
  assert.equal(at, -1, `${how}, ORACLE_SEED=${SEED}: ${JSON.stringify(asked[at])} was answered ${expected[at]}, then ${got[at]}`);
  assert.equal(got.length, expected.length);
}

group(`the guard, ORACLE_SEED=${SEED}`, () => {
  const asked = questions();
  /** @type {string[]} */ let expected;
  before(async () => { expected = await answers(asked); });

  test("the questions are worth asking: answers of many kinds, and refusals change them", async () => {
    const all = expected.map((answer) => JSON.parse(answer));
    const codes = new Set(all.flatMap(({ hints }) => hints.map((/** @type {{ code: string }} */ { code }) => code)));
    assert.ok(codes.size >= 30, [...codes].join());
    assert.deepEqual([...new Set(all.map(({ verdict }) => verdict))].sort(), ["may", "probably", "silent"]);
    const unrefused = await answers(asked.map((one) => ({ ...one, observation: { ...one.observation, refused: 0 } })));
    assert.ok(unrefused.filter((answer, at) => answer !== expected[at]).length > QUESTIONS / 5);
  });

  test("again, and in another order, among other people's secrets", async () => {
    same(asked, expected, await answers(asked), "again");
    const order = chance(SEED + 1).shuffled(asked.map((_, at) => at));
    const strangers = questions();
    const mixed = await answers(order.flatMap((at) => [/** @type {Question} */ (strangers[(at * 7) % QUESTIONS]), /** @type {Question} */ (asked[at])]));
    const back = /** @type {string[]} */ ([]);
    order.forEach((at, place) => (back[at] = mixed[2 * place + 1] ?? ""));
    same(asked, expected, back, "in another order");
  });

  test("the same pair with another refused in between, and after ten refusals of another pair", async () => {
    const few = asked.slice(0, 300);
    for (const [at, { options, credentials, observation }] of few.entries()) {
      const guard = await createGuard(options);
      guard.assess({ identifier: credentials.identifier ?? "", password: "another-Regenschirm-7" }, { refused: 10 });
      guard.assess({ identifier: "somebody.else@example.com", password: credentials.password ?? "" }, { refused: 10 });
      assert.equal(JSON.stringify(guard.assess(credentials, observation)), expected[at], JSON.stringify(few[at]));
    }
  });

  test("a guard asked for the first time, and things that are no part of the question", async () => {
    for (const [at, { options, credentials, observation }] of asked.slice(0, 300).entries()) {
      const guard = await createGuard(structuredClone(options));
      const more = { ...credentials, account: "exists", userId: 7 };
      assert.equal(JSON.stringify(guard.assess(more, /** @type {Observation} */ ({ ...observation, status: 403, reason: "wrong password" }))), expected[at]);
    }
  });

  test("on another thread, backwards, in another time zone, at other times of day", async () => {
    /** @type {[zone: string, clock: string][]} by the clock of a day that is given */
    const times = [["UTC", "2026-11-24T00:00:01Z"], ["Pacific/Kiritimati", "1999-12-31T23:59:59Z"], ["America/St_Johns", "2040-02-29T12:34:56Z"]];
    for (const [zone, clock] of times) {
      const got = await onThread({ asked: [...asked].reverse(), zone, clock });
      same(asked, expected, got.reverse(), `${zone}, ${clock}`);
    }
  });

  test("with no day given, the reader's own day counts, not the hour", async () => {
    const undated = asked.slice(0, 600).map(({ options, ...rest }) => ({ ...rest, options: (({ today, ...others }) => others)(options) }));
    const early = await onThread({ asked: undated, zone: "UTC", clock: "2026-11-24T00:00:00.001Z" });
    for (const clock of ["2026-11-24T09:12:00Z", "2026-11-24T23:59:59.999Z"]) same(undated, early, await onThread({ asked: undated, zone: "UTC", clock }), clock);
    same(asked, early, expected.slice(0, 600), "as with the day given");
  });
});

/** All that a thread of its own answers: another instance of everything. @param {{ asked: Question[], zone: string, clock: string }} workerData @returns {Promise<string[]>} */
function onThread(workerData) {
  const code = `const { parentPort, workerData: { asked, clock } } = require("node:worker_threads");
    const RealDate = Date, at = RealDate.parse(clock);
    globalThis.Date = class extends RealDate { constructor(...given) { given.length ? super(...given) : super(at); } static now() { return at; } };
    import(${JSON.stringify(new URL("../../www/index.js", import.meta.url).href)}).then(async ({ createGuard }) => {
      const answers = [];
      for (const { options, credentials, observation } of asked) answers.push(JSON.stringify((await createGuard(options)).assess(credentials, observation)));
      parentPort.postMessage(answers);
    });`;
  return new Promise((resolve, reject) => {
    const thread = new Worker(code, { eval: true, workerData, env: { ...process.env, TZ: workerData.zone } });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

const FORM = `<form id="form"><label>Name <input id="name" name="user" autocomplete="username"></label><label>Password <input id="secret" name="password" type="password" autocomplete="current-password"></label><button id="go">Sign in</button></form><p id="answer" role="alert"></p>`;
/** A page as its author writes it: the server answers in its own time and words, which the page may show; then `refused()`. */
const SIGN_IN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><link rel="icon" href="data:,">${FORM}<script type="module">
  import { attach, createGuard } from "/index.js";
  const form = document.getElementById("form");
  const live = attach(form, { service: "account", provider: "infomaniak", today: "${TODAY}" });
  window.events = []; window.answered = 0; window.createGuard = createGuard;
  form.addEventListener("passkind", ({ detail }) => events.push(detail));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { wait, status, body } = window.server;
    await new Promise((done) => setTimeout(done, wait));
    const response = await fetch("/answers/" + status);
    if (body) document.getElementById("answer").textContent = body;
    if (!response.ok) live.refused();
    answered++;
  });
  document.documentElement.dataset.ready = "";
</script></html>`;
const STATUSES = [400, 401, 403, 404, 410, 423, 429, 500, 503];
const PAGES = {
  "/": SIGN_IN,
  "/other/sign-in": SIGN_IN,
  ...Object.fromEntries(STATUSES.map((status) => [`/answers/${status}`, { status, body: `${status}` }])),
};

/** What the server says and when; the first is compared with all the others. @type {[wait: number, status: number, body: string, why: string][]} */
const ANSWERS = [
  [0, 401, "", "at once, without a word"],
  [900, 401, "User name and password do not match.", "late: a hash was computed"],
  [0, 404, "No such user.", "a server that tells too much"],
  [40, 403, "Wrong password.", "another that does"],
  [0, 410, "This account was closed.", "a closed account"],
  [300, 423, "This account is locked.", "a locked one"],
  [0, 429, "Too many attempts.", "too many"],
  [20, 500, "Internal error.", "a fault"],
];
/** @type {[identifier: string, password: string][]} */
const PAIRS = [["anna.muster@example.com", "q7Rk w2Mx t9Bd z4Hn"], ["anna.muster@example.com", "Regenschirm-im-Juli"], ["nobody.at.all@example.com", "Regenschirm-im-Juli"], ["anna.muster", "492 817"]];

group("in a browser", () => {
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES)]); });
  after(async () => { await browser.close(); await server.close(); });

  /** @param {BrowserContext} context @param {string} path @param {Parameters<Page["goto"]>[1]} [settings] */
  async function open(context, path, settings) {
    const tab = await context.newPage();
    await tab.goto(server.origin + path, settings);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
    return tab;
  }

  test("the page around it changes no answer: cookies, storage, address, referrer, language, other fields, history", async () => {
    const asked = questions().slice(0, 800);
    const expected = await answers(asked);
    const ask = async (/** @type {Page} */ tab) => tab.evaluate(async (asked) => {
      const got = [];
      for (const { options, credentials, observation } of asked) got.push(JSON.stringify((await /** @type {any} */ (window)["createGuard"](options)).assess(credentials, observation)));
      return got;
    }, asked);
    const bare = await browser.newContext();
    same(asked, expected, await ask(await open(bare, "/")), "in a bare page");
    const lived = await browser.newContext({ locale: "ar-EG", timezoneId: "Asia/Kathmandu", userAgent: "another", colorScheme: "dark" });
    await lived.addCookies([{ name: "user", value: "anna.muster@example.com", url: server.origin }, { name: "known", value: "1", url: server.origin }]);
    const tab = await open(lived, "/other/sign-in?user=anna.muster@example.com&error=wrong-password#refused", { referer: "https://mail.example.com/anna" });
    await tab.evaluate(() => {
      localStorage.setItem("user", "anna.muster@example.com");
      sessionStorage.setItem("refused", "9");
      window.name = "anna";
      document.title = "Wrong password";
      history.pushState({ exists: true }, "");
      document.body.insertAdjacentHTML("afterbegin", "<form refused=5><input autocomplete=username value=anna><input type=password value=secret></form>");
    });
    same(asked, expected, await ask(tab), "in a page with a past");
    await bare.close();
    await lived.close();
  });

  /** What stands in the regions, without the numbers of their ids; and the events. @param {Page} tab */
  const seen = (tab) => tab.evaluate(() => [...document.querySelectorAll(".passkind")].map((box) => box.outerHTML.replace(/id="passkind-\w+"/g, "id")).join("\n") + JSON.stringify(/** @type {any} */ (window)["events"]));

  test("after refused(): the server's time, status and words change nothing that is shown or told", async () => {
    for (const [identifier, password] of PAIRS) {
      const shown = await Promise.all(ANSWERS.map(async ([wait, status, body]) => {
        const context = await browser.newContext();
        const tab = await open(context, "/");
        await tab.evaluate((given) => Object.assign(window, { server: given }), { wait, status, body });
        await tab.fill("#name", identifier);
        await tab.fill("#secret", password);
        await tab.focus("#go");
        // A driver is faster than the core comes: what was told of half a pair is not looked at.
        await tab.waitForFunction("events.length");
        await tab.waitForTimeout(80);
        await tab.evaluate("events.length = 0");
        const three = [];
        for (let time = 1; time <= 3; time++) {
          await tab.locator("#secret").press("Enter");
          await tab.waitForFunction((time) => /** @type {any} */ (window)["answered"] === time, time);
          await tab.waitForSelector(".passkind p"); // its words come at the first refusal
          await tab.waitForTimeout(80);
          three.push(`${time}: ${await seen(tab)}`);
        }
        await context.close();
        return three;
      }));
      for (const [at, [, , , why]] of ANSWERS.entries()) {
        assert.match(shown[at]?.[0] ?? "", /<p /, `${why}: something is shown`);
        assert.deepEqual(shown[at], shown[0], `${identifier}: ${why}`);
      }
      assert.equal(new Set(shown.flat()).size, 3, "the count of refusals changes it, and that alone");
    }
  });
});

group("wording", () => {
  /** @type {(path: string) => Promise<unknown>} */
  const file = async (path) => (await import(`../../www/${path}`)).default;
  for (const { tag, hints, strength } of languages) {
    const short = tag.slice(0, 2);
    test(`${tag}: no text says that a password or an account is right, wrong, there or not there`, async () => {
      const { words } = /** @type {{ words: RegExp }} */ (judgments[short]);
      const parts = { hints, strength, guide: await file(`locales/${short}/guide.js`), demo: await file(`demo/texts/${short}.js`) };
      const found = leaves(parts).filter(([, text]) => words.test(text)).map(([path, text]) => `${short}${path}: ${words.exec(text)?.[0]}`);
      const allowed = exceptions.filter(([where]) => where.startsWith(`${short}/`)).map(([where]) => where);
      assert.deepEqual(found.filter((where) => !allowed.includes(where)), []);
      assert.deepEqual(allowed.filter((where) => !found.includes(where)), [], "exceptions that are none any more");
    });
  }

  test("the list of words finds what it is to find", () => {
    for (const [language, { words, examples }] of Object.entries(judgments)) {
      for (const example of examples) assert.match(example, words, language);
    }
    assert.deepEqual(Object.keys(judgments).sort(), [...new Set(languages.map(({ tag }) => tag.slice(0, 2)))].sort());
    for (const [where, reason] of exceptions) assert.ok(reason.length > 10, where);
  });

  test("the documents say when to call refused(), and why", async () => {
    const read = async (/** @type {string} */ path) => (await readFile(new URL(`../../${path}`, import.meta.url), "utf8")).replace(/\s+/g, " ");
    const page = await read("docs/login-page.md");
    for (const passage of [
      "## When to call `refused()`, and why always", "has refused *the pair*: no such account, another password, one that may not be tried any more",
      "Do not call it when the pair was right and the account is the trouble: over its quota, an invoice unpaid, locked by a rule of yours.",
      "whoever tries addresses could read off which exist", "the server's own sentence, status and timing: the same for all", "CWE-204",
    ]) assert.ok(page.includes(passage), passage);
    const readme = await read("README.md");
    for (const passage of ["After *every* refusal of the pair, of an unknown account, too", "at every refusal of the pair alike, of an account that is not there, too: otherwise the hints would tell who has one",
      "Not when the pair was right and the account is the trouble (quota, unpaid invoice, locked by a rule of yours)"]) assert.ok(readme.includes(passage), passage);
  });
});
