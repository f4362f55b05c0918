/** Behind what a region stands, so that nothing that was there is covered, squeezed or moved aside. */
import { call, CLIMBS, look, read } from "./dom.js";

/** Of these none is left: what stands in a cell or an item of a list belongs there. */
const CELLS = "td, th, li, dd, fieldset, dialog";
const FIELDS = "input:not([type=hidden]), select, textarea";
/** A wrapper of one line is lower than so many fields. */
const LINES = 2;
/** Of a field that has no height yet, in pixels. */
const FIELD = 24;

/**
 * The element after which a field's hints belong: the field; the label around or right behind it, inside of which texts would become part of its
 * name or part it from what its style sheet says of `input + label`; the row or the wrapper of one line in which it stands; or what follows on the same line.
 * @param {HTMLElement} field @param {HTMLElement} form @param {HTMLElement} box the region's own, which does not count
 * @returns {Element}
 */
export function below(field, form, box) {
  const beside = field.nextElementSibling;
  const height = Math.max(field.offsetHeight, FIELD);
  const isLaidOut = field.getClientRects().length > 0; // a step that is hidden has no lines
  /** @type {Element} */
  let anchor = field.closest("label") ?? (beside instanceof HTMLLabelElement && beside.control === field ? beside : field);
  for (let step = 0, parent; step < CLIMBS && (parent = read(anchor, "parentElement")) && !call(parent, "contains", form) && !call(parent, "matches", "body, :root"); step++) {
    const isIn = isRow(parent, anchor);
    if (!isIn && (!isLaidOut || call(parent, "matches", CELLS) || !isLine(parent, field, height, box))) break;
    anchor = parent;
  }
  const line = field.getBoundingClientRect();
  for (let step = 0, next = read(anchor, "nextElementSibling"); step < CLIMBS && next && !call(next, "matches", ".passkind"); step++, next = read(next, "nextElementSibling")) {
    if (!call(next, "getClientRects").length) continue;
    if (!isBeside(next, line)) break;
    anchor = next;
  }
  return anchor;
}

/** Children stand side by side, and one more would push the others: in rows that wrap, and in grids of many fields, there is a line for it. @param {Element} parent @param {Element} child */
function isRow(parent, child) {
  return [parent, read(child, "assignedSlot")].some((one) => {
    if (!one) return false;
    const display = look(one, "display");
    if (display.endsWith("flex")) return look(one, "flex-direction").startsWith("row") && look(one, "flex-wrap") === "nowrap";
    if (display.endsWith("grid")) return look(one, "grid-template-columns").split(" ").length > 1 && call(one, "querySelectorAll", FIELDS).length < 2;
    return /table(?!-cell)/.test(display);
  });
}

/** No more than the field's own line, such as its border with a button inside. @param {Element} parent @param {HTMLElement} field @param {number} height @param {HTMLElement} box */
function isLine(parent, field, height, box) {
  const own = call(parent, "contains", box) ? box.offsetHeight : 0;
  const others = [...call(parent, "querySelectorAll", FIELDS)].filter((other) => other !== field && call(other, "getClientRects").length);
  return !others.length && call(parent, "getBoundingClientRect").height - own < LINES * height;
}

/** @param {Element} other @param {DOMRect} line */
function isBeside(other, { top, bottom }) {
  const its = call(other, "getBoundingClientRect");
  const shared = Math.min(bottom, its.bottom) - Math.max(top, its.top);
  return its.width > 0 && shared > Math.min(bottom - top, its.height) / 2;
}

/**
 * As wide as there is room, whatever its texts are: a table or a card around that is as wide as what it holds grows no wider.
 * @param {HTMLElement} box @param {HTMLElement} field @param {Element} anchor
 */
export function fit({ style }, field, anchor) {
  const isFloating = [field, anchor].some((one) => look(one, "float") !== "none");
  const parent = read(anchor, "parentElement");
  const isInRow = parent && look(parent, "display").endsWith("flex") && look(parent, "flex-direction").startsWith("row");
  const rules = {
    contain: "inline-size", clear: isFloating ? "both" : "none", "grid-column": "1 / -1", "align-self": "stretch", "justify-self": "stretch",
    flex: isInRow ? "1 0 100%" : "0 0 auto", "min-inline-size": `min(${field.offsetWidth}px, 100vw - 2em)`,
  };
  for (const [name, value] of Object.entries(rules)) style.setProperty(name, value);
}
