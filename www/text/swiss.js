/** German as Switzerland writes it: ss for ß, guillemets for quotation marks. */

/** @template {object} T @param {T} german @returns {T} */
export function swiss(german) {
  const texts = JSON.parse(JSON.stringify(german).replaceAll("ß", "ss").replaceAll("„", "«").replaceAll("“", "»"));
  return "lang" in german ? { ...texts, lang: "de-CH" } : texts;
}
