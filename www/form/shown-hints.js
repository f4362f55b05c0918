/** What is shown of the hints: a region for each field, who of the two shows which hint, and what a person has hidden. */
import { describe, echo } from "../describe.js";
import { weakly } from "./dom.js";
import { Region } from "./region.js";

/** @import {Messages} from "../describe.js" */
/** @import {Fields} from "./finder.js" */
/** @import {Shown} from "./region.js" */
/** @import {Field, Hint} from "../types.js" */

/** Why hints are looked for: `all` on leaving, submitting, refusal; `pause` in typing; `capsLock` at once. @typedef {"all" | "pause" | "capsLock"} Reason */

/** @type {Field[]} */
const FIELDS = ["identifier", "password", "server"];

export class Board {
  /** @type {Partial<Record<Field, Region>>} */ #regions = Object.create(null);
  /** Codes that a person has hidden: for as long as the page lives, even if the form is attached anew. @type {Set<string>} */ #hidden;
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
    return new Region(field, name, { use: () => use(name), dismiss: weakly(this, this.#dismiss), leave: this.#draw });
  }

  /** @param {Shown[]} shown */
  #dismiss(shown) {
    for (const { code } of shown) this.#hidden.add(code);
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

  /** @param {Hint[]} hints @param {Messages} messages @param {boolean} isHeld say that the form was held */
  show(hints, messages, isHeld) {
    /** @type {Map<Region | undefined, Shown[]>} */
    const shown = new Map(Object.values(this.#regions).map((region) => [region, []]));
    for (const hint of hints.filter((hint) => this.isShown(hint, messages))) {
      const { code, field, severity = "info", params } = hint;
      const own = this.#regions[field];
      const suggestion = own?.isTyped && "suggestion" in params ? echo(params.suggestion)?.echo : undefined;
      shown.get(this.#regionFor(field))?.push({ code, severity, description: describe(hint, messages), suggestion });
    }
    if (isHeld) {
      const { held } = messages;
      shown.get(this.#regionFor("password"))?.push({ code: "", severity: "info", description: { text: held, parts: [held], links: [] } });
    }
    for (const [region, hints] of shown) region?.show(hints, messages);
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
