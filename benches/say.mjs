/** Figures as people read them. */

const THIN = "\u202f";

/** Three digits that count, with separators. @param {number} value */
function digits(value) {
  const shown = Number(value.toPrecision(3));
  return shown >= 1000 ? Math.round(shown).toLocaleString("en") : `${shown}`;
}

/** @param {number} bytes kB are 1,000 bytes */
export const kB = (bytes) => (bytes < 1_000 ? `${bytes} bytes` : `${bytes < 100_000 ? (bytes / 1000).toFixed(1) : Math.round(bytes / 1000)} kB`);
/** @param {number} bytes */
export const MB = (bytes) => (bytes < 1e5 ? "under 0.1 MB" : `${(bytes / 1e6).toFixed(1)} MB`);
/** @param {number} us */
export const us = (us) => (Number(us.toPrecision(3)) < 1_000 ? `${digits(us)} µs` : ms(us / 1_000));
/** @param {number} ms */
export const ms = (ms) => (ms < 1 ? `${digits(ms * 1_000)} µs` : ms < 1_000 ? `${digits(ms)} ms` : `${digits(ms / 1_000)} s`);
/** @param {number} ns */
export const ns = (ns) => (ns < 1_000 ? `${digits(ns)} ns` : us(ns / 1_000));
/** How many times the other's: to two digits, since no more would be the same in the next run. @param {number} own @param {number} other */
export const ratio = (own, other) => `${digits(Number((own / other).toPrecision(2)))}${THIN}×`;
/** 10, 1,000, 10⁵. @param {number} value */
export const power = (value) => (value < 10_000 ? value.toLocaleString("en") : `10${[...`${Math.round(Math.log10(value))}`].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`);
