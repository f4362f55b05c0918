/** Words for ratings: a score, a time, a hint become sentences in one language. Nothing here touches the page. */
import { bring, fill, localeTag, whole } from "./text/catalogue.js";
import { alone } from "./guard/given.js";
import en from "./locales/en/strength.js";
import { own } from "./guard/own-properties.js";

/** @import {Shelf} from "./text/catalogue.js" */
/** @import {CharacterKind, CrackTime, Rating, Role, StrengthHint, StrengthHintCode, StrengthHintParams} from "./types.js" */

/**
 * Whole sentences; `{name}` is filled in. A sentence in [square brackets] appears only when all that it names is known:
 * `[Use at least {minLength:one} character.] [Use at least {minLength:other} characters.]`. A hint whose sentences differ by
 * one of its parameters has one for each value.
 * @template P
 * @typedef {P extends { reason: infer V extends string } ? Record<V, string> : P extends { kind: infer V extends string } ? Record<V, string> : string} TextOf
 */

/**
 * One language. A catalogue that lacks a key does not compile.
 * @typedef {object} StrengthMessages
 * @property {string} lang BCP 47
 * @property {string} label what the meter measures
 * @property {[string, string, string, string, string]} levels of score 0 to 4
 * @property {string} rated
 * @property {string} atLeast
 * @property {string} notRated
 * @property {string} unavailable
 * @property {string} met
 * @property {string} unmet
 * @property {string} time
 * @property {string} instant
 * @property {string} centuries
 * @property {{ [C in StrengthHintCode]: TextOf<StrengthHintParams[C]> }} hints
 * @property {Record<Role, string>} roles with the article, as they stand where a text says `{role}`
 * @property {string} other a password whose role is not told
 */

/** @typedef {{ lang: string, level: string, time: string, hints: string[] }} DescribedRating */

/** Literal imports, so that every bundler finds them. @type {Shelf<StrengthMessages>} */
const shelf = {
  en,
  de: () => import("./locales/de/strength.js"),
  "de-ch": () => import("./locales/de-CH/strength.js"),
  es: () => import("./locales/es/strength.js"),
  fr: () => import("./locales/fr/strength.js"),
  it: () => import("./locales/it/strength.js"),
};

/**
 * Brings the texts for a locale (`de-CH`, else `de`, else English; in any case, `_` for `-`).
 * @param {string} locale
 * @returns {Promise<StrengthMessages>}
 */
export function loadStrengthLocale(locale) {
  return bring(shelf, locale);
}

/**
 * Says a rating in words: its level, the time that guessing would take (empty where it was not rated), its hints. A code
 * that the texts do not know, from a newer release, is left out.
 * @param {Rating} rating
 * @param {StrengthMessages} messages what `loadStrengthLocale` gave, or your own
 * @returns {DescribedRating}
 */
export function describeRating(rating, messages) {
  whole(messages, "loadStrengthLocale");
  const { status, timedOut, score, crackTimes } = rating;
  const rated = timedOut ? (score ? messages.atLeast : messages.notRated) : score === undefined ? messages.notRated : messages.rated;
  return {
    lang: messages.lang,
    level: status === "unavailable" ? messages.unavailable : rated.replace("{level}", messages.levels[score ?? 0]),
    time: status === "ok" && !timedOut && crackTimes ? span(crackTimes.offlineSlow, messages) : "",
    hints: rating.hints.map((hint) => sentence(hint, messages)).filter(Boolean),
  };
}

/** @param {StrengthHint} hint @param {StrengthMessages} messages */
function sentence({ code, params }, messages) {
  const given = /** @type {{ reason?: string, kind?: CharacterKind, role?: Role, minLength?: number, maxLength?: number }} */ (alone(params));
  const entry = /** @type {string | Record<string, string> | undefined} */ (own(messages.hints, code));
  const text = typeof entry === "object" ? own(entry, given.reason ?? given.kind ?? "") : entry;
  const role = (given.role && own(messages.roles, given.role)) ?? messages.other;
  return fill(text ?? "", alone({ role, minLength: given.minLength, maxLength: given.maxLength }), messages.lang).join("");
}

/** The platform knows every unit's plural. @param {CrackTime} time @param {StrengthMessages} messages */
function span({ code, count }, messages) {
  if (code === "instant" || code === "centuries") return messages[code];
  const time = new Intl.NumberFormat(localeTag(messages.lang), alone({ style: /** @type {const} */ ("unit"), unit: code.slice(0, -1), unitDisplay: /** @type {const} */ ("long") })).format(count);
  return messages.time.replace("{time}", time);
}
