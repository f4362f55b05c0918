/**
 * Which fields of a form are the pair, and which is its server: given by the page, else told by `autocomplete` where nothing else could be meant, else
 * judged (`judge.js`). Looks into open shadow roots, and at fields elsewhere on the page that name the form (`form="id"`). What is hidden is a decoy,
 * another tab's or a step's to come: it is taken where nothing that can be seen fits.
 */
import { call, read } from "./dom.js";
import { CURRENT, isSeen, NAMED, PASSWORD, PLACE, precedes, preferred, secrets, TEXT } from "./seen.js";

/** @import {AttachOptions} from "./attach-options.js" */

/** @typedef {{ identifier?: HTMLInputElement, password?: HTMLInputElement, server?: HTMLInputElement | HTMLSelectElement }} Fields */
/** @typedef {typeof import("./judge.js")} Judge */

/** @type {Judge | undefined} */
let judge;
/** @type {Promise<unknown> | undefined} */
let coming;

/** Brings what judges; where it does not come, the next one who asks tries again. */
export function bringJudge() {
  return (coming ??= import("./judge.js").then((brought) => { judge = brought; }).catch(() => { coming = undefined; }));
}

/**
 * @param {Element} form
 * @param {AttachOptions} options
 * @param {Fields} known what was found before: a field stays one of the pair as long as it lives, unless it is hidden and another can be seen
 * @returns {{ fields: Fields, roots: (Element | ShadowRoot)[], isInferred: boolean, missing: ("identifier" | "password")[], isUnsure: boolean }} and the roots in which
 *   fields may come and go; whether the server was found and not given; what nobody could tell; whether what judges is still to come
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
  let isUnsure = false;
  /** @template T @param {[T] | undefined} told what is sure @param {(judge: Judge) => T} ask @returns {T | undefined} */
  const judged = (told, ask) => {
    if (judge) return ask(judge);
    isUnsure ||= !told;
    return told?.[0];
  };
  const passwordOf = (/** @type {HTMLInputElement[]} */ inputs) => judged(toldPassword(inputs), (judge) => judge.passwordOf(inputs));
  settle("password", () => passwordOf(inputs.filter((input) => input !== name && !(isFound.identifier && !name && input.matches(NAMED)))));
  const texts = inputs.filter((input) => input !== (fields.password ?? password) && !secrets.has(input));
  const secret = fields.password ?? password;
  settle("identifier", () => judged(toldName(texts), (judge) => judge.nameOf(texts, secret)));
  if (server instanceof HTMLElement) fields.server = server;
  const isServerless = !texts.some((input) => input !== fields.identifier && input.matches(PLACE));
  const inferred = server === undefined && judged(isServerless || !fields.password ? [undefined] : undefined, (judge) => judge.serverOf(form, inputs, texts, fields, known.server));
  if (inferred) fields.server = inferred;
  for (const field of Object.values(fields)) if (field.parentElement) roots.push(field.parentElement);
  // Steps ask for one of the two. Where some could be meant and none is convincing, or nothing is there at all, the page's author should know.
  const isNothing = !fields.identifier && !fields.password;
  const missing = /** @type {const} */ (["identifier", "password"]).filter((name) =>
    isFound[name] && !fields[name] && (isNothing || (name === "password" ? inputs : texts).some((input) => input.matches(name === "password" ? PASSWORD : TEXT) && isSeen(input))));
  return { fields, roots, isInferred: !!inferred, missing: isUnsure ? [] : missing, isUnsure };
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

/** The one that says so, or none where none comes into question. @param {HTMLInputElement[]} inputs @returns {[HTMLInputElement | undefined] | undefined} */
function toldPassword(inputs) {
  const all = preferred(inputs.filter((input) => input.matches(PASSWORD) || input.matches(CURRENT)), isSeen);
  const [only] = all;
  return !only || (all.length === 1 && only.matches(CURRENT)) ? [only] : undefined;
}

/** The one that says so where nothing else could be meant, or none at all. @param {HTMLInputElement[]} texts @returns {[HTMLInputElement | undefined] | undefined} */
function toldName(texts) {
  const named = texts.filter((input) => input.matches(NAMED));
  return named.length < 2 && !texts.some((input) => input.matches(TEXT) && input !== named[0]) ? [named[0]] : undefined;
}
