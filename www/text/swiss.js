/** German as Switzerland writes it: ss for ß, guillemets for quotation marks. */

/** @template {{ lang: string }} M @param {M} german @returns {M} */
export function swiss(german) {
  const texts = JSON.stringify(german).replaceAll("ß", "ss").replaceAll("„", "«").replaceAll("“", "»");
  return { ...JSON.parse(texts), lang: "de-CH" };
}
