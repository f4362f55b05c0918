/** What an attached form loads at its first focus: the guard, and the texts in the reader's language. */
import { loadLocale } from "../describe.js";
import { createGuard } from "../guard/guard.js";
import { GUARD_OPTIONS } from "./attach-options.js";
import { language } from "./dom.js";

/** @import {AttachOptions, Assessor} from "./attach-options.js" */
/** @import {Messages} from "../describe.js" */

/**
 * @param {AttachOptions} options @param {HTMLElement} form @param {Assessor | undefined} made by an earlier call
 * @returns {Promise<[Assessor, Messages]>} rejects on options that cannot be used
 */
export function bring(options, form, made) {
  const { guard, locale, messages } = options;
  const own = Object.fromEntries(GUARD_OPTIONS.map((name) => [name, options[name]]));
  return Promise.all([
    guard ?? made ?? createGuard(/** @type {any} */ (own)),
    messages ?? loadLocale(locale ?? language(form)).catch(() => loadLocale("en")),
  ]);
}
