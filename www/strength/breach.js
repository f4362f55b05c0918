/**
 * Whether a password is on a list of leaked ones, asked by k-anonymity: five of forty digits of its SHA-1 go out, a few
 * hundred candidates come back, the comparison happens here. Off unless the page gives whom to ask.
 */
import { alone } from "../guard/given.js";

/** @import {RangeQuery} from "../types.js" */

const PREFIX = 5;
const TIMEOUT_MS = 3000;

/**
 * The address that is asked: one of https, or a path that stays on this very site. What it is, is told by the URL parser, which
 * `fetch` uses as well: `/\host/` begins like a path and is another host.
 * @param {unknown} range
 * @returns {string | undefined}
 */
export function rangeAddress(range) {
  if (typeof range !== "string" && !(range instanceof URL)) return undefined;
  const isPath = /^\//.test(`${range}`);
  try {
    const url = new URL(range, isPath ? base() : undefined);
    return (isPath ? url.origin === globalThis.origin : url.protocol === "https:") ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Against what a path is resolved: in a page what `<base>` says, as `fetch` has it. */
function base() {
  return typeof document === "undefined" ? location.href : Reflect.get(Node.prototype, "baseURI", document);
}

/**
 * Never throws: no answer in time, no WebCrypto (as on a page without https), an odd answer are all `unknown`.
 * @param {string} password
 * @param {string | RangeQuery} range an address to which the five digits are added, or a function that takes them
 * @returns {Promise<"listed" | "notListed" | "unknown">}
 */
export async function breached(password, range) {
  try {
    const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(password));
    const digits = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();
    const text = await ask(range, digits.slice(0, PREFIX));
    if (!/^[0-9A-F]{35}:\d+\s*$/im.test(text)) return "unknown"; // with padding a range is never empty
    // A count of 0 is padding, which hides from the wire how many candidates there are.
    const found = text.toUpperCase().split(/\r?\n/).some((line) => line.startsWith(`${digits.slice(PREFIX)}:`) && !/:0+\s*$/.test(line));
    return found ? "listed" : "notListed";
  } catch {
    return "unknown";
  }
}

/** @param {string | RangeQuery} range @param {string} prefix @returns {Promise<string>} */
async function ask(range, prefix) {
  const stop = new AbortController();
  const { signal } = stop;
  const headers = alone({ "Add-Padding": "true" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => { stop.abort(); reject(new Error("no answer in time")); }, TIMEOUT_MS);
  });
  const answer = async () => {
    const given = typeof range === "function"
      ? await range(prefix, alone({ headers, signal }))
      : await fetch(`${range}${prefix}`, alone({ headers, signal, credentials: /** @type {const} */ ("omit"), referrerPolicy: /** @type {const} */ ("no-referrer") }));
    if (typeof given === "string") return given;
    return given.ok ? given.text() : "";
  };
  try {
    return /** @type {string} */ (await Promise.race([answer(), late]));
  } finally {
    clearTimeout(timer);
  }
}
