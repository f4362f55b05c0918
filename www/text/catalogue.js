/** What every catalogue of texts needs: the way from a locale's tag to its file, and from a text to what is read. */

import { mismatch } from "../guard/readers.js";

/** @import {Part} from "../describe.js" */

/**
 * A language's tag as `Intl` takes it, `_` being read as `-`; English where it is no tag.
 * @param {unknown} lang
 */
export function localeTag(lang) {
  try {
    return Intl.getCanonicalLocales(/** @type {string} */ (lang).replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

/**
 * The languages of one kind of text, by tag in lower case: catalogues, and ways to bring one.
 * @template M
 * @typedef {Record<string, M | (() => Promise<{ default: M }>)>} Shelf
 */

/**
 * `DE_ch-1996` is looked up as `de-ch-1996`, `de-ch`, `de` (RFC 4647, lookup), then as English.
 * @template {object} M @param {Shelf<M>} shelf @param {string} locale
 */
export function closest(shelf, locale) {
  const subtags = locale.toLowerCase().split(/[-_]/, 9); // of more, no language is told apart
  for (; subtags.length; subtags.pop()) {
    const tag = subtags.join("-");
    if (Object.hasOwn(shelf, tag)) return tag;
  }
  return "en";
}

/** @template {object} M @param {Shelf<M>} shelf @param {string} locale @returns {Promise<M>} */
export async function bring(shelf, locale) {
  const tag = closest(shelf, locale);
  if (typeof shelf[tag] === "function") shelf[tag] = (await shelf[tag]()).default;
  return Object.setPrototypeOf(shelf[tag], null); // nothing inherited, nor a `then` that the promise would call
}

/**
 * Puts values in their places. A sentence in [square brackets] appears only when all that it names is known; `{length:one}`
 * is known when the language counts that number as `one`, a category of Intl.PluralRules.
 * @param {string} template
 * @param {Record<string, Part | number | undefined>} given
 * @param {string} lang
 * @returns {Part[]}
 */
export function fill(template, given, lang) {
  const values = /** @type {Record<string, Part | undefined>} */ (Object.assign(Object.create(null), given)); // texts of a page's own may name anything
  for (const [name, value] of Object.entries(given)) {
    if (Number.isFinite(value)) values[name] = values[`${name}:${new Intl.PluralRules(localeTag(lang)).select(/** @type {number} */ (value))}`] = `${value}`;
  }
  return template
    .replace(/\s*\[(.*?)\]/g, (_, sentence) =>
      [...sentence.matchAll(/\{([\w:]+)\}/g)].every(([, name]) => values[name]) ? ` ${sentence}` : "")
    .trim()
    .split(/\{([\w:]+)\}/)
    .map((piece, i) => (i % 2 ? values[piece] ?? "" : piece))
    .filter((part) => part !== "");
}

/**
 * Texts, as the caller gives them: there is no language to fall back to, and a promise of texts is none yet.
 * @template {{ hints: object }} M @param {M} messages @param {string} loader what gives them
 */
export function whole(messages, loader) {
  return messages?.hints ? messages : mismatch(messages, "messages", `what \`await ${loader}()\` gives, or a whole catalogue of your own`);
}
