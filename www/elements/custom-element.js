/** What the package's elements have in common. */
import { alone } from "../guard/given.js";

/** On a server that renders there is no such class: ours can be imported there all the same. */
export const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

// The platform's own methods: in a form, `<input name="hasAttribute">` stands in the place of its own; on a document, `<img name="readyState">`.

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @returns {HTMLElementTagNameMap[K]} */
export function create(name) {
  return /** @type {HTMLElementTagNameMap[K]} */ (Document.prototype.createElement.call(document, name));
}

/** @param {Element} element @param {string} name */
export function has(element, name) {
  return Element.prototype.hasAttribute.call(element, name);
}

/** @param {Element} element @param {string} name @param {string | number | boolean | null | undefined} value */
export function reflect(element, name, value) {
  if (value === undefined || value === null || value === false) Element.prototype.removeAttribute.call(element, name);
  else Element.prototype.setAttribute.call(element, name, value === true ? "" : String(value));
}

/** @param {EventTarget} target @param {string} type @param {(event: Event) => void} listener @param {AddEventListenerOptions} options */
export function listen(target, type, listener, options) {
  EventTarget.prototype.addEventListener.call(target, type, listener, alone(options));
}

/**
 * Properties that a page set before the class was there hide the class's own: takes them away and sets them anew.
 * @param {Element} element @param {readonly string[]} names
 */
export function claim(element, names) {
  const held = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  for (const name of names) {
    if (!Object.hasOwn(held, name)) continue;
    const value = held[name];
    delete held[name];
    held[name] = value;
  }
}

/** For the programmer to see, while the page goes on as without us. @param {unknown} error */
export function report(error) {
  setTimeout(() => { throw error; });
}

/** @param {CustomElementConstructor} element @param {string} tag */
export function define(element, tag) {
  const registry = globalThis.customElements;
  // Two copies of the package on one page: the first stays.
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
