/**
 * Which fields of a form are the pair, and which is its server: given by the page, else by what each says of itself and where it
 * stands. Looks into open shadow roots, and at fields elsewhere on the page that name the form (`form="id"`). What is hidden is a decoy,
 * another tab's or a step's to come: it is taken where nothing that can be seen fits.
 */
import { call, read } from "./dom.js";
import { isConvincing, isSeen, points, saysOf, serverPoints } from "./signs.js";

/** @import {AttachOptions} from "./attach-options.js" */

/** @typedef {{ identifier?: HTMLInputElement, password?: HTMLInputElement, server?: HTMLInputElement | HTMLSelectElement }} Fields */

/** What a type alone does not tell apart: one-time codes, cards. */
const OTHERS = ":not([autocomplete*=-code i], [autocomplete*=cc- i], [inputmode=numeric][maxlength])";
const PASSWORD = `input[type=password]${OTHERS}`;
/** Of whatever type: a page may show it. */
const CURRENT = "input[autocomplete~=current-password i]";
/** Kept from managers, or of a form that sets one. */
const NEW = "[autocomplete*=new-password i]";
const TEXT = ["[type=text]", "[type=email]", "[type=tel]", ":not([type])"].map((type) => `input${type}${OTHERS}:not([autocomplete~=current-password i])`).join();
const PLACE = "input[type=text], input[type=url], input:not([type])";
/** On a page that asks for the password alone the name may stand in a hidden field. */
const NAMED = "input[autocomplete~=username i], input[autocomplete~=email i]";
/** A code is no password, even where it stands alone. */
const CODE = /(?<![a-z])otp|otp(?![a-z])|2fa|\bmfa|captcha|cvv|cvc|\btan\b|\btoken\b/;
/** Nor is, beside one, the same once more, or a PIN. */
const AGAIN = /\bpin\b|repeat|confirm|\bagain\b|retype|verif|wiederhol|r[eé]p[eé]t|ripet/;

/** What has been a password stays one when its page shows it: it is no name and no server. @type {WeakSet<Element>} */
const secrets = new WeakSet();
/** Forms in which no server's field was found, by how many inputs they had. @type {WeakMap<Element, number>} */
const serverless = new WeakMap();

/**
 * @param {Element} form
 * @param {AttachOptions} options
 * @param {Fields} known what was found before: a field stays one of the pair as long as it lives, unless it is hidden and another can be seen
 * @returns {{ fields: Fields, roots: (Element | ShadowRoot)[], isInferred: boolean, missing: ("identifier" | "password")[] }} and the roots in which
 *   fields may come and go; whether the server was found and not given; what nobody could tell
 */
export function find(form, options, known) {
  const { inputs, roots } = within(form);
  /** @type {Fields} */
  const fields = Object.create(null);
  const { identifier, password, server } = options;
  // What is not found cannot be read.
  const isFound = { identifier: typeof identifier !== "function", password: options.readPassword !== false };
  const given = { identifier: isFound.identifier ? /** @type {HTMLInputElement | undefined} */ (identifier) : undefined, password };
  /** @param {"identifier" | "password"} name @param {() => HTMLInputElement | undefined} look */
  const settle = (name, look) => {
    if (!isFound[name]) return;
    const before = known[name]?.isConnected ? known[name] : undefined;
    const sure = given[name] ?? (before && isSeen(before) ? before : undefined);
    const found = sure ?? look();
    const best = sure ?? (found && isSeen(found) ? found : before ?? found);
    if (best) fields[name] = best;
  };
  // No field is both: a masked name has the type of a password.
  const name = given.identifier ?? (known.identifier?.isConnected ? known.identifier : undefined);
  for (const input of inputs) if (input !== name && input.matches("[type=password]") && !input.matches(NAMED)) secrets.add(input);
  settle("password", () => passwordOf(inputs.filter((input) => input !== name && !(isFound.identifier && !name && input.matches(NAMED)))));
  const texts = inputs.filter((input) => input !== (fields.password ?? password) && !secrets.has(input));
  settle("identifier", () => nameOf(texts, fields.password ?? password));
  if (server instanceof HTMLElement) fields.server = server;
  const inferred = server === undefined && serverOf(form, inputs, texts, fields, known.server);
  if (inferred) fields.server = inferred;
  for (const field of Object.values(fields)) if (field.parentElement) roots.push(field.parentElement);
  // Steps ask for one of the two. Where some could be meant and none is convincing, or nothing is there at all, the page's author should know.
  const isNothing = !fields.identifier && !fields.password;
  const missing = /** @type {const} */ (["identifier", "password"]).filter((name) =>
    isFound[name] && !fields[name] && (isNothing || (name === "password" ? inputs : texts).some((input) => input.matches(name === "password" ? PASSWORD : TEXT) && isSeen(input))));
  return { fields, roots, isInferred: !!inferred, missing };
}

/** Every input, in the order of the page, and the roots in which they stand. @param {Element} form */
function within(form) {
  /** @type {Set<HTMLInputElement>} */
  const inputs = new Set();
  /** @type {(Element | ShadowRoot)[]} */
  const roots = [form];
  const own = read(form, "shadowRoot");
  if (own) roots.push(own);
  for (const root of roots) {
    for (const element of call(root, "querySelectorAll", "*")) {
      if (element instanceof HTMLInputElement) inputs.add(element);
      else {
        const inner = read(element, "shadowRoot");
        if (inner) roots.push(inner);
      }
    }
  }
  // The getter itself: `<input name="elements">` would stand in its place.
  const all = /** @type {HTMLInputElement[]} */ (form instanceof HTMLFormElement ? [...Reflect.get(HTMLFormElement.prototype, "elements", form)] : []);
  const outside = all.filter((field) => field instanceof HTMLInputElement && !inputs.has(field));
  return { inputs: [...outside.filter((field) => precedes(field, form)), ...inputs, ...outside.filter((field) => !precedes(field, form))], roots };
}

/** @template T @param {T[]} all @param {(one: T) => unknown} isWanted */
const preferred = (all, isWanted) => (all.some(isWanted) ? all.filter(isWanted) : all);

/** @param {HTMLInputElement[]} inputs */
function passwordOf(inputs) {
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
function nameOf(texts, password) {
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

/** In other roots than the password's nobody can tell: the order in which they were found holds. @param {Node} one @param {Node} other */
function precedes(one, other) {
  const place = Node.prototype.compareDocumentPosition.call(one, other);
  return !!(place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED));
}

/** A field for a server's name that can be seen. @param {HTMLInputElement} input */
const isServer = (input) => !secrets.has(input) && input.matches(PLACE) && isConvincing(serverPoints(input)) && isSeen(input);

/**
 * The one field for a server that can be meant: between this password and the one before, or alone in the form; of several the plainest. Once
 * found it stays, as the pair does: what was refused was refused there.
 * @param {Element} form @param {HTMLInputElement[]} inputs @param {HTMLInputElement[]} texts @param {Fields} fields @param {Fields["server"]} before
 */
function serverOf(form, inputs, texts, { identifier, password }, before) {
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
