/**
 * The guard: loads the core when asked, hands it the two fields, hands back its answer.
 * Importing this file has no effect; a core that will not load or that traps leaves the page as it was.
 */
import { isBlocked, isOff } from "./brake.js";
import { capMarks } from "./marks.js";
import { encode } from "./options.js";
import { asciiHost, PasskindError, refuse } from "./readers.js";
import { own } from "./own-properties.js";
import { CORE_STACK_BYTES } from "./wipe.js";

export { PasskindError };

/** @import {Assessment, Credentials, Guide, GuardOptions, Observation, StatusReason} from "../types.js" */
/** @import {ErrorCode} from "./readers.js" */

/**
 * @typedef {object} Guard
 * @property {(credentials: Credentials, observation?: Observation) => Assessment} assess never throws, keeps nothing
 * @property {() => Guide} guide the provider's table
 */

/** UTF-16 units that are read of a name, a person's or a server's, and of a password; what lies beyond is no credential. */
const NAME_UNITS = 1024;
const PASSWORD_UNITS = 4096;
/** The longest name of a cause has twelve. */
const CAUSE_UNITS = 16;
/** Bits of `facts`, as in `src/wasm/core.rs`. */
const CAPS_LOCK = 1;
const PASSWORD_NOT_COMPOSED = 16;
const SERVER_INFERRED = 32;
const SINGLE_SIGN_ON = 64;
/** @type {Map<unknown, number>} */
const INPUTS = new Map([["typed", 2], ["pasted", 4], ["autofilled", 8]]);

/**
 * What `src/wasm/core.rs` exports. Texts cross in a buffer of the core's memory; an answer is where it says, up to a zero byte.
 * @typedef {object} Core
 * @property {WebAssembly.Memory} memory
 * @property {(bytes: number) => number} buffer
 * @property {(table: number) => number} tell
 * @property {(options: number) => number} open
 * @property {(guard: number, identifier: number, host: number, password: number, server: number, cause: number, refused: number, facts: number) => number} assess
 * @property {(guard: number) => number} guide of the whole one alone
 */

/**
 * What has been asked for: the core as a whole, or the smaller one of a form that has no field for its server.
 * @type {{ whole?: Promise<void>, signIn?: Promise<void> }}
 */
const loading = Object.create(null);
/** Makes an instance: of the module, or of the same core as JavaScript. @type {() => Core} */
let instantiate;
/** The instance that lives. @type {Core} */
let core;
/** It has trapped, and nothing more is asked of it. */
let isBroken = false;
/** The table of all providers, once it has come. @type {string | undefined} */
let table;
/** That instance has it. */
let isTold = false;
/** @type {TextEncoder} */
let encoder;
/** @type {TextDecoder} */
let decoder;
/** Places in that instance, by the lines of their options: the same options are the same guard. @type {Map<string, number>} */
const guards = new Map();

/** Where the core comes from: bytes, a compiled module, an address, or the package's own file of JavaScript. @typedef {BufferSource | WebAssembly.Module | URL | { runtime: "script" }} CoreSource */

/**
 * Loads the core ahead of time, or from a file of the page's own: bytes, a compiled module, or the address of
 * `passkind/core.wasm`, or of `passkind/sign-in.wasm`, which is enough for `attach` without a server. Without it, the first guard loads the bytes that come with the package.
 * Where a policy or a browser forbids WebAssembly, the same core comes as JavaScript in the place of each; `{ runtime: "script" }` takes that one
 * without having tried WebAssembly, so that nothing is reported to the policy's owner.
 * @param {CoreSource} [source]
 * @returns {Promise<void>} rejects where a file does not come, or is not what was expected; may be called again;
 *   loads nothing under `<meta name="passkind" content="off">`
 */
export async function load(source) {
  if (!isOff()) await loadOnce("whole", source);
}

/** @param {keyof typeof loading} kind @param {CoreSource} [source] of the whole one */
async function loadOnce(kind, source) {
  const coming = (kind === "signIn" && loading.whole) || (loading[kind] ??= start(kind, source));
  try {
    await coming;
  } catch (error) {
    delete loading[kind];
    throw error;
  }
  // The page's own file may be the smaller one.
  if (source && !core.guide) {
    loading.signIn = coming;
    delete loading.whole;
  }
}

/** @param {keyof typeof loading} kind @param {any} [source] a `CoreSource` */
async function start(kind, source) {
  const make = own(source, "runtime") === "script" || isBlocked() ? (await import("../pkg/twin.js")).default : await compiled(kind, source);
  if (kind === "signIn") {
    await loading.whole?.catch(() => {}); // it may have been overtaken
    if (core) return;
  }
  instantiate = make;
  renew();
}

/** @param {keyof typeof loading} kind @param {any} [source] @returns {Promise<() => Core>} */
async function compiled(kind, source) {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(await bytes(kind, source));
  return () => /** @type {any} */ (new WebAssembly.Instance(module).exports);
}

/** Brings the table of all providers, once; without it nothing is known but what a page's own profiles say. */
async function bringTable() {
  table ??= (await import("../providers/all.js")).default;
}

/** A new instance, which has no guards yet; throws where the module is not the core. */
function renew() {
  const made = instantiate();
  if (!Object.hasOwn(made, "tell")) throw new TypeError("not passkind's core");
  core = made;
  encoder = new TextEncoder();
  decoder = new TextDecoder();
  guards.clear();
  isBroken = isTold = false;
}

/**
 * Hands texts to the core and takes its answer. The heap forgets both by itself (`src/wasm/memory.rs`), the used stack is wiped
 * here; after a trap all of memory is, since what was under way had no time to free anything.
 * @param {(...bytes: number[]) => number} ask
 * @param {string[]} texts
 */
function cross(ask, ...texts) {
  try {
    // A UTF-16 unit takes three bytes at most.
    let end = core.buffer(3 * texts.reduce((units, { length }) => units + length, 0));
    let memory = new Uint8Array(core.memory.buffer);
    const written = texts.map((text) => {
      const start = end;
      let at = 0;
      // Of ASCII, as nearly all is, a loop is done before the encoder has begun.
      for (let unit; (unit = text.charCodeAt(at)) < 128; at++) memory[end++] = unit;
      if (at < text.length) end += encoder.encodeInto(text.slice(at), memory.subarray(end)).written;
      return end - start;
    });
    const from = ask(...written);
    memory = new Uint8Array(core.memory.buffer); // another, where it has grown
    const answer = decoder.decode(memory.subarray(from, memory.indexOf(0, from)));
    core.buffer(0);
    memory.fill(0, 0, CORE_STACK_BYTES);
    return answer;
  } catch (error) {
    new Uint8Array(core.memory.buffer).fill(0);
    throw error;
  }
}

/**
 * @param {keyof typeof loading} kind @param {BufferSource | URL} [source]
 * @returns {Promise<BufferSource>}
 */
async function bytes(kind, source) {
  if (source instanceof URL) return (await fetch(source)).arrayBuffer();
  if (source) return source;
  const { default: packed } = await (kind === "whole" ? import("../pkg/inline.js") : import("../pkg/inline-sign-in.js"));
  // Engines of 2025 read base64 themselves, two milliseconds faster.
  const deflated = /** @type {any} */ (Uint8Array).fromBase64?.(packed) ?? Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  // Not by way of a Blob: jsdom's has no stream.
  return new Response(new Response(deflated).body?.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

/**
 * A guard for one form.
 * @param {GuardOptions} options
 * @returns {Promise<Guard>} rejects with `PasskindError` on options that cannot be used, and for no other reason; under
 *   `<meta name="passkind" content="off">` it judges nothing
 */
export function createGuard(options) {
  return makeGuard(options, true);
}

/** @param {GuardOptions} options @param {boolean} isWhole it is to know servers and to have a table; without, a smaller core will do @returns {Promise<Guard>} */
export async function makeGuard(options, isWhole) {
  if (isOff()) return guardOf(unavailable("off"), noGuide);
  /** @type {string} */
  let lines;
  let isTableMissing = false;
  /** @type {typeof import("../reply.js").causeOf | undefined} */
  let causeOf;
  try {
    lines = await encode(options);
    if (own(options, "reply")) ({ causeOf } = await import("../reply.js"));
    const coming = bringsOwn(options) ? undefined : bringTable().catch(() => void (isTableMissing = true));
    await loading.whole?.catch(() => {}); // a file of the page's own that does not come: then the package's bytes
    const loaded = loadOnce(isWhole ? "whole" : "signIn");
    loaded.catch(() => {}); // told below
    await coming;
    await loaded; // one by one: of a list a promise asks for a `then`, which a page's prototypes may have
  } catch (error) {
    if (error instanceof PasskindError) throw error;
    // A module that is the core's, and no memory for it.
    return guardOf(unavailable(error instanceof RangeError ? "trapped" : isBlocked() ? "blocked" : "load"), noGuide);
  }
  let fault = "";
  /** @template T @param {(guard: number) => T} ask @param {() => T} otherwise */
  const asked = (ask, otherwise) => {
    for (let tries = 0; tries < 2; tries++) {
      try {
        // A trap leaves the instance in no state to go on; a new one of the same kind is made, and asked once more.
        // Where there is no memory for it, every call ends here.
        if (isBroken) renew();
        if (table && !isTold) {
          cross(core.tell, table);
          isTold = true;
        }
        if (!guards.has(lines)) {
          fault = cross(core.open, lines);
          if (fault) break;
          guards.set(lines, guards.size);
        }
        return ask(/** @type {number} */ (guards.get(lines)));
      } catch {
        isBroken = true;
      }
    }
    return otherwise();
  };
  asked(() => {}, () => {});
  const [code = "", option = "", allowed = ""] = fault.split("\n");
  if (code) refuse(/** @type {ErrorCode} */ (code), option, allowed);
  return guardOf(
    (credentials, observation) => {
      /** @type {ReturnType<typeof read>} */
      let given;
      try {
        given = read(credentials, observation, causeOf);
      } catch {
        return unavailable("unreadable")(); // of the page's own making: a getter that throws
      }
      const { texts, refused, facts } = given;
      const answer = asked((guard) => JSON.parse(cross((...bytes) => core.assess(guard, .../** @type {[number, number, number, number, number]} */ (bytes), refused, facts), ...texts)), unavailable("trapped"));
      return isTableMissing && answer.status === "ok" ? { ...answer, reason: "noProviders" } : answer;
    },
    () => asked((guard) => /** @type {Guide} */ (JSON.parse(cross(() => core.guide(guard)))), noGuide),
  );
}

/** A profile of the page's own as the provider: the table of all is not needed. @param {{ provider?: unknown, profiles?: { id: string }[] | undefined }} options */
export function bringsOwn(options) {
  const provider = own(options, "provider");
  return typeof provider === "object" || own(options, "profiles")?.some((profile) => provider !== undefined && own(profile, "id") === provider);
}

/** Without a prototype: a promise asks what it resolves with for a `then`. @param {Guard["assess"]} assess @param {Guard["guide"]} guide @returns {Guard} */
function guardOf(assess, guide) {
  return Object.freeze({ __proto__: null, assess, guide });
}

/**
 * What crosses, read once and before anything is asked: reading may run code of the page.
 * @param {Credentials} credentials
 * @param {Observation} [observation]
 * @param {(reply: any) => string | undefined} [causeOf]
 */
function read(credentials, observation, causeOf) {
  const identifier = streamSafe(cut(own(credentials, "identifier"), NAME_UNITS)).normalize("NFC");
  const password = cut(own(credentials, "password"), PASSWORD_UNITS);
  const composing = streamSafe(password);
  // ASCII hosts are read by the core itself, but for encoded labels, which the platform decodes and encodes again; Chromium
  // does so only if a label beyond ASCII stands there as well (`xn--9ca.`).
  let host;
  if (/[^\0-\x7f]|xn--|@\[/i.test(identifier)) {
    const typed = identifier.trim().split(/[@\uff20\ufe6b]/).pop()?.replace(/[>.,;]+$/, "") ?? "";
    host = typed.startsWith("[") ? literal(typed) : asciiHost(`é.${typed}`)?.slice(8);
  }
  const server = streamSafe(cut(own(credentials, "server"), NAME_UNITS)).normalize("NFKC");
  const count = own(observation, "refused");
  const refused = typeof count === "number" ? Math.max(0, Math.min(count || 0, 1e6)) : 0;
  const told = (/** @type {"capsLock" | "serverInferred" | "singleSignOn"} */ name, /** @type {number} */ bit) => (own(observation, name) === true ? bit : 0);
  const facts =
    told("capsLock", CAPS_LOCK) |
    (INPUTS.get(own(observation, "input")) ?? 0) |
    (composing.normalize("NFC") === composing ? 0 : PASSWORD_NOT_COMPOSED) |
    told("serverInferred", SERVER_INFERRED) |
    told("singleSignOn", SINGLE_SIGN_ON);
  return { texts: [identifier, host ?? "", password, server, cut(own(observation, "cause") ?? causeOf?.(own(observation, "reply")), CAUSE_UNITS)], refused, facts };
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

/** What can be composed in linear time. No mark stands below U+0300, where nearly all ends. @param {string} text */
function streamSafe(text) {
  return /[^\0-\u02ff]/.test(text) ? capMarks(text) : text;
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

/** @param {StatusReason} reason @returns {() => Assessment} */
function unavailable(reason) {
  return () => ({
    status: "unavailable",
    reason,
    verdict: "silent",
    identifier: { form: "empty", fits: "unknown" },
    password: { shape: "empty", expects: [] },
    hints: [],
  });
}
