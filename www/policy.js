/**
 * The rules for a new password, which answer without any WebAssembly: lengths in code points, what must not be the whole
 * of it, and, only where a provider documents it, kinds of characters.
 *
 * By default those of NIST SP 800-63B-4 (3.1.1.2) and OWASP ASVS 5 (6.2): 15 characters where the password is the only
 * factor, 8 where a second one stands, every character allowed, no composition rules, no greatest length. Read at second
 * hand, 2026-11-22; https://pages.nist.gov/800-63-4/sp800-63b.html, https://github.com/OWASP/ASVS.
 */
import { plain } from "./fold.js";
import { refuse } from "./options.js";
import { sameness } from "./sameness.js";

/** @import {CharacterKind, OtherPassword, Policy, StrengthHint} from "./types.js" */

/** A remainder shorter than NIST's least length: the identifier is all there is to guess. */
const LEAST_BESIDE_IDENTIFIER = 8;
/** A shorter piece of an identifier is found in many passwords by chance. */
const LEAST_PIECE = 4;

/** @type {Record<"singleFactor" | "secondFactor", Policy>} */
const GENERAL = { singleFactor: { minLength: 15 }, secondFactor: { minLength: 8 } };

/**
 * What providers ask of passwords that their customers choose, by provider and service. Checked 2026-11-22; Infomaniak's and
 * OVHcloud's with medium confidence (a third party's API client; an older page), Hostinger's with high.
 * @type {Record<string, Record<string, Policy>>}
 */
const PROVIDERS = {
  // https://www.hostinger.com/support/1583468-how-to-reset-a-hostinger-email-mailbox-password
  hostinger: { mailbox: { minLength: 8, maxLength: 50, needs: ["lower", "upper", "digit", "symbol"], ascii: true } },
  // https://github.com/Mogacode-ma/infomaniak-mcp-agent, src/tools/ftp-users.ts
  infomaniak: { ftp: { minLength: 8, needs: ["lower", "upper", "digit"] } },
  // https://docs.ovh.com/gb/en/customer/manage-password/
  ovh: { account: { minLength: 8, needs: ["lower", "upper", "digit", "symbol"] } },
};

/** @type {Record<CharacterKind, RegExp>} */
const KINDS = { lower: /\p{Ll}/u, upper: /\p{Lu}/u, digit: /\p{Nd}/u, symbol: /[^\p{L}\p{N}\s]/u };

/**
 * The rules that an option names. A provider without documented rules has the general ones.
 * @param {unknown} option
 * @returns {Policy}
 */
export function policyOf(option = "singleFactor") {
  if (option === "singleFactor" || option === "secondFactor") return GENERAL[option];
  if (typeof option !== "object" || option === null) return refuse("wrongType", "policy", '"singleFactor", "secondFactor", a provider and its service, or rules of your own');
  const given = /** @type {Record<string, unknown>} */ (option);
  if ("provider" in given || "service" in given) {
    known(given, ["provider", "service"]);
    if (typeof given.provider !== "string") refuse("wrongType", "policy.provider", "the id of a provider");
    if (typeof given.service !== "string") refuse("wrongType", "policy.service", "the name of a service");
    const provider = Object.hasOwn(PROVIDERS, `${given.provider}`) ? PROVIDERS[`${given.provider}`] ?? {} : {};
    return (Object.hasOwn(provider, `${given.service}`) && provider[`${given.service}`]) || GENERAL.singleFactor;
  }
  known(given, ["minLength", "maxLength", "needs", "ascii"]);
  const { minLength, maxLength, needs, ascii } = given;
  if (!isLength(minLength)) refuse("wrongType", "policy.minLength", "a number of characters");
  if (maxLength !== undefined && !(isLength(maxLength) && maxLength >= Number(minLength))) refuse("wrongType", "policy.maxLength", "a number of characters, minLength or more");
  if (needs !== undefined && !(Array.isArray(needs) && needs.every((kind) => Object.hasOwn(KINDS, kind)))) refuse("wrongType", "policy.needs", `a list of ${Object.keys(KINDS).join(", ")}`);
  if (ascii !== undefined && typeof ascii !== "boolean") refuse("wrongType", "policy.ascii", "true or false");
  return /** @type {Policy} */ (option);
}

/** @param {unknown} value @returns {value is number} */
function isLength(value) {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

/** @param {object} given @param {string[]} keys */
function known(given, keys) {
  for (const key of Object.keys(given)) if (!keys.includes(key)) refuse("unknownOption", `policy.${key}`, `one of ${keys.join(", ")}`);
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
  const whole = plain(identifier).trim();
  const pieces = [whole, ...whole.split("@"), ...whole.split(/[^\p{L}\p{N}]+/u)].filter((piece) => piece.length >= LEAST_PIECE);
  const before = plain(password);
  // The longest first: "info" must not break up "infomaniak".
  const rest = pieces.sort((a, b) => b.length - a.length).reduce((rest, piece) => rest.replaceAll(piece, ""), before);
  return [...rest].length < LEAST_BESIDE_IDENTIFIER && 2 * rest.length <= before.length;
}
