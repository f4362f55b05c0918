/** What a page gives, as it gives it: nothing that another script has put on `Object.prototype`, no holes in lists. */
import { PasskindError, refuse } from "./options.js";

/** Of a longer list holes are not filled: a list may claim any length. */
const MOST_FILLED = 20_000;

/**
 * A copy of the object's own properties, which inherits none; also for what is handed to the platform, which reads inherited
 * members of its dictionaries as well.
 * @template {object} T @param {T} object
 * @returns {T}
 */
export function alone(object) {
  return Object.assign(Object.create(null), object);
}

/** Each hole is `undefined`, at its place. @template T @param {T} list @returns {T} */
export function dense(list) {
  return Array.isArray(list) && list.length <= MOST_FILLED ? /** @type {T} */ (Array.from(list)) : list;
}

/** Reading options may run code of the page, such as a getter that throws: no error but ours. @template T @param {() => T} read @returns {T} */
export function readable(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof PasskindError) throw error;
    return refuse("unreadable", "options", "an object whose properties can be read");
  }
}
