/** Why a server has refused: by the name of a cause, or by its own words. Apart, since most refusals come without. */

/** @import {Cause} from "../types.js" */

/** The last five say that the pair was not judged at all. */
const CAUSES = /** @type {Cause[]} */ ("appPassword token noPasswords secondFactor wrongPair name locked admin network expired accessOff browser encryption method sender busy unrelated".split(" "));
const JUDGED = 12;

/** @param {string} said a cause's name, or the server's line; of neither anything is kept @param {boolean} isReply it may be the latter */
export async function causeIn(said, isReply) {
  const named = CAUSES.find((cause) => cause === said);
  const cause = named || !isReply ? named : (await import("../reply.js")).causeOf(said);
  return { cause, isJudged: !cause || CAUSES.indexOf(cause) < JUDGED };
}
