/**
 * The pair in a form's two fields: which fields these are, how the password got there, how often the pair was refused.
 * Keeps no copy of what is typed.
 */
import { call } from "./dom.js";
import { find } from "./finder.js";

/** @import {Cause, Credentials, Observation} from "../types.js" */
/** @import {AttachOptions} from "./attach-options.js" */
/** @import {Fields} from "./finder.js" */

export class Pair {
  /** @type {Fields} */ fields = Object.create(null);
  /** What could not be told among the form's fields. @type {("identifier" | "password")[]} */ missing = [];
  /** Tells the name where no field does. @type {(() => string) | undefined} */ #tellName;
  /** The server where no field tells it. @type {string | (() => string) | undefined} */ #namedServer;
  /** @type {Pick<Observation, "capsLock" | "input">} */ #seen = /** @type {any} */ ({ __proto__: null });
  /** The server's field was found, not given. */ #isInferred = false;
  /** The page's button for single sign-on. @type {HTMLElement | undefined} */ #sso;
  #salt = Math.random() * 2 ** 32;
  /** The password that the last input event left. @type {number | undefined} */ #typed;
  #refusals = 0;
  /** @type {number | undefined} */ #refused;
  /** @type {number | undefined} */ #refusedName;
  /** Why it was refused at last. @type {Cause | undefined} */ #cause;
  /** The cause, while it is to come and after. @type {Promise<void> | undefined} */ reading;
  /** Was the refused pair one that the browser did not show yet? */ #refusedUnseen = false;
  /** Pairs that were sent (`false`), and those that `holdOnce` keeps from it now. @type {Map<number, boolean>} */ #held = new Map();
  /** @type {number | undefined} */ #submitted;
  /** The same, while its answer is to come. @type {number | undefined} */ #unanswered;
  /** The same, once something was typed meanwhile. @type {number | undefined} */ #typedOver;
  /** As for the pair, so for its name alone, of which events may tell: refusals of which name, which one was sent, and then typed over. */ #nameRefusals = 0;
  /** @type {number | undefined} */ #nameRefused;
  /** @type {number | undefined} */ #nameSent;
  /** @type {number | undefined} */ #nameOver;

  /**
   * Looks for what is missing; with `anew`, for both.
   * @param {Element} form @param {AttachOptions} options @param {boolean} anew
   */
  find(form, options, anew) {
    this.#tellName = typeof options.identifier === "function" ? options.identifier : undefined;
    this.#namedServer = options.server instanceof HTMLElement ? undefined : options.server;
    this.#sso = options.sso;
    const { fields, roots, isInferred, missing } = find(form, options, anew ? Object.create(null) : this.fields);
    const { password } = fields;
    if (password && password !== this.fields.password && !isRendered(password)) this.#typed ??= this.#digest(password.value); // what stands there before us may have been typed
    this.fields = fields;
    this.#isInferred = isInferred;
    this.missing = missing;
    return roots;
  }

  /** The form that sends the fields. @param {HTMLElement} form what is attached @returns {HTMLElement} */
  owner(form) {
    const { identifier, password } = this.fields;
    return password?.form ?? identifier?.form ?? form;
  }

  /** How often the server refused, by the attribute of what is attached or of the form in or around it. @param {HTMLElement} form */
  told(form) {
    return Math.max(refusals(form), refusals(this.owner(form)));
  }

  /** The server's own words, on the same: taken off as soon as they are read. @param {HTMLElement} form */
  takeReply(form) {
    let reply = "";
    for (const told of [form, this.owner(form)]) {
      reply ||= call(told, "getAttribute", REPLY) ?? "";
      call(told, "removeAttribute", REPLY);
    }
    return reply;
  }

  /** @returns {Credentials} */
  get credentials() {
    const identifier = this.#name;
    const password = this.#secret;
    return { ...(identifier !== undefined && { identifier }), ...(password !== undefined && { password }), ...this.#atServer };
  }

  get #atServer() {
    const server = this.#server;
    return server === undefined ? {} : { server };
  }

  /** @returns {Observation} */
  get observation() {
    return { ...this.#seen, ...(this.#filled && { input: "autofilled" }), ...this.#refusal(this.isSame, this.#refusals) };
  }

  /** What was refused still stands there. A page that empties the password after a refusal has not changed the pair; another name has. */
  get isSame() {
    return this.#secret ? this.mark === this.#refused : this.nameMark === this.#refusedName;
  }

  /** What events may rest on, as if the password were empty: neither what it is nor how often this one was refused takes part. @returns {[Credentials, Observation]} */
  get inPublic() {
    const identifier = this.#name;
    return [
      { ...(identifier !== undefined && { identifier }), password: "", ...this.#atServer },
      { capsLock: !!this.#seen.capsLock, ...this.#refusal(this.nameMark === this.#nameRefused, this.#nameRefusals) },
    ];
  }

  /** @param {boolean} isSame what was refused stands there @param {number} times @returns {Observation} */
  #refusal(isSame, times) {
    const sso = this.#sso;
    const cause = isSame && this.#cause;
    return {
      refused: isSame ? times : 0,
      ...(cause && { cause }),
      ...(this.#isInferred && { serverInferred: true }),
      ...(sso?.getClientRects().length && !sso.matches(":disabled") && { singleSignOn: true }),
    };
  }

  /** Has the browser filled in what it keeps from the page until the first pointer or key event? Chromium does, at load. */
  get isUnseen() {
    const { identifier, password } = this.fields;
    const unseen = [identifier, password].some((field) => field && isUnseen(field));
    if (!unseen && this.#refusedUnseen) this.refusedBefore(this.#refusals, this.#nameRefusals);
    return unseen;
  }

  get isNameUnseen() {
    return !!this.fields.identifier && isUnseen(this.fields.identifier);
  }

  /** @param {InputEvent} event @param {boolean} isSecret into the password, or into the name */
  typed({ inputType }, isSecret) {
    this.#typedOver = this.#unanswered;
    if (!isSecret) {
      this.#nameOver = this.#nameSent;
      return;
    }
    // Browsers fill without an input type (Chromium) or as a replacement (Firefox).
    const filled = !inputType || inputType.includes("Replacement");
    this.#seen.input = filled ? "autofilled" : /Paste|Drop/.test(inputType) ? "pasted" : "typed";
    this.#typed = this.#digest(this.fields.password?.value);
  }

  /** @param {boolean} capsLock @returns {boolean} was it switched on? */
  capsLock(capsLock) {
    const isNew = capsLock && !this.#seen.capsLock;
    this.#seen.capsLock = capsLock;
    return isNew;
  }

  /** @param {boolean} hasReason to hold it, which is done once @returns {boolean} is it held by us, and not sent? */
  submitted(hasReason) {
    const { mark } = this;
    this.#nameSent = this.nameMark;
    this.#nameOver = undefined;
    const isHeld = hasReason && !this.#held.has(mark);
    this.#held.set(mark, isHeld);
    if (!isHeld) { // which depends on the password
      this.#submitted = this.#unanswered = mark;
      this.#typedOver = undefined;
    }
    return isHeld;
  }

  get isHeld() {
    return !!this.#held.get(this.mark);
  }

  /**
   * The server said no to what stands there; if the page has emptied the password since, or somebody goes on typing, to what was
   * submitted. What the page itself writes anew, such as a trimmed name, is the same pair. @param {number} [times] if the server tells
   */
  refused(times) {
    const pair = this.#typedOver ?? (this.#secret ? this.mark : this.#submitted ?? this.mark);
    const name = this.#nameOver ?? this.nameMark;
    this.#nameRefusals = times ?? (name === this.#nameRefused ? this.#nameRefusals + 1 : 1);
    this.#nameRefused = name;
    this.#typedOver = this.#unanswered = this.#nameOver = this.#nameSent = undefined;
    this.#remember(pair, times ?? (pair === this.#refused ? this.#refusals + 1 : 1));
  }

  /**
   * Why it was refused at last; nothing forgets it. What cannot be read names no cause.
   * @param {unknown} [said] @param {boolean} [isReply] @param {boolean} [isCounted] by us: if the pair was not judged, that was no refusal
   * @returns {boolean} is there something to read?
   */
  learn(said, isReply = false, isCounted = false) {
    this.#cause = this.reading = undefined;
    if (!said || typeof said !== "string") return false;
    const reading = this.reading = import("./cause.js").then(({ causeIn }) => causeIn(said, isReply)).then(({ cause, isJudged }) => {
      if (reading !== this.reading) return;
      this.#cause = cause;
      if (!isCounted || isJudged) return;
      this.#refusals--;
      this.#nameRefusals--;
    }).catch(() => {});
    return true;
  }

  /** Before this page was loaded: a password that stands there may be another one. @param {number} times @returns {boolean} does the refusal count for the pair? */
  refusedElsewhere(times) {
    if (this.#secret) this.nameRefusedBefore(times);
    else this.refusedBefore(times);
    return !this.#secret;
  }

  /** @param {number} times @param {number} [ofName] */
  refusedBefore(times, ofName = times) {
    this.nameRefusedBefore(ofName);
    this.#refusedUnseen = false;
    this.#remember(this.mark, times);
    this.#refusedUnseen = this.isUnseen;
  }

  /** @param {number} times */
  nameRefusedBefore(times) {
    this.#nameRefusals = times;
    this.#nameRefused = this.nameMark;
  }

  /** @param {number} pair @param {number} times */
  #remember(pair, times) {
    this.#refusals = times;
    this.#refused = pair;
    this.#refusedName = this.nameMark;
  }

  /** What this pair is known by: at another server it is another. */
  get mark() {
    return this.#digest(this.#server, this.#name, this.#secret);
  }

  get nameMark() {
    return this.#digest(this.#server, this.#name);
  }

  /** The password; empty where it is the page's own, such as `••••••••`, which nobody has edited or filled in since. */
  get #secret() {
    const { password } = this.fields;
    // A framework that writes what is typed into the attribute, too, does so after the event.
    const isMask = password && isRendered(password) && !isFilled(password) && this.#digest(password.value) !== this.#typed;
    return isMask ? "" : password?.value;
  }

  get #name() {
    return this.#tellName ? `${this.#tellName() ?? ""}` : this.fields.identifier?.value;
  }

  get #server() {
    const named = this.#namedServer;
    return this.fields.server?.value ?? (typeof named === "function" ? `${named() ?? ""}` : named);
  }

  get #filled() {
    const { password } = this.fields;
    const secret = this.#secret;
    return !!password && ((secret && this.#digest(secret) !== this.#typed) || isFilled(password));
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

/** @param {HTMLInputElement} field */
function isFilled(field) {
  return field.matches(":-webkit-autofill"); // the one name that all engines know
}

/** @param {HTMLInputElement} field */
function isRendered({ value, defaultValue }) {
  return !!value && value === defaultValue;
}

/** Filled in by the browser, and not shown to the page yet. @param {HTMLInputElement} field */
function isUnseen(field) {
  return !field.value && isFilled(field);
}

/** Has the server said something of what stands there? @param {Observation} observation */
export const isAnswered = ({ refused, cause }) => !!(refused || cause);

/** The server's own line on a form, or the name of its cause. */
export const REPLY = "data-passkind-reply";
/** How often the server has refused: on a form, and, by a name of its own, on our element. */
export const COUNT = "data-passkind-refused";
export const OWN_COUNT = "refusals";
/** What is observed of the form, of shadow roots inside it, and of the fields' parents. */
export const CHANGES = { __proto__: null, childList: true, subtree: true, attributes: true, attributeFilter: [COUNT, OWN_COUNT, REPLY] };

/** An attribute of another text counts once. @param {HTMLElement} form */
export function refusals(form) {
  const isElement = `${form.localName}`.includes("-"); // whatever tag the page has given it
  const count = Number.parseInt(call(form, "getAttribute", COUNT) ?? (isElement ? call(form, "getAttribute", OWN_COUNT) : null) ?? "0", 10);
  return count >= 0 ? count : 1;
}
