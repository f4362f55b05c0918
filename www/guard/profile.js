/**
 * A page's own profiles: `Profile` of `types.d.ts`, checked, in the order of lines in which `src/provider/wire.rs` reads it.
 */
import { day, domain, list, maybe, record, refuse, text, truth, word, words } from "./readers.js";

/** @import {Reader} from "./readers.js" */

/** Optional records cross as 1 and their lines, or as 0. @type {(read: Reader) => Reader} */
const optional = (read) => (value, path) => (value === undefined ? ["0"] : ["1", ...read(value, path)]);

/** @type {Reader} */
const count = (value, path) =>
  Number.isInteger(value) && /** @type {number} */ (value) > 0 && /** @type {number} */ (value) < 100 ? [`${value}`] : refuse("wrongType", path, "a whole number from 1 to 99");

/** Any text of one line, which turns no sentence around it. */
const line = text(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u, "a text");
/** No name or password before the host, nor what only browsers read as a slash: these lead elsewhere than they seem to. */
const href = text(/^https:\/\/[^\s\p{Cc}/?#@\\]+([/?#][^\s\p{Cc}]*)?$/u, "an address that starts with https://", "badLink");
/** Signs, [classes] and {repeats}: the same that `Pattern::is_sound` takes. */
const pattern = text(/^((\[([ -\\^-~]|-\u{10ffff})+\]|[ -*,-Z\\^-z|~])(\{\d{1,3}(,\d{0,3})?\}|\+)?)+$/u, "signs of ASCII, [classes] and {repeats}", "badPattern");
/** Refuses what could describe nothing: counts and classes that run backwards. @type {Reader} */
const soundPattern = (value, path) => {
  const lines = pattern(value, path);
  const counts = [.../** @type {string} */ (value).matchAll(/\{(\d+),(\d+)\}/g)].every(([, least, most]) => Number(least) <= Number(most));
  const classes = [.../** @type {string} */ (value).matchAll(/\[([^\]]+)\]/g)].every(([, signs = ""]) => [...signs.matchAll(/(.)-(.)/gu)].every(([, low = "", high = ""]) => low <= high));
  return counts && classes ? lines : refuse("badPattern", path, "counts and classes that run upwards");
};
const confidence = word("low", "medium", "high");
const certain = ["2"];
const roles = word("accountPassword", "mailboxPassword", "appPassword", "servicePassword", "apiToken");
const forms = word("address", "localPart", "serviceUser", "syncName", "customerNumber", "handle", "fixed", "name");

/** From 1, since nothing stands for all of them. @type {Reader} */
const protocol = (value, path) => (value === undefined ? [""] : word("imap", "smtp", "pop")(value, path).map((at) => `${+at + 1}`));
const languages = maybe(words(text(/^[a-z]{2}$/, "two letters, such as \"de\"")));
const links = maybe(list(record({ rel: word("reset", "create", "help", "signIn"), href, languages })), ["0"]);
/** When a claim was read, and the last day on which it is relied on. */
const period = { read: maybe(day), expires: maybe(day) };

const service = record({
  service: line,
  protocol,
  ownAddresses: truth,
  identifier: record({ forms: list(forms), patterns: maybe(list(soundPattern), ["0"]), example: maybe(line), place: maybe(line) }),
  expects: list(roles),
  issuedOnly: optional(record({ confidence: maybe(confidence, certain), legacySecrets: truth, secondFactorOnly: truth, ...period })),
  noPassword: truth,
  several: truth,
  afterRefusal: truth,
  place: maybe(line),
  usedAt: maybe(list(line), ["0"]),
  links,
  switchOn: optional(record({ what: list(word("imap", "pop", "smtp", "programs")), place: maybe(line), links, ...period })),
  ...period,
});

const host = text(/^(\*|[a-z\d-]+)(\.(\*|[a-z\d-]+))*(\.[a-z\d-]+){2}$|^[a-z\d-]+\.[a-z\d-]+$/, "a host in lower-case ASCII; * for a whole label", "badDomain");
const servers = record({
  service: line,
  protocol,
  hosts: maybe(words(host)),
  paths: maybe(words(text(/^\/[^\s?#]*$/, "the beginning of a path, with its slash"))),
  foreignAddresses: maybe(truth, ["1"]),
});

/** Of the length and of the signs; one word holds for both. @type {Reader} */
const both = (value, path) => {
  if (typeof value === "object") return record({ length: confidence, alphabet: confidence })(value, path);
  const [place = ""] = maybe(confidence, certain)(value, path);
  return [place, place];
};

/** One page, or several. @type {Reader} */
const help = (value, path) => (typeof value === "string" ? ["1", ...href(value, path), ""] : list(record({ href, languages }))(value, path));

/** Texts by language and place, which stay on this side. @type {Reader} */
const places = (value, path) => {
  for (const [language, of] of Object.entries(/** @type {Record<string, Record<string, unknown>>} */ (value))) for (const [place, name] of Object.entries(of)) line(name, `${path}.${language}.${place}`);
  return [];
};

const issued = record({
  role: roles,
  pattern: soundPattern,
  groups: optional(record({ size: count, separator: word(" ", "-"), count })),
  confidence: both,
  ...period,
});

/** @type {Reader} */
export const profile = record({
  id: text(/^[a-z\d-]+$/, "lower-case letters, digits and hyphens"),
  name: line,
  mailDomains: maybe(words(domain)),
  services: list(service),
  issued: maybe(list(issued), ["0"]),
  help: maybe(help, ["0"]),
  servers: maybe(list(servers), ["0"]),
  recovery: maybe(list(soundPattern), ["0"]),
  places: maybe(places, []),
});
