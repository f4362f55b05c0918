/**
 * Hints inside a page's own sign-in form. Reads the two fields when someone leaves them, pauses or submits; writes only
 * its own texts beside them. It holds up no submission unless the page asks for `holdOnce`, and changes a field only by its
 * own button.
 */
import { check, GUARD_OPTIONS } from "./attach-options.js";
import { describe, echo, loadLocale } from "./describe.js";
import { call, language, on } from "./dom.js";
import { createGuard } from "./guard.js";
import { refuse } from "./options.js";
import { bare } from "./own.js";
import { Pair, refusals } from "./pair.js";
import { fieldOf, isPrivate, isPublic, Region, severity } from "./region.js";

/** @import {Assessment, Field, Hint} from "./types.js" */
/** @import {Messages} from "./describe.js" */
/** @import {Shown} from "./region.js" */
/** @import {AttachOptions as Options, Assessor} from "./attach-options.js" */

/** @typedef {Options} AttachOptions */
/** @typedef {import("./events.js").EventDetail} EventDetail */
/** @typedef {{ refused(): void, update(options: AttachOptions): void, detach(): void }} Attachment */
/** Why hints are looked for: `all` on leaving, submitting, refusal; `pause` in typing; `capsLock` at once. @typedef {"all" | "pause" | "capsLock"} Reason */

/** Long enough to have stopped typing, short enough to come before Enter. */
const PAUSE_MS = 1000;

/** What is observed of the form, of shadow roots inside it, and of the fields' parents. */
const CHANGES = { __proto__: null, childList: true, subtree: true, attributes: true, attributeFilter: ["refused"] };

/** The last one of each form. @type {WeakMap<Element, Live>} */
const lives = new WeakMap();

/**
 * Starts giving hints in a form. Loads nothing before the form is first focused. A form has one attachment: a second takes the
 * first one's place.
 * @param {HTMLElement} form
 * @param {AttachOptions} options
 * @returns {Attachment}
 */
export function attach(form, options) {
  if (!(form instanceof HTMLElement)) refuse("wrongType", "form", "an element");
  const live = new Live(form, check(options));
  return { refused: () => live.refused(), update: (changes) => live.update(changes), detach: () => live.detach() };
}

class Live {
  /** @type {HTMLElement} */ #form;
  /** @type {AttachOptions} */ #options;
  /** What a person has hidden stays hidden while the page lives, even when the form is attached anew. @type {Set<string>} */ #hidden = new Set();
  #pair = new Pair();
  /** @type {Partial<Record<Field, Region>>} */ #regions = Object.create(null);
  /** On form and document. */ #listeners = new AbortController();
  /** On the present fields. */ #hearing = new AbortController();
  #observer = new MutationObserver(() => this.#look());
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  /** What the attribute `refused` says. */ #count = 0;

  /** Counts starts: a guard that arrives after the next start is stale. */ #run = 0;
  /** @type {Assessor | undefined} */ #guard;
  /** @type {Messages | undefined} */ #messages;
  /** Asked, and not answered yet. @type {Reason | undefined} */ #waiting;
  /** Nothing more to do: wasm is unavailable, or the form is detached. */ #over = false;

  #pointerDown = false;
  #composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {Assessment | undefined} */ #assessment;
  /** @type {Hint[]} */ #hints = [];
  #lastEvent = "";
  /** Pairs that were sent (`false`), and those that `holdOnce` keeps from it now. @type {Map<number, boolean>} */ #held = new Map();

  /** @param {HTMLElement} form @param {AttachOptions} options */
  constructor(form, options) {
    this.#form = form;
    this.#options = options;
    this.#heed();
    if (this.#over) return;
    const before = lives.get(form) ?? this;
    if (before !== this) before.detach();
    this.#hidden = before.#hidden;
    lives.set(form, this);
    this.#listen();
    this.#settle();
    this.#count = this.#told;
    if (this.#count && !this.#pair.credentials.password) {
      this.#pair.refusedBefore(this.#count);
      this.#ask("all");
    }
  }

  /** @param {number} [times] if the server tells */
  refused(times) {
    this.#pair.refused(times);
    // Of a pair that is being typed over there is nothing to say.
    if (this.#pair.observation.refused) this.#ask("all");
  }

  /** @param {AttachOptions} changes */
  update(changes) {
    if (this.#listeners.signal.aborted) return;
    this.#options = check({ ...this.#options, ...changes });
    const has = (/** @type {(keyof AttachOptions)[]} */ ...names) => names.some((name) => Object.hasOwn(changes, name));
    const isOther = has("guard", ...GUARD_OPTIONS);
    if (isOther) {
      this.#guard = undefined;
      this.#over = false;
      this.#takeBack(0);
    }
    const moves = has("identifier", "password", "fields");
    if (moves) this.#settle(true);
    if (this.#assessment && (isOther || moves)) this.#waiting = "all";
    if (this.#run) this.#start(true);
    if (has("signal")) this.#heed();
  }

  detach() {
    this.#over = true;
    this.#run++;
    clearTimeout(this.#pause);
    clearTimeout(this.#settling);
    this.#observer.disconnect();
    this.#hearing.abort();
    this.#listeners.abort();
    for (const region of Object.values(this.#regions)) region.remove();
    this.#regions = Object.create(null);
  }

  #heed() {
    const { signal } = this.#options;
    if (signal?.aborted) this.detach();
    else if (signal) on(signal, ["abort"], () => signal === this.#options.signal && this.detach(), this.#listeners.signal);
  }

  /** Finds the fields and gives each its region, empty, so that screen readers know it before it speaks. @param {boolean} [anew] */
  #settle(anew = false) {
    const before = this.#pair.fields;
    for (const root of this.#pair.find(this.#form, this.#options, anew)) this.#observer.observe(root, CHANGES);
    const { fields } = this.#pair;
    for (const name of /** @type {Field[]} */ (["identifier", "password"])) {
      const field = fields[name];
      if (field) (this.#regions[name] ??= this.#region(field, name)).follow(field);
      else {
        this.#regions[name]?.remove();
        delete this.#regions[name];
      }
    }
    if (before.identifier === fields.identifier && before.password === fields.password) return;
    // What was said of a field that has gone would stand beside the other.
    this.#hints = this.#hints.filter((hint) => fields[fieldOf(hint)] || !before[fieldOf(hint)]);
    this.#hear();
    this.#drawSoon();
  }

  /** @param {HTMLInputElement} field @param {Field} name */
  #region(field, name) {
    return new Region(field, name, this.#form, {
      use: () => this.#use(),
      dismiss: (shown) => {
        for (const { code } of shown) this.#hidden.add(code);
        this.#drawSoon();
      },
      leave: () => this.#drawSoon(),
    });
  }

  /** The page has changed something by script. */
  #look() {
    // A page that redraws does so in many steps, and may undo ours: not more than once a turn.
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#settle();
    });
    const before = this.#count;
    this.#count = this.#told;
    if (this.#count < before) this.#takeBack(this.#count);
    if (this.#count <= before) return;
    this.refused(this.#count);
  }

  /** How often the server refused, by the attribute of what is attached or of the form in or around it. */
  get #told() {
    return Math.max(refusals(this.#form), refusals(this.#owner));
  }

  /** The form that sends the fields. @returns {HTMLElement} */
  get #owner() {
    const { identifier, password } = this.#pair.fields;
    return password?.form ?? identifier?.form ?? this.#form;
  }

  /** What was said goes along: it may be advice after the refusal. @param {number} count */
  #takeBack(count) {
    this.#pair.refusedBefore(count);
    this.#hints = [];
    this.#draw();
  }

  #listen() {
    const { signal } = this.#listeners;
    on(this.#form, ["focusin"], () => {
      this.#settle(); // an element may have got its shadow root since, which no observer tells
      this.#start();
    }, signal);
    on(document, ["pointerdown", "keydown"], ({ type }) => {
      this.#pointerDown = type === "pointerdown"; // at a key: its release may have gone to another window
      if (this.#waiting) setTimeout(() => this.#answer());
    }, signal);
    // The click follows the pointer's release: only after it may anything move.
    on(document, ["pointerup", "pointercancel"], () => setTimeout(() => {
      this.#pointerDown = false;
      this.#draw();
    }), signal);
  }

  /** At the fields themselves: what happens in a shadow root does not all leave it, nor does it keep its target. */
  #hear() {
    this.#hearing.abort();
    this.#hearing = new AbortController();
    const { signal } = this.#hearing;
    const { password } = this.#pair.fields;
    for (const field of Object.values(this.#pair.fields)) {
      on(field, ["focusin"], () => this.#start(), signal);
      on(field, ["focusout"], () => this.#left(field), signal);
      on(field, ["input"], (event) => {
        this.#pair.typed(/** @type {InputEvent} */ (event), field === password);
        this.#rest();
      }, signal);
      on(field, ["keydown", "keyup"], (event) => this.#key(/** @type {KeyboardEvent} */ (event), field === password), signal);
      on(field, ["compositionstart", "compositionend"], ({ type }) => {
        this.#composing = type === "compositionstart";
        this.#rest();
      }, signal);
      if (field.matches(":focus")) this.#start();
    }
    on(this.#owner, ["submit"], (event) => this.#submit(event), signal, false);
  }

  /** @param {HTMLInputElement} field */
  #left(field) {
    // When another window comes to the front, the field stays the active one.
    if (field.matches(":focus")) return;
    this.#composing = false;
    this.#ask("all");
  }

  #rest() {
    clearTimeout(this.#pause);
    if (this.#waiting) this.#waiting = "pause"; // nothing but that may show in the middle of typing, however late the core comes
    if (!this.#composing) this.#pause = setTimeout(() => this.#ask("pause"), PAUSE_MS);
  }

  /** In the name field Caps Lock does no harm: what was said of it is taken back there, no more. @param {KeyboardEvent} event @param {boolean} isSecret */
  #key(event, isSecret) {
    const capsLock = event.getModifierState?.("CapsLock");
    if (capsLock === undefined || (capsLock && !isSecret)) return; // autofill sends key events without modifiers
    this.#pair.capsLock(capsLock);
    if (capsLock !== this.#hints.some(({ code }) => code === "capsLockOn") && !this.#composing) this.#ask("capsLock");
  }

  /** @param {Event} event */
  #submit(event) {
    this.#settle();
    this.#ask("all");
    const { mark } = this.#pair;
    // What was not judged just now is no reason.
    const holds = !this.#waiting && !!this.#options.holdOnce && this.#hasReason && !this.#held.has(mark);
    this.#held.set(mark, holds);
    if (!holds) return this.#pair.submitted();
    event.preventDefault();
    event.stopImmediatePropagation(); // pages that send by script would not notice
  }

  /** @param {Reason} reason */
  #ask(reason) {
    if (reason === "all") clearTimeout(this.#pause);
    if (this.#waiting !== "all") this.#waiting = reason;
    if (this.#guard) this.#answer();
    else this.#start();
  }

  /** Once, at the first focus; again after `update`. @param {boolean} [again] */
  async #start(again = false) {
    if (this.#over || (this.#run && !again)) return;
    const run = ++this.#run;
    const { guard, locale, messages } = this.#options;
    const options = Object.fromEntries(GUARD_OPTIONS.map((name) => [name, this.#options[name]]));
    try {
      const [made, words] = await Promise.all([
        guard ?? this.#guard ?? createGuard(/** @type {any} */ (options)),
        messages ?? loadLocale(locale ?? language(this.#form)).catch(() => loadLocale("en")),
      ]);
      if (run !== this.#run) return;
      this.#guard = made;
      this.#messages = words;
      this.#answer();
      this.#draw();
    } catch (error) {
      // Only wrong options come here: for the programmer to see, while the form goes on as without us.
      if (run === this.#run) setTimeout(() => { throw error; });
    }
  }

  /** As soon as there is a guard, and the browser shows the page what it has filled in. */
  #answer() {
    const reason = this.#waiting;
    if (!reason || !this.#guard || this.#over) return;
    const { isUnseen } = this.#pair;
    if (!isUnseen) this.#waiting = undefined;
    else if (!this.#pair.observation.refused) return;
    const assessment = bare(this.#guard.assess(this.#pair.credentials, this.#pair.observation));
    this.#assessment = assessment;
    this.#over = assessment.status === "unavailable";
    this.#tell(assessment, reason);
    const before = new Set(this.#hints.map(({ code }) => code));
    // In the middle of typing only what is sure enough, and what already stands there, may show.
    this.#hints = assessment.hints.filter((hint) =>
      reason === "all" || before.has(hint.code) || hint.code === "capsLockOn" || (reason === "pause" && isPrivate(hint)));
    this.#drawSoon();
  }

  /** @param {Assessment} assessment @param {Reason} reason */
  #tell({ status, verdict, hints }, reason) {
    const { exposeCodes } = this.#options;
    const codes = hints.filter((hint) => exposeCodes || isPublic(hint)).map(({ code }) => code);
    if (reason === "capsLock" && !codes.includes("capsLockOn")) return;
    /** @type {EventDetail} */
    const detail = { status, ...(exposeCodes && { verdict }), codes };
    const event = JSON.stringify([detail, this.#pair.mark]);
    if (event === this.#lastEvent) return;
    this.#lastEvent = event;
    call(this.#form, "dispatchEvent", new CustomEvent("passkind", /** @type {CustomEventInit} */ ({ __proto__: null, bubbles: true, detail })));
  }

  /** After the click that took the focus away, if there is one. */
  #drawSoon() {
    setTimeout(() => this.#draw());
  }

  #draw() {
    const messages = this.#messages;
    const regions = Object.values(this.#regions);
    if (!messages || this.#pointerDown) return;
    /** @type {Map<Region | undefined, Shown[]>} */
    const shown = new Map(regions.map((region) => [region, []]));
    const full = this.#regions.identifier?.isUsable && this.#assessment?.identifier.suggestion;
    for (const hint of this.#hints.filter((hint) => this.#isShown(hint))) {
      const { code, params } = hint;
      const suggestion = full && "suggestion" in params ? echo(params.suggestion)?.echo : undefined;
      shown.get(this.#regionFor(fieldOf(hint)))?.push({ code, severity: severity(hint), description: describe(hint, messages), suggestion });
    }
    // Hidden, it takes along what it was the reason for.
    if (this.#held.get(this.#pair.mark) && this.#hasReason) {
      const { held } = messages;
      shown.get(this.#regionFor("password"))?.push({ code: "", severity: "info", description: { text: held, parts: [held], links: [] } });
    }
    for (const [region, hints] of shown) region?.show(hints, messages);
  }

  /** @param {Hint} hint */
  #isShown(hint) {
    return !!this.#messages && !this.#hidden.has(hint.code) && !!describe(hint, this.#messages).text;
  }

  /** To hold: what can be read and is `probably` so. */
  get #hasReason() {
    return this.#hints.some((hint) => this.#isShown(hint) && isPrivate(hint) && severity(hint) === "warning");
  }

  /** Beside the field itself, or beside the other if there is nothing to be done in this one. @param {Field} name */
  #regionFor(name) {
    const own = this.#regions[name];
    const other = this.#regions[name === "password" ? "identifier" : "password"];
    return own?.isUsable || !other?.isUsable ? own ?? other : other;
  }

  /** Takes the suggested address over, because its button was pressed. */
  #use() {
    const { identifier } = this.#pair.fields;
    const suggestion = this.#assessment?.identifier.suggestion;
    if (!identifier || !suggestion) return;
    // The prototype's setter: frameworks that watch the element's own `value` must see a change as typed.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(identifier, suggestion);
    for (const type of ["input", "change"]) identifier.dispatchEvent(new Event(type, /** @type {EventInit} */ ({ __proto__: null, bubbles: true })));
    this.#ask("all");
  }
}
