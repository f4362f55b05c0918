/** What `attach` takes: options of its own, and those of the guard that it makes. Names and types are checked at once. */
import { refuse } from "./options.js";

/** @import {Assessment, Credentials, GuardOptions, Observation} from "./types.js" */
/** @import {Messages} from "./describe.js" */

/** @typedef {{ assess(credentials: Credentials, observation?: Observation): Assessment }} Assessor */
/**
 * @typedef {object} OwnOptions
 * @property {Assessor | undefined} [guard] one made before, in place of all guard options
 * @property {string | undefined} [locale] language of the texts; the form's own `lang` by default
 * @property {Messages | undefined} [messages] texts of your own, in place of a locale
 * @property {HTMLInputElement | (() => string) | undefined} [identifier] the field, found by `autocomplete` and type when left out; a
 *   function that tells the name where no field holds it, such as on the second page of a sign-in
 * @property {HTMLInputElement | undefined} [password]
 * @property {"both" | "identifier" | undefined} [fields] `"identifier"`: the password's value is never read; `"both"` by default
 * @property {boolean | undefined} [holdOnce] holds the first submission of a pair whose password is `probably` of another kind,
 *   once, and says so; off by default
 * @property {boolean | undefined} [exposeCodes] let events tell verdict and codes that describe the secret; off by default
 * @property {AbortSignal | undefined} [signal] detaches when it is aborted
 */
/** @typedef {OwnOptions & { [K in keyof GuardOptions]?: GuardOptions[K] | undefined }} AttachOptions */

/** Those of the guard. */
export const GUARD_OPTIONS = /** @type {const} */ (["service", "provider", "profiles", "hostedDomains", "explain", "today"]);

/** @type {[(value: any) => boolean, string]} */
const TRUTH = [(value) => typeof value === "boolean", "true or false"];

/** @type {Record<keyof OwnOptions, [(value: any) => boolean, string]>} */
const RULES = {
  guard: [(guard) => typeof guard?.assess === "function", "what createGuard gave"],
  locale: [(locale) => typeof locale === "string", "a language tag"],
  messages: [(messages) => messages?.hints && messages.links && messages.places, "a whole catalogue"],
  identifier: [(field) => field instanceof HTMLInputElement || typeof field === "function", "an input element or a function"],
  password: [(field) => field instanceof HTMLInputElement, "an input element"],
  fields: [(fields) => fields === "both" || fields === "identifier", '"both" or "identifier"'],
  holdOnce: TRUTH,
  exposeCodes: TRUTH,
  signal: [(signal) => signal instanceof AbortSignal, "an AbortSignal"],
};

/** @param {AttachOptions} options */
export function check(options) {
  if (typeof options !== "object" || options === null) refuse("badOption", "options", "an object");
  const names = [...GUARD_OPTIONS, ...Object.keys(RULES)];
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) refuse("unknownOption", name, `one of ${names.join(", ")}`);
    const [fits, wanted] = RULES[/** @type {keyof OwnOptions} */ (name)] ?? [];
    if (value !== undefined && fits?.(value) === false) refuse("badOption", name, wanted ?? "");
  }
  if (options.guard && GUARD_OPTIONS.some((name) => options[name] !== undefined)) refuse("badOption", "guard", "no option beside it that it already has");
}
