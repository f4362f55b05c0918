/**
 * Readers of what a page configures: each checks a value and answers with the lines in which it crosses to the core. Checking is by type and
 * form only; which providers and services exist is known to the core.
 */
import { own } from "./own-properties.js";

/**
 * What can be wrong with what a page gives.
 * @typedef {"missingOption" | "wrongType" | "unknownOption" | "tooMany" | "unreadable" | "badDate" | "badDomain" | "badLink" | "badPattern"
 *   | "unknownProvider" | "unknownService"} ErrorCode
 */

/** The calling programmer's mistake: a stable `code`, the path of the `option`, and a message that says what is allowed. */
export class PasskindError extends Error {
  // Fields, not assignments: a page may have frozen `Error.prototype`, whose `name` then cannot be shadowed by assignment.
  /** @override */ name = "PasskindError";
  code;
  option;

  /**
   * @param {ErrorCode} code
   * @param {string} option
   * @param {string} message
   */
  constructor(code, option, message) {
    super(message);
    this.code = code;
    this.option = option;
  }
}

/**
 * Reads a value and answers with the lines that stand for it.
 * @typedef {(value: unknown, path: string) => string[]} Reader
 */

/**
 * @param {ErrorCode} code
 * @param {string} path
 * @param {string} allowed
 * @returns {never}
 */
export function refuse(code, path, allowed) {
  throw new PasskindError(code, path, `option \`${path}\`: expected ${allowed}`);
}

/** Not what was expected, or nothing at all. @param {unknown} value @param {string} path @param {string} allowed @param {ErrorCode} [code] of a text */
export const mismatch = (value, path, allowed, code = "wrongType") =>
  refuse(value === undefined ? "missingOption" : typeof value === "string" ? code : "wrongType", path, allowed);

/** @type {(fits: RegExp, allowed: string, code?: ErrorCode) => Reader} */
export const text = (fits, allowed, code = "wrongType") => (value, path) =>
  typeof value === "string" && fits.test(value) ? [value] : mismatch(value, path, allowed, code);

/** One of some words; crosses as its place among them. @type {(...words: string[]) => Reader} */
export const word = (...words) => (value, path) =>
  words.includes(/** @type {string} */ (value)) ? [`${words.indexOf(/** @type {string} */ (value))}`] : mismatch(value, path, `one of ${words.map((w) => JSON.stringify(w)).join(", ")}`);

/** Items of a list that are read: a guard of so many hosted domains takes some 50 ms to make, ten times as many half a second. */
const MOST_ITEMS = 20_000;

/** A list; crosses as its length and its items, a hole being a missing item. @type {(item: Reader) => Reader} */
export const list = (item) => (value, path) => {
  if (!Array.isArray(value)) return mismatch(value, path, "a list");
  const { length } = value;
  if (length > MOST_ITEMS) refuse("tooMany", path, `${MOST_ITEMS} items at most`);
  const lines = [`${length}`];
  for (let at = 0; at < length; at++) for (const line of item(own(value, at), `${path}[${at}]`)) lines.push(line);
  return lines;
};

/** A list of short texts without blanks; crosses as one line. @type {(item: Reader) => Reader} */
export const words = (item) => (value, path) => [list(item)(value, path).slice(1).join(" ")];

/** What may be left out; crosses then as `absent`. @type {(read: Reader, absent?: string[]) => Reader} */
export const maybe = (read, absent = [""]) => (value, path) => (value === undefined ? absent : read(value, path));

/** What options were called before, and are called now. @type {Record<string, string>} */
const RENAMED = { fields: "readPassword", explain: "explainBeforeRefusal" };

/** An object of these keys and no others. @type {(fields: Record<string, Reader>) => Reader} */
export const record = (fields) => (value, path) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return mismatch(value, path || "options", "an object");
  const at = (/** @type {string} */ key) => (path ? `${path}.${key}` : key);
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(fields, key)) continue;
    const now = own(RENAMED, key);
    refuse("unknownOption", at(key), now && Object.hasOwn(fields, now) ? `\`${now}\` in its place` : `one of ${Object.keys(fields).join(", ")}`);
  }
  return Object.entries(fields).flatMap(([key, read]) => read(own(/** @type {Record<string, unknown>} */ (value), key), at(key)));
};

/** @type {Reader} */
export const truth = (value, path) =>
  value === undefined || typeof value === "boolean" ? [value ? "1" : "0"] : refuse("wrongType", path, "true or false");

/** Any text of one line. */
export const line = text(/^[^\p{Cc}]+$/u, "a text");
export const DAY_MS = 86_400_000;
/** A day of the calendar; crosses as the number of days since 1970-01-01. @type {Reader} */
export const day = (value, path) => {
  text(/^\d{4}-\d\d-\d\d$/, "a day, YYYY-MM-DD", "badDate")(value, path);
  const date = new Date(`${value}T00:00Z`);
  return +date > 0 && date.toISOString().startsWith(`${value}`) ? [`${+date / DAY_MS}`] : refuse("badDate", path, "a day of the calendar, YYYY-MM-DD");
};

const DOMAIN = /^(?=.{4,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/;

/** A domain, which crosses in the platform's ASCII form. @type {Reader} */
export const domain = (value, path) => {
  // What is plain ASCII already costs no URL; in encoded labels the platform finds faults.
  const isPlain = typeof value === "string" && DOMAIN.test(value) && !value.includes("xn--");
  const host = isPlain ? value : typeof value === "string" ? asciiHost(value) : undefined;
  return host !== undefined && DOMAIN.test(host) ? [host] : mismatch(value, path, "a domain, such as example.com", "badDomain");
};

/**
 * A host in ASCII, as the platform's URL parser reads it; `undefined` where it finds none.
 * @param {string} host
 * @returns {string | undefined}
 */
export function asciiHost(host) {
  if (!host || /[\s\p{Cc}/?#:\\%@[\]<>|^"]/u.test(host)) return undefined; // these would end the host in a URL
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return undefined;
  }
}

/** Reading may run code of the page: a getter that throws, a Proxy that has been revoked. @template T @param {() => T} read */
export function readable(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof PasskindError) throw error;
    return refuse("unreadable", "options", "an object whose properties can be read");
  }
}
