/** What is shown of the hints: a region for each field, who of the two shows which hint, and what a person has hidden. */
import { describe, echo } from "../describe.js";
import { weakly } from "./dom.js";
import { Region } from "./region.js";

/** @import {Messages} from "../describe.js" */
/** @import {Fields} from "./finder.js" */
/** @import {Shown, Style} from "./region.js" */
/** @import {Field, Hint} from "../types.js" */

/** Why hints are looked for: `all` on leaving, submitting, refusal; `pause` in typing; `capsLock` at once. @typedef {"all" | "pause" | "capsLock"} Reason */

/** Texts at once: more than that nobody reads who is locked out. */
const MOST = 2;
/** @type {Field[]} */
const FIELDS = ["identifier", "password", "server"];

export class Board {
  /** @type {Partial<Record<Field, Region>>} */ #regions = Object.create(null);
  /** Codes that a person has hidden: for as long as the page lives, even if the form is attached anew. @type {Set<string>} */ #hidden;
  /** What is shown now. @type {string[]} */ #codes = [];
  /** @type {(field: Field) => void} */ #use;
  /** @type {() => void} */ #draw;

  /** @param {Board | undefined} before the form's last one @param {(field: Field) => void} use takes the suggestion for a field over @param {() => void} draw shows the hints again */
  constructor(before, use, draw) {
    this.#hidden = before ? before.#hidden : new Set();
    this.#use = use;
    this.#draw = draw;
  }

  /** Each field has its region, empty, so that screen readers know it before it speaks. @param {Fields} fields @param {HTMLElement} form */
  settle(fields, form) {
    for (const name of FIELDS) {
      const field = fields[name];
      if (field) (this.#regions[name] ??= this.#region(field, name)).follow(field, form);
      else {
        this.#regions[name]?.remove();
        delete this.#regions[name];
      }
    }
  }

  /** @param {HTMLInputElement | HTMLSelectElement} field @param {Field} name */
  #region(field, name) {
    const use = this.#use; // of us nothing, or a region that stays would keep the form
    return new Region(field, name, { use: () => use(name), dismiss: weakly(this, this.#dismiss), again: weakly(this, this.#again), leave: this.#draw });
  }

  /** All that is shown. */
  #dismiss() {
    for (const code of this.#codes) this.#hidden.add(code);
    this.#draw();
  }

  #again() {
    this.#hidden.clear();
    this.#draw();
  }

  /** Somebody has come to the form: a page that kept moving the regions is given another chance. */
  entered() {
    for (const region of Object.values(this.#regions)) region.moves = 0;
  }

  /** @param {Hint} hint @param {Messages} messages */
  isShown(hint, messages) {
    // What is typed into a masked field is not to be read beside it.
    if (this.#regions.identifier?.isMasked && ["domain", "suggestion"].some((echo) => echo in hint.params)) return false;
    return !this.#hidden.has(hint.code) && !!describe(hint, messages).text;
  }

  /** To hold the form: what can be read and is `probably` so. @param {Hint[]} hints @param {Messages} messages */
  hasReason(hints, messages) {
    return hints.some((hint) => "verdict" in hint.params && hint.severity === "warning" && this.isShown(hint, messages));
  }

  /**
   * At most two texts at once, the first ones; a place once. Of the regions that change the one with the first text speaks.
   * @param {Hint[]} hints @param {Messages} messages @param {boolean} isHeld say that the form was held @param {Style} [style]
   */
  show(hints, messages, isHeld, style) {
    /** @type {Map<Region | undefined, Shown[]>} */
    const shown = new Map();
    const { held } = messages;
    const [isHidden, said] = [hints.some(({ code }) => this.#hidden.has(code)), hints.filter((hint) => this.isShown(hint, messages)).slice(0, isHeld ? MOST - 1 : MOST)];
    const add = (/** @type {Region | undefined} */ region, /** @type {Shown} */ one) => shown.set(region, [...(shown.get(region) ?? []), one]);
    const places = new Set();
    for (const hint of said) {
      const { code, field, severity = "info", params } = hint;
      const own = this.#regions[field];
      const suggestion = own?.isTyped && "suggestion" in params ? echo(params.suggestion)?.echo : undefined;
      let description = describe(hint, messages, own?.label);
      if (places.has(description.place)) description = describe(/** @type {any} */ ({ ...hint, params: { ...params, place: undefined } }), messages, own?.label);
      if (description.place) places.add(description.place);
      add(this.#regionFor(field), { code, severity, description, suggestion });
    }
    if (isHeld) add(this.#regionFor("password"), { code: "", severity: "info", description: { text: held, parts: [held], links: [] } });
    this.#codes = said.map(({ code }) => code);
    const last = Object.values(this.#regions).filter((region) => shown.has(region)).at(-1); // on the page, too
    let isSaid = false;
    for (const region of new Set([...shown.keys(), ...Object.values(this.#regions)])) {
      const isHiding = isHidden && !said.length && region === this.#regionFor("password");
      isSaid = region?.show(shown.get(region) ?? [], messages, style, isHiding, region === last, !isSaid) || isSaid;
    }
  }

  /** Beside the field itself, or beside another if there is nothing to be done in this one. @param {Hint["field"]} name */
  #regionFor(name) {
    const { identifier, password, server } = this.#regions;
    const [own, other] = name === "server" ? [server, identifier ?? password] : name === "identifier" ? [identifier, password] : [password, identifier];
    return own?.isUsable || !other?.isUsable ? own ?? other : other;
  }

  remove() {
    for (const region of Object.values(this.#regions)) region.remove();
    this.#regions = Object.create(null);
  }
}

/**
 * In the middle of typing only what is sure enough, and what already stands there, may show.
 * @param {Hint[]} hints @param {Reason} reason @param {Hint[]} before
 */
export function showable(hints, reason, before) {
  const codes = new Set(before.map(({ code }) => code));
  return hints.filter((hint) => reason === "all" || codes.has(hint.code) || isCapsLock(hint) || (reason === "pause" && "verdict" in hint.params));
}

/** @param {Hint} hint */
export const isCapsLock = ({ code }) => code === "capsLockOn";
