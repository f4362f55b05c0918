/**
 * The rules for a new password, which answer without any WebAssembly: lengths in code points, what must not be the whole
 * of it, and, only where a provider documents it, kinds of characters.
 *
 * By default those of NIST SP 800-63B-4 (3.1.1.2) and OWASP ASVS 5 (6.2): 15 characters where the password is the only
 * factor, 8 where a second one stands, every character allowed, no composition rules, no greatest length. Read at second
 * hand, 2026-11-22; https://pages.nist.gov/800-63-4/sp800-63b.html, https://github.com/OWASP/ASVS.
 */
import { plain } from "./fold.js";
import { alone, dense } from "../guard/given.js";
import { line, list, maybe, record, refuse, truth, word } from "../guard/readers.js";
import PROVIDERS from "../providers/policies.js";
import { sameness } from "./sameness.js";

/** @import {CharacterKind, OtherPassword, Policy, StrengthHint} from "../types.js" */

/** A remainder shorter than NIST's least length: the identifier is all there is to guess. */
const LEAST_BESIDE_IDENTIFIER = 8;
/** A shorter piece of an identifier is found in many passwords by chance. */
const LEAST_PIECE = 4;
/** UTF-16 units of an identifier (an address has 254 octets at most) and of a password that are compared with each other. */
const IDENTIFIER_UNITS = 320;
const PASSWORD_UNITS = 1024;

/** @type {Record<"singleFactor" | "secondFactor", Policy>} */
const GENERAL = { singleFactor: { minLength: 15 }, secondFactor: { minLength: 8 } };

/** @type {Record<CharacterKind, RegExp>} */
const KINDS = { lower: /\p{Ll}/u, upper: /\p{Lu}/u, digit: /\p{Nd}/u, symbol: /[^\p{L}\p{N}\s]/u };

/** @type {import("../guard/readers.js").Reader} */
const characters = (value, path) =>
  Number.isInteger(value) && Number(value) > 0 ? [] : refuse(value === undefined ? "missingOption" : "wrongType", path, "a number of characters");
const ofProvider = record({ provider: line, service: line });
const ofOnesOwn = record({ minLength: characters, maxLength: maybe(characters), needs: maybe(list(word(...Object.keys(KINDS)))), ascii: truth });

/**
 * The rules that an option names, with nothing inherited. A provider without documented rules has the general ones.
 * @param {unknown} option
 * @returns {Policy}
 */
export function policyOf(option = "singleFactor") {
  if (option === "singleFactor" || option === "secondFactor") return alone(GENERAL[option]);
  if (typeof option !== "object" || option === null) return refuse("wrongType", "policy", '"singleFactor", "secondFactor", a provider and its service, or rules of your own');
  const given = alone(/** @type {Partial<Policy> & { provider?: string, service?: string }} */ (option));
  if ("provider" in given || "service" in given) {
    ofProvider(given, "policy");
    const { provider, service } = /** @type {{ provider: string, service: string }} */ (given);
    const services = Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider] ?? {} : {};
    return alone((Object.hasOwn(services, service) && services[service]) || GENERAL.singleFactor);
  }
  if (given.needs) given.needs = dense(given.needs);
  ofOnesOwn(given, "policy");
  const own = /** @type {Policy} */ (given);
  return own.maxLength === undefined || own.maxLength >= own.minLength ? own : refuse("wrongType", "policy.maxLength", "minLength or more");
}

/**
 * The rules that a password breaks, the plainest first.
 * @param {string} password
 * @param {Policy} policy
 * @param {{ identifier: string, others: OtherPassword[] }} form
 * @returns {StrengthHint[]}
 */
export function broken(password, policy, { identifier, others }) {
  const length = [...password].length;
  /** @type {StrengthHint[]} */
  const hints = [];
  if (length < policy.minLength) hints.push({ code: "tooShort", params: { minLength: policy.minLength } });
  if (policy.maxLength && length > policy.maxLength) hints.push({ code: "tooLong", params: { maxLength: policy.maxLength } });
  for (const other of others) {
    const reason = sameness(password, other.password);
    if (reason) {
      hints.push({ code: "sameAsOther", params: { reason, ...(other.role && { role: other.role }) } });
      break;
    }
  }
  if (identifier && isIdentifier(password, identifier)) hints.push({ code: "containsIdentifier", params: {} });
  if (policy.ascii && /[^ -~]/.test(password)) hints.push({ code: "characterNotAllowed", params: {} });
  for (const kind of policy.needs ?? []) if (!KINDS[kind].test(password)) hints.push({ code: "characterMissing", params: { kind } });
  return hints;
}

/** Are the identifier's pieces half of the password or more, and little left without them? @param {string} password @param {string} identifier */
function isIdentifier(password, identifier) {
  if (password.length > PASSWORD_UNITS) return false;
  const whole = plain(identifier.slice(0, IDENTIFIER_UNITS)).trim();
  const pieces = [whole, ...whole.split("@"), ...whole.split(/[^\p{L}\p{N}]+/u)].filter((piece) => piece.length >= LEAST_PIECE);
  const before = plain(password);
  // The longest first: "info" must not break up "infomaniak".
  const rest = pieces.sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, ""), before);
  return [...rest].length < LEAST_BESIDE_IDENTIFIER && 2 * rest.length <= before.length;
}
