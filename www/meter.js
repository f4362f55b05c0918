/**
 * A strength meter under a field for a new password. Loads nothing before the field is first focused; never holds up the
 * form; says a level once, when it changes.
 */
import { describeRating, loadStrengthLocale } from "./describe-rating.js";
import { describedBy, element, masked } from "./dom.js";
import { PasskindError } from "./options.js";
import { load, rate } from "./strength.js";

/** @import {OtherPassword, RateOptions, Rating, Role} from "./types.js" */
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
  /** @type {StrengthMessages | undefined} */ #messages;
  #started = false;
  /** Counts questions: an answer to an older one is stale. */ #question = 0;
  #leaving = false;
  #pointerDown = false;
  /** What is to be shown as soon as nothing is about to be clicked. @type {Rating | undefined} */ #rating;

  /** @param {HTMLInputElement} field @param {MeterOptions} options */
  constructor(field, options) {
    this.#field = field;
    this.#options = options;
    Object.assign(this.#meter, { min: 0, max: 4, low: 2, high: 3, optimum: 4, hidden: true });
    this.#level.setAttribute("aria-hidden", "true"); // said by the status below, once
    this.#status.setAttribute("role", "status");
    this.#advice.id = `passkind-strength-${++count}`;
    this.#box.append(this.#meter, this.#level, this.#status, this.#advice, this.#time);
    const own = field.form?.querySelector('[data-passkind-for="strength"]');
    if (own) own.append(this.#box);
    else (field.closest("label") ?? field).after(this.#box);
    this.#listen();
    if (field.matches(":focus")) this.#start();
  }

  #listen() {
    const { signal } = this.#listeners;
    const { identifier, others = [] } = this.#options;
    this.#field.addEventListener("focus", () => this.#start(), { signal });
    const fields = [identifier, ...others.map((other) => ("field" in other ? other.field : other))].filter((one) => one instanceof HTMLInputElement);
    for (const field of [this.#field, ...fields]) field.addEventListener("input", () => this.#rest(), { signal });
    document.addEventListener("pointerdown", () => (this.#pointerDown = true), { signal, capture: true, passive: true });
    // The click follows the pointer's release: only after it may anything move.
    for (const type of ["pointerup", "pointercancel"]) {
      document.addEventListener(type, () => setTimeout(() => {
        this.#pointerDown = false;
        if (this.#rating) this.#show(this.#rating);
      }), { signal, capture: true, passive: true });
    }
    this.#field.addEventListener("keydown", () => (this.#pointerDown = false), { signal }); // its release may have gone elsewhere
    this.#field.addEventListener("change", () => {
      this.#leaving = true; // only a whole password goes to the list of leaked ones
      this.#rest(0);
    }, { signal });
  }

  /** Brings texts and file, so that the first rating finds them. */
  async #start() {
    if (this.#started) return;
    this.#started = true;
    load().catch(() => {}); // told by the rating
    const { messages, locale } = this.#options;
    const language = locale ?? (this.#field.closest("[lang]")?.getAttribute("lang") || "en");
    this.#messages = messages ?? (await loadStrengthLocale(language).catch(() => loadStrengthLocale("en")));
    if (this.#field.value) this.#rest(0);
  }

  #rest(ms = PAUSE_MS) {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#rate(), ms);
  }

  async #rate() {
    if (!this.#started) await this.#start();
    const question = ++this.#question;
    const { identifier, others = [], messages, onRating, breach, ...options } = this.#options;
    const password = this.#field.value;
    if (!password) return this.#clear();
    const asked = breach !== undefined && this.#leaving;
    this.#leaving = false;
    try {
      const rating = await rate(password, {
        ...options,
        locale: options.locale ?? this.#messages?.lang ?? "en",
        identifier: typeof identifier === "string" ? identifier : identifier?.value ?? "",
        others: others.map((other) => ("field" in other ? { password: other.field.value, role: other.role } : other.value)),
        ...(asked && { breach }),
      });
      if (question !== this.#question || this.#listeners.signal.aborted) return;
      this.#show(rating);
      onRating?.(rating);
    } catch (error) {
      // Only wrong options come here: for the programmer to see, while the form goes on as without us.
      setTimeout(() => { throw error; });
    }
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
    this.#meter.setAttribute("aria-label", messages.label);
    this.#meter.hidden = rating.status !== "ok" || (rating.timedOut && !rating.guessesLog10);
    this.#meter.value = rating.score;
    this.#meter.textContent = level;
    const whole = `${level} ${rating.meetsPolicy ? messages.met : messages.unmet}`;
    this.#box.dataset.policy = rating.meetsPolicy ? "met" : "unmet";
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
