/** What an attached form loads at its first focus: the guard, and the texts in the reader's language. */
import { bringsOwn, makeGuard } from "../guard/guard.js";
import { loadPlaces, loadTexts, ownPlaces } from "../text/locales.js";
import { GUARD_OPTIONS } from "./attach-options.js";
import { language } from "./dom.js";

/** @import {AttachOptions, Assessor} from "./attach-options.js" */
/** @import {Messages} from "../describe.js" */

/** For the names of places. */
const PATIENCE_MS = 1000;

/**
 * @param {AttachOptions} options @param {HTMLElement} form @param {Assessor | undefined} made by an earlier call
 * @returns {Promise<[Assessor, Messages]>} rejects on options that cannot be used
 */
export function bring(options, form, made) {
  const own = /** @type {any} */ (Object.fromEntries(GUARD_OPTIONS.map((name) => [name, options[name]])));
  return Promise.all([options.guard ?? made ?? makeGuard(own, options.server !== undefined), bringTexts(options, form)]);
}

/** @param {AttachOptions} options @param {HTMLElement} form @returns {Promise<Messages>} */
async function bringTexts(options, form) {
  const { provider, profiles = [], locale, messages } = options;
  const texts = messages ?? await loadTexts(locale ?? language(form)).catch(() => loadTexts("en"));
  // Where only a profile of the page's own can be meant, nobody asks what others call their places; and for names alone no hint waits long.
  const known = texts.places ?? (bringsOwn(options) ? {} : await Promise.race([loadPlaces(texts.lang), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]).catch(() => {}));
  return /** @type {any} */ ({ __proto__: null, ...texts, places: { __proto__: null, ...known, ...ownPlaces([provider, ...profiles], texts.lang) } });
}
