/** What an attached form loads at its first focus: the guard, and the texts in the reader's language. */
import { bringsOwn, makeGuard } from "../guard/guard.js";
import { own } from "../guard/own-properties.js";
import { loadPlaces, loadRefused, loadTexts, ownPlaces } from "../text/locales.js";
import { GUARD_OPTIONS } from "./attach-options.js";
import { language } from "./dom.js";

/** @import {AttachOptions, Assessor} from "./attach-options.js" */
/** @import {Messages} from "../describe.js" */

/** For the names of places. */
const PATIENCE_MS = 1000;

/**
 * @param {AttachOptions} options @param {HTMLElement} form @param {Assessor | undefined} made by an earlier call
 * @param {boolean} isWhole the guard is to know causes @param {boolean} isRefused what is said after a refusal is wanted, too
 * @returns {Promise<[Assessor, Messages]>} rejects on options that cannot be used
 */
export function bring(options, form, made, isWhole, isRefused) {
  const its = /** @type {any} */ (Object.fromEntries(GUARD_OPTIONS.map((name) => [name, options[name]])));
  return Promise.all([options.guard ?? made ?? makeGuard(its, isWhole || options.server !== undefined), bringTexts(options, form, isRefused)]);
}

/** @param {AttachOptions} options @param {HTMLElement} form @param {boolean} isRefused @returns {Promise<Messages>} */
async function bringTexts(options, form, isRefused) {
  const { provider, profiles = [], locale, messages } = options;
  const texts = messages ?? await loadTexts(locale ?? language(form)).catch(() => loadTexts("en"));
  // Where they do not come, the next refusal tries again.
  const coming = isRefused && !messages && texts.lang === "en" && loadRefused().catch(() => {});
  // Where only a profile of the page's own can be meant, nobody asks what others call their places; and for names alone no hint waits long.
  const known = own(texts, "places") ?? (bringsOwn(options) ? {} : await Promise.race([loadPlaces(texts.lang), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).catch(() => {}));
  const rest = await coming;
  return /** @type {any} */ ({ __proto__: null, ...texts, hints: { __proto__: null, ...texts.hints, ...rest }, places: { __proto__: null, ...known, ...ownPlaces([provider, ...profiles], texts.lang) } });
}
