/** An attached form while it lives: what is heard of its fields, when the guard is asked, when something is shown. */
import { check, GUARD_OPTIONS, heard } from "./attach-options.js";
import { Announcement } from "./announcement.js";
import { Board, isCapsLock, showable } from "./shown-hints.js";
import { isOff } from "../guard/brake.js";
import { Hearing } from "./hearing.js";
import { bring } from "./load.js";
import { on, typeInto, weakly, withHost } from "./dom.js";
import { bare, own } from "../guard/own-properties.js";
import { CHANGES, isAnswered, Pair } from "./pair.js";
import { Pointer } from "./pointer.js";
import { bringJudge } from "./finder.js";
import { sweep } from "./region.js";

/** @import {Assessment, Field, Hint} from "../types.js" */
/** @import {Messages} from "../describe.js" */
/** @import {AttachOptions, Assessor, Refusal} from "./attach-options.js" */
/** @import {Reason} from "./shown-hints.js" */

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
  #hearing = new Hearing(weakly(this, this.#hear));
  #observer = new MutationObserver(weakly(this, this.#look));
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #settling;
  /** What the attribute on the form says. */ #count = 0;

  /** Counts starts: a guard that arrives after the next start is stale. */ #run = 0;
  /** @type {Assessor | undefined} */ #guard;
  /** @type {Messages | undefined} */ #messages;
  /** @type {import("./region.js").Style | undefined} */ #style;
  /** The texts are to be those after a refusal, too. */ #isRefused = false;
  /** Asked, and not answered yet. @type {Reason | undefined} */ #waiting;
  /** Nothing more to do: wasm is unavailable, or the form is detached. */ #over = false;

  #pointer = new Pointer();
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
    const reply = this.#pair.takeReply(this.#form);
    this.#sure(() => this.#greet(reply));
  }

  /** What the page says already. @param {string} told the server's own words */
  #greet(told) {
    this.#count = this.#pair.told(this.#form);
    const reply = told || this.#pair.takeReply(this.#form);
    if (!this.#count && !reply) return;
    const times = this.#count || 1;
    this.#isRefused = this.#announcement.isDue = true;
    if (this.#pair.refusedElsewhere(times)) this.#waiting = "all";
    this.#pair.learn(reply, true, !this.#count);
    this.#start();
  }

  /** At once, unless what judges the fields is still to come. @param {() => void} act */
  #sure(act) {
    if (!this.#pair.isUnsure) return act();
    bringJudge().then(() => {
      if (!this.#form) return;
      this.#settle();
      act();
    });
  }

  /** @param {number | Refusal} [given] how often, if the server tells, and what it said */
  refused(given) {
    if (!this.#form) return;
    const refusal = heard(given);
    this.#sure(() => this.#refuse(...refusal));
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
    clearTimeout(this.#settling);
    ended.unregister(this);
    this.#observer.disconnect();
    this.#hearing.end();
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
    const { fields: before, isUnsure: wasUnsure } = this.#pair;
    const roots = this.#pair.find(this.#form, this.#options, anew);
    const { fields } = this.#pair;
    sweep(roots, Object.values(fields));
    for (const root of roots) this.#observer.observe(root, CHANGES);
    this.#board.settle(fields, this.#form);
    if (this.#pair.isUnsure && !wasUnsure) bringJudge().then(weakly(this, this.#judged));
    if (before.identifier === fields.identifier && before.password === fields.password && before.server === fields.server) return;
    // What was said of a field that has gone would stand beside the other.
    const isGone = (/** @type {Hint} */ { field }) => before[field] && !fields[field];
    this.#hints = this.#hints.filter((hint) => !isGone(hint));
    // What was loaded may know of no servers.
    if (this.#run && fields.server && !before.server) {
      this.#guard = undefined;
      this.#start(true);
    }
    this.#hearing.listen(fields, this.#pair.owner(this.#form));
    this.#drawSoon();
  }

  #judged() {
    if (!this.#form) return;
    this.#settle();
    this.#look();
  }

  /** The page has changed something by script. */
  #look() {
    // A page that redraws does so in many steps, and may undo ours: not more than once a turn.
    this.#settling ??= setTimeout(() => {
      this.#settling = undefined;
      this.#settle();
    });
    if (this.#pair.isUnsure) return;
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
    on(window, ["resize"], weakly(this, this.#look), signal); // they are placed anew
    this.#pointer.listen(weakly(this, this.#pressed), weakly(this, this.#draw), signal);
  }

  #pressed() {
    if (this.#waiting || this.#announcement.isDue) setTimeout(() => this.#answer());
  }

  /** @type {import("./hearing.js").Heard} */
  #hear(what, event, isSecret, isComposing) {
    if (what === "entered") this.#start();
    else if (what === "left") this.#ask("all");
    else if (what === "paused") this.#ask("pause");
    else if (what === "sent") this.#submit(/** @type {Event} */ (event));
    else if (what === "capsLock") this.#key(/** @type {KeyboardEvent} */ (event).getModifierState("CapsLock"), isSecret, isComposing);
    else if (what === "typed") {
      this.#announcement.isNameTyped ||= !isSecret;
      this.#pair.typed(/** @type {InputEvent} */ (event), !!isSecret);
    } else if (this.#waiting) this.#waiting = "pause"; // in the middle of typing nothing but that may show, however late the core comes
  }

  /** In the name field Caps Lock does no harm: what was said of it is taken back there, no more. @param {boolean} isOn @param {boolean} [isSecret] @param {boolean} [isComposing] */
  #key(isOn, isSecret, isComposing) {
    if (isOn && !isSecret) return;
    const isNew = this.#pair.capsLock(isOn);
    this.#announcement.isDue ||= isNew;
    if ((isNew || isOn !== this.#hints.some(isCapsLock)) && !isComposing) this.#ask("capsLock");
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
    if (reason === "all") this.#hearing.settled();
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
      if (this.#pair.isUnsure) {
        await bringJudge();
        if (run !== this.#run) return;
        this.#settle();
        if (run !== this.#run) return; // a server was found, and it begins anew
      }
      const [guard, messages, style] = await bring(this.#options, this.#form, this.#guard, !!this.#pair.reading || !!this.#pair.fields.server, this.#isRefused);
      await this.#pair.reading;
      if (run !== this.#run) return;
      this.#guard = guard;
      this.#messages = messages;
      this.#style = style;
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
    // What is seldom said of a name comes when it is to be said. Of the password nothing does: who sees the request would know of it.
    if (!this.#isRefused && this.#messages && assessment.hints.some((hint) => hint.private === false && !own(this.#messages?.hints, hint.code))) {
      this.#isRefused = true;
      this.#start(true);
    }
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
    this.#board.show(this.#hints, this.#messages, isHeld, this.#style);
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
