/**
 * Hints inside a page's own sign-in form. Reads the two fields when someone leaves them, pauses or submits; writes only
 * its own texts beside them. It holds up no submission unless the page asks for `holdOnce`, and changes a field only by its
 * own button.
 */
import { check } from "./form/attach-options.js";
import { isOff } from "./guard/brake.js";
import { Live } from "./form/attached-form.js";
import { refuse } from "./guard/readers.js";

/** @import {AttachOptions as Options} from "./form/attach-options.js" */

/** @typedef {Options} AttachOptions */
/** @typedef {import("./events.js").EventDetail} EventDetail */
/** @typedef {import("./form/attach-options.js").Refusal} Refusal */
/** @typedef {{ refused(refusal?: number | Refusal): void, update(options: AttachOptions): void, detach(): void }} Attachment */

/**
 * Starts giving hints in a form. Loads nothing before the form is first focused. A form has one attachment: a second takes the
 * first one's place.
 * @param {HTMLElement} form
 * @param {AttachOptions} options
 * @returns {Attachment}
 */
export function attach(form, options) {
  const live = isOff() ? undefined : begin(form, options);
  return { refused: (refusal) => live?.refused(refusal), update: (changes) => live?.update(changes), detach: () => live?.detach() };
}

/** @param {HTMLElement} form @param {AttachOptions} options */
function begin(form, options) {
  if (!(form instanceof HTMLElement)) refuse("wrongType", "form", "an element");
  return new Live(form, check(options));
}

