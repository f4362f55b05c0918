/** Which fields come into question, by type and `autocomplete`; whether anybody can see one; what stands before what. */
import { call, look, read } from "./dom.js";

/** What a type alone does not tell apart: one-time codes, cards. */
const OTHERS = ":not([autocomplete*=-code i], [autocomplete*=cc- i], [inputmode=numeric][maxlength])";
export const PASSWORD = `input[type=password]${OTHERS}`;
/** Of whatever type: a page may show it. */
export const CURRENT = "input[autocomplete~=current-password i]";
/** Kept from managers, or of a form that sets one. */
export const NEW = "[autocomplete*=new-password i]";
export const TEXT = ["[type=text]", "[type=email]", "[type=tel]", ":not([type])"].map((type) => `input${type}${OTHERS}:not([autocomplete~=current-password i])`).join();
export const PLACE = "input[type=text], input[type=url], input:not([type])";
/** On a page that asks for the password alone the name may stand in a hidden field. */
export const NAMED = "input[autocomplete~=username i], input[autocomplete~=email i]";
/** What lies further outside of a page was put there; what was scrolled away lies nearer. */
const FAR_ABOVE = -5000;
/** Wrappers of a decoy. */
const WRAPPERS = 6;

/** What has been a password stays one when its page shows it: it is no name and no server. @type {WeakSet<Element>} */
export const secrets = new WeakSet();

/** @template T @param {T[]} all @param {(one: T) => unknown} isWanted */
export const preferred = (all, isWanted) => (all.some(isWanted) ? all.filter(isWanted) : all);

/** In other roots than the password's nobody can tell: the order in which they were found holds. @param {Node} one @param {Node} other */
export function precedes(one, other) {
  const place = Node.prototype.compareDocumentPosition.call(one, other);
  return !!(place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED));
}

/** Not a decoy: it takes room, on the page, and is not kept from those who listen. @param {HTMLElement} field */
export function isSeen(field) {
  const { width, height, right, bottom } = field.getBoundingClientRect();
  if (width <= 1 || height <= 1 || right + scrollX <= 0 || bottom + scrollY < FAR_ABOVE || field.closest("[aria-hidden=true]")) return false;
  if (field.checkVisibility?.({ opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true }) === false || look(field, "visibility") !== "visible") return false;
  for (let step = 0, around = read(field, "parentElement"); step < WRAPPERS && around; step++, around = read(around, "parentElement")) {
    const its = call(around, "getBoundingClientRect");
    if ((its.width <= 1 || its.height <= 1) && look(around, "overflow") !== "visible") return false;
  }
  return true;
}
