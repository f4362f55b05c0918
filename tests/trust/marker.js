/** Random secrets that are found again: as typed, in part, and written otherwise. */

/** A part of this many characters is a copy. */
const PART = 6;
const SIGNS = "bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ23456789";

/** No word holds six of these in a row by chance. @param {number} length */
export function marker(length) {
  return Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => SIGNS[number % SIGNS.length]).join("");
}

/**
 * What of the secrets stands in a text: each part of six characters, in any case, also behind percent signs, JavaScript's escapes,
 * base64 and hexadecimal.
 * @param {string} text @param {string[]} secrets @returns {string[]}
 */
export function copies(text, secrets) {
  const wanted = partsOf(secrets);
  const found = new Set();
  for (const spelling of [text, ...decoded(text)]) {
    const small = spelling.toLowerCase();
    for (let at = 0; at + PART <= small.length; at++) {
      const part = small.slice(at, at + PART);
      if (wanted.has(part)) found.add(part);
    }
  }
  return [...found];
}

/** Lists only grow: what was made of one holds until then. @type {WeakMap<string[], { count: number, parts: Set<string> }>} */
const known = new WeakMap();

/** @param {string[]} secrets */
function partsOf(secrets) {
  const before = known.get(secrets);
  if (before?.count === secrets.length) return before.parts;
  const parts = new Set(secrets.flatMap((secret) => Array.from({ length: secret.length - PART + 1 }, (_, at) => secret.slice(at, at + PART).toLowerCase())));
  known.set(secrets, { count: secrets.length, parts });
  return parts;
}

/** @param {string} text */
function* decoded(text) {
  if (text.includes("%")) yield text.replace(/(%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString());
  if (text.includes("+")) yield text.replaceAll("+", " ");
  if (text.includes("\\")) yield text.replace(/\\u([\da-f]{4})|\\x([\da-f]{2})/gi, (_, four, two) => String.fromCharCode(parseInt(four ?? two, 16)));
  if (text.includes("\0")) yield text.replaceAll("\0", ""); // UTF-16
  for (const [run] of text.matchAll(/[\w+/-]{8,4096}/g)) {
    yield Buffer.from(run, "base64").toString("latin1");
    if (/^[\da-f]+$/i.test(run)) yield Buffer.from(run, "hex").toString("latin1");
  }
}
