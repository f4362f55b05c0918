/**
 * A language that nobody speaks, to see what a page does with a long one: every vowel twice and with accents, so that a
 * text is 40 % longer, words and all, in brackets that show where it begins and ends.
 */
/** @import {Messages} from "../../www/describe.js" */

/** @type {Record<string, string>} */
const VOWELS = { a: "àá", e: "èé", i: "ìí", o: "òó", u: "ùú", y: "ýÿ", A: "ÀÁ", E: "ÈÉ", I: "ÌÍ", O: "ÒÓ", U: "ÙÚ" };
const LONGER = 1.4;

/** @param {Messages} messages @returns {Messages} */
export function pseudo(messages) {
  return { .../** @type {Messages} */ (every(messages)), lang: "en-XA" };
}

/** @param {unknown} tree @returns {unknown} */
function every(tree) {
  if (typeof tree === "string") return `⟦${long(tree)}⟧`;
  return Object.fromEntries(Object.entries(/** @type {object} */ (tree)).map(([key, value]) => [key, every(value)]));
}

/** Places and the brackets of optional sentences stay as they are. @param {string} text */
export function long(text) {
  const parts = text.split(/(\{[\w:]+\}|[[\]])/);
  return parts.map((part, i) => (i % 2 ? part : stretch(part))).join("");
}

/** @param {string} text */
function stretch(text) {
  const accented = text.replace(/[aeiouyAEIOU]/g, (vowel) => VOWELS[vowel] ?? vowel);
  const missing = Math.ceil(LONGER * text.length) - accented.length;
  // Where vowels are few, the last letter is drawn out.
  return missing > 0 ? accented.replace(/(\p{L})(?=\P{L}*$)/u, (letter) => letter.repeat(1 + missing)) : accented;
}
