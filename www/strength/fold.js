/** Letters without their accents and ligatures: `pässwörd` is tried by whoever tries `password`. */
import { capMarks } from "../guard/marks.js";

/** What Unicode does not take apart, by itself. @type {Record<string, string>} */
const LIGATURES = { ß: "ss", ẞ: "SS", œ: "oe", Œ: "OE", æ: "ae", Æ: "AE", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i" };

/** The only signs that become combining marks by NFKD without being ones before: voiced and half-voiced, of half width. */
const HALF_WIDTH_MARKS = /[\uff9e\uff9f]/g;

/** The case is kept; signs that make a vowel, as in Hindi or Thai, are no accents. @param {string} text */
export function fold(text) {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const marked = text.replace(HALF_WIDTH_MARKS, (sign) => (sign === "\uff9e" ? "\u3099" : "\u309a"));
  return capMarks(marked).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[ßẞœŒæÆøØłŁđĐı]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** For comparing. @param {string} text */
export function plain(text) {
  return fold(text).toLowerCase();
}
