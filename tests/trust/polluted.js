/**
 * Asks the package much, first as things are, then with each key of those given on `Object.prototype`, and prints whose answers differ. A
 * process of its own, since Node's test runner bears no such keys: `node polluted.js each|all < keys.json`.
 */
import { readFileSync } from "node:fs";
import { createGuard, describe as say, describeGuide, load, loadLocale } from "../../www/index.js";
import { describeRating, loadStrengthLocale } from "../../www/describe-rating.js";
import { fakeGuard, hint } from "../../www/testing.js";

/** @type {string[]} */
const keys = JSON.parse(readFileSync(0, "utf8"));
const LINK = { rel: "reset", href: "https://hostile.example/" };
const HOSTILE = [true, "https://hostile.example/", [LINK], { href: LINK.href, hostile: "x" }, () => { throw new Error("called"); }];

/** @type {Record<string, unknown>} */
const everywhere = /** @type {any} */ (Object.prototype);
/** @template T @param {Record<string, unknown>} keys @param {() => Promise<T>} work @returns {Promise<T>} */
async function polluted(keys, work) {
  for (const [key, value] of Object.entries(keys)) everywhere[key] = value;
  try {
    return await work();
  } finally {
    for (const key of Object.keys(keys)) delete everywhere[key];
  }
}

/** A profile of a page's own that leaves out what may be left out. */
const OWN = { id: "own", name: "Own", mailDomains: ["own.example"], services: [{ service: "mailbox", identifier: { forms: ["address"] }, expects: ["mailboxPassword"] }] };
const HINTS = [hint("domainTypo"), hint("mailboxPasswordExpected"), hint("resetAccountPassword"), { code: "capsLockOn" }, { code: "mailboxPasswordExpected", params: {} }];
const RATING = { status: "ok", timedOut: false, score: 1, crackTimes: { offlineSlow: { code: "hours", count: 3 } }, hints: [{ code: "tooShort", params: { minLength: 12 } }, { code: "tooShort", params: {} }] };

/** What is asked of the package, in an object of which no promise asks for a `then`. @returns {Promise<{ found: unknown[] }>} */
async function everything() {
  const found = [];
  const english = await loadLocale("en");
  for (const options of [{ service: "mailbox", provider: "infomaniak" }, { service: "mailbox", provider: OWN }, { service: "account", profiles: [OWN], hostedDomains: ["hosted.example"] }]) {
    const guard = await createGuard(/** @type {any} */ (options));
    for (const credentials of [{ identifier: "anna@ik.me", password: "Sommer24!" }, { identifier: "anna@gmial.com" }, {}]) {
      for (const observation of [undefined, {}, { refused: 1 }]) {
        const { hints, ...rest } = guard.assess(credentials, observation);
        found.push(rest, hints, hints.map((one) => say(one, english)));
      }
    }
    found.push(describeGuide(guard.guide(), english));
  }
  found.push(HINTS.map((one) => say(/** @type {any} */ (one), english)), describeRating(/** @type {any} */ (RATING), await loadStrengthLocale("en")));
  found.push((await loadLocale("de")).lang, fakeGuard({}).assess({}), fakeGuard({ hints: [hint("domainTypo")] }).assess({ identifier: "a@b.example" }));
  found.push(await createGuard(/** @type {any} */ ({})).then(() => "a guard", ({ code, option }) => `${code} ${option}`));
  return Object.assign(Object.create(null), { found });
}

const failed = (/** @type {Error} */ error) => Object.assign(Object.create(null), { found: [`${error.stack}`] });

await load();
const clean = JSON.stringify(await everything());
/** @type {string[]} */
const different = [];
for (const some of process.argv[2] === "all" ? [keys] : keys.map((key) => [key])) {
  for (const value of HOSTILE) {
    const found = JSON.stringify(await polluted(Object.fromEntries(some.map((key) => [key, value])), () => everything().catch(failed)));
    if (found !== clean) different.push(`${some.length > 1 ? "all" : some}, ${typeof value}: ${found.slice(0, 300)}`);
  }
}
console.log(JSON.stringify({ clean, different, values: HOSTILE.length }));
