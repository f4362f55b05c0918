/**
 * Rates a new password. Importing has no effect; the password is kept nowhere and is in no result.
 */
import { PasskindError } from "./guard/readers.js";
import { load } from "./strength/rater.js";
import { rateFor } from "./strength/rating.js";

/** @import {RateOptions, Rating} from "./types.js" */

export { load, PasskindError };

/**
 * Never rejects but on options that cannot be used. Of calls that come while one is under way only the newest is rated;
 * the others are answered `superseded`, with the rules.
 * @param {string} password
 * @param {RateOptions} [options]
 * @returns {Promise<Rating>}
 */
export function rate(password, options) {
  return rateFor("page", password, options);
}
