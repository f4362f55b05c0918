/** `rate()` where something is wrong: calls at once, broken threads, texts that take long, odd options, a page that others have meddled with. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fold } from "../../www/strength/fold.js";
import { broken, policyOf } from "../../www/strength/policy.js";
import { sameness } from "../../www/strength/sameness.js";
import { rate } from "../../www/strength.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

/** @import {Browser, Page} from "playwright-core" */
/** @import {Rating} from "../../www/types.js" */

const WWW = new URL("../../www/", import.meta.url);
const STRONG = "vier Igel tanzen im Nebel";

describe("many calls at once", () => {
  test("each settles, and has a score only where it was rated", async () => {
    const ratings = await Promise.all(Array.from({ length: 1_000 }, (_, at) => rate(`${STRONG} ${at}`)));
    const rated = ratings.filter(({ status }) => status === "ok");
    assert.ok(rated.length >= 1 && rated.every(({ score }) => score === 4), "who was rated has that score");
    const others = ratings.filter(({ status }) => status !== "ok");
    assert.deepEqual([...new Set(others.map(({ status }) => status))], ["superseded"]);
    assert.ok(others.every(({ score, guessesLog10, crackTimes, timedOut }) => score === undefined && guessesLog10 === undefined && crackTimes === undefined && !timedOut));
    assert.ok(others.every(({ meetsPolicy }) => meetsPolicy), "the rules have answered");
    assert.equal(ratings.at(-1)?.status, "ok", "the newest is rated");
  });

  test("the newest is the one that was called last, however long its words take to come", async () => {
    const [, french, english] = await Promise.all([rate("first"), rate(STRONG, { locale: "fr" }), rate(STRONG, { locale: "en" })]);
    assert.equal(english?.status, "ok");
    assert.ok(french && (french.status === "ok" ? french.score === 4 : french.score === undefined), `${french?.status} ${french?.score}`);
  });
});

describe("the budget", () => {
  for (const budgetMs of [Infinity, Number.MAX_VALUE, 2 ** 31, 1e-9]) {
    test(`${budgetMs} is a budget`, async () => assert.equal((await rate(STRONG, { budgetMs })).score, 4));
  }
  for (const budgetMs of [NaN, -1, 0, -Infinity, /** @type {any} */ ("500")]) {
    test(`${JSON.stringify(budgetMs)} (${typeof budgetMs}, ${budgetMs}) is none, and refused`, () =>
      assert.rejects(rate(STRONG, { budgetMs }), (/** @type {any} */ error) => error.name === "PasskindError" && error.option === "budgetMs"));
  }
});

describe("combining marks", () => {
  /** What is normalised meanwhile: the longest run of marks in it. @param {() => unknown} work */
  async function longestRun(work) {
    const { normalize } = String.prototype;
    let longest = 0;
    String.prototype.normalize = function (form) {
      // Half-width signs of voice are marks as soon as they are taken apart.
      for (const [run] of this.matchAll(/[\p{M}\uff9e\uff9f]+/gu)) longest = Math.max(longest, [...run].length);
      return normalize.call(this, form);
    };
    try {
      await work();
    } finally {
      String.prototype.normalize = normalize;
    }
    return longest;
  }
  const BOMBS = [`a${"\u0301\u0323".repeat(2_000)}`, "\uff9e\u0334".repeat(2_000), "\u0345".repeat(4_096), `x${"\u{1d165}".repeat(2_000)}`];
  for (const [at, bomb] of BOMBS.entries()) {
    test(`no run of more than 30 is normalised: ${at + 1}`, async () => {
      assert.ok((await longestRun(() => fold(bomb))) <= 30, "fold");
      assert.ok((await longestRun(() => sameness(bomb.slice(0, 300), bomb.slice(2, 300)))) <= 30, "sameness");
      assert.ok((await longestRun(() => rate(bomb, { identifier: bomb, others: [bomb, bomb.slice(1, 300)], words: [bomb] }))) <= 30, "rate");
    });
  }

  test("what people write is folded as before", () => {
    const before = (/** @type {string} */ text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    const texts = ["plain", "pässwörd", "Việt Nam ệ", "e\u0301\u0323", "हिन्दी किताब", "ที่นี่", "ｶﾞｷﾞﾊﾟ", "ﾞ", "ﬁn ½ ™", "כָּתוּב", "مُحَمَّد", "한국어", `a${"\u0301".repeat(30)}b`, "\ud800x", "👩‍👩‍👧"];
    for (const text of texts) assert.equal(fold(text), before(text), text);
  });

  test("what is compared of a text is cut first, and what people type is not", () => {
    const long = "\ufdfa".repeat(4_000); // eighteen letters each
    assert.equal(sameness(long, `${long}x`), undefined);
    assert.equal(sameness("Vie\u0323\u0302t".repeat(20), "VIE\u0323\u0302T".repeat(20)), "case", "two marks a letter");
    const codes = broken(`anna.keller@example.org${"1".repeat(3)}`, policyOf("secondFactor"), { identifier: "anna.keller@example.org", others: [] }).map(({ code }) => code);
    assert.deepEqual(codes, ["containsIdentifier"]);
  });
});

describe("options", () => {
  /** @type {[string, any, string][]} */
  const refused = [
    ["a hole in `others`", { others: Object.assign([], { 1: "Regenschirm" }) }, "others[0]"],
    ["a hole in `words`", { words: Object.assign(["a"], { 2: "b" }) }, "words[1]"],
    ["a hole in `needs`", { policy: { minLength: 8, needs: Object.assign([], { 1: "digit" }) } }, "policy.needs[0]"],
    ["a backslash that leaves the site", { breach: "/\\host.example/" }, "breach"],
    ["two slashes", { breach: "//host.example/" }, "breach"],
    ["a tab between two slashes", { breach: "/\t/host.example/" }, "breach"],
    ["another scheme", { breach: "http://host.example/" }, "breach"],
    ["a script", { breach: "javascript:alert(1)//" }, "breach"],
    ["an object that calls itself an address", { breach: { toString: () => "https://host.example/" } }, "breach"],
    ["null", null, "options"],
    ["a list", [], "options"],
    ["null among the others", { others: [null] }, "others[0]"],
  ];
  for (const [reason, options, option] of refused) {
    test(`refused by name: ${reason}`, () =>
      assert.rejects(rate("abc", options), (/** @type {any} */ error) => error.name === "PasskindError" && error.option === option && error.code !== undefined));
  }

  const thrower = () => { throw new RangeError("of the page"); };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  /** @type {[string, any][]} */
  const foreign = [
    ["a getter that throws", { get identifier() { return thrower(); } }],
    ["a getter that throws, further inside", { others: [{ get password() { return thrower(); } }] }],
    ["a proxy that is revoked", revoked.proxy],
    ["an address that throws", { breach: { get href() { return thrower(); }, toString: thrower } }],
    ["rules that throw", { policy: { get minLength() { return thrower(); } } }],
    ["a list that throws", { words: new Proxy(["a"], { get: thrower }) }],
  ];
  for (const [reason, options] of foreign) {
    test(`no foreign error comes out: ${reason}`, () => assert.rejects(rate("abc", options), { name: "PasskindError" }));
  }

  test("a password that has no text is none", async () => {
    for (const odd of [Object.create(null), { toString: thrower }, Symbol("s"), new Proxy({}, { get: thrower })]) {
      assert.equal((await rate(/** @type {any} */ (odd))).status, "ok");
    }
  });

  test("each property is read once, so that nothing else is used than what was checked", async () => {
    let reads = 0;
    const options = { get identifier() { return reads++ ? /** @type {any} */ (7) : "anna@example.org"; } };
    assert.equal((await rate(STRONG, options)).status, "ok");
    assert.equal(reads, 1);
  });
});

describe("a page that others have meddled with", () => {
  const node = (/** @type {string} */ code) => execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: fileURLToPath(WWW), encoding: "utf8" }).trim();
  const ASK = `
    const { rate } = await import("./strength.js");
    const { describeRating, loadStrengthLocale } = await import("./describe-rating.js");
    const en = await loadStrengthLocale("en");
    const all = [];
    for (const [password, options] of [["Regen1", { others: ["Regen12", { password: "Regen13" }], locale: "de" }], ["${STRONG}", { policy: { minLength: 8 } }], ["Werkbankneu", { policy: { provider: "infomaniak", service: "ftp" } }], ["dragon", {}], ["", {}]]) {
      const rating = await rate(password, options);
      all.push(rating, describeRating(rating, en));
    }
    all.push(await rate("a", { policy: {} }).catch(({ name, code, option }) => [name, code, option]));`;
  const plainly = node(`${ASK} console.log(JSON.stringify(all));`);

  test("frozen intrinsics before it is loaded: the same answers, and errors are ours", () => {
    const frozen = node(`for (const one of [Object, Array, String, Error, Promise, Map, Function, RegExp]) Object.freeze(one.prototype); ${ASK} console.log(JSON.stringify(all));`);
    assert.equal(frozen, plainly);
    assert.match(plainly, /"PasskindError","missingOption","policy.minLength"/);
  });
});

describe("in a browser", () => {
  const page = (/** @type {string} */ head = "") => `<!doctype html><html lang="en"><head>${head}<title>rate</title></head><body><script type="module">
    import { load, rate } from "/strength.js";
    import { describeRating } from "/describe-rating.js";
    import en from "/locales/en/strength.js";
    Object.assign(window, { load, rate, describeRating, en, errors: [] });
    addEventListener("error", ({ message }) => errors.push(message));
    addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
    window.thread = () => new Worker("/strength-worker.js", { type: "module" });
    window.ready = true;
  </script></body></html>`;
  const PAGES = {
    "/": page(),
    "/base": page(`<base href="https://elsewhere.example/">`).replaceAll('from "/', 'from "__ORIGIN__/').replace('"/strength-worker', '"__ORIGIN__/strength-worker'),
    "/off": page(`<meta name="Passkind" content="OFF">`),
    "/mute.js": "addEventListener('message', () => {})",
    "/junk.js": `addEventListener("message", ({ data }) => {
      for (const junk of [undefined, null, 7, "x", [], { ready: true }]) postMessage(junk);
      if (data.question) for (const rating of ["strong", null, {}, { score: 9, guessesLog10: 1, hints: [] }]) postMessage({ id: data.question.id, atLeast: "much", rating });
    })`,
  };
  /** @type {Browser} */ let browser;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  /** @type {Page} */ let tab;
  before(async () => {
    [browser, server] = await Promise.all([launch(), serve(PAGES)]);
    PAGES["/base"] = PAGES["/base"].replaceAll("__ORIGIN__", server.origin);
  });
  after(async () => { await browser.close(); await server.close(); });
  beforeEach(async () => { tab = await browser.newPage(); });
  afterEach(() => tab.close());
  /** @param {keyof typeof PAGES} path */
  async function open(path) {
    await tab.goto(server.origin + path);
    await tab.waitForFunction("window.ready");
  }
  /** @param {string} code @returns {Promise<any>} */
  const get = (code) => tab.evaluate(`(async () => { ${code} })()`);

  /** @type {[string, string][]} functions that are to make a thread */
  const threads = [
    ["throws", "() => { throw new Error('no'); }"],
    ["gives nothing", "() => undefined"],
    ["gives junk", "() => ({})"],
    ["gives junk that throws", "() => new Proxy(function () {}, { get() { throw new Error('no'); } })"],
    ["gives one that is not there", "() => new Worker('/nowhere.js')"],
    ["gives one that never answers", "() => new Worker('/mute.js')"],
  ];
  for (const [reason, thread] of threads) {
    test(`a thread that ${reason} costs its own call: it is rated on the page, later ones on a thread`, async () => {
      await open("/");
      const own = await get(`const { status, score } = await rate("${STRONG}", { worker: ${thread} }); return [status, score];`);
      assert.deepEqual(own, ["ok", 4]);
      const later = await get(`return Promise.all([1, 2, 3].map((at) => rate("${STRONG} " + at).then(({ status, score }) => status === "superseded" ? "ok4" : status + score)));`);
      assert.deepEqual(later, ["ok4", "ok4", "ok4"]);
      // One that takes longer than the page's own thread would.
      if (!reason.includes("never")) assert.equal(await get(`return (await rate("4@8({[<369!1|70$5+%2 4@8", { budgetMs: 30_000, worker: thread })).timedOut;`), false);
      assert.deepEqual(await get("return errors;"), []);
    });
  }

  test("a thread that says nothing but nonsense: no score is made of it, and later calls settle", async () => {
    await open("/");
    const found = await get(`const worker = () => new Worker("/junk.js"); const all = []; for (let i = 0; i < 3; i++) all.push(await rate("${STRONG}", { worker, budgetMs: 200 })); return all;`);
    for (const { status, score, guessesLog10, meetsPolicy } of found) assert.deepEqual([status === "ok", score, guessesLog10, meetsPolicy], [false, undefined, undefined, true]);
    assert.deepEqual(await get("return errors;"), []);
  });

  test("a thread that breaks when it is made anew: the call that ended it has a bound, later ones are rated", async () => {
    await open("/");
    const found = await get(`let made = 0; const worker = () => { if (made++) return { junk: true }; return thread(); };
      await rate("warm", { worker });
      const bomb = await rate("4@8({[<369!1|70$5+%2".repeat(2) + " ganz andere Worte hier", { worker, budgetMs: 60 });
      const later = [];
      for (const way of [{ worker }, {}, { worker: thread }]) later.push((await rate("${STRONG}", way)).score);
      return [bomb.timedOut, made > 1, later];`);
    assert.deepEqual(found, [true, true, [4, 4, 4]]);
    assert.deepEqual(await get("return errors;"), []);
  });

  test("a budget without an end, on a thread: it is rated, not given up at once", async () => {
    await open("/");
    assert.deepEqual(await get(`const { status, score, timedOut } = await rate("${STRONG}", { budgetMs: Infinity }); return [status, score, timedOut];`), ["ok", 4, false]);
  });

  test("the list of leaked passwords: a path is of this very site, whatever `<base>` says, and the five digits go where it ends", async () => {
    await open("/");
    /** @type {string[]} */
    const asked = [];
    await tab.route("**/range/*", (route) => { asked.push(route.request().url()); return route.fulfill({ body: `${"A".repeat(35)}:3` }); });
    assert.equal((await get(`return rate("${STRONG}", { breach: "/range/" });`)).breach, "notListed");
    assert.equal(new URL(asked[0] ?? "").origin, server.origin);
    assert.match(asked[0] ?? "", /\/range\/[0-9A-F]{5}$/);
    for (const address of ["/\\\\elsewhere.example/range/", "//elsewhere.example/range/", "/\\t/elsewhere.example/range/", "\\\\\\\\elsewhere.example/range/"]) {
      assert.equal(await get(`return rate("${STRONG}", { breach: "${address}" }).then(() => "asked", ({ name, option }) => name + option);`), "PasskindErrorbreach", address);
    }
    await tab.goto(`${server.origin}/base`);
    await tab.waitForFunction("window.ready");
    assert.equal(await get(`return rate("${STRONG}", { breach: "/range/" }).then(() => "asked", ({ name, option }) => name + option);`), "PasskindErrorbreach");
    assert.equal(asked.length, 1);
  });

  test("under the emergency brake nothing is asked for, and it answers as where zxcvbn cannot be loaded", async () => {
    await open("/off");
    const from = server.requests.length;
    const rating = await get(`let asked = 0; await load(); const rating = await rate("Regen1", { locale: "de", breach: () => asked++ }); return { ...rating, asked };`);
    assert.deepEqual([rating.status, rating.reason, rating.score, rating.meetsPolicy, rating.breach, rating.asked], ["unavailable", "off", undefined, false, "unknown", 0]);
    assert.deepEqual(rating.hints, [{ code: "tooShort", params: { minLength: 15 } }]);
    await tab.waitForTimeout(300);
    assert.deepEqual(server.requests.slice(from), []);
  });

  // Each word of these sources, and what the platform reads of the objects that are handed to it, by itself on Object.prototype.
  test("a polluted Object.prototype changes no answer: each key by itself, three values", { timeout: 120_000 }, async () => {
    await open("/");
    const sources = ["strength.js", "describe-rating.js", ...["strength", "guard", "text"].flatMap((room) => readdirSync(new URL(room, WWW)).map((name) => `${room}/${name}`))].map((name) => readFileSync(new URL(name, WWW), "utf8"));
    const platform = ["signal", "method", "body", "mode", "cache", "redirect", "integrity", "keepalive", "type", "name", "credentials", "currency", "notation", "minimumFractionDigits", "0", "1"];
    const keys = [...new Set([...platform, ...sources.flatMap((text) => text.match(/[A-Za-z_$][\w$]*/g) ?? [])])].filter((key) => !(key in Object.prototype) && !["then", "return", "get", "set", "value"].includes(key));
    assert.ok(keys.length > 500, `${keys.length}`);
    const different = await get(`
      await rate("warm");
      const ask = async () => {
        const all = [];
        for (const [password, options] of [["Regen1", { others: ["Regen12", { password: "x" }] }], ["${STRONG}", { policy: { minLength: 8 }, locale: "fr" }], ["Werkbankneu", { policy: { provider: "infomaniak", service: "ftp" } }], ["4@8({[<369!1|70$5+%2".repeat(5), { worker: false }]]) {
          const { ...rating } = await rate(password, options);
          const { score, guessesLog10, timedOut, meetsPolicy, status, hints, breach } = Object.assign(Object.create(null), rating);
          const said = Object.assign(Object.create(null), describeRating(rating, en));
          all.push([score, guessesLog10, timedOut, meetsPolicy, status, breach, hints.map(({ code }) => code).join(), said.level, said.time, said.hints.join()].join("|"));
        }
        return all.join("\\n");
      };
      const clean = await ask();
      const different = [];
      const keys = ${JSON.stringify(keys)};
      const values = [true, "https://hostile.example/", [{ code: "hostile" }]];
      for (const [at, key] of keys.entries()) {
        Object.prototype[key] = values[at % values.length];
        const found = await ask().catch((error) => String(error.stack));
        delete Object.prototype[key];
        if (found !== clean) different.push(key + ": " + found.slice(0, 300));
      }
      return { clean, different };`);
    assert.match(different.clean, /strong/);
    assert.deepEqual(different.different.slice(0, 10), [], `${different.different.length} of ${keys.length}`);
  });
});
