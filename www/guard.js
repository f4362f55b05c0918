/**
 * The guard: loads the core when asked, hands it the two fields, hands back its answer.
 * Importing this file has no effect; a core that will not load or that traps leaves the page as it was.
 */
import { asciiHost, encode, PasskindError, refuse } from "./options.js";
import { wiped } from "./wipe.js";

export { PasskindError };

/** @import {Assessment, Credentials, Guide, GuardOptions, Observation} from "./types.js" */

/**
 * @typedef {object} Guard
 * @property {(credentials: Credentials, observation?: Observation) => Assessment} assess never throws, keeps nothing
 * @property {() => Guide} guide the provider's table
 */

/** UTF-16 units that are read of each field; what lies beyond is no credential. */
const IDENTIFIER_UNITS = 1024;
const PASSWORD_UNITS = 4096;
/** Bits of `facts`, as in `src/wasm.rs`. */
const CAPS_LOCK = 1;
const PASSWORD_NOT_COMPOSED = 16;
/** @type {Map<unknown, number>} */
const INPUTS = new Map([["typed", 2], ["pasted", 4], ["autofilled", 8]]);

/**
 * What wasm-bindgen makes of `src/wasm.rs`.
 * @typedef {object} Core
 * @property {(source: { module: WebAssembly.Module }) => unknown} initSync
 * @property {() => void} __wbg_reset_state
 * @property {(options: string) => string} open
 * @property {(guard: number, identifier: string, asciiHost: string, password: string, refused: number, facts: number) => string} assess
 * @property {(guard: number) => string} guide
 */

/** @type {Promise<Core> | undefined} */
let loading;
/** Places in the instance that lives, by the lines of their options: the same options are the same guard. @type {Map<string, number>} */
const guards = new Map();
/** The instance has trapped. */
let isBroken = false;

/**
 * Loads the core ahead of time, or from a file of the page's own: bytes, a compiled module, or the address of
 * `passkind/core.wasm`. Without it, the first guard loads the bytes that come with the package.
 * @param {BufferSource | WebAssembly.Module | URL} [source]
 * @returns {Promise<void>} rejects where WebAssembly is missing, blocked, or not what was expected; may be called again
 */
export async function load(source) {
  loading ??= start(source);
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** @param {BufferSource | WebAssembly.Module | URL} [source] */
async function start(source) {
  /** @type {Core} */
  const core = await import("./pkg/core.js");
  core.initSync({ module: source instanceof WebAssembly.Module ? source : await WebAssembly.compile(await bytes(source)) });
  return core;
}

/**
 * @param {BufferSource | URL} [source]
 * @returns {Promise<BufferSource>}
 */
async function bytes(source) {
  if (source instanceof URL) return (await fetch(source)).arrayBuffer();
  if (source) return source;
  const { default: packed } = await import("./pkg/inline.js");
  const deflated = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  // Not by way of a Blob: jsdom's has no stream.
  return new Response(new Response(deflated).body?.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

/**
 * A guard for one form.
 * @param {GuardOptions} options
 * @returns {Promise<Guard>} rejects with `PasskindError` on options that cannot be used, and for no other reason
 */
export async function createGuard(options) {
  const lines = await encode(options);
  /** @type {Core} */
  let core;
  try {
    await loading?.catch(() => {}); // a file of the page's own that does not come: then the package's bytes
    await load();
    core = /** @type {Core} */ (await loading);
  } catch {
    return Object.freeze({ assess: unavailable, guide: noGuide });
  }
  let fault = "";
  /** @template T @param {(guard: number) => T} ask @param {() => T} otherwise */
  const asked = (ask, otherwise) => {
    for (let tries = 0; tries < 2; tries++) {
      try {
        // A trap leaves the instance in no state to go on; a new one is made of the compiled module, and asked once more.
        // Where there is no memory for it, every call ends here.
        if (isBroken) core.__wbg_reset_state();
        isBroken = false;
        return wiped(core.initSync, () => {
          if (!guards.has(lines)) {
            fault = core.open(lines);
            if (fault) return otherwise();
            guards.set(lines, guards.size);
          }
          return ask(guards.get(lines) ?? 0);
        });
      } catch {
        isBroken = true;
        guards.clear();
      }
    }
    return otherwise();
  };
  asked(() => {}, () => {});
  const [code = "", option = "", allowed = ""] = fault.split("\n");
  if (code) refuse(code, option, allowed);
  return Object.freeze({
    assess: (/** @type {Credentials} */ credentials, /** @type {Observation} */ observation = {}) =>
      asked((guard) => assess(core, guard, credentials, observation), unavailable),
    guide: () => asked((guard) => /** @type {Guide} */ (JSON.parse(core.guide(guard))), noGuide),
  });
}

/**
 * @param {Core} core
 * @param {number} guard
 * @param {Credentials} credentials
 * @param {Observation} observation
 * @returns {Assessment}
 */
function assess(core, guard, credentials, observation) {
  const identifier = cut(credentials?.identifier, IDENTIFIER_UNITS).normalize("NFC");
  const password = cut(credentials?.password, PASSWORD_UNITS);
  // ASCII hosts are read by the core itself, but for encoded labels, which the platform decodes and encodes again; Chromium
  // does so only if a label beyond ASCII stands there as well (`xn--9ca.`).
  const typed = identifier.trim().split(/[@\uff20\ufe6b]/).pop()?.replace(/[>.,;]+$/, "") ?? "";
  const host = typed.startsWith("[") ? literal(typed) : /[^\0-\x7f]|xn--/i.test(identifier) ? asciiHost(`é.${typed}`)?.slice(8) : undefined;
  const refused = typeof observation?.refused === "number" ? Math.max(0, Math.min(observation.refused || 0, 1e6)) : 0;
  const facts =
    (observation?.capsLock === true ? CAPS_LOCK : 0) |
    (INPUTS.get(observation?.input) ?? 0) |
    (password.normalize("NFC") === password ? 0 : PASSWORD_NOT_COMPOSED);
  return JSON.parse(core.assess(guard, identifier, host ?? "", password, refused, facts));
}

/**
 * An address in brackets (RFC 5321, 4.1.3), where the platform reads it as one: `[192.0.2.1]`, `[IPv6:2001:db8::1]`.
 * @param {string} text
 */
function literal(text) {
  const [, six, four] = /^\[(?:IPv6:([\da-f:.]+)|(\d+(?:\.\d+){3}))\]$/i.exec(text) ?? [];
  try {
    const { hostname } = new URL(`http://${four ?? `[${six}]`}`);
    // `::` stands for two groups or more.
    const isOne = four ? hostname === four : !six?.includes("::") || six.split(":").filter(Boolean).length <= 6;
    return isOne ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The text up to a number of UTF-16 units, never through a pair of surrogates.
 * @param {unknown} text
 * @param {number} units
 */
function cut(text, units) {
  if (typeof text !== "string") return "";
  return text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, "");
}

/** @returns {Guide} */
function noGuide() {
  return { rows: [] };
}

/** @returns {Assessment} */
function unavailable() {
  return {
    status: "unavailable",
    verdict: "silent",
    identifier: { form: "empty", fits: "unknown" },
    password: { shape: "empty", issuers: [], expects: [] },
    hints: [],
  };
}
