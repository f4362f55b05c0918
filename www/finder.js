/**
 * Which fields of a form are the pair: given by the page, else told by `autocomplete`, else by type. Looks into open shadow
 * roots, and at fields elsewhere on the page that name the form (`form="id"`).
 */
/** @import {Field} from "./types.js" */

/** @typedef {Partial<Record<Field, HTMLInputElement>>} Fields */

/** The first that finds something. On a page that asks for the password alone the name may stand in a hidden field. */
const FINDERS = {
  identifier: ["[autocomplete~=username i]", "[autocomplete~=email i]"]
    .concat(["[type=email]", "[type=text]", ":not([type])", "[type=tel]"].map((type) => `${type}:not([autocomplete~=current-password i])`)),
  password: ["[autocomplete~=current-password i]", "[type=password]:not([autocomplete~=new-password i])"],
};

/**
 * @param {Element} form
 * @param {Field[]} wanted
 * @param {Partial<Record<Field, unknown>>} given fields that the page names
 * @param {Fields} known what was found before: a field stays one of the pair as long as it lives, whatever its type becomes
 * @returns {{ fields: Fields, roots: Node[] }} and the roots in which fields may come and go
 */
export function find(form, wanted, given, known) {
  /** @type {Set<Element>} */
  const inputs = new Set();
  /** @type {Node[]} */
  const roots = [form];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = /** @type {Element} */ (walker.currentNode);
      if (node instanceof HTMLInputElement) inputs.add(node);
      else if (node.shadowRoot instanceof ShadowRoot) roots.push(node.shadowRoot);
    }
  }
  // The getter itself: `<input name="elements">` would stand in its place.
  if (form instanceof HTMLFormElement) for (const field of Reflect.get(HTMLFormElement.prototype, "elements", form)) inputs.add(field);
  /** @type {Fields} */
  const fields = {};
  for (const name of wanted) {
    const kept = given[name] ?? (known[name]?.isConnected ? known[name] : undefined);
    const found = kept ?? FINDERS[name].map((finder) => [...inputs].find((field) => field.matches(`input${finder}`))).find((field) => field);
    if (!found) continue;
    const field = fields[name] = /** @type {HTMLInputElement} */ (found);
    if (field.parentNode) roots.push(field.parentNode);
  }
  return { fields, roots };
}
