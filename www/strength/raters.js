/**
 * The two that ask zxcvbn: on the page's own thread, which takes only what is known to be quick, and on one of its own. Every
 * question is answered, whatever a thread of the page's own making does.
 */
import { alone } from "../guard/given.js";
import { wiped } from "../guard/wipe.js";

/** @import {Rating, StrengthHint} from "../types.js" */

/** @typedef {{ password: string, folded: string, inputs: string[] }} Question */
/** Without a score where no rating and no bound gave one. @typedef {Pick<Rating, "score" | "guessesLog10" | "timedOut"> & { hints: StrengthHint[] }} Answer */
/** @typedef {{ score: 0 | 1 | 2 | 3 | 4, guessesLog10: number, hints: StrengthHint[] }} Rated */
/** `order`: of two tasks the one with the higher number was asked for later. @typedef {{ question: Question, words: string, budgetMs: number, order: number }} Task */
/** `undefined`: what was asked gave no answer; `load`: there was nobody to ask; `superseded`: a newer one came before it. @typedef {Answer | "superseded" | "load" | undefined} Outcome */
/** What `src/wasm/strength.d.ts` declares. @typedef {{ initSync: Function, __wbg_reset_state(): void, atLeast(password: string, folded: string, inputs: string[]): number, effort(password: string, folded: string): number, learn(words: string): void, rate(password: string, folded: string, inputs: string[]): Rated }} Strength */

/** A page that waits gets the rules by then; loading goes on behind it. */
export const ANSWER_MS = 2_000;
/** A thread that has not come up by then will not. */
const START_MS = 10_000;
/**
 * Units of `effort` in src/strength/effort.rs that the page's thread takes: of at most 0.05 ms each where that was measured, so that
 * a person's machine of a quarter of the speed stays under the 16 ms of a frame. `make bench` rates texts just under it (rows `taken`).
 */
const MOST_EFFORT = 50;

/** Of what fails or comes too late nothing. @template T @param {Promise<T>} promise @param {number} ms @returns {Promise<T | undefined>} */
export function within(promise, ms) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    unhold(timer);
    promise.catch(() => undefined).then((value) => { clearTimeout(timer); resolve(value); });
  });
}

/** Node need not go on for this alone. @param {unknown} timer */
export function unhold(timer) {
  if (typeof timer === "object") /** @type {{ unref?(): void }} */ (timer)?.unref?.(); // in a browser it is a number
}

/** A bound that says nothing is no score. @param {number} guessesLog10 a lower bound @returns {Answer} */
function timedOut(guessesLog10) {
  const score = /** @type {Rated["score"]} */ ([3, 6, 8, 10].filter((limit) => guessesLog10 >= limit).length);
  return { ...(score ? { score, guessesLog10 } : { score: undefined, guessesLog10: undefined }), timedOut: true, hints: [] };
}

/** One task at a time; of an owner's that wait only the newest is kept, the others are `superseded`. */
class Line {
  /** @type {(task: Task) => Promise<Outcome>} */ #work;
  /** @type {Map<unknown, { task: Task, resolve(outcome: Outcome): void }>} */ #waiting = new Map();
  #busy = false;

  /** @param {(task: Task) => Promise<Outcome>} work */
  constructor(work) {
    this.#work = work;
  }

  /** @param {unknown} owner @param {Task} task @returns {Promise<Outcome>} */
  ask(owner, task) {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(owner);
      if (waiting && waiting.task.order > task.order) return resolve("superseded"); // its words were long in coming
      waiting?.resolve("superseded");
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
    try {
      resolve(await this.#work(task));
    } catch {
      resolve(undefined); // the page's worker does what no worker does: that is this task's trouble alone
    }
    this.#busy = false;
    this.#next();
  }
}

/** The page's own instance has trapped: the glue must make another. */
let trapped = false;

/** Rates in the middle of whatever else the page does, so only what is quick. */
export class PageRater {
  /** @type {Promise<Strength> | undefined} */ #strength;
  /** What the instance has learnt; the glue's may be another rater's. @type {string | undefined} */ #words;
  #line = new Line((task) => this.work(task));

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    this.module = module;
  }

  /** @param {unknown} owner @param {Task} task */
  ask(owner, task) {
    return this.#line.ask(owner, task);
  }

  /** @param {Task} task @returns {Promise<Answer | undefined>} */
  async work({ question: { password, folded, inputs }, words }) {
    const strength = await within((this.#strength ??= this.#start()), ANSWER_MS);
    if (!strength) {
      this.#strength = undefined;
      return undefined;
    }
    try {
      const { atLeast, effort, initSync, learn, rate } = strength;
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
    /** @type {Strength} */
    const strength = await import("../pkg/strength.js");
    try {
      strength.initSync({ module: this.module });
      if (trapped) strength.__wbg_reset_state();
      trapped = false;
      this.#words = undefined;
      strength.rate("a", "a", []); // makes zxcvbn's tables
      return strength;
    } catch (error) {
      trapped = true;
      throw error;
    }
  }
}

/** @typedef {{ id?: unknown, ready?: unknown, atLeast?: unknown, rating?: unknown, failed?: boolean }} Message what a thread says: the page's own may say anything */

/** A thread of its own, ended and made anew where an answer takes too long. */
export class ThreadRater {
  /** @type {WebAssembly.Module} */ #module;
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
    this.make = make;
    this.#onPage = onPage;
    this.ready = this.#start();
  }

  /** @param {unknown} owner @param {Task} task */
  ask(owner, task) {
    return this.#line.ask(owner, task);
  }

  end() {
    stop(this.#worker);
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
        stop(worker);
        resolve(false);
        if (!isUp || worker !== this.#worker) return;
        this.ready = this.#start(); // a trap: the next task finds a new thread
        this.#hear?.({ failed: true });
      };
      const late = setTimeout(fail, START_MS);
      unhold(late);
      try {
        worker = this.#worker = this.make();
        worker.addEventListener("error", (event) => {
          event.preventDefault(); // the page hears of it by `unavailable`, not by its error handler
          fail();
        });
        worker.addEventListener("message", ({ data }) => {
          /** @type {Message} */
          const message = alone(Object(data));
          if (message.ready) {
            clearTimeout(late);
            isUp = true;
            resolve(true);
          }
          if (worker === this.#worker) this.#hear?.(message);
        });
        worker.postMessage({ module: this.#module, words: this.#words });
      } catch {
        fail(); // a policy forbids it, or the page's function makes something else
      }
    });
  }

  /** @param {Task} task @returns {Promise<Answer | undefined>} */
  async #work(task) {
    if (!(await within(this.ready, ANSWER_MS))) return this.#onPage.work(task);
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
        stop(this.#worker);
        this.ready = this.#start();
        finish(timedOut(bound));
      }, budgetMs);
      this.#hear = (message) => {
        if (message.failed === true) finish(undefined);
        if (message.id !== id) return;
        if (typeof message.atLeast === "number") bound = message.atLeast;
        if (message.rating !== undefined) finish(isRated(message.rating) ? { ...message.rating, timedOut: false } : undefined);
      };
      const learnt = words !== this.#words ? { words: (this.#words = words) } : {};
      try {
        this.#worker?.postMessage({ ...learnt, question: { ...question, id } });
      } catch {
        finish(undefined);
      }
    });
  }
}

/** What the page's function has made may be no worker. @param {Worker | undefined} worker */
function stop(worker) {
  try {
    worker?.terminate();
  } catch {}
}

/** @param {any} rating @returns {rating is Rated} */
function isRated(rating) {
  return [0, 1, 2, 3, 4].includes(rating?.score) && Number.isFinite(rating.guessesLog10)
    && Array.isArray(rating.hints) && rating.hints.every((/** @type {any} */ hint) => typeof hint?.code === "string" && typeof hint.params === "object" && hint.params);
}
