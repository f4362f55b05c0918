/** How long guessing takes, as a code and a number, from guesses rounded to a power of ten. */

/** @import {Attack, CrackTime} from "../types.js" */

/** Guesses a second, decimal logarithms: zxcvbn's four attacks. @type {Record<Attack, number>} */
const RATES = {
  onlineThrottled: Math.log10(100 / 3600),
  onlineUnthrottled: 1,
  offlineSlow: 4,
  offlineFast: 10,
};

/** Seconds in each unit, the longest first. @type {[CrackTime["code"], number][]} */
const UNITS = [["years", 31_536_000], ["months", 2_628_000], ["days", 86_400], ["hours", 3_600], ["minutes", 60], ["seconds", 1]];
/** More years than that are said as `centuries`, without a number. */
const MOST_YEARS = 100;

/** @param {number} guessesLog10 @returns {Record<Attack, CrackTime>} */
export function crackTimes(guessesLog10) {
  const times = Object.entries(RATES).map(([attack, rate]) => [attack, time(10 ** (guessesLog10 - rate))]);
  return Object.fromEntries(times);
}

/** @param {number} seconds @returns {CrackTime} */
function time(seconds) {
  const [code, length] = UNITS.find(([, length]) => seconds >= length) ?? ["instant", 1];
  const count = Math.floor(seconds / length);
  if (code === "years" && count > MOST_YEARS) return { code: "centuries", count: 1 };
  return { code, count };
}
