/**
 * What is said of a new password: the rules always, zxcvbn's guesses where its file can be loaded, a list of leaked
 * passwords where the page names one. The password is kept nowhere and is in no result.
 */
import { isBlocked, isOff } from "../guard/brake.js";
import { breached, rangeAddress } from "./breach.js";
import { crackTimes } from "./crack-times.js";
import { fold, plain } from "./fold.js";
import { alone, dense } from "../guard/given.js";
import { readable } from "../guard/readers.js";
import { list, maybe, record, refuse, text } from "../guard/readers.js";
import { broken, policyOf } from "./policy.js";
import { ask } from "./rater.js";
import { ANSWER_MS, within } from "./raters.js";

/** @import {OtherPassword, Policy, RangeQuery, RateOptions, Rating, StrengthHint} from "../types.js" */
/** @import {WorkerOption} from "./rater.js" */
/** @import {Answer, Outcome} from "./raters.js" */

/** UTF-16 units that are read of a password, and of any other text; what lies beyond is not looked at. */
const PASSWORD_UNITS = 4096;
const TEXT_UNITS = 1024;
/** zxcvbn reads 100 characters; some take two units, some are folded into two. */
const RATED_UNITS = 400;
const MOST_TEXTS = 20;
const MOST_HINTS = 3;
/** Long enough for what people type, on a slow phone, too. */
const BUDGET_MS = 500;
/** Whoever waits longer has gone; timers take no more than 24 days anyway, and `Infinity` as none. */
const MOST_BUDGET_MS = 60_000;

/** Literal imports, so that every bundler finds them. @type {Record<string, () => Promise<{ default: string }>>} */
const WORDS = {
  fr: () => import("../words/fr.js"),
  de: () => import("../words/de.js"),
  it: () => import("../words/it.js"),
  es: () => import("../words/es.js"),
};

/** Counts calls, so that the newest is known however long each has to wait for its words. */
let calls = 0;

/**
 * Never rejects but on options that cannot be used. Of an owner's questions that come while one is under way only the newest
 * is rated; the others are answered `superseded`, with the rules.
 * @param {unknown} owner
 * @param {string} password
 * @param {RateOptions} [options]
 * @returns {Promise<Rating>}
 */
export async function rateFor(owner, password, options = {}) {
  const { identifier, others, words, policy, locale, budgetMs, worker, breach } = read(options);
  const order = ++calls;
  const off = isOff(); // then the rules answer alone, as where zxcvbn cannot be loaded
  const typed = typedText(password).slice(0, PASSWORD_UNITS);
  const rules = broken(typed, policy, { identifier, others });
  const common = (off ? undefined : await within(wordsOf(locale), ANSWER_MS)) ?? "";
  const rated = typed.slice(0, RATED_UNITS);
  const inputs = [identifier, `${new Date().getFullYear()}`, ...others.map((other) => other.password), ...host(), ...words];
  const question = { password: rated, folded: fold(rated), inputs: inputs.filter(Boolean).slice(0, MOST_TEXTS).map((text) => fold(text.slice(0, RATED_UNITS))) };
  const [answer, isListed, leak] = await Promise.all([
    rated ? off ? /** @type {const} */ ("off") : ask(owner, { question, words: common, budgetMs, order }, worker) : EMPTY,
    off ? false : within(isCommon(rated, common), ANSWER_MS),
    breach && typed ? off ? /** @type {const} */ ("unknown") : breached(typed, breach) : undefined,
  ]);
  const { score, guessesLog10, timedOut, hints } = typeof answer === "object" ? answer : NOTHING;
  // zxcvbn says it of whole passwords only where no cheaper reading is found.
  const advice = hints.filter(({ code }) => !(isListed && code === "commonPassword"));
  /** @type {StrengthHint[]} */
  const told = [...rules, ...(isListed ? [{ code: /** @type {const} */ ("commonPassword"), params: {} }] : []), ...advice];
  return withLeak({
    ...statusOf(answer),
    score,
    guessesLog10,
    timedOut,
    meetsPolicy: !told.some(({ code }) => isRule(code)),
    crackTimes: guessesLog10 === undefined ? undefined : crackTimes(guessesLog10),
    hints: byWeight(told),
  }, leak);
}

/** zxcvbn's answer for no password at all, and what is known where it was not asked. @type {Answer} */
const EMPTY = { score: 0, guessesLog10: 0, timedOut: false, hints: [] };
/** @type {Answer} */
const NOTHING = { score: undefined, guessesLog10: undefined, timedOut: false, hints: [] };

/** @param {Outcome | "off"} answer @returns {Pick<Rating, "status" | "reason">} */
function statusOf(answer) {
  if (typeof answer === "object") return { status: "ok" };
  if (answer === "superseded") return { status: answer };
  return { status: "unavailable", reason: answer === "load" && isBlocked() ? "blocked" : answer ?? "trapped" };
}

/** What has no text is none: an object of a page's own may throw when it is asked for one. @param {unknown} password */
function typedText(password) {
  try {
    return String(password ?? "");
  } catch {
    return "";
  }
}

/**
 * The rating together with what a list of leaked passwords said.
 * @param {Rating} rating
 * @param {Rating["breach"]} leak
 * @returns {Rating}
 */
export function withLeak(rating, leak) {
  if (!leak) return rating;
  if (leak !== "listed") return { ...rating, breach: leak };
  return { ...rating, breach: leak, meetsPolicy: false, hints: byWeight([...rating.hints, { code: "breached", params: {} }]) };
}

/** What a password must not break, as against what would make it better. @type {readonly string[]} */
const RULES = ["tooShort", "tooLong", "commonPassword", "sameAsOther", "containsIdentifier", "breached", "characterNotAllowed", "characterMissing"];

/** @param {string} code */
function isRule(code) {
  return RULES.includes(code);
}

/** Rules in their order, then advice in zxcvbn's. @param {StrengthHint[]} hints */
function byWeight(hints) {
  const rank = (/** @type {StrengthHint} */ { code }) => (isRule(code) ? RULES.indexOf(code) : RULES.length);
  return [...hints].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_HINTS); // the sort is stable
}

/** The labels of the page's own host: what a person on this page thinks of. */
function host() {
  return typeof location === "undefined" ? [] : [location.hostname];
}

/** A language without a list, and a list that does not come, are no obstacle. @param {string} locale @returns {Promise<string>} */
async function wordsOf(locale) {
  const language = /** @type {string} */ (locale.split(/[-_]/)[0]).toLowerCase();
  const bring = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
  try {
    return (await bring?.())?.default ?? "";
  } catch {
    return "";
  }
}

/** The most common passwords, and the language's words: ASVS 5, 6.2.4. @param {string} password @param {string} words */
async function isCommon(password, words) {
  const text = plain(password);
  if (!text || text.includes("\n")) return false;
  if (holds(words, text)) return true;
  try {
    return holds((await import("../words/common.js")).default, text);
  } catch {
    return false;
  }
}

/** Is it one of the lines? Without making a list of them at every key. @param {string} lines @param {string} text */
function holds(lines, text) {
  return `\n${lines}\n`.includes(`\n${text}\n`);
}

/** @typedef {{ identifier: string, others: OtherPassword[], words: string[], policy: Policy, locale: string, budgetMs: number, worker: WorkerOption, breach: string | RangeQuery | undefined }} ReadOptions */

/** @import {Reader} from "../guard/readers.js" */

const anyText = text(/^/, "a text");
/** @type {(fits: (value: unknown) => boolean, allowed: string) => Reader} */
const fitting = (fits, allowed) => (value, path) => (fits(value) ? [] : refuse("wrongType", path, allowed));
const check = record({
  identifier: maybe(anyText),
  others: maybe(list(fitting((given) => typeof passwordOf(given) === "string", "a password, or { password, role }"))),
  words: maybe(list(anyText)),
  policy: (value) => (policyOf(value), []),
  locale: maybe(anyText),
  budgetMs: maybe(fitting((value) => typeof value === "number" && value > 0, "milliseconds, more than 0")),
  worker: maybe(fitting((value) => value === false || typeof value === "function", "a function that makes a Worker, or false")),
  breach: maybe(fitting((value) => typeof value === "function" || rangeAddress(value) !== undefined, "an address of https, one that starts with / and is of this site, or a function")),
});

/** Throws a `PasskindError` where an option cannot be used, and nothing else. @param {RateOptions} options @returns {ReadOptions} */
export function read(options) {
  return readable(() => {
    if (typeof options !== "object" || options === null || Array.isArray(options)) refuse("wrongType", "options", "an object");
    const given = alone(options); // each property is read once: the page's may be getters
    if (given.others) given.others = dense(given.others);
    if (given.words) given.words = dense(given.words);
    check(given, "");
    const { identifier = "", others = [], words = [], policy, locale = documentLanguage(), budgetMs = BUDGET_MS, worker, breach } = given;
    return {
      identifier: identifier.slice(0, TEXT_UNITS),
      others: others.slice(0, MOST_TEXTS).map(otherPassword),
      words,
      policy: policyOf(policy),
      locale,
      budgetMs: Math.min(budgetMs, MOST_BUDGET_MS),
      worker,
      breach: typeof breach === "function" ? breach : rangeAddress(breach),
    };
  });
}

/** @param {string | OtherPassword} given @returns {OtherPassword} */
function otherPassword(given) {
  const role = typeof given === "object" && Object.hasOwn(given, "role") ? given.role : undefined;
  return { ...(role && { role }), password: `${passwordOf(given)}`.slice(0, PASSWORD_UNITS) };
}

/** @param {unknown} given @returns {unknown} */
function passwordOf(given) {
  return typeof given === "object" && given !== null && Object.hasOwn(given, "password") ? /** @type {{ password: unknown }} */ (given).password : given;
}

/** By the platform's own getter: `<img name="documentElement">` stands in the place of the page's. */
function documentLanguage() {
  if (typeof document === "undefined") return "en";
  const root = Reflect.get(Document.prototype, "documentElement", document);
  return root?.getAttribute("lang") || "en"; // in a document of XML the root is of any kind
}
