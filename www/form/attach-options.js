/** What `attach` takes: options of its own, and those of the guard that it makes. Names and types are checked at once. */
import { own } from "../guard/own-properties.js";
import { line, maybe, record, refuse, truth } from "../guard/readers.js";

/** @import {Assessment, Cause, Credentials, GuardOptions, Observation} from "../types.js" */
/** @import {Messages} from "../describe.js" */
/** @import {Reader} from "../guard/readers.js" */

/** @typedef {{ assess(credentials: Credentials, observation?: Observation): Assessment }} Assessor */
/**
 * @typedef {object} OwnOptions
 * @property {Assessor | undefined} [guard] one made before, in place of all guard options
 * @property {string | undefined} [locale] language of the texts; the form's own `lang` by default
 * @property {Messages | undefined} [messages] texts of your own, in place of a locale
 * @property {HTMLInputElement | (() => string) | undefined} [identifier] the field, found by `autocomplete` and type when left out; a
 *   function that tells the name where no field holds it, such as on the second page of a sign-in
 * @property {HTMLInputElement | undefined} [password]
 * @property {HTMLInputElement | HTMLSelectElement | string | (() => string) | undefined} [server] the server that the pair is for, where
 *   a form has a field for it: that field, a host, or a function that tells one
 * @property {HTMLElement | undefined} [sso] the page's button for single sign-on: named before any reset, while it can be used
 * @property {boolean | undefined} [readPassword] `false`: the password's value is never read, and all stands beside the name field,
 *   which this mode needs; on by default
 * @property {boolean | undefined} [holdOnce] holds the first submission of a pair whose password is `probably` of another kind,
 *   once, and says so; off by default
 * @property {boolean | undefined} [exposeCodes] let events tell verdict and codes that describe the secret; off by default
 * @property {AbortSignal | undefined} [signal] detaches when it is aborted
 */
/** @typedef {OwnOptions & { [K in keyof GuardOptions]?: GuardOptions[K] | undefined }} AttachOptions */

/**
 * What the page knows of a refusal.
 * @typedef {object} Refusal
 * @property {number | undefined} [times] how often the pair was refused, if the server tells
 * @property {string | undefined} [reply] the line of a server of somebody else's: its cause is read, and nothing of it kept
 * @property {Cause | undefined} [cause] the same, read before; the reply is then not
 */

/** Those of the guard, which reads them itself when it is made. */
export const GUARD_OPTIONS = /** @type {const} */ (["service", "provider", "profiles", "hostedDomains", "explainBeforeRefusal", "today"]);

/** @param {(value: any) => unknown} fits @param {string} allowed @returns {Reader} */
const kind = (fits, allowed) => maybe((value, path) => (fits(value) ? [] : refuse("wrongType", path, allowed)));
const isField = (/** @type {unknown} */ value) => value instanceof HTMLInputElement;
const anything = kind(() => true, "");

const read = record({
  ...Object.fromEntries(GUARD_OPTIONS.map((name) => [name, anything])),
  guard: kind((guard) => typeof guard?.assess === "function", "what createGuard gave"),
  locale: maybe(line),
  messages: kind((messages) => messages?.hints && messages.links, "a whole catalogue"),
  identifier: kind((value) => isField(value) || typeof value === "function", "an input element or a function"),
  password: kind(isField, "an input element"),
  server: kind((value) => isField(value) || value instanceof HTMLSelectElement || typeof value === "string" || typeof value === "function", "an input or select element, a text or a function"),
  sso: kind((value) => value instanceof HTMLElement, "an element"),
  readPassword: truth,
  holdOnce: truth,
  exposeCodes: truth,
  signal: kind((signal) => signal instanceof AbortSignal, "an AbortSignal"),
});

/** @param {AttachOptions} options @returns {AttachOptions} its own properties, and no others */
export function check(options) {
  read(options, "");
  const own = /** @type {AttachOptions} */ ({ __proto__: null, ...options });
  if (own.guard && GUARD_OPTIONS.some((name) => own[name] !== undefined)) refuse("wrongType", "guard", "no options beside it: it has its own");
  if (own.password && own.password === own.identifier) refuse("wrongType", "password", "another field than `identifier`");
  return own;
}

const readRefusal = record({ times: kind((times) => times >>> 0 === times, "a whole number"), reply: anything, cause: anything });

/** Refuses what is of another type, but for what a server said. @param {number | Refusal} [given] @returns {[times: number | undefined, said: unknown, isReply: boolean]} */
export function heard(given = {}) {
  const refusal = typeof given === "number" ? { times: given } : given;
  readRefusal(refusal, "refused");
  const cause = own(refusal, "cause");
  const isReply = cause === undefined;
  return [own(refusal, "times"), isReply ? own(refusal, "reply") : cause, isReply];
}
