/** What a page gives, as it gives it: nothing that another script has put on `Object.prototype`, no holes in lists. */
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
