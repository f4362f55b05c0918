/**
 * Where hints appear under one field: a status region for the texts, and after it, outside the region, links and
 * buttons. Light DOM, text nodes only, no look of its own.
 */
import { below, fit } from "./place.js";
import { call, describedBy, element, masked, read } from "./dom.js";

/** @import {Field} from "../types.js" */
/** @import {Description, DescribedLink, Messages, Part} from "../describe.js" */

/** @typedef {{ code: string, severity: "warning" | "info", description: Omit<Description, "lang">, suggestion?: string | undefined }} Shown */
/** @typedef {{ use(): void, dismiss(shown: Shown[]): void, leave(): void }} Actions */

/** A live box is known by a property that names its field, whichever copy of the package made it: clones and page caches copy no properties. */
const FIELD = Symbol.for("passkind.field");
const BOX = "div.passkind[data-passkind-field]";

/** A page may redraw what stands around us at each key, and none needs this often between two times that somebody comes to the form. */
const MOVES = 100;
/** That it gave up is said once a page. */
let hasGivenUp = false;

/** @param {Element | null} box @returns {unknown} */
const fieldOfBox = (box) => box && Reflect.get(box, FIELD);

/**
 * Takes away what a clone of a form, or a page's cache, has kept of hints: boxes that nobody answers for, and descriptions that are gone or
 * another field's.
 * @param {(Element | ShadowRoot)[]} roots @param {HTMLElement[]} fields
 */
export function sweep(roots, fields) {
  for (const root of roots) for (const box of call(root, "querySelectorAll", BOX)) if (!fieldOfBox(box)) box.remove();
  for (const field of fields) {
    for (const id of field.getAttribute("aria-describedby")?.match(/(?<!\S)passkind-[\w-]+/g) ?? []) {
      const text = call(field.getRootNode(), "querySelector", `[id="${id}"]`);
      const box = text && call(text, "closest", BOX);
      if (!text || (box && fieldOfBox(box) !== field)) describedBy(field, id, false);
    }
  }
}

export class Region {
  /** @type {HTMLInputElement | HTMLSelectElement} */ #field;
  /** @type {Field} */ #name;
  /** @type {Actions} */ #actions;
  #box = masked("passkind");
  #status = element("div", "passkind-status");
  #tools = element("div", "passkind-tools");
  /** By what the texts and the tools that stand here are known. */ #said = "";
  #offered = "";
  /** How often it had to be put into its place since somebody came to the form. */ moves = 0;

  /** @param {HTMLInputElement | HTMLSelectElement} field @param {Field} name @param {Actions} actions */
  constructor(field, name, actions) {
    this.#field = field;
    this.#name = name;
    this.#actions = actions;
    this.#box.dataset.passkindField = name;
    this.#status.setAttribute("role", "status");
    this.#status.id = `passkind-${Math.random().toString(36).slice(2)}`; // two copies of the package would count alike
    this.#tools.hidden = true;
    this.#box.style.position = "absolute"; // while empty: no item of a grid or flex box, whose gap would move what follows
    this.#box.append(this.#status, this.#tools);
    this.#box.addEventListener("focusout", () => actions.leave());
  }

  /** The field, or the one that a redraw has put in its place: what stands here goes along. @param {HTMLInputElement | HTMLSelectElement} field @param {HTMLElement} form */
  follow(field, form) {
    if (field !== this.#field) describedBy(this.#field, this.#status.id, false);
    this.#field = field;
    Reflect.set(this.#box, FIELD, field);
    this.#place(form);
    describedBy(field, this.#status.id, this.#isThere && !this.#tools.hidden && this.#status.hasChildNodes());
  }

  /** Where it belongs, unless it is there: the page may have moved or redrawn what stands around it. @param {HTMLElement} form */
  #place(form) {
    const root = this.#field.getRootNode();
    const slot = call(root === call(form, "getRootNode") ? form : root, "querySelector", `[data-passkind-for="${this.#name}"]`);
    // Of a field that is hidden what was shown stays where it was: with it, in its step.
    if (!slot && this.#box.isConnected && this.#isThere && !this.#field.getClientRects().length) return;
    let anchor = below(this.#field, form, this.#box);
    if (!slot) fit(this.#box, this.#field, anchor);
    if (slot) {
      if (this.#box.parentNode === slot) return;
      // Both fields in one row or label: the boxes stand one after the other. Were each to want the first place, they would move for ever.
    } else for (let next; (next = read(anchor, "nextElementSibling")) && call(next, "matches", ".passkind"); anchor = next) if (next === this.#box) return;
    if (this.moves++ < MOVES) call(slot ?? anchor, slot ? "append" : "after", this.#box);
    else if (!hasGivenUp) {
      hasGivenUp = true;
      console.warn("passkind: this page keeps removing hints; they stay away until the form is focused again");
    }
  }

  /** An id is known within its root only. */
  get #isThere() {
    return this.#box.getRootNode() === this.#field.getRootNode();
  }

  /** Can its field be seen and changed? */
  get isUsable() {
    return !(/** @type {HTMLInputElement} */ (this.#field).readOnly) && this.#field.getClientRects().length > 0;
  }

  /** Is a suggestion for it of use? What somebody chooses from a list is nobody's slip. */
  get isTyped() {
    return this.isUsable && !this.isMasked && this.#field instanceof HTMLInputElement;
  }

  /** What is typed there is not to be read on the screen. */
  get isMasked() {
    return this.#field.type === "password";
  }

  /** @param {Shown[]} hints @param {Messages} messages */
  show(hints, messages) {
    const key = messages.lang + hints.map(({ code, description }) => code + description.text).join();
    describedBy(this.#field, this.#status.id, hints.length > 0 && this.#isThere);
    // What has been said is not said again.
    if (key !== this.#said) this.#say(hints, messages.lang);
    this.#said = key;
    // Someone is about to use a link or button here: taking it away now would lose their place.
    if (this.#tools.matches(":focus-within")) return;
    if (this.#tools.hidden === hints.length > 0) this.#tools.hidden = !hints.length;
    if (key === this.#offered) return;
    this.#offered = key;
    this.#box.style.position = hints.length ? "" : "absolute";
    // Blanks: without a style sheet their texts would run together.
    this.#tools.replaceChildren(...[...this.#buttons(hints, messages)].flatMap((tool) => [tool, " "]));
  }

  /** @param {Shown[]} hints @param {string} lang */
  #say(hints, lang) {
    this.#box.lang = lang;
    this.#status.replaceChildren(...hints.map(({ severity, description }) => {
      const text = element("p", "passkind-hint");
      text.dataset.severity = severity;
      text.append(...description.parts.map(node));
      return text;
    }));
  }

  remove() {
    describedBy(this.#field, this.#status.id, false);
    this.#box.remove();
  }

  /** @param {Shown[]} hints @param {Messages} messages */
  *#buttons(hints, messages) {
    const suggestion = hints.find((hint) => hint.suggestion)?.suggestion;
    const [before = "", after = ""] = messages.use.split("{suggestion}");
    if (suggestion) yield this.#button("use", [before, bdi(suggestion), after], () => this.#actions.use());
    const links = hints.flatMap(({ description }) => description.links);
    yield* new Map(links.map((link) => [link.href, anchor(link)])).values();
    if (hints.length) yield this.#button("dismiss", [messages.dismiss], () => this.#actions.dismiss(hints));
  }

  /** @param {string} kind @param {(string | Node)[]} label @param {() => void} act */
  #button(kind, label, act) {
    const button = Object.assign(element("button", `passkind-${kind}`), { type: "button" });
    button.append(...label);
    button.addEventListener("click", ({ detail }) => {
      // The button is about to go. From a keyboard (detail 0) the field is where its user goes on; a finger would only open the keyboard.
      // With the hints still describing it, a screen reader would say all that has just been hidden.
      this.#tools.hidden = true;
      if (detail) button.blur();
      else this.#field.focus();
      act();
    });
    return button;
  }
}

/** @param {Part} part */
function node(part) {
  return typeof part === "string" ? part : bdi(part.echo);
}

/** @param {string} text */
function bdi(text) {
  const isolate = element("bdi");
  isolate.textContent = text;
  return isolate;
}

/** @param {DescribedLink} link */
function anchor({ href, text, rel }) {
  const link = Object.assign(element("a", "passkind-link"), { href, textContent: text });
  link.dataset.rel = rel;
  return link;
}
