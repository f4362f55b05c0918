/**
 * Loads the strength file and asks it: on a thread of its own, which is ended when an answer takes too long, or on the
 * page's thread, which takes only what is known to be quick. Nothing here ever rejects but a wrong `load`.
 */

/** @import {StrengthHint} from "./types.js" */

/** @typedef {{ password: string, folded: string, inputs: string[] }} Question */
/** @typedef {{ score: 0 | 1 | 2 | 3 | 4, guessesLog10: number, timedOut: boolean, hints: StrengthHint[] }} Answer */
/** @typedef {(() => Worker) | false | undefined} WorkerOption */
/** What `src/wasm/strength.d.ts` declares. @typedef {{ atLeast(password: string, folded: string, inputs: string[]): number, effort(password: string, folded: string): number, learn(words: string): void, rate(password: string, folded: string, inputs: string[]): Omit<Answer, "timedOut"> }} Strength */
/** @typedef {{ ask(question: Question, words: string, budgetMs: number): Promise<Answer | undefined> }} Rater */

/** A page that waits for its answer must get one; loading goes on behind it. */
const LOAD_MS = 10_000;
/** After a failure the file is not asked for again at every key. */
const RETRY_MS = 30_000;
/**
 * Units of `effort` in src/strength/effort.rs that the page's thread takes: about 5 ms once the engine has compiled the
 * code well, 12 ms before.
 */
const MOST_EFFORT = 120;

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** One for the whole page, by the worker option that it was made with. @type {{ option: WorkerOption, rater: Promise<Rater | undefined> } | undefined} */
let current;

/**
 * Brings the strength file, or takes it from the caller.
 * @param {BufferSource | WebAssembly.Module | URL | string} [source]
 * @returns {Promise<void>}
 */
export async function load(source) {
  if (source !== undefined) compiled = current = undefined;
  await bring(source);
}

/** @param {BufferSource | WebAssembly.Module | URL | string} [source] */
function bring(source) {
  compiled ??= compile(source ?? new URL("./pkg/strength.wasm", import.meta.url)).catch((error) => {
    unhold(setTimeout(() => (compiled = current = undefined), RETRY_MS));
    throw error;
  });
  return compiled;
}

/** @param {BufferSource | WebAssembly.Module | URL | string} source @returns {Promise<WebAssembly.Module>} */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof URL) && typeof source !== "string") return WebAssembly.compile(source);
  if (`${source}`.startsWith("file:")) {
    const files = "node:fs/promises"; // in a variable: no bundler must look for it
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ files);
    return WebAssembly.compile(await readFile(source));
  }
  const response = await fetch(source);
  if (!response.ok) throw new Error(`the strength file: ${response.status}`);
  // compileStreaming wants the right type from the server; the bytes alone do not.
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * What zxcvbn says of it; `undefined` where it cannot be asked.
 * @param {Question} question
 * @param {string} words
 * @param {number} budgetMs
 * @param {WorkerOption} [worker]
 * @returns {Promise<Answer | undefined>}
 */
export async function ask(question, words, budgetMs, worker) {
  if (!current || current.option !== worker) current = { option: worker, rater: start(worker).catch(() => undefined) };
  const rater = await within(current.rater, LOAD_MS);
  return rater?.ask(question, words, budgetMs);
}

/** @param {WorkerOption} option @returns {Promise<Rater>} */
async function start(option) {
  const module = await bring();
  const onPage = new PageRater(module);
  if (option === false || typeof Worker === "undefined") return onPage;
  const make = option ?? (() => new Worker(new URL("./strength-worker.js", import.meta.url), { type: "module" }));
  const thread = new ThreadRater(module, make, onPage);
  return (await thread.ready) ? thread : onPage;
}

/** @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T | undefined>} */
function within(promise, ms) {
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

/** Rates in the middle of whatever else the page does, so only what is quick. @implements {Rater} */
class PageRater {
  /** @type {WebAssembly.Module} */ #module;
  /** @type {Promise<Strength> | undefined} */ #strength;
  #words = "";

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.#module = module;
  }

  /** @param {Question} question @param {string} words @returns {Promise<Answer | undefined>} */
  async ask({ password, folded, inputs }, words) {
    try {
      this.#strength ??= this.#start();
      const { atLeast, effort, learn, rate } = await this.#strength;
      if (words !== this.#words) learn((this.#words = words));
      if (effort(password, folded) > MOST_EFFORT) return timedOut(atLeast(password, folded, inputs));
      return { ...rate(password, folded, inputs), timedOut: false };
    } catch {
      this.#strength = undefined; // a trapped instance is not asked again
      this.#words = "";
      return undefined;
    }
  }

  async #start() {
    const strength = await import("./pkg/strength.js");
    strength.initSync({ module: this.#module });
    strength.rate("a", "a", []); // makes zxcvbn's tables
    return strength;
  }
}

/** @typedef {Question & { id: number }} Asked */
/** @typedef {{ question: Asked, words: string, budgetMs: number, resolve(answer: Answer | undefined): void }} Job */

/** One question at a time; of those that wait only the newest is kept. @implements {Rater} */
class ThreadRater {
  /** @type {WebAssembly.Module} */ #module;
  /** @type {() => Worker} */ #make;
  /** @type {Rater} */ #onPage;
  /** @type {Worker | undefined} */ #worker;
  /** Whether the thread has come up. @type {Promise<boolean>} */ ready;
  #up = false;
  /** What the thread has learnt. */ #words = "";
  #ids = 0;
  /** @type {Job | undefined} */ #running;
  /** @type {Job | undefined} */ #waiting;
  /** Of the running one. */ #atLeast = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {WebAssembly.Module} module @param {() => Worker} make @param {Rater} onPage */
  constructor(module, make, onPage) {
    this.#module = module;
    this.#make = make;
    this.#onPage = onPage;
    this.ready = this.#start();
  }

  /** @returns {Promise<boolean>} */
  #start() {
    return new Promise((resolve) => {
      this.#up = false;
      const failed = () => {
        clearTimeout(late);
        this.#worker?.terminate();
        this.#worker = undefined;
        resolve(false);
        this.#finish(undefined);
      };
      const late = setTimeout(failed, LOAD_MS);
      try {
        const worker = (this.#worker = this.#make());
        worker.addEventListener("error", (event) => {
          event.preventDefault(); // the page hears of it by `unavailable`, not by its error handler
          if (worker !== this.#worker) return;
          const wasUp = this.#up;
          failed();
          if (wasUp) this.ready = this.#start(); // a trap: the next question finds a new thread
        });
        worker.addEventListener("message", ({ data }) => {
          if (worker !== this.#worker) return;
          if (data.ready) {
            clearTimeout(late);
            this.#up = true;
            resolve(true);
          }
          if (data.id === this.#running?.question.id) this.#heard(data);
        });
        worker.postMessage({ module: this.#module, words: this.#words });
      } catch {
        failed(); // a policy forbids it
      }
    });
  }

  /** @param {Question} question @param {string} words @param {number} budgetMs @returns {Promise<Answer | undefined>} */
  ask(question, words, budgetMs) {
    return new Promise((resolve) => {
      const job = { question: { ...question, id: ++this.#ids }, words, budgetMs, resolve };
      this.#waiting?.resolve(timedOut(0));
      this.#waiting = job;
      this.#next();
    });
  }

  async #next() {
    if (this.#running || !this.#waiting) return;
    const job = (this.#running = this.#waiting);
    this.#waiting = undefined;
    const up = await this.ready;
    if (job !== this.#running) return;
    if (!up || !this.#worker) return this.#finish(await this.#onPage.ask(job.question, job.words, job.budgetMs));
    this.#atLeast = 0;
    this.#timer = setTimeout(() => this.#end(), job.budgetMs);
    const words = job.words !== this.#words ? { words: (this.#words = job.words) } : {};
    this.#worker.postMessage({ ...words, question: job.question });
  }

  /** @param {{ atLeast?: number, rating?: Omit<Answer, "timedOut"> }} data */
  #heard({ atLeast, rating }) {
    if (atLeast !== undefined) this.#atLeast = atLeast;
    if (rating) this.#finish({ ...rating, timedOut: false });
  }

  /** Out of time: the thread cannot be interrupted, so a new one is made from the compiled file. */
  #end() {
    this.#worker?.terminate();
    this.ready = this.#start();
    this.#finish(timedOut(this.#atLeast));
  }

  /** @param {Answer | undefined} answer */
  #finish(answer) {
    clearTimeout(this.#timer);
    this.#running?.resolve(answer);
    this.#running = undefined;
    this.#next();
  }
}
