/** An attached form while it lives: what is heard of its fields, when the guard is asked, when something is shown. */
import { check, GUARD_OPTIONS, heard } from "./attach-options.js";
import { Announcement } from "./announcement.js";
import { Board, isCapsLock, showable } from "./shown-hints.js";
import { isOff } from "../guard/brake.js";
import { bring } from "./load.js";
import { call, on, typeInto, weakly, withHost } from "./dom.js";
import { refuse } from "../guard/readers.js";
import { bare } from "../guard/own-properties.js";
import { CHANGES, COUNT, isAnswered, Pair } from "./pair.js";
import { Pointer } from "./pointer.js";
import { sweep } from "./region.js";

/** @import {Assessment, Field, Hint} from "../types.js" */
/** @import {Messages} from "../describe.js" */
/** @import {AttachOptions, Assessor, Refusal} from "./attach-options.js" */
/** @import {Reason} from "./shown-hints.js" */

/** Long enough to have stopped typing, short enough to come before Enter. */
const PAUSE_MS = 1000;

/** The last one of each form. @type {WeakMap<Element, Live>} */
const lives = new WeakMap();

/** Of those whose form is gone: what they heard outside of it. @type {FinalizationRegistry<AbortController>} */
const ended = new FinalizationRegistry((listeners) => listeners.abort());

export class Live {
  /** @type {HTMLElement} */ #form;
  /** @type {AttachOptions} */ #options;
  #pair = new Pair();
  /** @type {Board} */ #board;
  #announcement = new Announcement();
  /** On form and document. */ #listeners = new AbortController();
  /** On the present fields. */ #hearing = new AbortController();
  #observer = new MutationObserver(weakly(this, this.#look));
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  /** What the attribute on the form says. */ #count = 0;

  /** Counts starts: a guard that arrives after the next start is stale. */ #run = 0;
  /** @type {Assessor | undefined} */ #guard;
  /** @type {Messages | undefined} */ #messages;
  /** The texts are to be those after a refusal, too. */ #isRefused = false;
  /** Asked, and not answered yet. @type {Reason | undefined} */ #waiting;
  /** Nothing more to do: wasm is unavailable, or the form is detached. */ #over = false;

  #pointer = new Pointer();
  #composing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {Assessment | undefined} */ #assessment;
  /** @type {Hint[]} */ #hints = [];

  /** @param {HTMLElement} form @param {AttachOptions} options */
  constructor(form, options) {
    this.#form = form;
    this.#options = options;
    const before = lives.get(form);
    this.#board = new Board(before && before.#board, weakly(this, this.#use), weakly(this, this.#drawSoon));
    this.#heed();
    if (this.#over) return;
    before?.detach();
    lives.set(form, this);
    this.#listen();
    this.#settle();
    ended.register(this, this.#listeners, this);
    // For the programmer to see, while the form goes on: its attribute of before.
    if (call(this.#pair.owner(this.#form), "matches", "form[refused]")) setTimeout(() => refuse("unknownOption", "refused", `the attribute \`${COUNT}\` in its place`));
    this.#count = this.#pair.told(this.#form);
    const reply = this.#pair.takeReply(this.#form);
    if (!this.#count && !reply) return;
    const times = this.#count || 1;
    this.#isRefused = this.#announcement.isDue = true;
    if (this.#pair.refusedElsewhere(times)) this.#waiting = "all";
    this.#pair.learn(reply, true, !this.#count);
    this.#start();
  }

  /** @param {number | Refusal} [given] how often, if the server tells, and what it said */
  refused(given) {
    if (this.#form) this.#refuse(...heard(given));
  }

  /** @param {number} [times] @param {unknown} [said] a cause's name, or the server's line @param {boolean} [isReply] it may be the latter */
  #refuse(times, said, isReply) {
    const told = this.#pair.told(this.#form);
    if (told > this.#count) times ??= told;
    this.#count = told; // what the attribute says is heard by this
    this.#pair.refused(times);
    this.#isRefused = this.#announcement.isDue = true;
    if (this.#pair.learn(said, isReply, times === undefined)) this.#guard = undefined; // nothing is answered until the cause is known
    // Of a pair that is being typed over there is nothing to say.
    if (this.#pair.isSame) this.#ask("all");
    else this.#go();
    if (!this.#guard || !this.#messages?.hints.showPassword) this.#start(true);
  }

  /** @param {AttachOptions} changes */
  update(changes) {
    if (!this.#form) return;
    this.#options = check({ ...this.#options, ...changes });
    const has = (/** @type {(keyof AttachOptions)[]} */ ...names) => names.some((name) => Object.hasOwn(changes, name));
    const isOther = has("guard", ...GUARD_OPTIONS);
    if (isOther) {
      this.#guard = undefined;
      this.#over = false;
      this.#takeBack(0);
    }
    if (has("server")) this.#guard = undefined; // it may have been one that knows of none
    const moves = has("identifier", "password", "server", "sso", "readPassword");
    if (moves) this.#settle(true);
    if (isOther || moves) {
      if (this.#assessment) this.#waiting = "all";
      if (this.#announcement.isMade) this.#announcement.isDue = true;
    }
    if (this.#run) this.#start(true);
    if (has("signal")) this.#heed();
  }

  detach() {
    this.#over = true;
    this.#run++;
    clearTimeout(this.#pause);
    clearTimeout(this.#settling);
    ended.unregister(this);
    this.#observer.disconnect();
    this.#hearing.abort();
    this.#listeners.abort();
    this.#board.remove();
    // A page that keeps the handle keeps nothing else by it.
    this.#pair = new Pair();
    this.#hints = [];
    this.#form = this.#options = /** @type {any} */ (this.#assessment = this.#guard = this.#messages = undefined);
  }

  #heed() {
    const { signal } = this.#options;
    if (signal?.aborted) this.detach();
    else if (signal) on(signal, ["abort"], weakly(this, this.#aborted), this.#listeners.signal);
  }

  /** @param {Event} event */
  #aborted({ target }) {
    if (target === this.#options.signal) this.detach();
  }

  /** Finds the fields and gives each its region, empty, so that screen readers know it before it speaks. @param {boolean} [anew] */
  #settle(anew = false) {
    const before = this.#pair.fields;
    const roots = this.#pair.find(this.#form, this.#options, anew);
    const { fields } = this.#pair;
    sweep(roots, Object.values(fields));
    for (const root of roots) this.#observer.observe(root, CHANGES);
    this.#board.settle(fields, this.#form);
    if (before.identifier === fields.identifier && before.password === fields.password && before.server === fields.server) return;
    // What was said of a field that has gone would stand beside the other.
    const isGone = (/** @type {Hint} */ { field }) => before[field] && !fields[field];
    this.#hints = this.#hints.filter((hint) => !isGone(hint));
    // What was loaded may know of no servers.
    if (this.#run && fields.server && !before.server) {
      this.#guard = undefined;
      this.#start(true);
    }
    this.#hear();
    this.#drawSoon();
  }

  /** The page has changed something by script. */
  #look() {
    // A page that redraws does so in many steps, and may undo ours: not more than once a turn.
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#settle();
    });
    const told = this.#pair.told(this.#form);
    const reply = this.#pair.takeReply(this.#form);
    if (told < this.#count) this.#takeBack(told);
    if (told > this.#count || reply) this.#refuse(told || undefined, reply, true);
    this.#count = told;
  }

  /** What was said goes along: it may be advice after the refusal. @param {number} count */
  #takeBack(count) {
    this.#pair.refusedBefore(count);
    this.#pair.learn();
    this.#hints = [];
    this.#draw();
  }

  #listen() {
    const { signal } = this.#listeners;
    // The form alone keeps us: elsewhere we listen as long as there is a form.
    on(this.#form, ["focusin"], () => {
      this.#board.entered();
      this.#settle(); // an element may have got its shadow root since, which no observer tells
      this.#start();
    }, signal);
    this.#pointer.listen(weakly(this, this.#pressed), weakly(this, this.#draw), signal);
  }

  #pressed() {
    if (this.#waiting || this.#announcement.isDue) setTimeout(() => this.#answer());
  }

  /** At the fields themselves: what happens in a shadow root does not all leave it, nor does it keep its target. */
  #hear() {
    this.#hearing.abort();
    this.#hearing = new AbortController();
    const { signal } = this.#hearing;
    for (const field of Object.values(this.#pair.fields)) {
      on(field, ["focusin"], weakly(this, this.#entered), signal);
      on(field, ["focusout"], weakly(this, this.#left), signal);
      on(field, ["input"], weakly(this, this.#typed), signal);
      on(field, ["keydown", "keyup"], weakly(this, this.#key), signal);
      on(field, ["compositionstart", "compositionend"], weakly(this, this.#composed), signal);
      if (field.matches(":focus")) this.#start();
    }
    on(this.#pair.owner(this.#form), ["submit"], weakly(this, this.#submit), signal, false);
  }

  #entered() {
    this.#start();
  }

  /** @param {Event} event */
  #left({ currentTarget }) {
    // When another window comes to the front, the field stays the active one.
    if (/** @type {HTMLInputElement} */ (currentTarget).matches(":focus")) return;
    this.#composing = false;
    this.#ask("all");
  }

  /** @param {Event} event */
  #typed(event) {
    const isSecret = event.currentTarget === this.#pair.fields.password;
    this.#announcement.isNameTyped ||= !isSecret;
    this.#pair.typed(/** @type {InputEvent} */ (event), isSecret);
    this.#rest();
  }

  /** @param {Event} event */
  #composed({ type }) {
    this.#composing = type === "compositionstart";
    this.#rest();
  }

  #rest() {
    clearTimeout(this.#pause);
    if (this.#waiting) this.#waiting = "pause"; // nothing but that may show in the middle of typing, however late the core comes
    if (!this.#composing) this.#pause = setTimeout(() => this.#ask("pause"), PAUSE_MS);
  }

  /** In the name field Caps Lock does no harm: what was said of it is taken back there, no more. @param {Event} event */
  #key(event) {
    const capsLock = /** @type {KeyboardEvent} */ (event).getModifierState?.("CapsLock");
    const isSecret = event.currentTarget === this.#pair.fields.password;
    if (capsLock === undefined || (capsLock && !isSecret)) return; // autofill sends key events without modifiers
    const isNew = this.#pair.capsLock(capsLock);
    this.#announcement.isDue ||= isNew;
    if ((isNew || capsLock !== this.#hints.some(isCapsLock)) && !this.#composing) this.#ask("capsLock");
  }

  /** @param {Event} event */
  #submit(event) {
    this.#settle();
    this.#ask("all");
    // What was not judged just now is no reason.
    if (!this.#pair.submitted(!this.#waiting && !!this.#options.holdOnce && this.#hasReason)) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // pages that send by script would not notice
  }

  /** @param {Reason} reason */
  #ask(reason) {
    if (reason === "all") clearTimeout(this.#pause);
    if (reason !== "capsLock") this.#announcement.ask(reason === "pause");
    if (this.#waiting !== "all") this.#waiting = reason;
    this.#go();
  }

  #go() {
    if (this.#guard) this.#answer();
    else this.#start();
  }

  /** Once, at the first focus; again after `update`. @param {boolean} [again] */
  async #start(again = false) {
    if (this.#over || (this.#run && !again)) return;
    if (isOff()) return this.detach();
    const run = ++this.#run;
    try {
      const [guard, messages] = await bring(this.#options, this.#form, this.#guard, !!this.#pair.reading || !!this.#pair.fields.server, this.#isRefused);
      await this.#pair.reading;
      if (run !== this.#run) return;
      this.#guard = guard;
      this.#messages = messages;
      if (this.#pair.missing.length) this.#announcement.isDue = true;
      this.#answer();
      this.#draw();
    } catch (error) {
      // Only wrong options come here: for the programmer to see, while the form goes on as without us.
      if (run === this.#run) setTimeout(() => { throw error; });
    }
  }

  /** As soon as there is a guard, and the browser shows the page what it has filled in. */
  #answer() {
    if (!this.#guard || this.#over) return;
    const { isUnseen } = this.#pair;
    if (!this.#options.exposeCodes && this.#announcement.makePublic(this.#form, this.#guard, this.#pair)?.status === "unavailable") this.#over = true;
    const reason = this.#waiting;
    if (!this.#guard || this.#over || !reason) return; // who hears the event may have detached
    if (!isUnseen) this.#waiting = undefined;
    else if (!isAnswered(this.#pair.observation)) return;
    const assessment = bare(this.#guard.assess(this.#pair.credentials, this.#pair.observation));
    this.#assessment = assessment;
    this.#hints = showable(assessment.hints, reason, this.#hints);
    this.#drawSoon();
    if (!this.#options.exposeCodes || (reason === "capsLock" && !assessment.hints.some(isCapsLock))) return;
    this.#over = assessment.status === "unavailable";
    this.#announcement.makeWhole(this.#form, assessment, this.#pair.mark);
  }

  /** After the click that took the focus away, if there is one. */
  #drawSoon() {
    setTimeout(() => this.#draw());
  }

  #draw() {
    if (!this.#messages || this.#pointer.isDown) return;
    const isHeld = this.#pair.isHeld && this.#hasReason; // hidden, the reason takes this along
    this.#board.show(this.#hints, this.#messages, isHeld);
  }

  /** To hold the form. */
  get #hasReason() {
    return !!this.#messages && this.#board.hasReason(this.#hints, this.#messages);
  }

  /** Takes the suggested address or server over, because its button was pressed. @param {Field} name */
  #use(name) {
    const field = this.#pair.fields[name];
    const suggestion = name !== "password" && this.#assessment?.[name]?.suggestion;
    if (!suggestion || !(field instanceof HTMLInputElement)) return;
    typeInto(field, name === "server" ? withHost(field.value, suggestion) : suggestion);
    this.#ask("all");
  }
}
