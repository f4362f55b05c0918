/** The languages of hints: their texts, and apart from these what the providers call their places, which comes with the table of all providers. */
import { bring, closest } from "./catalogue.js";
import en from "../locales/en/hints.js";
import { own } from "../guard/own-properties.js";

/** @import {Messages} from "../describe.js" */
/** @import {Profile} from "../types.js" */
/** @import {Shelf} from "./catalogue.js" */
/** @typedef {NonNullable<Messages["places"]>} Places by provider, then by place */

/** Literal imports, so that every bundler finds them. @type {Shelf<Messages>} */
const texts = {
  // `attach` brings the rest at the first refusal, `loadLocale` at once.
  en: /** @type {any} */ (en),
  de: () => import("../locales/de/hints.js"),
  "de-ch": () => import("../locales/de-CH/hints.js"),
  es: () => import("../locales/es/hints.js"),
  fr: () => import("../locales/fr/hints.js"),
  it: () => import("../locales/it/hints.js"),
};
/** @type {Shelf<Places>} */
const places = {
  en: () => import("../providers/places/en.js"),
  de: () => import("../providers/places/de.js"),
  "de-ch": () => import("../locales/de-CH/places.js"),
  es: () => import("../providers/places/es.js"),
  fr: () => import("../providers/places/fr.js"),
  it: () => import("../providers/places/it.js"),
};

/** @param {string} locale @returns {Promise<Messages>} without places, but those that a caller has put there */
export const loadTexts = (locale) => bring(texts, locale);

/** English ones for what is said after a refusal alone; of other languages these stand with the rest. */
export const loadRefused = async () => (await import("../locales/en/refused.js")).default;

/** @param {string} lang @returns {Promise<Places>} */
export const loadPlaces = (lang) => bring(places, lang);

/** What profiles of the page's own call their places, in that language or the nearest. @param {unknown[]} given @param {string} lang @returns {Places} */
export function ownPlaces(given, lang) {
  return Object.fromEntries(given.flatMap((one) => {
    const profile = typeof one === "object" ? /** @type {Profile | null} */ (one) : undefined;
    const named = own(profile, "places");
    return named ? [[own(profile, "id"), own(named, closest(named, lang))]] : [];
  }));
}
