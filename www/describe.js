/**
 * Words for hints: a code and its parameters become sentences, link texts and the name of a place in one language.
 * Nothing here touches the page; whoever renders puts `parts` into text nodes and `<bdi>`.
 */
import { fill, localeTag, whole } from "./text/catalogue.js";
import { loadPlaces, loadRefused, loadTexts } from "./text/locales.js";
import englishGuide from "./locales/en/table.js";
import { bare, own } from "./guard/own-properties.js";

/** @import {Guide, Hint, HintCode, HintParams, IdentifierForm, Link, Role, Service} from "./types.js" */

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
 *   : P extends { cause: infer V extends string } ? Record<V, Sentences>
 *   : P extends { script: infer V extends string } ? Record<V, Sentences> : Sentences} TextOf
 */

/** @typedef {"account" | "webmail" | "mailbox" | "caldav" | "webdav" | "ftp" | "ssh" | "mysql" | "phpmyadmin" | "git" | "registry" | "api" | "publicCloud" | "swissBackup"} NamedService */

/**
 * One language. A catalogue that lacks a key does not compile.
 * @typedef {object} Messages
 * @property {string} lang BCP 47; its language alone is what `{locale}` in a link becomes
 * @property {{ [C in HintCode]: TextOf<HintParams[C]> }} hints
 * @property {Record<Link["rel"], string>} links link texts that make sense out of context
 * @property {Record<"identifier" | "password", string>} fields as they stand where a text says `{field}`: with article, case, preposition
 * @property {Record<string, Record<string, string>>} [places] by provider: what it calls where a secret is made or a name shown. `loadLocale` brings them,
 *   and `attach` those of its provider
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
/** @typedef {{ [K in "verdict" | "edge" | "character" | "wrapper" | "cause" | "script" | "letter" | "field" | "provider" | "name" | "place" | "domain" | "suggestion" | "example" | "username"]?: string } & { length?: number, minLength?: number, links?: Link[] }} AnyParams */

/** Longest echo, in characters: a longer one is no help to a reader and may be hostile. */
const ECHO_LIMIT = 80;

/**
 * Brings the catalogue for a locale (`de-CH`, else `de`, else English; in any case, `_` for `-`) and keeps it.
 * @param {string} locale
 * @returns {Promise<Messages>}
 */
export async function loadLocale(locale) {
  const messages = await loadTexts(locale);
  if (!own(messages, "places")) messages.places = await loadPlaces(messages.lang);
  // Of other languages these stand with the rest.
  if (messages.lang === "en" && !own(messages.hints, "showPassword")) messages.hints = { ...messages.hints, ...(await loadRefused()) };
  return messages;
}

/**
 * Says a hint in words. A code that the catalogue does not know, from a newer core, gives an empty description; of a hint that
 * is none, or lacks what its text must name, as much is said as is known. Throws `PasskindError` without messages, and never else.
 * @param {Hint} hint
 * @param {Messages} messages what `loadLocale` gave, or your own
 * @returns {Description}
 */
export function describe(hint, messages) {
  whole(messages, "loadLocale");
  try {
    return say(own(hint, "code"), bare({ ...hint.params }), messages);
  } catch {
    return { text: "", parts: [], lang: messages.lang, links: [] }; // of the page's own making: no hint, a getter that throws
  }
}

/** @param {unknown} code @param {AnyParams} params @param {Messages} messages @returns {Description} */
function say(code, params, messages) {
  const place = placeName(messages, params.provider, params.place);
  const parts = fill(sentences(messages, code, params), {
    domain: echo(params.domain),
    suggestion: echo(params.suggestion),
    example: echo(params.example),
    username: echo(params.username),
    letter: typeof params.letter === "string" ? params.letter : undefined,
    name: echo(params.name),
    length: params.length,
    minLength: params.minLength,
    field: own(messages.fields, /** @type {"identifier" | "password"} */ (params.field)),
    place,
  }, messages.lang);
  return { text: flat(parts), parts, lang: messages.lang, ...(place && { place }), links: describeLinks(messages, params.links) };
}

/**
 * The provider's table in words.
 * @param {Guide} guide
 * @param {Messages} messages what `loadLocale` gave, or your own
 * @returns {DescribedGuide}
 */
export function describeGuide(guide, messages) {
  whole(messages, "loadLocale");
  const { services, roles, forms, guide: words } = own(messages, "guideWords") ?? englishGuide;
  const either = new Intl.ListFormat(localeTag(messages.lang), bare({ type: "disjunction" }));
  const { provider, name, help: wayOut, rows: given } = bare(guide);
  const rows = given.map((row) => {
    const place = placeName(messages, provider, row.place);
    const form = forms[row.identifier.form];
    return {
      service: row.service,
      name: own(/** @type {Record<string, string>} */ (services), row.service) ?? row.service,
      identifier: row.identifier.example ? flat(fill(words.example, { form, example: row.identifier.example }, messages.lang)) : form,
      password: either.format(row.password.map((role) => roles[role])),
      usedAt: row.usedAt,
      ...(row.several && { several: words.several }),
      ...(place && { place }),
      links: describeLinks(messages, row.links),
    };
  });
  const [help] = describeLinks(messages, wayOut && [wayOut]);
  const title = name ? flat(fill(words.titleOf, { name }, messages.lang)) : words.title;
  return { title, lang: messages.lang, columns: words.columns, rows, ...(help && { help }) };
}

/** @param {Messages} messages @param {unknown} code @param {AnyParams} params @returns {Sentences} */
function sentences(messages, code, params) {
  const text = /** @type {unknown} */ (own(messages.hints, /** @type {HintCode} */ (code)));
  const one = typeof text === "object" ? own(/** @type {any} */ (text), params.verdict ?? params.edge ?? params.character ?? params.wrapper ?? params.cause ?? params.script ?? "") : text;
  return typeof one === "string" ? one : "";
}

/** Text around echoes with U+2068 and U+2069, so that a right-to-left name cannot reorder a sentence. @param {Part[]} parts */
function flat(parts) {
  return parts.map((part) => (typeof part === "string" ? part : `\u2068${part.echo}\u2069`)).join("");
}

/** Cut, and without control, format (bidi, zero width) and half characters. @param {string | undefined} typed */
export function echo(typed) {
  if (typeof typed !== "string" || !typed) return undefined;
  const visible = typed.slice(0, 4 * ECHO_LIMIT).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "");
  return { echo: [...visible].slice(0, ECHO_LIMIT).join("") };
}

/** @param {Messages} messages @param {string} [provider] @param {string} [place] @returns {string | undefined} */
function placeName({ places }, provider = "", place = "") {
  return own(own(places, provider), place);
}

/** What is no list of links, or no link to a page, is left out. @param {Messages} messages @param {unknown} links @returns {DescribedLink[]} */
function describeLinks({ lang, links: texts }, links) {
  if (!Array.isArray(links)) return [];
  const [language = ""] = `${lang}`.split(/[-_]/, 1);
  return links
    .filter((link) => typeof link?.href === "string" && link.href.startsWith("https://"))
    .map(({ rel, href }) => ({ rel, href: href.replaceAll("{locale}", language), text: own(texts, /** @type {Link["rel"]} */ (rel)) ?? "" }));
}
