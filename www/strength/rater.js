/**
 * Loads the strength file and asks it: on a thread of its own, which is ended when an answer takes too long, or on the
 * page's thread, which takes only what is known to be quick. Nothing here ever rejects but a wrong `load`.
 */

import { isOff } from "../guard/brake.js";
import { ANSWER_MS, PageRater, ThreadRater, unhold, within } from "./raters.js";

/** @import {Outcome, Task} from "./raters.js" */

/** @typedef {(() => Worker) | false | undefined} WorkerOption */

/** After a failure the file is not asked for again at every key. */
const RETRY_MS = 30_000;
/** Functions of the page that make no thread are not tried again, and no others when so many have failed in `RETRY_MS`. */
const MOST_FAILURES = 3;

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** One of each for the whole page. @type {ThreadRater | undefined} */
let thread;
/** @type {PageRater | undefined} */
let onPage;
/** @type {WeakSet<() => Worker>} */
const failed = new WeakSet();
let failures = 0;

/**
 * Brings the strength file, or takes it from the caller. Does nothing under `<meta name="passkind" content="off">`.
 * @param {BufferSource | WebAssembly.Module | URL | string} [source]
 * @returns {Promise<void>}
 */
export async function load(source) {
  if (isOff()) return;
  if (source !== undefined) {
    compiled = undefined;
    leave();
  }
  await bring(source);
}

/** Ends the present raters; what waits for them is answered. */
function leave() {
  thread?.end();
  thread = onPage = undefined;
}

/** @param {BufferSource | WebAssembly.Module | URL | string} [source] */
function bring(source) {
  if (compiled) return compiled;
  const asked = (compiled = compile(source ?? new URL("../pkg/strength.wasm", import.meta.url)));
  asked.catch(() => {
    unhold(setTimeout(() => {
      if (compiled !== asked) return; // the page has brought another since
      compiled = undefined;
      leave();
    }, RETRY_MS));
  });
  return asked;
}

/** @param {BufferSource | WebAssembly.Module | URL | string} source @returns {Promise<WebAssembly.Module>} */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof URL) && typeof source !== "string") return WebAssembly.compile(source);
  if (`${source}`.startsWith("file:")) {
    const files = "node:fs/promises"; // in a variable: no bundler must look for it
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ files);
    return WebAssembly.compile(await readFile(new URL(source)));
  }
  const response = await fetch(source);
  if (!response.ok) throw new Error(`the strength file: ${response.status}`);
  // compileStreaming wants the right type from the server; the bytes alone do not.
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * What zxcvbn says of it. Of the questions of one owner only the newest waits. Never rejects.
 * @param {unknown} owner
 * @param {Task} task
 * @param {WorkerOption} [worker]
 * @returns {Promise<Outcome>}
 */
export async function ask(owner, task, worker) {
  /** @type {WebAssembly.Module | undefined} */ let module;
  const threaded = await within(bring().then((brought) => {
    module = brought;
    return worker === false ? undefined : threadFor(brought, worker);
  }), ANSWER_MS);
  // Our own thread is only slow: making zxcvbn's tables on the page's would hold that up.
  if (!module || (!threaded && worker !== false && thread?.make === ownThread)) return "load";
  return (threaded ?? pageRater(module)).ask(owner, task);
}

/** @param {WebAssembly.Module} module */
function pageRater(module) {
  if (onPage?.module !== module) onPage = new PageRater(module);
  return onPage;
}

const ownThread = () => new Worker(new URL("../strength-worker.js", import.meta.url), { type: "module" }); // literal, for bundlers

/**
 * The one that lives, whoever's function made it, or a new one. A function that makes none costs its own call: others are asked.
 * @param {WebAssembly.Module} module @param {WorkerOption} option
 */
async function threadFor(module, option) {
  // A thread that Deno or Bun makes would keep the process from ending.
  const isBrowser = typeof document !== "undefined" || "importScripts" in globalThis;
  if (typeof Worker === "undefined" || !(option || isBrowser)) return undefined;
  const make = option || ownThread;
  for (;;) {
    if (!thread && (failed.has(make) || failures >= MOST_FAILURES)) return undefined;
    const tried = (thread ??= new ThreadRater(module, make, pageRater(module)));
    if (await tried.ready) return tried;
    if (thread !== tried) continue; // somebody else has seen it, too
    thread = undefined;
    failed.add(tried.make);
    failures++;
    unhold(setTimeout(() => failures--, RETRY_MS));
  }
}
