/**
 * The pair in a form's two fields: which fields these are, how the password got there, how often the pair was refused.
 * Keeps no copy of what is typed.
 */
/** @import {Credentials, Field, Observation} from "./types.js" */

/** The first that finds something. On a page that asks for the password alone the name may stand in a hidden field. */
const FINDERS = {
  identifier: ["username", "email"].map((token) => `input[autocomplete~=${token} i]`)
    .concat(["[type=email]", "[type=text]", ":not([type])", "[type=tel]"].map((type) => `input${type}:not([autocomplete~=current-password i])`)),
  password: ["input[autocomplete~=current-password i]", "input[type=password]:not([autocomplete~=new-password i])"],
};

export class Pair {
  /** @type {Partial<Record<Field, HTMLInputElement>>} */ fields = {};
  /** @type {Pick<Observation, "capsLock" | "input">} */ #seen = {};
  #salt = Math.random() * 2 ** 32;
  /** The password that the last input event left. @type {number | undefined} */ #typed;
  #refusals = 0;
  /** @type {number | undefined} */ #refused;
  /** @type {number | undefined} */ #refusedName;
  /** @type {number | undefined} */ #submitted;

  /** @param {Element} form @param {Partial<Record<Field, HTMLInputElement | undefined>>} given */
  find(form, given) {
    this.fields = {};
    for (const name of /** @type {Field[]} */ (["identifier", "password"])) {
      const field = given[name] ?? first(form, FINDERS[name]);
      if (field) this.fields[name] = field;
    }
  }

  /** @param {EventTarget | null} target @returns {Field | undefined} */
  nameOf(target) {
    return /** @type {Field[]} */ (Object.keys(this.fields)).find((name) => this.fields[name] === target);
  }

  /** @returns {Credentials} */
  get credentials() {
    const { identifier, password } = this.fields;
    return { ...(identifier && { identifier: identifier.value }), ...(password && { password: password.value }) };
  }

  /** @returns {Observation} */
  get observation() {
    // A page that empties the password after a refusal has not changed the pair; another name has.
    const isSame = this.fields.password?.value ? this.mark === this.#refused : this.#name === this.#refusedName;
    return { ...this.#seen, ...(this.#filled && { input: "autofilled" }), refused: isSame ? this.#refusals : 0 };
  }

  /** @param {InputEvent} event */
  typed({ inputType }) {
    // Browsers fill without an input type (Chromium) or as a replacement (Firefox).
    const filled = !inputType || inputType.includes("Replacement");
    this.#seen.input = filled ? "autofilled" : /Paste|Drop/.test(inputType) ? "pasted" : "typed";
    this.#typed = this.#digest(this.fields.password?.value);
  }

  /** @param {boolean} capsLock */
  capsLock(capsLock) {
    this.#seen.capsLock = capsLock;
  }

  submitted() {
    this.#submitted = this.mark;
  }

  /** The server said no to what is typed, or, if the page has emptied the password since, to what was submitted. */
  refused() {
    const pair = this.fields.password?.value ? this.mark : this.#submitted ?? this.mark;
    this.#refusals = pair === this.#refused ? this.#refusals + 1 : 1;
    this.#refused = pair;
    this.#refusedName = this.#name;
  }

  /** Before this page was loaded. @param {number} times */
  refusedBefore(times) {
    this.#refusals = times;
    this.#refused = undefined;
    this.#refusedName = this.#name;
  }

  /** What this pair is known by. */
  get mark() {
    return this.#digest(this.fields.identifier?.value, this.fields.password?.value);
  }

  get #name() {
    return this.#digest(this.fields.identifier?.value);
  }

  get #filled() {
    const { password } = this.fields;
    return !!password?.value && (this.#digest(password.value) !== this.#typed || password.matches(":-webkit-autofill"));
  }

  /** Salted, 32 bits: enough to notice that a value changed, and no copy of it. @param {(string | undefined)[]} texts */
  #digest(...texts) {
    let digest = this.#salt;
    for (const text of texts) {
      for (let i = 0; text && i < text.length; i++) digest = Math.imul(digest ^ text.charCodeAt(i), 0x01000193);
      digest = Math.imul(digest ^ 0x110000, 0x01000193); // no character: keeps "a", "b" apart from "ab", ""
    }
    return digest;
  }
}

/** @param {Element} form @param {string[]} finders */
function first(form, finders) {
  for (const finder of finders) {
    const field = /** @type {HTMLInputElement | null} */ (form.querySelector(finder));
    if (field) return field;
  }
}
