/** Words of `<passkind-guide>`: its two questions, their answers, the next steps. Nothing here touches the page. */
import { bring } from "../text/catalogue.js";
import en from "../locales/en/guide.js";

/** @import {Shelf} from "../text/catalogue.js" */
/** @import {NamedService} from "../describe.js" */
/** @import {HintCode, Role} from "../types.js" */

/** What has happened: nothing yet, a refusal, or there is no password. @typedef {"unsure" | "refused" | "none"} Situation */
/** Advice of the core after a refusal that makes sense away from a form. @typedef {Extract<HintCode, "tryOtherPassword" | "testMailboxPair" | "resetAccountPassword" | "resetMailboxPassword" | "resetServicePassword" | "createAppPassword" | "noPasswordYet" | "noAccountYet">} StepCode */

/**
 * One language; whole sentences. A file that lacks a key does not compile.
 * @typedef {object} GuideTexts
 * @property {string} lang BCP 47
 * @property {string} open the first question
 * @property {Record<NamedService, string>} services its answers: what people want to do
 * @property {string} happened the second question
 * @property {Record<Situation, string>} situations its answers
 * @property {string} show label of the button that answers
 * @property {string} choose said when the first question has no answer
 * @property {string} label `{label}` before what it names
 * @property {string} sameAddress that one address may be the name of several
 * @property {Record<StepCode, string>} steps after a refusal
 * @property {Record<Role, string>} make where there is no password
 */

/** Literal imports, so that every bundler finds them. @type {Shelf<GuideTexts>} */
const shelf = {
  en,
  de: () => import("../locales/de/guide.js"),
  es: () => import("../locales/es/guide.js"),
  fr: () => import("../locales/fr/guide.js"),
  it: () => import("../locales/it/guide.js"),
};

/**
 * Brings the texts for a locale (`de-CH`, then `de`, then English).
 * @param {string} locale
 * @returns {Promise<GuideTexts>}
 */
export function loadGuideLocale(locale) {
  return bring(shelf, locale);
}
