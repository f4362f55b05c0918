/**
 * Hints inside a page's own sign-in form. Reads the two fields when someone leaves them, pauses or submits; writes only
 * its own texts beside them. It never holds up a submission and changes a field only by its own button.
 */
import { describe, echo, loadLocale } from "./describe.js";
import { createGuard, PasskindError } from "./guard.js";
import { Pair } from "./pair.js";
import { fieldOf, isPrivate, Region, severity } from "./region.js";

/** @import {Assessment, Credentials, Field, GuardOptions, Hint, Observation} from "./types.js" */
/** @import {Messages} from "./describe.js" */
/** @import {Shown} from "./region.js" */

/** @typedef {{ assess(credentials: Credentials, observation?: Observation): Assessment }} Assessor */
/**
 * @typedef {object} OwnOptions
 * @property {Assessor} [guard] one made before, in place of all guard options
 * @property {string} [locale] language of the texts; the form's own `lang` by default
 * @property {Messages} [messages] texts of your own, in place of a locale
 * @property {HTMLInputElement} [identifier] found by `autocomplete` and type when left out
 * @property {HTMLInputElement} [password]
 * @property {boolean} [exposeCodes] let events tell verdict and codes that describe the secret; off by default
 */
/** @typedef {OwnOptions & Partial<GuardOptions>} AttachOptions */
/** @typedef {{ status: Assessment["status"], verdict?: Assessment["verdict"], codes: string[] }} EventDetail */
/** @typedef {{ refused(): void, update(options: AttachOptions): void, detach(): void }} Attachment */
/** Why hints are looked for: `all` on leaving, submitting, refusal; `pause` in typing; `capsLock` at once. @typedef {"all" | "pause" | "capsLock"} Reason */

/** Long enough to have stopped typing, short enough to come before Enter. */
const PAUSE_MS = 1000;

/** What a person has hidden stays hidden while the page lives, even when the form is attached anew. @type {WeakMap<Element, Set<string>>} */
const hidden = new WeakMap();

/**
 * Starts giving hints in a form. Loads nothing before the form is first focused.
 * @param {HTMLElement} form
 * @param {AttachOptions} options
 * @returns {Attachment}
 */
export function attach(form, options) {
  if (!(form instanceof HTMLElement)) throw new PasskindError("badOption", "form", "form: an element is wanted");
  check(options);
  const live = new Live(form, options);
  return { refused: () => live.refused(), update: (changes) => live.update(changes), detach: () => live.detach() };
}

class Live {
  /** @type {HTMLElement} */ #form;
  /** @type {AttachOptions} */ #options;
  /** @type {Set<string>} */ #hidden;
  #pair = new Pair();
  /** @type {Partial<Record<Field, Region>>} */ #regions = {};
  #listeners = new AbortController();

  /** Counts starts: a guard that arrives after the next start is stale. */ #run = 0;
  /** @type {Assessor | undefined} */ #guard;
  /** @type {Messages | undefined} */ #messages;
  /** Asked before the guard was there. @type {Reason | undefined} */ #waiting;
  /** Nothing more to do: wasm is unavailable, or the form is detached. */ #over = false;

  #detached = false;

  #pointerDown = false;
  #composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {Assessment | undefined} */ #assessment;
  /** @type {Hint[]} */ #hints = [];
  #lastEvent = "";

  /** @param {HTMLElement} form @param {AttachOptions} options */
  constructor(form, options) {
    this.#form = form;
    this.#options = options;
    this.#hidden = hidden.get(form) ?? new Set();
    hidden.set(form, this.#hidden);
    this.#settle();
    this.#listen();
    const refused = form.getAttribute("refused") ?? "0";
    if (refused !== "0" && !this.#pair.credentials.password) {
      this.#pair.refusedBefore(Number.parseInt(refused, 10) || 1);
      this.#ask("all");
    } else if (form.matches(":focus-within")) {
      this.#start();
    }
  }

  refused() {
    this.#pair.refused();
    this.#ask("all");
  }

  /** @param {AttachOptions} changes */
  update(changes) {
    if (this.#detached) return;
    const options = { ...this.#options, ...changes };
    check(options);
    this.#options = options;
    if (changes.identifier || changes.password) this.#settle();
    const { locale, messages, identifier, password, exposeCodes, ...guardChanges } = changes;
    if (Object.keys(guardChanges).length) {
      this.#guard = undefined;
      this.#pair.refusedBefore(0);
      this.#hints = [];
      this.#draw();
    }
    if (this.#assessment) this.#waiting = "all";
    if (this.#run) this.#start(true);
  }

  detach() {
    this.#over = this.#detached = true;
    this.#run++;
    clearTimeout(this.#pause);
    this.#listeners.abort();
    for (const region of Object.values(this.#regions)) region.remove();
    this.#regions = {};
  }

  /** Finds the fields and gives each its region, empty, so that screen readers know it before it speaks. */
  #settle() {
    for (const region of Object.values(this.#regions)) region.remove();
    this.#regions = {};
    const { identifier, password } = this.#options;
    this.#pair.find(this.#form, { identifier, password });
    for (const [name, field] of /** @type {[Field, HTMLInputElement][]} */ (Object.entries(this.#pair.fields))) {
      this.#regions[name] = new Region(field, name, this.#form, {
        use: () => this.#use(),
        dismiss: (shown) => {
          for (const { code } of shown) this.#hidden.add(code);
          this.#drawSoon();
        },
      });
    }
  }

  #listen() {
    const { signal } = this.#listeners;
    const root = this.#form.getRootNode();
    /** @param {EventTarget} target @param {string[]} types @param {(event: Event) => void} listener */
    const on = (target, types, listener) => {
      for (const type of types) target.addEventListener(type, listener, { signal, capture: true, passive: true });
    };
    on(root, ["focusin"], ({ target }) => {
      if (this.#form.contains(/** @type {Node} */ (target)) || this.#pair.nameOf(target)) this.#start();
    });
    on(root, ["focusout"], ({ target }) => this.#left(target));
    on(root, ["input"], (event) => this.#changed(/** @type {InputEvent} */ (event)));
    on(root, ["keydown", "keyup"], (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    on(root, ["compositionstart", "compositionend"], ({ type, target }) => {
      if (!this.#pair.nameOf(target)) return;
      this.#composing = type === "compositionstart";
      this.#rest();
    });
    on(this.#form, ["submit"], () => {
      this.#pair.submitted();
      this.#ask("all");
    });
    on(document, ["pointerdown"], () => (this.#pointerDown = true));
    // The click follows the pointer's release: only after it may anything move.
    on(document, ["pointerup", "pointercancel"], () => setTimeout(() => {
      this.#pointerDown = false;
      this.#draw();
    }));
  }

  /** @param {EventTarget | null} target */
  #left(target) {
    // When another window comes to the front, the field stays the active one.
    if (this.#pair.nameOf(target) && !(/** @type {Element} */ (target).matches(":focus"))) {
      this.#composing = false;
      this.#ask("all");
    }
    this.#drawSoon();
  }

  /** @param {InputEvent} event */
  #changed(event) {
    const name = this.#pair.nameOf(event.target);
    if (name === "password") this.#pair.typed(event);
    if (name) this.#rest();
  }

  #rest() {
    clearTimeout(this.#pause);
    if (!this.#composing) this.#pause = setTimeout(() => this.#ask("pause"), PAUSE_MS);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#pointerDown = false; // its release may have gone to another window
    // Autofill sends key events without modifiers.
    if (event.target !== this.#pair.fields.password || !event.getModifierState) return;
    const capsLock = event.getModifierState("CapsLock");
    this.#pair.capsLock(capsLock);
    if (capsLock !== this.#hints.some(({ code }) => code === "capsLockOn") && !this.#composing) this.#ask("capsLock");
  }

  /** @param {Reason} reason */
  #ask(reason) {
    if (reason === "all") clearTimeout(this.#pause);
    if (this.#guard) return this.#assess(reason);
    if (this.#waiting !== "all") this.#waiting = reason;
    this.#start();
  }

  /** Once, at the first focus; again after `update`. @param {boolean} [again] */
  async #start(again = false) {
    if (this.#over || (this.#run && !again)) return;
    const run = ++this.#run;
    const { guard, locale, messages, identifier, password, exposeCodes, ...options } = this.#options;
    const language = locale ?? (this.#form.closest("[lang]")?.getAttribute("lang") || "en");
    try {
      const [made, words] = await Promise.all([
        guard ?? this.#guard ?? createGuard(/** @type {GuardOptions} */ (options)),
        messages ?? loadLocale(language).catch(() => loadLocale("en")),
      ]);
      if (run !== this.#run) return;
      this.#guard = made;
      this.#messages = words;
      if (this.#waiting) this.#assess(this.#waiting);
      this.#waiting = undefined;
    } catch (error) {
      // Only wrong options come here: for the programmer to see, while the form goes on as without us.
      if (run === this.#run) setTimeout(() => { throw error; });
    }
  }

  /** @param {Reason} reason */
  #assess(reason) {
    if (this.#over || !this.#guard) return;
    const assessment = this.#guard.assess(this.#pair.credentials, this.#pair.observation);
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
    const codes = hints.filter((hint) => exposeCodes || !isPrivate(hint)).map(({ code }) => code);
    if (reason === "capsLock" && !codes.includes("capsLockOn")) return;
    /** @type {EventDetail} */
    const detail = { status, ...(exposeCodes && { verdict }), codes };
    const event = JSON.stringify([detail, this.#pair.mark]);
    if (event === this.#lastEvent) return;
    this.#lastEvent = event;
    this.#form.dispatchEvent(new CustomEvent("passkind", { bubbles: true, detail }));
  }

  /** After the click that took the focus away, if there is one. */
  #drawSoon() {
    setTimeout(() => this.#draw());
  }

  #draw() {
    const regions = Object.values(this.#regions);
    if (!this.#messages || this.#pointerDown || regions.some(({ busy }) => busy)) return;
    /** @type {Map<Region | undefined, Shown[]>} */
    const shown = new Map(regions.map((region) => [region, []]));
    const full = this.#assessment?.identifier.suggestion;
    for (const hint of this.#hints) {
      const { code, params } = hint;
      const description = describe(hint, this.#messages);
      if (this.#hidden.has(code) || !description.text) continue;
      const suggestion = full && "suggestion" in params ? echo(params.suggestion)?.echo : undefined;
      shown.get(this.#regionFor(fieldOf(hint)))?.push({ code, severity: severity(hint), description, suggestion });
    }
    for (const [region, hints] of shown) region?.show(hints, this.#messages);
  }

  /** Beside the field itself, or beside the other if this one is absent or not to be seen. @param {Field} name */
  #regionFor(name) {
    const other = this.#regions[name === "password" ? "identifier" : "password"];
    const visible = this.#pair.fields[name]?.getClientRects().length;
    return visible ? this.#regions[name] : other ?? this.#regions[name];
  }

  /** Takes the suggested address over, because its button was pressed. */
  #use() {
    const { identifier } = this.#pair.fields;
    const suggestion = this.#assessment?.identifier.suggestion;
    if (!identifier || !suggestion) return;
    // The prototype's setter: frameworks that watch the element's own `value` must see a change as typed.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(identifier, suggestion);
    for (const type of ["input", "change"]) identifier.dispatchEvent(new Event(type, { bubbles: true }));
    this.#ask("all");
  }
}

/** @param {AttachOptions} options */
function check(options) {
  if (typeof options !== "object" || options === null) throw new PasskindError("badOption", "options", "options: an object is wanted");
  const { guard, locale, messages, identifier, password, exposeCodes, ...others } = options;
  /** @type {[string, boolean, string][]} */
  const rules = [
    ["guard", !guard || typeof guard.assess === "function", "what createGuard gave is wanted"],
    ["guard", !guard || !Object.keys(others).length, "it already has its options; give either"],
    ["locale", locale === undefined || typeof locale === "string", "a language tag is wanted"],
    ["messages", !messages || Boolean(messages.hints && messages.links && messages.places), "a whole catalogue is wanted"],
    ["identifier", !identifier || identifier instanceof HTMLInputElement, "an input element is wanted"],
    ["password", !password || password instanceof HTMLInputElement, "an input element is wanted"],
    ["exposeCodes", exposeCodes === undefined || typeof exposeCodes === "boolean", "true or false is wanted"],
  ];
  for (const [option, good, wanted] of rules) {
    if (!good) throw new PasskindError("badOption", option, `${option}: ${wanted}`);
  }
}
