/** The demo's own texts: one file per language. Read by the pages, by the small server and by the tests. */
import en from "./texts/en.js";

/** @typedef {typeof en} Texts */
/** @typedef {keyof typeof LANGUAGES} Language */
/** What a page of the demo shows. @typedef {keyof typeof en.titles} PageName */

/** As their readers call them. */
export const LANGUAGES = { en: "English", fr: "Français", de: "Deutsch", it: "Italiano", es: "Español" };

/** @type {Record<Language, () => Promise<{ default: Texts }>>} */
const files = {
  en: async () => ({ default: en }),
  fr: () => import("./texts/fr.js"),
  de: () => import("./texts/de.js"),
  it: () => import("./texts/it.js"),
  es: () => import("./texts/es.js"),
};

/** @param {Language} language */
export async function loadTexts(language) {
  return (await files[language]()).default;
}

/** The first of the wanted languages that the demo has: `de-CH` is `de`. @param {readonly (string | null | undefined)[]} wanted @returns {Language} */
export function languageOf(wanted) {
  const known = wanted.map((tag) => tag?.split("-")[0]?.toLowerCase() ?? "").find((tag) => Object.hasOwn(LANGUAGES, tag));
  return /** @type {Language} */ (known ?? "en");
}

/** The text at a path, `leads.{page}` with the page's name put in. @param {Texts} texts @param {string} path @param {PageName} page */
export function textAt(texts, path, page) {
  let found = /** @type {unknown} */ (texts);
  for (const key of path.replace("{page}", page).split(".")) found = /** @type {Record<string, unknown> | undefined} */ (found)?.[key];
  return typeof found === "string" ? found : "";
}
