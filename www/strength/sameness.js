/** Two passwords that should differ: whoever learns one must not have the other. */
import { plain } from "./fold.js";

/** @typedef {"equal" | "case" | "ends" | "near"} Sameness */

/** What people add to a password to make "another": a digit, a year, a sign or two. */
const MOST_ADDED = 6;
/** Strokes by which two passwords of some length still count as one. */
const MOST_STROKES = 2;
/** Shorter ones are near to many others by chance. */
const LEAST_LENGTH = 8;
/** No password of a person is longer, in letters; nor in UTF-16 units as typed, where each letter may bear two marks. */
const READ = 128;
const READ_UNITS = 3 * READ;

/**
 * In what way the two are nearly one, if they are.
 * @param {string} a
 * @param {string} b
 * @returns {Sameness | undefined}
 */
export function sameness(a, b) {
  if (!a || !b) return undefined;
  if (a === b) return "equal";
  if (a.length > READ_UNITS || b.length > READ_UNITS) return undefined;
  const [one, other] = [plain(a), plain(b)];
  if (one === other) return "case";
  if (one.length > READ || other.length > READ) return undefined;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= MOST_ADDED && long.length - short.length <= MOST_ADDED && long.includes(short)) return "ends";
  const comparable = short.length >= LEAST_LENGTH && long.length - short.length <= MOST_STROKES;
  return comparable && strokes(one, other) <= MOST_STROKES ? "near" : undefined;
}

/**
 * Letters put in, left out, replaced or swapped with their neighbour (optimal string alignment), counted only as far from the
 * diagonal as `MOST_STROKES`: whatever lies beyond takes more of them, and is `Infinity` here.
 * @param {string} a
 * @param {string} b
 */
function strokes(a, b) {
  /** @type {number[][]} */
  const rows = [];
  const at = (/** @type {number} */ i, /** @type {number} */ j) => rows[i]?.[j - i + MOST_STROKES] ?? Infinity;
  for (let i = 0; i <= a.length; i++) {
    /** @type {number[]} */
    const row = (rows[i] = []);
    for (let j = i - MOST_STROKES; j <= i + MOST_STROKES; j++) {
      if (j < 0 || j > b.length) row.push(Infinity);
      else if (!i || !j) row.push(i + j);
      else {
        const replaced = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]);
        const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
        row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
      }
    }
  }
  return at(a.length, b.length);
}
