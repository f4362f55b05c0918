/**
 * A strength meter under a field for a new password. Loads nothing before the field is first focused; never holds up the
 * form; says a level once, when it changes.
 */
import { Bar } from "./strength/bar.js";
import { isOff } from "./guard/brake.js";
import { breached } from "./strength/breach.js";
import { describeRating, loadStrengthLocale } from "./describe-rating.js";
import { call, describedBy, element, language, masked, on, weakly } from "./form/dom.js";
import { alone, dense } from "./guard/given.js";
import { readable } from "./guard/readers.js";
import { PasskindError, refuse } from "./guard/readers.js";
import { load } from "./strength/rater.js";
import { rateFor, read, withLeak } from "./strength/rating.js";

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

/** The one of each field. @type {WeakMap<HTMLInputElement, LiveMeter>} */
const lives = new WeakMap();

/** On the box of a meter that lives, and on no copy of it: what lacks it is left of a clone, a cached page or markup written again. */
const LIVE = Symbol.for("passkind.strength");

/**
 * A field has one meter: a second takes the first one's place. Under `<meta name="passkind" content="off">` there is none.
 * @param {HTMLInputElement} field with `autocomplete="new-password"`: on a sign-in field a strength helps nobody but a looker-on
 * @param {MeterOptions} [options]
 * @returns {Meter}
 */
export function attachMeter(field, options = {}) {
  if (!(field instanceof HTMLInputElement)) throw new PasskindError("wrongType", "field", "option `field`: expected an input element");
  if (!/(^|\s)new-password(\s|$)/.test(field.autocomplete)) {
    throw new PasskindError("wrongType", "field", 'option `field`: expected autocomplete="new-password"; the strength of a present password is nobody\'s business');
  }
  const given = readable(() => own(options));
  rateOptions(given, given.locale ?? "en");
  if (isOff()) return { detach() {} };
  lives.get(field)?.detach();
  // The field holds its meter and nothing else does: it goes with the field.
  const live = new WeakRef(new LiveMeter(field, given));
  return { detach: () => live.deref()?.detach() };
}

/** @param {MeterOptions} options @returns {MeterOptions} each property read once, and nothing inherited */
function own(options) {
  if (typeof options !== "object" || options === null) refuse("wrongType", "options", "an object");
  const given = alone(options);
  if (given.others) given.others = dense(given.others).map((other) => (other instanceof HTMLInputElement || typeof other !== "object" || !other ? other : alone(other)));
  return given;
}

/** What is rated now. @param {MeterOptions} options @param {string} locale @returns {import("./strength/rating.js").ReadOptions} */
function rateOptions({ identifier, others = [], messages, onRating, ...options }, locale) {
  if (messages !== undefined && !messages?.hints) refuse("wrongType", "messages", "a whole catalogue");
  if (onRating !== undefined && typeof onRating !== "function") refuse("wrongType", "onRating", "a function");
  if (!Array.isArray(others)) refuse("wrongType", "others", "a list of fields");
  return read(alone({
    ...options,
    locale,
    identifier: identifier instanceof HTMLInputElement ? identifier.value : identifier ?? "",
    others: others.map((other, at) => {
      const { field, role } = other instanceof HTMLInputElement ? { field: other, role: undefined } : other ?? {};
      if (!(field instanceof HTMLInputElement)) return refuse("wrongType", `others[${at}]`, "an input element, or { field, role }");
      return { password: field.value, ...(role && { role }) };
    }),
  }));
}

/** Is something being pressed, wherever on the page? */
let isPointerDown = false;
/** What is to be shown as soon as nothing is about to be clicked. @type {Set<() => void>} */
const waiting = new Set();
let hears = false;

/** One set of listeners for all meters, so that the page holds none of them. */
function hearPointer() {
  if (hears) return;
  hears = true;
  const { signal } = new AbortController();
  on(document, ["pointerdown"], () => (isPointerDown = true), signal);
  // The click follows the pointer's release: only after it may anything move.
  on(document, ["pointerup", "pointercancel"], () => setTimeout(release), signal);
}

function release() {
  isPointerDown = false;
  for (const show of waiting) show();
  waiting.clear();
}

class LiveMeter {
  /** @type {HTMLInputElement} */ #field;
  /** @type {MeterOptions} */ #options;
  /** At the field itself. */ #listeners = new AbortController();
  /** At what may stay when the field has gone: its form, other fields. These know of the meter only weakly. */ #outside = new AbortController();
  #box = masked("passkind-strength");
  #bar = new Bar();
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
  /** What waits for the pointer's release. @type {Rating | undefined} */ #rating;
  #showLate = () => this.#rating && this.#show(this.#rating);

  /** @param {HTMLInputElement} field @param {MeterOptions} options */
  constructor(field, options) {
    this.#field = field;
    this.#options = options;
    this.#language = options.locale ?? language(field);
    this.#level.setAttribute("aria-hidden", "true"); // said by the status, once
    this.#status.setAttribute("role", "status");
    this.#box.setAttribute("role", "group");
    // For ears only, whatever the page's style sheet has.
    Object.assign(this.#status.style, { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" });
    // At random: another copy of the package counts for itself, and a page from a cache has been counted before.
    this.#advice.id = `passkind-strength-${`${Math.random()}`.slice(2)}`;
    Reflect.set(this.#box, LIVE, true);
    this.#box.append(this.#bar.box, this.#level, this.#status, this.#advice, this.#time);
    this.#place();
    lives.set(field, this);
    hearPointer();
    this.#listen();
    if (field.matches(":focus")) this.#start();
  }

  /** Where the page wants it, else after the field; what is left there of a meter that lives no more goes. */
  #place() {
    const field = this.#field;
    for (const id of field.getAttribute("aria-describedby")?.match(/passkind-strength-[\w-]+/g) ?? []) describedBy(field, id, false);
    const slots = field.form ? [...call(field.form, "querySelectorAll", '[data-passkind-for="strength"]')] : [];
    const anchor = field.closest("label") ?? field;
    for (const slot of slots) dropDead(slot.firstElementChild);
    dropDead(anchor.nextElementSibling);
    const own = slots.find((slot) => !slot.firstElementChild);
    if (own) own.append(this.#box);
    else anchor.after(this.#box);
  }

  #listen() {
    const { signal } = this.#listeners;
    const outside = this.#outside.signal;
    const { identifier, others = [] } = this.#options;
    const fields = [identifier, ...others.map((other) => (other instanceof HTMLInputElement ? other : other.field))].filter((one) => one instanceof HTMLInputElement);
    for (const field of fields) on(field, ["input"], weakly(this, this.#restAgain), outside);
    if (this.#field.form) on(this.#field.form, ["reset"], weakly(this, this.#reset), outside);
    on(this.#field, ["input"], () => {
      this.#changed();
      this.#rest();
    }, signal);
    // A value may have come by script meanwhile.
    on(this.#field, ["focus"], () => {
      this.#start();
      this.#rest(0);
    }, signal);
    // Only a whole password goes to the list of leaked ones.
    on(this.#field, ["change"], () => this.#askList(), signal);
    on(this.#field, ["blur"], () => this.#rest(0), signal);
    on(this.#field, ["keydown"], release, signal); // the pointer's may have gone elsewhere
  }

  #restAgain() {
    this.#rest();
  }

  #reset() {
    this.#changed();
    this.#rest(0);
  }

  #loaded() {
    this.#rest(0);
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
    load().then(weakly(this, this.#loaded), () => {});
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
      // The list is asked when the field is left.
      const { breach, worker, ...options } = rateOptions(this.#options, this.#language);
      const rating = await rateFor(this, password, { ...options, ...(worker !== undefined && { worker }) });
      if (question === this.#question) this.#tell(rating);
    } catch (error) {
      // Only wrong options and what `onRating` throws come here: for the programmer to see, while the form goes on as without us.
      setTimeout(() => { throw error; });
    }
  }

  async #askList() {
    const value = this.#value;
    const { breach } = rateOptions(this.#options, this.#language);
    if (!breach || !this.#field.value) return;
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
    this.#bar.hide();
    for (const part of [this.#level, this.#status, this.#advice, this.#time]) part.replaceChildren();
    describedBy(this.#field, this.#advice.id, false);
  }

  /** @param {Rating} rating */
  #show(rating) {
    const messages = this.#messages;
    if (!messages || this.#listeners.signal.aborted) return;
    this.#rating = isPointerDown ? rating : undefined;
    if (isPointerDown) return void waiting.add(this.#showLate);
    const { lang, level, time, hints } = describeRating(rating, messages);
    this.#box.lang = lang;
    this.#box.dataset["status"] = rating.status;
    this.#box.setAttribute("aria-label", messages.label);
    if (rating.score === undefined) this.#bar.hide();
    else this.#bar.show(rating.score, rating.meetsPolicy);
    const whole = `${level} ${rating.meetsPolicy ? messages.met : messages.unmet}`;
    setText(this.#level, whole);
    setText(this.#status, whole); // the same text again is not announced again
    setText(this.#time, time);
    const texts = hints.map((text) => Object.assign(element("li", "passkind-tip"), { textContent: text }));
    this.#advice.replaceChildren(...texts);
    describedBy(this.#field, this.#advice.id, texts.length > 0);
  }

  detach() {
    if (lives.get(this.#field) === this) lives.delete(this.#field);
    this.#listeners.abort();
    this.#outside.abort();
    waiting.delete(this.#showLate);
    clearTimeout(this.#pause);
    describedBy(this.#field, this.#advice.id, false);
    this.#box.remove();
  }
}

/** @param {Element | null} box */
function dropDead(box) {
  if (box?.matches(".passkind-strength") && !Reflect.get(box, LIVE)) box.remove();
}

/** Leaves the node alone where nothing changes: a live region speaks whenever it is touched. @param {Element} node @param {string} text */
function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
