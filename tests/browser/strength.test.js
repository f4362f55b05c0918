/** New passwords: rules, sameness, the list of leaked ones and the words in Node; thread, budget and meter in a real Chromium. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { breached } from "../../www/strength/breach.js";
import { crackTimes } from "../../www/strength/crack-times.js";
import { describeRating } from "../../www/describe-rating.js";
import { fold } from "../../www/strength/fold.js";
import { broken, policyOf } from "../../www/strength/policy.js";
import { sameness } from "../../www/strength/sameness.js";
import { rate } from "../../www/strength.js";
import en from "../../www/locales/en/strength.js";
import fr from "../../www/locales/fr/strength.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Rating} from "../../www/types.js" */

const NOBODY = { identifier: "", others: [] };
const BOMB = "4@8({[<369!1|70$5+%2".repeat(5);

describe("rules", () => {
  const ftp = policyOf({ provider: "infomaniak", service: "ftp" });
  const hostinger = policyOf({ provider: "hostinger", service: "mailbox" });
  /** @type {[string, string, ReturnType<typeof policyOf>, string[], string][]} */
  const table = [
    ["fourteen characters", "abcdefghijklmn", policyOf(), ["tooShort"], "15 are wanted where the password is the only factor"],
    ["fifteen", "abcdefghijklmno", policyOf(), [], "enough, of whatever kind"],
    ["eight with a second factor", "abcdefgh", policyOf("secondFactor"), [], "8 do"],
    ["seven with a second factor", "abcdefg", policyOf("secondFactor"), ["tooShort"], "8 are wanted"],
    ["fifteen emoji", "😀".repeat(15), policyOf(), [], "counted in code points, not in UTF-16 units"],
    ["eight emoji", "😀".repeat(8), policyOf(), ["tooShort"], "sixteen units are not fifteen characters"],
    ["spaces and other alphabets", "пять медведей тут", policyOf(), [], "all Unicode, spaces included"],
    ["a thousand characters", "abcdefghi ".repeat(100), policyOf(), [], "no greatest length"],
    ["no composition rules", "onlysmallletters", policyOf(), [], "kinds of characters are nobody's business"],
    ["Infomaniak FTP, all kinds", "Werkbank24", ftp, [], "its own documented rules, and no others"],
    ["Infomaniak FTP, no digit", "Werkbankneu", ftp, ["characterMissing"], "lower, upper, digit"],
    ["Hostinger, accents", "Wérkbank24!", hostinger, ["characterNotAllowed"], "Latin letters without accents only"],
    ["Hostinger, 51 characters", `Aa1!${"x".repeat(47)}`, hostinger, ["tooLong"], "50 at most"],
    ["Hostinger, nothing but small letters", "abcdefgh", hostinger, ["characterMissing", "characterMissing", "characterMissing"], "three kinds are missing"],
    ["a service without documented rules", "abcdefghijklmn", policyOf({ provider: "infomaniak", service: "mysql" }), ["tooShort"], "the general ones then"],
    ["rules of one's own", "abcdefghijkl", policyOf({ minLength: 12 }), [], "the page's choice"],
  ];
  for (const [name, password, policy, codes, reason] of table) {
    test(name, () => assert.deepEqual(broken(password, policy, NOBODY).map(({ code }) => code), codes, reason));
  }

  /** @type {[string, string, string, boolean][]} */
  const identifiers = [
    ["anna.keller@example.org", "anna.keller@example.org", "the identifier itself", true],
    ["AnnaKeller1987!", "anna.keller@example.org", "its pieces and a year", true],
    ["anna findet zwei Regenschirme", "anna.keller@example.org", "one piece in a long phrase", false],
    ["vier Igel tanzen im Nebel", "anna.keller@example.org", "nothing of it", false],
    ["abcdefghijklmnop", "ab", "an identifier too short to tell", false],
    ["Änna.Kéller1", "anna.keller@example.org", "accents aside", true],
    ["Infomaniak2026!", "info@infomaniak.com", "a short piece does not break up a long one", true],
    ["Informatik1", "info@example.org", "a piece that is less than half of it", false],
  ];
  for (const [password, identifier, reason, expected] of identifiers) {
    test(`containsIdentifier: ${reason}`, () =>
      assert.equal(broken(password, policyOf("secondFactor"), { identifier, others: [] }).some(({ code }) => code === "containsIdentifier"), expected));
  }

  /** @type {[string, string, string | undefined, string][]} */
  const pairs = [
    ["Regenschirm-im-Juli", "Regenschirm-im-Juli", "equal", "the same"],
    ["regenschirm-im-juli", "Regenschirm-im-Juli", "case", "capitals"],
    ["Regenschírm-im-Juli", "Regenschirm-im-Juli", "case", "an accent"],
    ["Regenschirm-im-Juli2", "Regenschirm-im-Juli", "ends", "a digit more"],
    ["!Regenschirm-im-Juli!", "Regenschirm-im-Juli", "ends", "a sign on either side"],
    ["Sommerhaus2024!", "Sommerhaus", "ends", "a year and a sign"],
    ["किताब किताब", "कुतुब कुतुब", undefined, "vowel signs are no accents"],
    [`${"a".repeat(300)}b`, `${"a".repeat(300)}c`, undefined, "long ones are compared as wholes only"],
    ["Regenschirm-im-Jnli", "Regenschirm-im-Juli", "near", "a letter replaced"],
    ["Sommer2025!", "Sommer2024!", "near", "the next year"],
    ["Regenschirm-im-Mai", "Regenschirm-im-Juli", undefined, "another month is three strokes off"],
    ["kurz", "lurz", undefined, "short ones are near by chance"],
    ["vier Igel tanzen im Nebel", "Regenschirm-im-Juli", undefined, "two passwords"],
    ["", "Regenschirm-im-Juli", undefined, "nothing typed yet"],
    ["Regenschirm", "", undefined, "the other field is empty"],
  ];
  for (const [a, b, expected, reason] of pairs) {
    test(`sameness: ${reason}`, () => assert.deepEqual([sameness(a, b), sameness(b, a)], [expected, expected], "in both directions"));
  }

  test("the reason and the role go along, the other password does not", () => {
    const hints = broken("Regenschirm-im-Juli2", policyOf(), { identifier: "", others: [{ password: "Regenschirm-im-Juli", role: "accountPassword" }] });
    assert.deepEqual(hints, [{ code: "sameAsOther", params: { reason: "ends", role: "accountPassword" } }]);
  });

  /** @type {[unknown, string][]} */
  const bad = [
    [{ policy: "strict" }, "policy"], [{ policy: { minLength: 0 } }, "policy.minLength"], [{ policy: { minLength: 8, most: 9 } }, "policy.most"],
    [{ policy: { minLength: 20, maxLength: 10 } }, "policy.maxLength"], [{ policy: { provider: "infomaniak" } }, "policy.service"],
    [{ words: "Nordhang" }, "words"], [{ others: [7] }, "others[0]"], [{ budgetMs: 0 }, "budgetMs"], [{ worker: "w.js" }, "worker"],
    [{ breach: "http://example.org/" }, "breach"], [{ identifer: "anna" }, "identifer"], [7, "options"],
  ];
  for (const [options, option] of bad) {
    test(`an option that cannot be used is refused by name: ${option}`, () =>
      assert.rejects(rate("abc", /** @type {any} */ (options)), (/** @type {any} */ error) => error.name === "PasskindError" && error.option === option && error.message.includes(option)));
  }
});

describe("in Node, without a thread", () => {
  /** @type {[string, import("../../www/types.js").RateOptions, number, string][]} */
  const low = [
    ["pässwörd", {}, 0, "accents"], ["contraseña", {}, 1, "Spanish"], ["motdepasse", {}, 1, "French"],
    [`Infomaniak${new Date().getFullYear()}!`, {}, 1, "a brand and the year"], ["Geneve1291", {}, 1, "a town and its year"],
    ["Genève1291", { locale: "fr-CH" }, 1, "the same, in French"], ["parolachiave1861", { locale: "it" }, 1, "an Italian word and year"],
    ["Nordhang77", { words: ["Nordhang"] }, 1, "the page's name"], ["kellerlein", { identifier: "a.kellerlein@example.org" }, 1, "the identifier"],
  ];
  for (const [password, options, highest, reason] of low) {
    test(`low: ${reason}`, async () => {
      const { status, score } = await rate(password, options);
      assert.equal(status, "ok");
      assert.ok(Number(score) <= highest, `score ${score}`);
    });
  }

  test("a phrase is strong, meets the rules and is told nothing", async () => {
    const { score, hints, meetsPolicy, timedOut, status } = await rate("vier Igel tanzen im Nebel", { locale: "de", identifier: "anna@example.org" });
    assert.deepEqual({ score, hints, meetsPolicy, timedOut, status }, { score: 4, hints: [], meetsPolicy: true, timedOut: false, status: "ok" });
  });

  test("common passwords are refused with the reason, long enough or not", async () => {
    for (const password of ["1qaz2wsx3edc4rfv", "Passwort", "PASSWORD"]) {
      const { hints, meetsPolicy } = await rate(password, { policy: "secondFactor", locale: "de" });
      assert.ok(hints.some(({ code }) => code === "commonPassword"), password);
      assert.equal(meetsPolicy, false);
    }
  });

  test("what is on the list of common passwords is refused, whatever zxcvbn thinks of it", async () => {
    const { default: list } = await import("../../www/words/common.js");
    for (const password of ["passw0rd", "p@ssw0rd", "drowssap", "11111111", "1234567890qwerty", ...list.split("\n").filter((_, at) => at % 50 === 0)]) {
      const { hints, meetsPolicy } = await rate(password, { policy: "secondFactor" });
      assert.deepEqual([password, hints.filter(({ code }) => code === "commonPassword").length, meetsPolicy], [password, 1, false]);
    }
  });

  test("one language's words are not another's", async () => {
    const english = await rate("egalement", { locale: "en" });
    assert.ok(Number((await rate("egalement", { locale: "fr" })).guessesLog10) < Number(english.guessesLog10));
    assert.equal((await rate("egalement", { locale: "en" })).guessesLog10, english.guessesLog10);
  });

  test("many words of the page do not push out the other password", async () => {
    const words = Array.from({ length: 30 }, (_, at) => `Wort${at}`);
    const [few, many] = [await rate("Tiefdruckgebiet Elch", { others: ["Tiefdruckgebiet Elch!!!"] }), await rate("Tiefdruckgebiet Elch", { others: ["Tiefdruckgebiet Elch!!!"], words })];
    assert.equal(many.guessesLog10, few.guessesLog10);
  });

  test("a bomb is answered with a lower bound, an empty password with nothing", async () => {
    const bomb = await rate(BOMB);
    assert.deepEqual([bomb.timedOut, bomb.status, bomb.score, bomb.guessesLog10, bomb.crackTimes], [true, "ok", undefined, undefined, undefined], "a bound that says nothing is no score");
    const long = await rate("kR7#mWq2!xZ9vLp4sBt8-gHy6nJd3+cFe5wQa1*uTi0oXz?rKm7%vPl2:bGh4;jN");
    assert.ok(long.timedOut && Number(long.guessesLog10) >= 8, JSON.stringify(long));
    assert.equal((await rate("")).guessesLog10, 0);
  });

  test("odd input of any size is answered, and nothing of it is in the answer", async () => {
    for (const odd of ["\ud800", "\0", "e\u0301".repeat(3000), "Zq7!Marker".repeat(1e5), "\u202eabc", undefined, null, 7]) {
      const rating = await rate(/** @type {any} */ (odd), { identifier: "\ud800", words: ["\0"] });
      assert.equal(rating.status, "ok");
      assert.ok(!JSON.stringify(rating).includes("Marker"));
    }
  });

  test("guesses are a whole number, never exact", async () => {
    for (const password of ["dragon", "shadow", "letmein", "tiger77"]) assert.ok(Number.isInteger((await rate(password)).guessesLog10));
  });

  test("the lists of words weigh what they may, and say where they come from", async () => {
    for (const language of ["fr", "de", "it", "es"]) {
      const file = await readFile(new URL(`../../www/words/${language}.js`, import.meta.url));
      assert.ok(brotliCompressSync(file).length <= 15_000, language);
      assert.match(file.toString(), /^\/\*\* .* from @zxcvbn-ts\/language-\S+ [\d.]+ \(MIT; .*see LICENSES\.txt\)/);
      const words = (await import(`../../www/words/${language}.js`)).default.split("\n");
      assert.ok(words.length > 4000);
      for (const word of words) assert.equal(fold(word), word);
    }
  });
});

describe("the list of leaked passwords", () => {
  const digits = createHash("sha1").update("Regenschirm-im-Juli").digest("hex").toUpperCase();
  const padding = `${"0".repeat(35)}:0\r\n`;
  /** @type {[string, (asked: string[]) => string | number, string][]} */
  const table = [
    ["listed", () => `${padding}${digits.slice(5)}:42\r\n`, "its line is among them"],
    ["notListed", () => `${padding}${"A".repeat(35)}:7\r\n`, "others only"],
    ["notListed", () => `${padding}${digits.slice(5)}:0\r\n`, "a count of 0 is padding"],
    ["unknown", () => 503, "the server has a bad day"],
    ["unknown", () => "<html>sign in to the wireless network</html>", "somebody else answers"],
  ];
  for (const [expected, answer, reason] of table) {
    test(`${expected}: ${reason}`, async () => {
      /** @type {string[]} */
      const asked = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? "", String(request.headers["add-padding"]));
        const body = answer(asked);
        response.writeHead(typeof body === "number" ? body : 200).end(typeof body === "string" ? body : "");
      });
      await new Promise((listening) => server.listen(0, "127.0.0.1", () => listening(undefined)));
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      try {
        assert.equal(await breached("Regenschirm-im-Juli", `http://127.0.0.1:${port}/range/`), expected);
        assert.deepEqual(asked, [`/range/${digits.slice(0, 5)}`, "true"], "five digits and the padding header, nothing else");
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  }

  test("no answer, a throw, no network: unknown, never an error", async () => {
    const ways = [() => Promise.reject(new Error("no")), () => { throw new Error("no"); }];
    for (const way of ways) assert.equal(await breached("Regenschirm", way), "unknown");
    assert.equal(await breached("Regenschirm", "http://127.0.0.1:1/"), "unknown");
    const silent = await breached("Regenschirm", (_, { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted")))));
    assert.equal(silent, "unknown");
  });

  test("rate() tells it as a hint, and only when asked", async () => {
    let calls = 0;
    const breach = async () => { calls++; return `${digits.slice(5)}:3`; };
    const rating = await rate("Regenschirm-im-Juli", { breach });
    assert.deepEqual([rating.breach, rating.meetsPolicy, rating.hints[0]?.code, calls], ["listed", false, "breached", 1]);
    assert.equal("breach" in (await rate("Regenschirm-im-Juli")), false);
  });
});

describe("words", () => {
  test("every code of the crate and of the rules has its text, and every text a code", async () => {
    const types = await readFile(new URL("../../src/wasm/types.d.ts", import.meta.url), "utf8");
    const body = /interface StrengthHintParams \{(.*?)\n\}/s.exec(types)?.[1] ?? "";
    const codes = [...body.matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code).sort();
    assert.deepEqual(Object.keys(en.hints).sort(), codes);
    const advice = await readFile(new URL("../../src/strength/advice.rs", import.meta.url), "utf8");
    const fromRust = [...advice.matchAll(/^ {4}\w+ = "(\w+)",/gm)].map(([, code]) => code);
    assert.ok(fromRust.length > 20);
    for (const code of fromRust) assert.ok(codes.includes(code), code);
  });

  test("times: a code and a number, from rounded guesses", () => {
    /** @type {[number, import("../../www/types.js").CrackTime][]} offlineSlow: 10,000 a second */
    const table = [
      [0, { code: "instant", count: 0 }], [4, { code: "seconds", count: 1 }], [6, { code: "minutes", count: 1 }], [8, { code: "hours", count: 2 }],
      [9, { code: "days", count: 1 }], [11, { code: "months", count: 3 }], [12, { code: "years", count: 3 }], [15, { code: "centuries", count: 1 }],
    ];
    for (const [log10, time] of table) assert.deepEqual(crackTimes(log10).offlineSlow, time);
    assert.deepEqual(crackTimes(2).onlineThrottled, { code: "hours", count: 1 });
  });

  test("a rating in words, in both languages and in each state", () => {
    /** @type {Rating} */
    const rating = { status: "ok", score: 1, guessesLog10: 4, timedOut: false, meetsPolicy: false, crackTimes: crackTimes(4), hints: [{ code: "tooShort", params: { minLength: 15 } }, { code: "sameAsOther", params: { reason: "near", role: "accountPassword" } }] };
    assert.deepEqual(describeRating(rating).hints, ["Password: use at least 15 characters. A few words with spaces are fine.", "Password: it differs by a letter or two from your account password. Make it a different one."]);
    assert.equal(describeRating(rating).level, "Strength: weak.");
    assert.equal(describeRating(rating).time, "Whoever stole it in protected form would need about 1 second to guess it.");
    assert.equal(describeRating(rating, fr).level, "Solidité\u00a0: faible.");
    assert.equal(describeRating({ ...rating, timedOut: true, guessesLog10: 8, score: 2 }).level, "Strength: at least fair. There was no time to rate it in full.");
    assert.equal(describeRating({ ...rating, timedOut: true, guessesLog10: 0, score: 0 }).level, "Strength: not rated, there was no time for it.");
    assert.deepEqual([describeRating({ ...rating, status: "unavailable" }).level, describeRating({ ...rating, status: "unavailable" }).time], [en.unavailable, ""]);
    assert.deepEqual(describeRating({ ...rating, hints: [/** @type {any} */ ({ code: "fromTheFuture", params: {} })] }).hints, []);
  });
});

describe("in a browser", () => {
  const form = (/** @type {string} */ script, head = "") => `<!doctype html><html lang="en"><head>${head}<title>new</title></head><body><form id="form">
    <label>Name <input id="name" autocomplete="username" value="anna@example.org"></label>
    <label for="old">Account password</label><input id="old" type="password" autocomplete="current-password">
    <label for="new">New password</label><input id="new" type="password" autocomplete="new-password"><button id="go">Save</button></form><p id="log" hidden></p>
    <script type="module">
      import { attachMeter } from "/meter.js";
      import { rate, load } from "/strength.js";
      Object.assign(window, { rate, load, attachMeter, submits: [], ratings: [], errors: [], long: [] });
      new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
      addEventListener("error", ({ message }) => errors.push(message));
      addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
      document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); submits.push(document.querySelector("#new").value); });
      const [name, old, fresh] = ["name", "old", "new"].map((id) => document.getElementById(id));
      // Where a policy forbids eval, a test can read only the document.
      const tell = () => (document.getElementById("log").textContent = JSON.stringify({ submits, errors, last: ratings.at(-1) && [ratings.at(-1).status, ratings.at(-1).meetsPolicy] }));
      for (const list of [submits, errors, ratings]) list.push = (...items) => { const count = Array.prototype.push.apply(list, items); tell(); return count; };
      tell();
      ${script}
      window.ready = true;
      document.documentElement.dataset.ready = "";
    </script></body></html>`;
  const METER = `window.meter = attachMeter(fresh, { identifier: name, others: [{ field: old, role: "accountPassword" }], onRating: (rating) => ratings.push(rating) });`;
  const NO_THREAD = METER.replace("identifier:", "worker: false, identifier:");
  const policy = (/** @type {string} */ text) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;
  const PAGES = {
    "/bare": form(""),
    "/meter": form(METER),
    "/noThread": form(NO_THREAD),
    "/noWorkerSource": form(METER, policy("worker-src 'none'")),
    "/trustedTypes": form(METER, policy("require-trusted-types-for 'script'; trusted-types 'none'")),
    "/noWasm": form(METER, policy("script-src 'self' 'unsafe-inline'")),
    "/ownThread": form(METER.replace("identifier:", `worker: () => new Worker("/strength-worker.js", { type: "module" }), identifier:`)),
    "/deadThread": form(METER.replace("identifier:", `worker: () => new Worker("/nowhere.js", { type: "module" }), identifier:`)),
  };

  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  /** @type {Page} */ let tab;
  before(async () => { [browser, server] = await Promise.all([launch(), serve(PAGES)]); });
  after(async () => { await browser.close(); await server.close(); });
  beforeEach(async () => { tab = await browser.newPage({ viewport: { width: 600, height: 800 } }); });
  afterEach(() => tab.close());

  /** @param {keyof typeof PAGES} path */
  async function open(path) {
    await tab.goto(server.origin + path);
    await tab.locator("html[data-ready]").waitFor({ state: "attached" });
  }
  const log = async () => JSON.parse((await tab.locator("#log").textContent()) ?? "");
  /** The strength file does not come before the answer is called. */
  async function holdFile() {
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    await tab.route("**/strength.wasm", async (route) => { await held; await route.continue(); });
    return release;
  }
  const level = () => tab.locator(".passkind-level").innerText();
  const rated = () => tab.locator(".passkind-level", { hasText: /./ }).waitFor();

  test("nothing is loaded before the field is focused, and nothing ever by a sign-in form", async () => {
    const from = server.requests.length;
    const since = () => server.requests.slice(from).filter((path) => /^\/(pkg|words)|strength-worker/.test(path));
    await open("/meter");
    await tab.click("#name");
    await tab.waitForTimeout(200);
    assert.deepEqual(since(), []);
    await tab.click("#new");
    await tab.keyboard.type("abc");
    await rated();
    assert.deepEqual(since().sort(), ["/pkg/strength.js", "/pkg/strength.wasm", "/strength-worker.js", "/words/common.js"]);
    const before = server.requests.length;
    await tab.goto(`${server.origin}/demo/?service=account&lang=en`);
    await tab.click("#identifier");
    await tab.keyboard.type("anna@example.org");
    await tab.keyboard.press("Tab");
    await tab.waitForTimeout(400);
    assert.deepEqual(server.requests.slice(before).filter((path) => /strength|rater|words\//.test(path)), []);
  });

  for (const path of /** @type {const} */ (["/meter", "/noThread"])) {
    test(`a bomb, typed key by key, never holds the page up: ${path}`, async () => {
      await open(path);
      await tab.click("#new");
      await tab.keyboard.type("correct horse");
      await rated();
      await tab.waitForTimeout(300);
      await tab.keyboard.press("ControlOrMeta+A");
      await tab.evaluate("long.length = 0"); // the file's own start has been and gone
      for (const key of BOMB) {
        await tab.keyboard.type(key);
        await tab.waitForTimeout(key === "%" ? 320 : 15); // a pause now and then, so that it is rated
      }
      await tab.waitForTimeout(1500);
      // Rated on the page's own thread it would take over a second; beside other tests any page may stand for a tenth of one.
      // How long a task really takes, on a quiet machine, is for `make bench`.
      assert.ok((await tab.evaluate("Math.max(0, ...long)")) < 400, `${await tab.evaluate("long")}`);
      // The page's thread refuses it; a thread of its own may be through with it in time on a fast machine.
      const timedOut = await tab.evaluate("ratings.at(-1).timedOut");
      if (path === "/noThread") assert.equal(timedOut, true);
      assert.match(await level(), timedOut ? /not rated|at least/ : /^Strength: strong\./);
      await tab.fill("#new", "vier Igel tanzen im Nebel");
      await tab.waitForFunction("ratings.at(-1).score === 4");
      assert.equal(await level(), "Strength: strong. It meets the rules.");
    });
  }

  test("of many calls the newest is rated; the others are answered, with the rules", async () => {
    await open("/bare");
    const ratings = /** @type {Rating[]} */ (await tab.evaluate("load().then(() => rate('warm')).then(() => Promise.all(['dragon', 'shadow1', 'shadow12', 'vier Igel tanzen im Nebel'].map((password) => rate(password))))"));
    assert.deepEqual(ratings.map(({ status, timedOut }) => [status, timedOut]), ["ok", "superseded", "superseded", "ok"].map((status) => [status, false]));
    assert.deepEqual(ratings.map(({ score }) => score), [0, undefined, undefined, 4]);
    assert.deepEqual(ratings.map(({ hints }) => hints.some(({ code }) => code === "tooShort")), [true, true, true, false]);
  });

  test("past its budget the thread is ended; the next answer comes from a new one", async () => {
    await open("/bare");
    const bomb = /** @type {Rating} */ (await tab.evaluate((text) => /** @type {any} */ (window).rate("warm").then(() => /** @type {any} */ (window).rate(text, { budgetMs: 60 })), `${BOMB.slice(0, 40)} ganz andere Worte hier`));
    assert.equal(bomb.timedOut, true);
    assert.ok(Number(bomb.guessesLog10) > 0, "a bound that says something");
    assert.deepEqual(await tab.evaluate("rate('vier Igel tanzen im Nebel').then(({ score, timedOut, status }) => [score, timedOut, status])"), [4, false, "ok"]);
  });

  /** @type {[string, keyof typeof PAGES, string][]} */
  const threads = [
    ["worker-src forbids it", "/noWorkerSource", "Strength: strong. It meets the rules."],
    ["trusted types forbid it", "/trustedTypes", "Strength: strong. It meets the rules."],
    ["the page wants none", "/noThread", "Strength: strong. It meets the rules."],
    ["the page's own is used", "/ownThread", "Strength: strong. It meets the rules."],
    ["the page's own is not there", "/deadThread", "Strength: strong. It meets the rules."],
  ];
  for (const [reason, path, expected] of threads) {
    test(`the thread: ${reason}`, async () => {
      await open(path);
      await tab.click("#new");
      await tab.keyboard.type("vier Igel tanzen im Nebel");
      await tab.locator(".passkind-level", { hasText: expected }).waitFor();
      assert.deepEqual((await log()).errors, []);
    });
  }

  /** @type {[string, keyof typeof PAGES, (() => Promise<unknown>)?][]} */
  const missing = [
    ["blocked", "/meter", () => tab.route("**/strength.wasm", (route) => route.abort())],
    ["404", "/meter", () => tab.route("**/strength.wasm", (route) => route.fulfill({ status: 404 }))],
    ["wrong bytes", "/meter", () => tab.route("**/strength.wasm", (route) => route.fulfill({ body: "<html>" }))],
    ["no WebAssembly by policy", "/noWasm"],
    ["404 and no thread", "/noThread", () => tab.route("**/strength.wasm", (route) => route.fulfill({ status: 404 }))],
  ];
  for (const [reason, path, prepare] of missing) {
    test(`without the strength file (${reason}) the form works, the rules answer, the meter says so`, async () => {
      await prepare?.();
      await open(path);
      await tab.fill("#old", "Regenschirm-im-Juli");
      await tab.click("#new");
      await tab.keyboard.type("Regen1");
      await rated();
      assert.equal(await level(), `${en.unavailable} ${en.unmet}`);
      assert.ok(await tab.locator(".passkind-meter").isHidden());
      assert.match(await tab.innerText(".passkind-advice"), /at least 15 characters/);
      for (const [password, told] of /** @type {const} */ ([["Regenschirm-im-Juli1", /signs more or fewer than your account password/], ["1qaz2wsx3edc4rfv", /first that are tried/], ["anna@example.org", /your user name/]])) {
        await tab.fill("#new", password);
        await tab.getByText(told).waitFor();
      }
      await tab.fill("#new", "vier Igel tanzen im Nebel");
      await tab.getByText(en.met).first().waitFor();
      await tab.click("#go");
      assert.deepEqual(await log(), { submits: ["vier Igel tanzen im Nebel"], errors: [], last: ["unavailable", true] });
    });
  }

  test("the level is announced when it changes, not at every key", async () => {
    await open("/meter");
    await tab.evaluate(`window.said = []; new MutationObserver(() => said.push(document.querySelector(".passkind-announced").textContent)).observe(document.querySelector(".passkind-announced"), { childList: true, characterData: true, subtree: true })`);
    await tab.click("#new");
    for (const part of ["vi", "er", " I", "gel", " tan", "zen", " im", " Ne", "bel"]) {
      await tab.keyboard.type(part);
      await tab.waitForTimeout(350);
    }
    const said = /** @type {string[]} */ (await tab.evaluate("said"));
    assert.ok(said.length >= 2 && said.length <= 6, said.join("|"));
    assert.deepEqual(said.filter((text, at) => text === said[at - 1]), []);
    assert.equal(said.at(-1), "Strength: strong. It meets the rules.");
    assert.equal(await tab.getAttribute(".passkind-announced", "role"), "status");
  });

  test("what is clicked does not move: a late rating waits for the release", async () => {
    const release = await holdFile();
    await open("/meter");
    await tab.click("#new");
    await tab.keyboard.type("kurz");
    const button = tab.locator("#go");
    const box = await button.boundingBox();
    assert.ok(box);
    await tab.mouse.move(box.x + 5, box.y + 3);
    await tab.mouse.down();
    release();
    await tab.waitForTimeout(900);
    assert.deepEqual(await button.boundingBox(), box);
    assert.equal(await level(), "");
    await tab.mouse.up();
    await rated();
    assert.deepEqual(await tab.evaluate("submits"), ["kurz"]);
  });

  test("it stays off sign-in fields, leaves nothing behind, and keeps others' descriptions", async () => {
    await open("/meter");
    assert.match(String(await tab.evaluate("(() => { try { attachMeter(old); } catch (error) { return error.message; } })()")), /new-password/);
    await tab.evaluate("document.getElementById('new').setAttribute('aria-describedby', 'rules')");
    await tab.click("#new");
    await tab.keyboard.type("kurz");
    await rated();
    assert.match((await tab.getAttribute("#new", "aria-describedby")) ?? "", /^rules passkind-strength-\d+$/);
    assert.ok(await tab.locator(".passkind-strength").evaluate((box) => box.hasAttribute("data-private") && box.classList.contains("rr-mask")));
    const [html, own] = await tab.locator("form").evaluate((form) => [form.outerHTML, form.querySelector(".passkind-strength")?.outerHTML ?? ""]);
    await tab.evaluate("meter.detach()");
    assert.equal(await tab.locator("form").evaluate((form) => form.outerHTML), html.replace(own, "").replace(/ passkind-strength-\d+/, ""));
    await tab.keyboard.type("länger");
    await tab.waitForTimeout(500);
    assert.equal(await tab.locator("[class*=passkind]").count(), 0, "nor does it come back");
  });

  test("options that cannot be used are refused when the meter is attached", async () => {
    await open("/bare");
    for (const [options, option] of [["{ identifer: 'x' }", "identifer"], ["{ others: [7] }", "others[0]"], ["{ policy: 'lax' }", "policy"], ["{ onRating: 7 }", "onRating"]]) {
      assert.equal(await tab.evaluate(`(() => { try { attachMeter(document.getElementById("new"), ${options}); } catch (error) { return error.option; } })()`), option);
    }
    assert.equal(await tab.locator(".passkind-strength").count(), 0);
  });

  test("a reset empties it; a value set by script is rated when the field is focused", async () => {
    await open("/meter");
    await tab.click("#new");
    await tab.keyboard.type("vier Igel tanzen im Nebel");
    await rated();
    await tab.evaluate("document.querySelector('form').reset()");
    await tab.locator(".passkind-level", { hasText: /^$/ }).waitFor({ state: "attached" });
    await tab.click("#name");
    await tab.evaluate("document.getElementById('new').value = 'dragon'");
    await tab.click("#new");
    await tab.locator(".passkind-tip", { hasText: "15 characters" }).waitFor();
  });

  test("the page's language decides whose words count, texts or not", async () => {
    await open("/bare");
    const from = server.requests.length;
    await tab.evaluate("document.documentElement.lang = 'de'; attachMeter(document.getElementById('new'))");
    await tab.click("#new");
    await tab.keyboard.type("Regenschirm");
    await rated();
    assert.ok(server.requests.slice(from).includes("/words/de.js"));
  });

  test("in a shadow root the language of the page around it counts", async () => {
    await open("/bare");
    const from = server.requests.length;
    await tab.evaluate(`document.documentElement.lang = "fr"; const host = document.body.appendChild(document.createElement("div"));
      host.attachShadow({ mode: "open" }).innerHTML = '<input id="inside" type="password" autocomplete="new-password">';
      attachMeter(host.shadowRoot.querySelector("input"))`);
    await tab.click("#inside");
    await tab.keyboard.type("parapluie");
    await rated();
    assert.equal(await tab.locator(".passkind-strength").getAttribute("lang"), "fr");
    assert.ok(server.requests.slice(from).includes("/words/fr.js"));
  });

  test("fields named like the form's own methods stand in nobody's way", async () => {
    await open("/bare");
    await tab.evaluate(`document.querySelector("form").insertAdjacentHTML("beforeend", ["querySelectorAll", "addEventListener", "closest", "getRootNode"].map((name) => '<input type="hidden" name="' + name + '">').join("") + '<p data-passkind-for="strength"></p>');
      attachMeter(document.getElementById("new"))`);
    await tab.click("#new");
    await tab.keyboard.type("vier Igel tanzen im Nebel");
    await rated();
    assert.equal(await tab.locator("[data-passkind-for=strength] .passkind-strength").count(), 1);
    await tab.evaluate("HTMLFormElement.prototype.reset.call(document.querySelector('form'))");
    await tab.locator(".passkind-level", { hasText: /^$/ }).waitFor({ state: "attached" });
    assert.deepEqual(await tab.evaluate("errors"), []);
  });

  test("three meters side by side are all answered, and there is one thread", async () => {
    await open("/bare");
    await tab.evaluate(`window.made = 0; const OwnWorker = Worker; window.Worker = class extends OwnWorker { constructor(...given) { super(...given); made++; } };
      document.querySelector("form").innerHTML = [1, 2, 3].map((at) => '<input id="f' + at + '" type="password" autocomplete="new-password" value="vier Igel tanzen im Nebel ' + at + '">').join("");
      const fields = [...document.querySelectorAll("input")]; for (const field of fields) attachMeter(field);
      for (let i = 0; i < 5; i++) for (const field of fields) { field.focus(); field.dispatchEvent(new Event("input")); rate("abc" + i, { worker: () => new Worker("/strength-worker.js", { type: "module" }) }); }`);
    await tab.waitForTimeout(2500);
    assert.deepEqual(await tab.locator(".passkind-level").allTextContents(), Array(3).fill("Strength: strong. It meets the rules."));
    assert.equal(await tab.evaluate("made"), 1);
  });

  test("where the file hangs the rules are told all the same, and the level once it comes", async () => {
    const release = await holdFile();
    await open("/meter");
    await tab.click("#new");
    await tab.keyboard.type("vier Igel tanzen im Nebel");
    await tab.locator(".passkind-level", { hasText: `${en.unavailable} ${en.met}` }).waitFor();
    release();
    await tab.locator(".passkind-level", { hasText: "Strength: strong. It meets the rules." }).waitFor();
  });

  test("the list of leaked passwords is asked on leaving the field, not at every key", async () => {
    await open("/bare");
    await tab.evaluate(`window.asked = []; attachMeter(document.getElementById("new"), { identifier: document.getElementById("name"), breach: async (prefix) => {
      asked.push(prefix);
      const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode("vier Igel tanzen im Nebel"));
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(5) + ":4";
    } })`);
    await tab.click("#new");
    await tab.keyboard.type("vier Igel tanzen im Nebel");
    await tab.waitForTimeout(600);
    assert.deepEqual(await tab.evaluate("asked"), []);
    await tab.keyboard.press("Tab");
    await tab.waitForFunction("asked.length");
    await tab.locator(".passkind-tip", { hasText: "leaked" }).waitFor();
    await tab.click("#name");
    await tab.keyboard.type("x");
    await tab.waitForTimeout(600);
    assert.ok(await tab.locator(".passkind-tip", { hasText: "leaked" }).isVisible(), "another field's change does not unsay it");
    assert.match(String(await tab.evaluate("asked.join()")), /^[0-9A-F]{5}$/);
    await tab.fill("#new", "");
    await tab.keyboard.press("Tab");
    await tab.click("#new");
    await tab.keyboard.type("Kat");
    await tab.waitForTimeout(600);
    assert.equal(await tab.evaluate("asked.length"), 1, "nothing half-typed is asked about");
  });
});
