/** Letters without their accents and ligatures: `pässwörd` is tried by whoever tries `password`. */

/** What Unicode does not take apart, by itself. @type {Record<string, string>} */
const LIGATURES = { ß: "ss", ẞ: "SS", œ: "oe", Œ: "OE", æ: "ae", Æ: "AE", ø: "o", Ø: "O", ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i" };

/** The case is kept; signs that make a vowel, as in Hindi or Thai, are no accents. @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[ßẞœŒæÆøØłŁđĐı]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** For comparing. @param {string} text */
export function plain(text) {
  return fold(text).toLowerCase();
}
