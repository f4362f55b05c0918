/**
 * Which field is the password, the name, the server's, where `autocomplete` does not say so: by what each says of itself and where it stands. Loaded only
 * for such forms.
 */
import { CURRENT, isSeen, NAMED, NEW, PASSWORD, PLACE, precedes, preferred, secrets, TEXT } from "./seen.js";
import { isConvincing, points, saysOf, serverPoints } from "./signs.js";

/** @import {Fields} from "./finder.js" */

/** A code is no password, even where it stands alone. */
const CODE = /(?<![a-z])otp|otp(?![a-z])|2fa|\bmfa|captcha|cvv|cvc|\btan\b|\btoken\b/;
/** Nor is, beside one, the same once more, or a PIN. */
const AGAIN = /\bpin\b|repeat|confirm|\bagain\b|retype|verif|wiederhol|r[eé]p[eé]t|ripet/;

/** Forms in which no server's field was found, by how many inputs they had. @type {WeakMap<Element, number>} */
const serverless = new WeakMap();

/** @param {HTMLInputElement[]} inputs */
export function passwordOf(inputs) {
  const all = preferred(inputs.filter((input) => input.matches(PASSWORD) || input.matches(CURRENT)), isSeen);
  const current = all.find((input) => input.matches(CURRENT));
  if (current) return current;
  const ours = all.filter((input) => !CODE.test(saysOf(input)));
  if (ours.length === 1) return ours[0];
  const once = ours.filter((input) => !AGAIN.test(saysOf(input)));
  // `new-password` keeps managers away from settings, too: there it stands alone, or beside a server.
  return once.find((input) => !input.matches(NEW)) ?? (inputs.some(isServer) ? once[0] : undefined);
}

/** @param {HTMLInputElement[]} texts @param {HTMLInputElement | undefined} password */
export function nameOf(texts, password) {
  const named = texts.find((input) => input.matches(NAMED) && isSeen(input));
  if (named && isConvincing(points(named))) return named;
  const typed = preferred(texts.filter((input) => input.matches(TEXT)), isSeen);
  const hidden = () => texts.find((input) => input.matches(NAMED) && !isSeen(input));
  if (password && !typed.some(isSeen)) return hidden() ?? nearest(typed, password);
  return nearest(typed, password) ?? hidden();
}

/** The one that says most plainly that it is a name; of two alike the one that the password follows. @param {HTMLInputElement[]} texts @param {HTMLInputElement | undefined} password */
function nearest(texts, password) {
  const before = texts.filter((text) => !password || precedes(text, password));
  const lastServer = before.filter((text) => isConvincing(serverPoints(text))).at(-1);
  const judged = texts.map((text) => {
    const at = before.indexOf(text);
    // What stands behind the password is another matter: where a test is sent, a search. Before the server it is who the account is for.
    const place = at < 0 ? -6 : ([5, 2][before.length - 1 - at] ?? 0) - (lastServer && lastServer !== text && precedes(text, lastServer) ? 4 : 0);
    return { text, sum: points(text) + (password ? place : 0), at };
  });
  const best = judged.reduce((best, one) => (!best || one.sum > best.sum ? one : best), /** @type {typeof judged[number] | undefined} */ (undefined));
  if (!best) return undefined;
  // Alone before its password it need not say what it is, as long as it does not say that it is something else.
  const isAlone = password ? before.length === 1 && best.at === 0 : texts.length === 1;
  return points(best.text) >= (isAlone ? 0 : 1) && (isAlone || isConvincing(best.sum)) ? best.text : undefined;
}

/** A field for a server's name that can be seen. @param {HTMLInputElement} input */
const isServer = (input) => !secrets.has(input) && input.matches(PLACE) && isConvincing(serverPoints(input)) && isSeen(input);

/**
 * The one field for a server that can be meant: between this password and the one before, or alone in the form; of several the plainest. Once
 * found it stays, as the pair does: what was refused was refused there.
 * @param {Element} form @param {HTMLInputElement[]} inputs @param {HTMLInputElement[]} texts @param {Fields} fields @param {Fields["server"]} before
 */
export function serverOf(form, inputs, texts, { identifier, password }, before) {
  if (!password) return undefined;
  if (before?.isConnected && before !== identifier && before !== password && (isSeen(before) || !texts.some(isServer))) return before;
  // Its inputs are those of last time, and none was one.
  if (serverless.get(form) === inputs.length) return undefined;
  const all = texts.filter((input) => input !== identifier && isServer(input));
  const others = inputs.filter((input) => input !== password && input.matches(PASSWORD) && isSeen(input));
  const own = all.filter((host) => precedes(host, password) && !others.some((other) => precedes(host, other) && precedes(other, password)));
  const sums = (own.length ? own : all).map((input) => ({ input, sum: serverPoints(input) })).sort((a, b) => b.sum - a.sum);
  const found = sums[0] && sums[0].sum > (sums[1]?.sum ?? 0) ? sums[0].input : undefined;
  if (!found && password.getClientRects().length) serverless.set(form, inputs.length);
  return found;
}
