/** What is heard at the fields and of their form: entered, left, typed, a pause in typing, Caps Lock, sent. */
import { on } from "./dom.js";

/** @import {Fields} from "./finder.js" */

/** @typedef {"entered" | "left" | "typed" | "resting" | "paused" | "capsLock" | "sent"} What `resting`: the pause has begun */
/** @typedef {(what: What, event?: Event, isSecret?: boolean, isComposing?: boolean) => void} Heard what is done about it; keeps nobody alive */

/** Long enough to have stopped typing, short enough to come before Enter. */
const PAUSE_MS = 1000;

export class Hearing {
  /** @type {Heard} */ #heard;
  #listeners = new AbortController();
  #composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;

  /** @param {Heard} heard */
  constructor(heard) {
    this.#heard = heard;
  }

  /** At the fields themselves: what happens in a shadow root does not all leave it, nor does it keep its target. @param {Fields} fields @param {HTMLElement} owner what is sent */
  listen(fields, owner) {
    this.#listeners.abort();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const [name, field] of Object.entries(fields)) {
      const isSecret = name === "password"; // of the fields themselves we keep none: another may outlive them
      on(field, ["focusin"], () => this.#heard("entered"), signal);
      on(field, ["focusout"], (event) => this.#left(event), signal);
      on(field, ["input"], (event) => this.#typed(event, isSecret), signal);
      on(field, ["keydown", "keyup"], (event) => this.#key(event, isSecret), signal);
      on(field, ["compositionstart", "compositionend"], (event) => this.#composed(event), signal);
      if (field.matches(":focus")) this.#heard("entered");
    }
    on(owner, ["submit"], (event) => this.#heard("sent", event), signal, false);
  }

  /** No pause is waited for any more. */
  settled() {
    clearTimeout(this.#pause);
  }

  end() {
    this.settled();
    this.#listeners.abort();
  }

  /** @param {Event} event */
  #left({ currentTarget }) {
    // When another window comes to the front, the field stays the active one.
    if (/** @type {HTMLInputElement} */ (currentTarget).matches(":focus")) return;
    this.#composing = false;
    this.#heard("left");
  }

  /** @param {Event} event @param {boolean} isSecret */
  #typed(event, isSecret) {
    this.#heard("typed", event, isSecret);
    this.#rest();
  }

  /** @param {Event} event */
  #composed({ type }) {
    this.#composing = type === "compositionstart";
    this.#rest();
  }

  #rest() {
    this.settled();
    this.#heard("resting");
    if (!this.#composing) this.#pause = setTimeout(() => this.#heard("paused"), PAUSE_MS);
  }

  /** @param {Event} event @param {boolean} isSecret */
  #key(event, isSecret) {
    // Autofill sends key events without modifiers.
    if (/** @type {KeyboardEvent} */ (event).getModifierState) this.#heard("capsLock", event, isSecret, this.#composing);
  }
}
