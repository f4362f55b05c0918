// What the cause of a refusal is by a server's own words. The rules are replies/rules.toml; `Cause::of_reply` of the crate reads the
// same ones in the same way.
import rules from "./reply/rules.js";

/**
 * Why a server has let somebody not in. The last five say that name and password were not judged at all.
 *
 * @typedef {"appPassword" | "token" | "noPasswords" | "secondFactor" | "wrongPair" | "name" | "locked" | "admin" | "network" | "expired" |
 *   "accessOff" | "browser" | "encryption" | "method" | "sender" | "busy" | "unrelated"} Cause
 */

/** Characters of a reply that count. */
const CHARACTERS = 800;

const [folded = "", ...lines] = rules.split("\n");
const [from = [], to = []] = folded.split("\t").map((signs) => [...signs]);
/** Letters without their accents, signs that part words, and accents that stand alone. */
const FOLDED = new Map(from.map((sign, at) => [sign, to[at]]));
for (let accent = 0x300; accent < 0x370; accent++) FOLDED.set(String.fromCharCode(accent), "");

const phrases = (/** @type {string | undefined} */ text) => (text ? text.split("|").map((phrase) => phrase.split("*")) : []);
const RULES = lines.map((line) => {
  const [cause = "", any, unless] = line.split(/[:!]/);
  return { cause: /** @type {Cause} */ (cause), any: phrases(any), unless: phrases(unless) };
});

/** The reply's codes as marks, then its words. @param {string} reply */
function normal(reply) {
  let words = [...reply.slice(0, 2 * CHARACTERS)].slice(0, CHARACTERS).map((sign) => FOLDED.get(sign) ?? sign).join("")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/https?:\/\/[^\0- ]*|[^\0- ]*@[^\0- ]*/g, " ")
    .replace(/[\0-/:-Z\\-`{-\x7f]/g, " ").replaceAll("[", " [ ");
  words = ` ${words} `.replace(/ +/g, " ");
  let marks = "";
  for (const code of [/ ([45]\d\d) /, / ([45]) (\d{1,3}) (\d{1,3}) /]) {
    const [whole, ...parts] = code.exec(words) ?? [];
    if (whole) marks += ` #${parts.join(".")}`, (words = words.replaceAll(whole, " "));
  }
  return marks + words;
}

/**
 * The cause that a server's reply names, from its first 800 characters; `undefined` where it names none that is known. Nothing of the
 * reply is kept or sent.
 *
 * The server's own line alone belongs here, of a server of somebody else's about its user's own credentials: never a transcript, never
 * the answer of the page's own sign-in.
 *
 * @param {string} reply
 * @returns {Cause | undefined}
 */
export function causeOf(reply) {
  if (typeof reply !== "string") return undefined;
  const words = normal(reply);
  const holds = (/** @type {string[]} */ pieces) => {
    let at = 0;
    return pieces.every((piece) => (at = words.indexOf(piece, at) + piece.length) >= piece.length);
  };
  return RULES.find(({ any, unless }) => any.some(holds) && !unless.some(holds))?.cause;
}
