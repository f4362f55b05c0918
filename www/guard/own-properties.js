/**
 * Own properties only. What some other script has put on `Object.prototype` is no option of the page, no parameter of a
 * hint and no part of an answer.
 */

/**
 * The object's own property; `undefined` where it has none.
 * @template T @template {keyof T} K
 * @param {T | null | undefined} object @param {K} key
 * @returns {T[K] | undefined}
 */
export function own(object, key) {
  return object != null && Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * A copy of objects and lists, as deep as they go, that inherits nothing: what is not there reads as `undefined`.
 * @template T @param {T} value @returns {T}
 */
export function bare(value) {
  if (Array.isArray(value)) return /** @type {any} */ (value.map(bare));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = bare(/** @type {any} */ (value)[key]);
  return copy;
}
