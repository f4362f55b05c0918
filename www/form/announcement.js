/**
 * The `passkind` event. What it tells, whether it is sent and how often depend on the name, the configuration, refusals and Caps Lock
 * alone, as if the password were empty; unless the page asks for `exposeCodes`.
 */
import { call } from "./dom.js";
import { isAnswered } from "./pair.js";
import { bare } from "../guard/own-properties.js";

/** @import {Assessment} from "../types.js" */
/** @import {Assessor} from "./attach-options.js" */
/** @import {Pair} from "./pair.js" */
/** @typedef {import("../events.js").EventDetail} EventDetail */

export class Announcement {
  /** There is to be an event, unless it would say the same of the same name. */ isDue = false;
  /** Something was typed into the name field since. */ isNameTyped = false;
  #last = "";

  /** Has there been one? */
  get isMade() {
    return this.#last !== "";
  }

  /** Somebody left a field, or submitted: of a pause in the password no event tells. @param {boolean} isPause */
  ask(isPause) {
    if (isPause && !this.isNameTyped) return;
    this.isDue = true;
    this.isNameTyped = false;
  }

  /** @param {HTMLElement} form @param {Assessor} guard @param {Pair} pair @returns {Assessment | undefined} what was told */
  makePublic(form, guard, pair) {
    const { inPublic, isNameUnseen, nameMark, missing } = pair;
    if (!this.isDue || (isNameUnseen && !isAnswered(inPublic[1]))) return undefined;
    this.isDue = isNameUnseen;
    const { status, reason, hints } = bare(guard.assess(...inPublic));
    const codes = hints.filter((hint) => hint.private === false).map(({ code }) => code);
    this.#send(form, { status, ...(reason && { reason }), codes, ...(missing.length && { missing }) }, nameMark);
    return /** @type {Assessment} */ ({ status, hints });
  }

  /** With all codes, for `exposeCodes`. @param {HTMLElement} form @param {Assessment} assessment @param {number} about which pair */
  makeWhole(form, { status, reason, verdict, hints }, about) {
    this.#send(form, { status, ...(reason && { reason }), verdict, codes: hints.map(({ code }) => code) }, about);
  }

  /** @param {HTMLElement} form @param {EventDetail} detail @param {number} about */
  #send(form, detail, about) {
    const event = JSON.stringify([detail, about]);
    if (event === this.#last) return;
    this.#last = event;
    call(form, "dispatchEvent", new CustomEvent("passkind", /** @type {CustomEventInit} */ ({ __proto__: null, bubbles: true, detail })));
  }
}
