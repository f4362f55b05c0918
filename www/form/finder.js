/**
 * Which fields of a form are the pair: given by the page, else told by `autocomplete`, else by type. Looks into open shadow
 * roots, and at fields elsewhere on the page that name the form (`form="id"`).
 */
import { call, read } from "./dom.js";

/** @import {AttachOptions} from "./attach-options.js" */

/** @typedef {{ identifier?: HTMLInputElement, password?: HTMLInputElement, server?: HTMLInputElement | HTMLSelectElement }} Fields */

/** What a type alone does not tell apart: new passwords, one-time codes, cards. */
const OTHERS = ":not([autocomplete*=-password i], [autocomplete*=-code i], [autocomplete*=cc- i], [inputmode=numeric][maxlength])";

/** The first that finds something. On a page that asks for the password alone the name may stand in a hidden field. */
const FINDERS = {
  identifier: ["[autocomplete~=username i]", "[autocomplete~=email i]"]
    .concat(["[type=email]", "[type=text]", ":not([type])", "[type=tel]"].map((type) => type + OTHERS)),
  password: ["[autocomplete~=current-password i]", `[type=password]${OTHERS}`],
};

/**
 * @param {Element} form
 * @param {AttachOptions} options
 * @param {Fields} known what was found before: a field stays one of the pair as long as it lives, whatever its type becomes
 * @returns {{ fields: Fields, roots: (Element | ShadowRoot)[] }} and the roots in which fields may come and go
 */
export function find(form, options, known) {
  /** @type {Set<Element>} */
  const inputs = new Set();
  /** @type {(Element | ShadowRoot)[]} */
  const roots = [form];
  const own = read(form, "shadowRoot");
  if (own) roots.push(own);
  for (const root of roots) {
    for (const element of call(root, "querySelectorAll", "*")) {
      if (element instanceof HTMLInputElement) inputs.add(element);
      else {
        const inner = read(element, "shadowRoot");
        if (inner) roots.push(inner);
      }
    }
  }
  // The getter itself: `<input name="elements">` would stand in its place.
  if (form instanceof HTMLFormElement) for (const field of Reflect.get(HTMLFormElement.prototype, "elements", form)) inputs.add(field);
  /** @type {Fields} */
  const fields = Object.create(null);
  for (const name of /** @type {const} */ (["identifier", "password"])) {
    const given = options[name];
    // What is not found cannot be read.
    if (typeof given === "function" || (options.readPassword === false && name === "password")) continue;
    const kept = given ?? (known[name]?.isConnected ? known[name] : undefined);
    // No field is both: a masked name has the type of a password.
    const taken = name === "password" ? fields.identifier : options.password ?? known.password;
    const found = kept ?? FINDERS[name].map((finder) => [...inputs].find((field) => field !== taken && field.matches(`input${finder}`))).find(Boolean);
    if (!found) continue;
    const field = fields[name] = /** @type {HTMLInputElement} */ (found);
    if (field.parentElement) roots.push(field.parentElement);
  }
  if (options.server instanceof HTMLElement) {
    fields.server = options.server;
    if (fields.server.parentElement) roots.push(fields.server.parentElement);
  }
  return { fields, roots };
}
