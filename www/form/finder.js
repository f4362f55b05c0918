/**
 * Which fields of a form are the pair, and which is its server: given by the page, else by what each says of itself and where it
 * stands. Looks into open shadow roots, and at fields elsewhere on the page that name the form (`form="id"`). What is hidden is a decoy,
 * another tab's or a step's to come: it is taken where nothing that can be seen fits.
 */
import { call, read } from "./dom.js";
import { isConvincing, isSeen, points, said, serverPoints } from "./signs.js";

/** @import {AttachOptions} from "./attach-options.js" */

/** @typedef {{ identifier?: HTMLInputElement, password?: HTMLInputElement, server?: HTMLInputElement | HTMLSelectElement }} Fields */

/** What a type alone does not tell apart: one-time codes, cards. */
const OTHERS = ":not([autocomplete*=-code i], [autocomplete*=cc- i], [inputmode=numeric][maxlength])";
const PASSWORD = `input[type=password]${OTHERS}`;
/** Kept from managers, or of a form that sets one. */
const NEW = "[autocomplete*=new-password i]";
const TEXT = ["[type=text]", "[type=email]", "[type=tel]", ":not([type])"].map((type) => `input${type}${OTHERS}`).join();
const PLACE = "input[type=text], input[type=url], input:not([type])";
/** On a page that asks for the password alone the name may stand in a hidden field. */
const NAMED = "input[autocomplete~=username i], input[autocomplete~=email i]";
/** Once more, or of another kind. */
const NO_PASSWORD = /otp|2fa|captcha|cvv|cvc|\bpin\b|repeat|confirm|again|retype|wiederhol|r[eé]p[eé]t|ripet/;

/**
 * @param {Element} form
 * @param {AttachOptions} options
 * @param {Fields} known what was found before: a field stays one of the pair as long as it lives and can be seen, whatever its type becomes
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
  /** @param {"identifier" | "password"} name @param {(taken: HTMLInputElement | undefined) => HTMLInputElement | undefined} look */
  const settle = (name, look) => {
    if (!isFound[name]) return;
    const given = /** @type {HTMLInputElement | undefined} */ (options[name]);
    const before = known[name]?.isConnected ? known[name] : undefined;
    const field = given ?? (before && isSeen(before) ? before : undefined);
    // No field is both: a masked name has the type of a password.
    const found = field ?? look(name === "password" ? /** @type {HTMLInputElement | undefined} */ (identifier) ?? fields.identifier : password ?? fields.password);
    const best = !field && found && before && !isSeen(found) ? before : found;
    if (best) fields[name] = best;
  };
  // By the password the name is found; unless it says itself that it is one.
  const own = isFound.identifier && !identifier && inputs.find((input) => input.matches(NAMED) && input.matches(PASSWORD));
  settle("password", (taken) => passwordOf(inputs.filter((input) => input !== taken && input !== own)));
  settle("identifier", (taken) => nameOf(inputs.filter((input) => input !== taken), fields.password ?? password));
  if (server instanceof HTMLElement) fields.server = server;
  const inferred = server === undefined && fields.password && serverOf(inputs, fields);
  if (inferred) fields.server = inferred;
  for (const field of Object.values(fields)) if (field.parentElement) roots.push(field.parentElement);
  // Steps ask for one of the two. Where some could be meant and none is convincing, or nothing is there at all, the page's author should know.
  const isNothing = !fields.identifier && !fields.password;
  const missing = /** @type {const} */ (["identifier", "password"]).filter((name) =>
    isFound[name] && !fields[name] && (isNothing || inputs.some((input) => input.matches(name === "password" ? PASSWORD : TEXT) && isSeen(input))));
  return { fields, roots, isInferred: !!inferred, missing };
}

/** Every input, in the order of the page, and the roots in which they stand. @param {Element} form */
function within(form) {
  /** @type {HTMLInputElement[]} */
  const inputs = [];
  /** @type {(Element | ShadowRoot)[]} */
  const roots = [form];
  const own = read(form, "shadowRoot");
  if (own) roots.push(own);
  for (const root of roots) {
    for (const element of call(root, "querySelectorAll", "*")) {
      if (element instanceof HTMLInputElement) inputs.push(element);
      else {
        const inner = read(element, "shadowRoot");
        if (inner) roots.push(inner);
      }
    }
  }
  // The getter itself: `<input name="elements">` would stand in its place.
  const all = /** @type {HTMLInputElement[]} */ (form instanceof HTMLFormElement ? [...Reflect.get(HTMLFormElement.prototype, "elements", form)] : []);
  for (const field of all.filter((field) => field instanceof HTMLInputElement && !inputs.includes(field)).reverse()) {
    if (Node.prototype.compareDocumentPosition.call(form, field) & Node.DOCUMENT_POSITION_PRECEDING) inputs.unshift(field);
    else inputs.push(field);
  }
  return { inputs, roots };
}

/** @template T @param {T[]} all @param {(one: T) => unknown} isWanted */
const preferred = (all, isWanted) => (all.some(isWanted) ? all.filter(isWanted) : all);

/** @param {HTMLInputElement[]} inputs */
function passwordOf(inputs) {
  const all = preferred(inputs.filter((input) => input.matches(PASSWORD)), isSeen);
  const ours = all.filter((input) => !NO_PASSWORD.test(said(input).join(" ")));
  const usual = ours.filter((input) => !input.matches(NEW));
  // `new-password` keeps managers away from settings, too: there it stands alone, or beside a server.
  return usual.find((input) => input.matches("[autocomplete~=current-password i]")) ?? usual[0]
    ?? (all.length === 1 || serversOf(inputs).length ? ours[0] : undefined);
}

/** @param {HTMLInputElement[]} inputs @param {HTMLInputElement | undefined} password */
function nameOf(inputs, password) {
  const named = inputs.find((input) => input.matches(NAMED) && isSeen(input));
  if (named && isConvincing(points(named))) return named;
  const texts = preferred(inputs.filter((input) => input.matches(TEXT)), isSeen);
  const hidden = () => inputs.find((input) => input.matches(NAMED) && !isSeen(input));
  if (password && !texts.some(isSeen)) return hidden() ?? nearest(texts, password);
  return nearest(texts, password) ?? hidden();
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

/** Fields for a server's name that can be seen. @param {HTMLInputElement[]} inputs */
const serversOf = (inputs) => inputs.filter((input) => input.matches(PLACE) && isConvincing(serverPoints(input)) && isSeen(input));

/** The one field for a server that can be meant: between this password and the one before, or alone in the form; of several the plainest. @param {HTMLInputElement[]} inputs @param {Fields} fields */
function serverOf(inputs, { identifier, password }) {
  const all = serversOf(inputs).filter((input) => input !== identifier);
  const others = inputs.filter((input) => input !== password && input.matches(PASSWORD) && isSeen(input));
  const own = password ? all.filter((host) => precedes(host, password) && !others.some((other) => precedes(host, other) && precedes(other, password))) : [];
  const sums = (own.length ? own : all).map((input) => ({ input, sum: serverPoints(input) })).sort((a, b) => b.sum - a.sum);
  return sums[0] && sums[0].sum > (sums[1]?.sum ?? 0) ? sums[0].input : undefined;
}
