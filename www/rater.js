/**
 * Loads the strength file and asks it: on a thread of its own, which is ended when an answer takes too long, or on the
 * page's thread, which takes only what is known to be quick. Nothing here ever rejects but a wrong `load`.
 */

import { wiped } from "./wipe.js";

/** @import {StrengthHint} from "./types.js" */

/** @typedef {{ password: string, folded: string, inputs: string[] }} Question */
/** @typedef {{ score: 0 | 1 | 2 | 3 | 4, guessesLog10: number, timedOut: boolean, hints: StrengthHint[] }} Answer */
/** @typedef {(() => Worker) | false | undefined} WorkerOption */
/** @typedef {{ question: Question, words: string, budgetMs: number }} Task */
/** @typedef {{ ask(owner: unknown, task: Task): Promise<Answer | undefined>, end(): void }} Rater */
/** What `src/wasm/strength.d.ts` declares. @typedef {{ initSync: Function, atLeast(password: string, folded: string, inputs: string[]): number, effort(password: string, folded: string): number, learn(words: string): void, rate(password: string, folded: string, inputs: string[]): Omit<Answer, "timedOut"> }} Strength */

/** A page that waits gets the rules by then; loading goes on behind it. */
export const ANSWER_MS = 2_000;
/** A thread that has not come up by then will not. */
const START_MS = 10_000;
/** After a failure the file is not asked for again at every key. */
const RETRY_MS = 30_000;
/**
 * Units of `effort` in src/strength/effort.rs that the page's thread takes: well under the 16 ms of a frame. `make bench` rates
 * texts just under it (rows `taken`).
 */
const MOST_EFFORT = 120;

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** One for the whole page, with a thread or without. @type {{ threaded: boolean, rater: Promise<Rater | undefined> } | undefined} */
let current;

/**
 * Brings the strength file, or takes it from the caller.
 * @param {BufferSource | WebAssembly.Module | URL | string} [source]
 * @returns {Promise<void>}
 */
export async function load(source) {
  if (source !== undefined) {
    compiled = undefined;
    leave();
  }
  await bring(source);
}

/** Ends the present rater; what waits for it is answered. */
function leave() {
  current?.rater.then((rater) => rater?.end());
  current = undefined;
}

/** @param {BufferSource | WebAssembly.Module | URL | string} [source] */
function bring(source) {
  if (compiled) return compiled;
  const asked = (compiled = compile(source ?? new URL("./pkg/strength.wasm", import.meta.url)));
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
 * What zxcvbn says of it; `undefined` where it cannot be asked. Of the questions of one owner only the newest waits.
 * @param {unknown} owner
 * @param {Task} task
 * @param {WorkerOption} [worker]
 * @returns {Promise<Answer | undefined>}
 */
export async function ask(owner, task, worker) {
  const threaded = worker !== false;
  if (current?.threaded !== threaded) {
    leave();
    current = { threaded, rater: start(worker).catch(() => undefined) };
  }
  const rater = await within(/** @type {{ rater: Promise<Rater | undefined> }} */ (current).rater, ANSWER_MS);
  return rater?.ask(owner, task);
}

/** @param {WorkerOption} option @returns {Promise<Rater>} */
async function start(option) {
  const module = await bring();
  const onPage = new PageRater(module);
  // A thread that Deno or Bun makes would keep the process from ending.
  const isBrowser = typeof document !== "undefined" || "importScripts" in globalThis;
  if (option === false || typeof Worker === "undefined" || !(option || isBrowser)) return onPage;
  const make = option ?? (() => new Worker(new URL("./strength-worker.js", import.meta.url), { type: "module" }));
  const thread = new ThreadRater(module, make, onPage);
  return (await thread.ready) ? thread : onPage;
}

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T | undefined>} */
export function within(promise, ms) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    unhold(timer);
    promise.then((value) => { clearTimeout(timer); resolve(value); });
  });
}

/** Node need not go on for this alone. @param {unknown} timer */
function unhold(timer) {
  /** @type {{ unref?(): void }} */ (timer).unref?.();
}

/** @param {number} guessesLog10 a lower bound @returns {Answer} */
function timedOut(guessesLog10) {
  const score = /** @type {Answer["score"]} */ ([3, 6, 8, 10].filter((limit) => guessesLog10 >= limit).length);
  return { score, guessesLog10, timedOut: true, hints: [] };
}

/** One task at a time; of an owner's that wait only the newest is kept, the older one is answered `timedOut`. */
class Line {
  /** @type {(task: Task) => Promise<Answer | undefined>} */ #work;
  /** @type {Map<unknown, { task: Task, resolve(answer: Answer | undefined): void }>} */ #waiting = new Map();
  #busy = false;

  /** @param {(task: Task) => Promise<Answer | undefined>} work never rejects */
  constructor(work) {
    this.#work = work;
  }

  /** @param {unknown} owner @param {Task} task @returns {Promise<Answer | undefined>} */
  ask(owner, task) {
    return new Promise((resolve) => {
      this.#waiting.get(owner)?.resolve(timedOut(0));
      this.#waiting.set(owner, { task, resolve });
      this.#next();
    });
  }

  async #next() {
    const [first] = this.#waiting;
    if (this.#busy || !first) return;
    const [owner, { task, resolve }] = first;
    this.#waiting.delete(owner);
    this.#busy = true;
    resolve(await this.#work(task));
    this.#busy = false;
    this.#next();
  }
}

/** The page's own instance has trapped: the glue must make another. */
let trapped = false;

/** Rates in the middle of whatever else the page does, so only what is quick. @implements {Rater} */
class PageRater {
  /** @type {WebAssembly.Module} */ #module;
  /** @type {Promise<Strength> | undefined} */ #strength;
  /** What the instance has learnt; the glue's may be another rater's. @type {string | undefined} */ #words;
  #line = new Line((task) => this.work(task));

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /** @param {unknown} owner @param {Task} task */
  ask(owner, task) {
    return this.#line.ask(owner, task);
  }

  end() {}

  /** @param {Task} task @returns {Promise<Answer | undefined>} */
  async work({ question: { password, folded, inputs }, words }) {
    try {
      this.#strength ??= this.#start();
      const { atLeast, effort, initSync, learn, rate } = await this.#strength;
      await new Promise((turn) => setTimeout(turn)); // others take theirs between two ratings
      return wiped(initSync, () => {
        if (words !== this.#words) learn((this.#words = words));
        if (effort(password, folded) > MOST_EFFORT) return timedOut(atLeast(password, folded, inputs));
        return { ...rate(password, folded, inputs), timedOut: false };
      });
    } catch {
      trapped = true;
      this.#strength = undefined;
      return undefined;
    }
  }

  async #start() {
    const strength = await import("./pkg/strength.js");
    strength.initSync({ module: this.#module });
    if (trapped) strength.__wbg_reset_state();
    trapped = false;
    this.#words = undefined;
    strength.rate("a", "a", []); // makes zxcvbn's tables
    return strength;
  }
}

/** @typedef {{ id?: number, ready?: boolean, atLeast?: number, rating?: Omit<Answer, "timedOut">, failed?: boolean }} Message */

/** A thread of its own, ended and made anew where an answer takes too long. @implements {Rater} */
class ThreadRater {
  /** @type {WebAssembly.Module} */ #module;
  /** @type {() => Worker} */ #make;
  /** @type {PageRater} */ #onPage;
  #line = new Line((task) => this.#work(task));
  /** @type {Worker | undefined} */ #worker;
  /** Whether the thread comes up. @type {Promise<boolean>} */ ready;
  /** What the thread has learnt. */ #words = "";
  #ids = 0;
  /** Takes what the thread says about the task under way. @type {((message: Message) => void) | undefined} */ #hear;

  /** @param {WebAssembly.Module} module @param {() => Worker} make @param {PageRater} onPage */
  constructor(module, make, onPage) {
    this.#module = module;
    this.#make = make;
    this.#onPage = onPage;
    this.ready = this.#start();
  }

  /** @param {unknown} owner @param {Task} task */
  ask(owner, task) {
    return this.#line.ask(owner, task);
  }

  end() {
    this.#worker?.terminate();
    this.ready = Promise.resolve(false);
    this.#hear?.({ failed: true });
  }

  /** @returns {Promise<boolean>} */
  #start() {
    return new Promise((resolve) => {
      let isUp = false;
      /** @type {Worker | undefined} */ let worker;
      const fail = () => {
        clearTimeout(late);
        worker?.terminate();
        resolve(false);
        if (!isUp || worker !== this.#worker) return;
        this.ready = this.#start(); // a trap: the next task finds a new thread
        this.#hear?.({ failed: true });
      };
      const late = setTimeout(fail, START_MS);
      try {
        worker = this.#worker = this.#make();
      } catch {
        return fail(); // a policy forbids it
      }
      worker.addEventListener("error", (event) => {
        event.preventDefault(); // the page hears of it by `unavailable`, not by its error handler
        fail();
      });
      worker.addEventListener("message", ({ data }) => {
        if (data.ready) {
          clearTimeout(late);
          isUp = true;
          resolve(true);
        }
        if (worker === this.#worker) this.#hear?.(data);
      });
      worker.postMessage({ module: this.#module, words: this.#words });
    });
  }

  /** @param {Task} task @returns {Promise<Answer | undefined>} */
  async #work(task) {
    if (!(await this.ready)) return this.#onPage.work(task);
    const { question, words, budgetMs } = task;
    const id = ++this.#ids;
    return new Promise((resolve) => {
      let bound = 0;
      const finish = (/** @type {Answer | undefined} */ answer) => {
        clearTimeout(timer);
        this.#hear = undefined;
        resolve(answer);
      };
      const timer = setTimeout(() => {
        // It cannot be interrupted, so a new one is made from the compiled file.
        this.#worker?.terminate();
        this.ready = this.#start();
        finish(timedOut(bound));
      }, budgetMs);
      this.#hear = (message) => {
        if (message.failed) finish(undefined);
        if (message.id !== id) return;
        bound = message.atLeast ?? bound;
        if (message.rating) finish({ ...message.rating, timedOut: false });
      };
      const learnt = words !== this.#words ? { words: (this.#words = words) } : {};
      this.#worker?.postMessage({ ...learnt, question: { ...question, id } });
    });
  }
}
