/**
 * A strength meter under a field for a new password. Loads nothing before the field is first focused; never holds up the
 * form; says a level once, when it changes.
 */
import { breached } from "./breach.js";
import { describeRating, loadStrengthLocale } from "./describe-rating.js";
import { call, describedBy, element, language, masked, on } from "./dom.js";
import { PasskindError, refuse } from "./options.js";
import { load } from "./rater.js";
import { rateFor, read, withLeak } from "./rating.js";

/** @import {RateOptions, Rating, Role} from "./types.js" */
/** @import {StrengthMessages} from "./describe-rating.js" */

/**
 * @typedef {object} OwnMeterOptions
 * @property {HTMLInputElement | string} [identifier] the name field, or what would stand in it
 * @property {(HTMLInputElement | { field: HTMLInputElement, role: Role })[]} [others] fields of other passwords
 * @property {StrengthMessages} [messages] texts of your own, in place of a locale
 * @property {(rating: Rating) => void} [onRating] hears every rating; it holds nothing typed
 */
/** @typedef {Omit<RateOptions, "identifier" | "others"> & OwnMeterOptions} MeterOptions */
/** @typedef {{ detach(): void }} Meter */

/** Long enough to be between two keys, short enough to feel alive. */
const PAUSE_MS = 250;

let count = 0;

/**
 * @param {HTMLInputElement} field with `autocomplete="new-password"`: on a sign-in field a strength helps nobody but a looker-on
 * @param {MeterOptions} [options]
 * @returns {Meter}
 */
export function attachMeter(field, options = {}) {
  if (!(field instanceof HTMLInputElement)) throw new PasskindError("wrongType", "field", "option `field`: expected an input element");
  if (!/(^|\s)new-password(\s|$)/.test(field.autocomplete)) {
    throw new PasskindError("wrongType", "field", 'option `field`: expected autocomplete="new-password"; the strength of a present password is nobody\'s business');
  }
  const live = new LiveMeter(field, options);
  return { detach: () => live.detach() };
}

class LiveMeter {
  /** @type {HTMLInputElement} */ #field;
  /** @type {MeterOptions} */ #options;
  #listeners = new AbortController();
  #box = masked("passkind-strength");
  #meter = element("meter", "passkind-meter");
  #level = element("p", "passkind-level");
  #status = element("div", "passkind-announced");
  #advice = element("ul", "passkind-advice");
  #time = element("p", "passkind-time");
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  #language;
  /** @type {StrengthMessages | undefined} */ #messages;
  #started = false;
  /** Counts questions: an answer to an older one is stale. */ #question = 0;
  /** Counts values of this field: what a list of leaked passwords said holds for one of them. */ #value = 0;
  /** What that list said of the present value. @type {Rating["breach"]} */ #leak;
  #pointerDown = false;
  /** What is to be shown as soon as nothing is about to be clicked. @type {Rating | undefined} */ #rating;

  /** @param {HTMLInputElement} field @param {MeterOptions} options */
  constructor(field, options) {
    this.#field = field;
    this.#options = options;
    this.#language = options.locale ?? language(field);
    read(this.#rateOptions());
    Object.assign(this.#meter, { min: 0, max: 4, low: 2, high: 3, optimum: 4, hidden: true });
    this.#level.setAttribute("aria-hidden", "true"); // said by the status, once
    this.#status.setAttribute("role", "status");
    // For ears only, whatever the page's style sheet has.
    Object.assign(this.#status.style, { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" });
    this.#advice.id = `passkind-strength-${++count}`;
    this.#box.append(this.#meter, this.#level, this.#status, this.#advice, this.#time);
    const slots = field.form ? [...call(field.form, "querySelectorAll", '[data-passkind-for="strength"]')] : [];
    const own = slots.find((slot) => !slot.firstElementChild);
    if (own) own.append(this.#box);
    else (field.closest("label") ?? field).after(this.#box);
    this.#listen();
    if (field.matches(":focus")) this.#start();
  }

  /** @returns {RateOptions} */
  #rateOptions() {
    const { identifier, others = [], messages, onRating, breach, ...options } = this.#options;
    if (messages !== undefined && !messages?.hints) refuse("wrongType", "messages", "a whole catalogue");
    if (onRating !== undefined && typeof onRating !== "function") refuse("wrongType", "onRating", "a function");
    if (!Array.isArray(others)) refuse("wrongType", "others", "a list of fields");
    return {
      ...options,
      ...(breach !== undefined && { breach }),
      locale: this.#language,
      identifier: identifier instanceof HTMLInputElement ? identifier.value : identifier ?? "",
      others: others.map((other, at) => {
        const { field, role } = other instanceof HTMLInputElement ? { field: other, role: undefined } : other ?? {};
        if (!(field instanceof HTMLInputElement)) return refuse("wrongType", `others[${at}]`, "an input element, or { field, role }");
        return { password: field.value, ...(role && { role }) };
      }),
    };
  }

  #listen() {
    const { signal } = this.#listeners;
    const { identifier, others = [] } = this.#options;
    const fields = [identifier, ...others.map((other) => ("field" in other ? other.field : other))].filter((one) => one instanceof HTMLInputElement);
    for (const field of fields) field.addEventListener("input", () => this.#rest(), { signal });
    this.#field.addEventListener("input", () => {
      this.#changed();
      this.#rest();
    }, { signal });
    // A value may have come by script meanwhile.
    this.#field.addEventListener("focus", () => {
      this.#start();
      this.#rest(0);
    }, { signal });
    // Only a whole password goes to the list of leaked ones.
    this.#field.addEventListener("change", () => this.#askList(), { signal });
    this.#field.addEventListener("blur", () => this.#rest(0), { signal });
    if (this.#field.form) on(this.#field.form, ["reset"], () => {
      this.#changed();
      this.#rest(0);
    }, signal);
    document.addEventListener("pointerdown", () => (this.#pointerDown = true), { signal, capture: true, passive: true });
    // The click follows the pointer's release: only after it may anything move.
    for (const type of ["pointerup", "pointercancel"]) {
      document.addEventListener(type, () => setTimeout(() => {
        this.#pointerDown = false;
        if (this.#rating) this.#show(this.#rating);
      }), { signal, capture: true, passive: true });
    }
    this.#field.addEventListener("keydown", () => (this.#pointerDown = false), { signal }); // its release may have gone elsewhere
  }

  #changed() {
    this.#value++;
    this.#leak = undefined;
  }

  /** Brings texts and file, so that the first rating finds them. */
  async #start() {
    if (this.#started) return;
    this.#started = true;
    // A file that comes late is asked what was typed meanwhile; one that does not is told by the rating.
    load().then(() => this.#rest(0), () => {});
    const { messages } = this.#options;
    this.#messages = messages ?? (await loadStrengthLocale(this.#language).catch(() => loadStrengthLocale("en")));
    this.#rest(0);
  }

  #rest(ms = PAUSE_MS) {
    if (this.#listeners.signal.aborted) return;
    if (!this.#started) return void this.#start();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#rate(), ms);
  }

  async #rate() {
    const question = ++this.#question;
    const password = this.#field.value;
    if (!password) return this.#clear();
    try {
      const { breach, ...options } = this.#rateOptions();
      const rating = await rateFor(this, password, options);
      if (question === this.#question) this.#tell(rating);
    } catch (error) {
      // Only wrong options come here: for the programmer to see, while the form goes on as without us.
      setTimeout(() => { throw error; });
    }
  }

  async #askList() {
    const { breach } = this.#options;
    const value = this.#value;
    if (breach === undefined || !this.#field.value) return;
    const leak = await breached(this.#field.value, breach);
    if (value !== this.#value || this.#listeners.signal.aborted) return;
    this.#leak = leak;
    this.#rest(0);
  }

  /** @param {Rating} rating */
  #tell(rating) {
    if (this.#listeners.signal.aborted) return;
    const whole = withLeak(rating, this.#leak);
    this.#show(whole);
    this.#options.onRating?.(whole);
  }

  #clear() {
    this.#rating = undefined;
    this.#meter.hidden = true;
    for (const part of [this.#level, this.#status, this.#advice, this.#time]) part.replaceChildren();
    describedBy(this.#field, this.#advice.id, false);
  }

  /** @param {Rating} rating */
  #show(rating) {
    const messages = this.#messages;
    if (!messages || this.#listeners.signal.aborted) return;
    this.#rating = this.#pointerDown ? rating : undefined;
    if (this.#pointerDown) return;
    const { lang, level, time, hints } = describeRating(rating, messages);
    this.#box.lang = lang;
    this.#box.dataset.status = rating.status;
    this.#box.dataset.policy = rating.meetsPolicy ? "met" : "unmet";
    this.#meter.setAttribute("aria-label", messages.label);
    this.#meter.hidden = rating.status !== "ok" || (rating.timedOut && !rating.score);
    this.#meter.value = rating.score;
    this.#meter.textContent = level;
    const whole = `${level} ${rating.meetsPolicy ? messages.met : messages.unmet}`;
    setText(this.#level, whole);
    setText(this.#status, whole); // the same text again is not announced again
    setText(this.#time, time);
    const texts = hints.map((text) => Object.assign(element("li", "passkind-tip"), { textContent: text }));
    this.#advice.replaceChildren(...texts);
    describedBy(this.#field, this.#advice.id, texts.length > 0);
  }

  detach() {
    this.#listeners.abort();
    clearTimeout(this.#pause);
    describedBy(this.#field, this.#advice.id, false);
    this.#box.remove();
  }
}

/** Leaves the node alone where nothing changes: a live region speaks whenever it is touched. @param {Element} node @param {string} text */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
