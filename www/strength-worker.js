/**
 * The thread on which passwords are rated. Started by rater.js with the compiled file; answers each question with a lower
 * bound at once, then with the rating; ended from outside when that takes too long, and its memory with it. Not to be imported
 * by a page.
 */
import { atLeast, initSync, learn, rate } from "./pkg/strength.js";
import { wiped } from "./guard/wipe.js";

/** @typedef {{ id: number, password: string, folded: string, inputs: string[] }} Question */

const thread = /** @type {{ postMessage(message: unknown): void }} */ (/** @type {unknown} */ (globalThis));

addEventListener("message", ({ data }) => {
  if (data.module) {
    initSync({ module: data.module });
    rate("a", "a", []); // makes zxcvbn's tables now, not at the first question
  }
  if (data.words !== undefined) learn(data.words);
  if (data.module) thread.postMessage({ ready: true });
  if (data.question) answer(data.question);
});

/** @param {Question} question */
function answer({ id, password, folded, inputs }) {
  wiped(initSync, () => {
    thread.postMessage({ id, atLeast: atLeast(password, folded, inputs) });
    thread.postMessage({ id, rating: rate(password, folded, inputs) });
  });
}
