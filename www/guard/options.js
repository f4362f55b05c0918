/** A guard's options, checked before anything is loaded, as the lines in which they cross to the core. */
import { DAY_MS, day, domain, list, maybe, mismatch, readable, record, text, truth } from "./readers.js";

/** @import {Reader} from "./readers.js" */

/** @returns {string} the day on the reader's own calendar, as `day` has it */
function today() {
  const now = new Date();
  return `${Math.floor((+now - now.getTimezoneOffset() * 60_000) / DAY_MS)}`;
}

/**
 * The options as lines, in the order in which `src/wasm.rs` reads them. Own profiles bring their own reader, which pages
 * without any never load.
 * @param {unknown} options
 * @returns {Promise<string>}
 */
export async function encode(options) {
  if (typeof options !== "object" || options === null) return mismatch(options ?? null, "options", "an object");
  const given = readable(() => /** @type {Record<string, unknown>} */ ({ __proto__: null, ...options }));
  const hasOwnProvider = typeof given.provider === "object" && given.provider !== null;
  const profile = hasOwnProvider || given.profiles !== undefined ? (await import("./profile.js")).profile : undefined;
  const read = record({
    service: text(/^[^\p{Cc}]+$/u, 'the name of a service, such as "account" or "mailbox"'),
    provider: (value, path) => (hasOwnProvider ? profile?.(value, path).slice(0, 1) ?? [] : maybe(text(/^[^\p{Cc}]+$/u, "the id of a provider, or a profile"))(value, path)),
    hostedDomains: maybe(list(domain), ["0"]),
    today: maybe(day, [today()]),
    reply: (value, path) => (truth(value, path), []),
    explainBeforeRefusal: (value, path) => (truth(value, path), [value ? "always" : ""]),
    profiles: (value, path) => {
      const [count = "0", ...lines] = value === undefined ? ["0"] : list(/** @type {Reader} */ (profile))(value, path);
      return hasOwnProvider ? [`${+count + 1}`, .../** @type {Reader} */ (profile)(given.provider, "provider"), ...lines] : [count, ...lines];
    },
  });
  return readable(() => read(given, "").join("\n"));
}
