/**
 * Words for hints: a code and its parameters become sentences, link texts and the name of a place in one language.
 * Nothing here touches the page; whoever renders puts `parts` into text nodes and `<bdi>`.
 */
import { bring, closest, fill } from "./catalogue.js";
import en from "./locales/en.js";
import englishGuide from "./locales/en-guide.js";

/** @import {Shelf} from "./catalogue.js" */
/** @import {Field, Guide, Hint, HintCode, HintParams, IdentifierForm, Link, Role, Service} from "./types.js" */

/**
 * Whole sentences. `{name}` is filled in; a sentence in [square brackets] appears only when all that it names is known, so
 * that of `[It has {length:one} character.] [It has {length:other} characters.]` the one with the number's plural does.
 * @typedef {string} Sentences
 */

/**
 * A hint whose sentences differ by one of its parameters has one entry for each value of it.
 * @template P
 * @typedef {P extends { verdict: infer V extends string } ? Record<V, Sentences>
 *   : P extends { edge: infer V extends string } ? Record<V, Sentences>
 *   : P extends { character: infer V extends string } ? Record<V, Sentences>
 *   : P extends { wrapper: infer V extends string } ? Record<V, Sentences>
 *   : P extends { script: infer V extends string } ? Record<V, Sentences> : Sentences} TextOf
 */

/** @typedef {"account" | "webmail" | "mailbox" | "caldav" | "webdav" | "ftp" | "ssh" | "mysql" | "phpmyadmin" | "git" | "registry" | "api" | "publicCloud" | "swissBackup"} NamedService */

/**
 * One language. A catalogue that lacks a key does not compile.
 * @typedef {object} Messages
 * @property {string} lang BCP 47; its language alone is what `{locale}` in a link becomes
 * @property {{ [C in HintCode]: TextOf<HintParams[C]> }} hints
 * @property {Record<Link["rel"], string>} links link texts that make sense out of context
 * @property {Record<Field, string>} fields as they stand where a text says `{field}`: with article, case, preposition
 * @property {Record<string, Record<string, string>>} places by provider: what it calls where a secret is made or a name shown
 * @property {string} use label of the button that takes `{suggestion}` over
 * @property {string} dismiss label of the button that hides a hint
 * @property {string} held after a hint, when `holdOnce` has held the form back
 * @property {GuideWords} [guideWords] English ones stand apart, so that a sign-in page does not load them
 */
/**
 * @typedef {object} GuideWords
 * @property {Record<NamedService, string> & Record<string, string>} services
 * @property {Record<Role, string>} roles
 * @property {Record<IdentifierForm, string>} forms
 * @property {GuideTable} guide
 */
/** @typedef {{ title: string, titleOf: string, example: string, several: string, columns: Record<GuideColumn, string> }} GuideTable */
/** @typedef {"name" | "identifier" | "password" | "usedAt" | "place"} GuideColumn */

/** @typedef {string | { echo: string }} Part an `echo` is what someone typed or wrote: isolate its direction */
/** @typedef {{ rel: Link["rel"], href: string, text: string }} DescribedLink */
/** @typedef {{ text: string, parts: Part[], lang: string, place?: string, links: DescribedLink[] }} Description */
/** @typedef {{ service: Service, name: string, identifier: string, password: string, usedAt: string[], several?: string, place?: string, links: DescribedLink[] }} DescribedGuideRow */
/** @typedef {{ title: string, lang: string, columns: Record<GuideColumn, string>, rows: DescribedGuideRow[], help?: DescribedLink }} DescribedGuide */

/** What any hint may know; each is optional here because a newer core may send another set. */
/** @typedef {{ [K in "verdict" | "edge" | "character" | "wrapper" | "script" | "letter" | "field" | "provider" | "name" | "place" | "domain" | "suggestion" | "example" | "username"]?: string } & { length?: number, minLength?: number, links?: Link[] }} AnyParams */

/** Longest echo, in characters: a longer one is no help to a reader and may be hostile. */
const ECHO_LIMIT = 80;

/** Literal imports, so that every bundler finds them. @type {Shelf<Messages>} */
const shelf = {
  en,
  de: () => import("./locales/de.js"),
  "de-ch": () => import("./locales/de-CH.js"),
  es: () => import("./locales/es.js"),
  fr: () => import("./locales/fr.js"),
  it: () => import("./locales/it.js"),
};

/**
 * Brings the catalogue for a locale (`de-CH`, else `de`, else English; in any case, `_` for `-`) and keeps it, so that
 * `describe` finds it.
 * @param {string} locale
 * @returns {Promise<Messages>}
 */
export function loadLocale(locale) {
  return bring(shelf, locale);
}

/**
 * Says a hint in words. A code that the catalogue does not know, from a newer core, gives an empty description.
 * @param {Hint} hint
 * @param {string | Messages} [locale] a locale brought by `loadLocale`, or messages of your own; English otherwise
 * @returns {Description}
 */
export function describe(hint, locale = "en") {
  const messages = catalogue(locale);
  const params = /** @type {AnyParams} */ (hint.params);
  const place = placeName(messages, params.provider, params.place);
  const parts = fill(sentences(messages, hint.code, params), {
    __proto__: /** @type {never} */ (null), // texts of a page's own may name anything
    domain: echo(params.domain),
    suggestion: echo(params.suggestion),
    example: echo(params.example),
    username: echo(params.username),
    letter: params.letter,
    name: echo(params.name),
    length: params.length,
    minLength: params.minLength,
    field: messages.fields[/** @type {Field} */ (params.field)],
    place,
  }, messages.lang);
  return { text: flat(parts), parts, lang: messages.lang, ...(place && { place }), links: describeLinks(messages, params.links) };
}

/**
 * The provider's table in words.
 * @param {Guide} guide
 * @param {string | Messages} [locale]
 * @returns {DescribedGuide}
 */
export function describeGuide(guide, locale = "en") {
  const messages = catalogue(locale);
  const { services, roles, forms, guide: words } = messages.guideWords ?? englishGuide;
  const either = new Intl.ListFormat(messages.lang, { type: "disjunction" });
  const rows = guide.rows.map((row) => {
    const place = placeName(messages, guide.provider, row.place);
    const form = forms[row.identifier.form];
    return {
      service: row.service,
      name: /** @type {Record<string, string>} */ (services)[row.service] ?? row.service,
      identifier: row.identifier.example ? flat(fill(words.example, { form, example: row.identifier.example }, messages.lang)) : form,
      password: either.format(row.password.map((role) => roles[role])),
      usedAt: row.usedAt,
      ...(row.several && { several: words.several }),
      ...(place && { place }),
      links: describeLinks(messages, row.links),
    };
  });
  const [help] = describeLinks(messages, guide.help && [guide.help]);
  const title = guide.name ? flat(fill(words.titleOf, { name: guide.name }, messages.lang)) : words.title;
  return { title, lang: messages.lang, columns: words.columns, rows, ...(help && { help }) };
}

/** @param {string | Messages} locale */
function catalogue(locale) {
  return typeof locale === "string" ? /** @type {Messages} */ (shelf[closest(shelf, locale, true)]) : locale;
}

/** @param {Messages} messages @param {string} code @param {AnyParams} params @returns {Sentences} */
function sentences(messages, code, params) {
  if (!Object.hasOwn(messages.hints, code)) return "";
  /** @type {string | Record<string, string>} */
  const text = messages.hints[/** @type {HintCode} */ (code)];
  if (typeof text === "string") return text;
  return text[params.verdict ?? params.edge ?? params.character ?? params.wrapper ?? params.script ?? ""] ?? "";
}

/** Text around echoes with U+2068 and U+2069, so that a right-to-left name cannot reorder a sentence. @param {Part[]} parts */
function flat(parts) {
  return parts.map((part) => (typeof part === "string" ? part : `\u2068${part.echo}\u2069`)).join("");
}

/** Cut, and without control, format (bidi, zero width) and half characters. @param {string | undefined} typed */
export function echo(typed) {
  if (!typed) return undefined;
  const visible = typed.slice(0, 4 * ECHO_LIMIT).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "");
  return { echo: [...visible].slice(0, ECHO_LIMIT).join("") };
}

/** @param {Messages} messages @param {string} [provider] @param {string} [place] @returns {string | undefined} */
function placeName({ places }, provider = "", place = "") {
  const own = Object.hasOwn(places, provider) ? places[provider] ?? {} : {};
  return Object.hasOwn(own, place) ? own[place] : undefined;
}

/** @param {Messages} messages @param {Link[]} [links] @returns {DescribedLink[]} */
function describeLinks({ lang, links: texts }, links = []) {
  return links
    .filter(({ href }) => href.startsWith("https://"))
    .map(({ rel, href }) => ({ rel, href: href.replaceAll("{locale}", /** @type {string} */ (lang.split("-")[0])), text: texts[rel] }));
}
