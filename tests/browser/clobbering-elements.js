/**
 * Runs in the page: a name, what bears it, where that stands, and an element, a meter or a guide that has to work there. What it needs of the
 * document itself it took before any name stood there.
 */
import "/define.js";
import "/define-guide.js";
import { attachMeter } from "/meter.js";
import { load, rate } from "/strength.js";

/** @typedef {{ part: string, place: string, name: string }} Combination */

const { createElement } = Document.prototype;
const page = document.body;
const one = (/** @type {Element} */ root, /** @type {string} */ selector) => /** @type {any} */ (Element.prototype.querySelector.call(root, selector));
const make = (/** @type {string} */ html) => {
  const template = /** @type {HTMLTemplateElement} */ (createElement.call(document, "template"));
  template.innerHTML = html;
  return template.content;
};

/** All that may be in a form's list of names, and what is not. */
const CONTROLS = ["input", "button type=button", "select", "textarea", "fieldset", "output", "object", "img"];
const control = (/** @type {string} */ name, /** @type {number} */ turn) => {
  const [tag = "", type = ""] = String(CONTROLS[turn % CONTROLS.length]).split(" ");
  const html = `<${tag} ${type} ${(turn >> 3) % 2 ? "id" : "name"}="${name}"></${tag}>`;
  return html.replace(/<\/(input|img)>/, "");
};
const FIELDS = `<input data-is="name" autocomplete="username"><input data-is="secret" type="password" autocomplete="current-password">`;
const HINTS = `<passkind-hints service="account" provider="infomaniak" refusals="1">`;
const NEW = `<label>New <input data-is="new" type="password" autocomplete="new-password"></label>`;
const GUIDE = `<passkind-guide provider="infomaniak" service="mailbox"><p data-is="fallback">See the help pages.</p></passkind-guide>`;

/** @type {Record<string, Record<string, (name: string, turn: number) => string>>} */
const PLACES = {
  hints: {
    "a control in the form inside": (name, turn) => `${HINTS}<form style="display:flex">${control(name, turn)}${FIELDS}</form></passkind-hints>`,
    "a control beside it in the form": (name, turn) => `<form style="display:flex">${control(name, turn)}${HINTS}${FIELDS}</passkind-hints></form>`,
    "a control behind it in the form": (name, turn) => `<form>${FIELDS}${HINTS}</passkind-hints>${control(name, turn)}</form>`,
    "an image beside": (name) => `<img name="${name}" id="${name}">${HINTS}<form>${FIELDS}</form></passkind-hints>`,
    "a form beside": (name, turn) => `<form name="${name}">${control(name, turn)}</form><form name="${name}">${HINTS}${FIELDS}</passkind-hints></form>`,
    "a frame beside": (name) => `<iframe name="${name}"></iframe>${HINTS}${FIELDS}</passkind-hints>`,
  },
  meter: {
    "a control in the form": (name, turn) => `<form>${control(name, turn)}${NEW}</form>`,
    "a control behind it, and a slot": (name, turn) => `<form style="display:flex">${NEW}<div data-passkind-for="strength"></div>${control(name, turn)}</form>`,
    "an image beside": (name) => `<img name="${name}" id="${name}"><form>${NEW}</form>`,
    "a frame beside": (name) => `<form name="${name}">${NEW}</form><iframe name="${name}"></iframe>`,
  },
  guide: {
    "a control in the form": (name, turn) => `<form>${control(name, turn)}${GUIDE}</form>`,
    "an image beside": (name) => `<img name="${name}" id="${name}">${GUIDE}`,
    "a frame beside": (name) => `<iframe name="${name}"></iframe>${GUIDE}`,
  },
};

/** Of the places of each part a name stands in every second or third, so that all is done in a minute; of neighbours in other ones. */
const EVERY = /** @type {Record<string, number>} */ ({ hints: 2, meter: 2, guide: 3 });

/** Every name that the platform itself gives to a document, a form, an element. @returns {Combination[]} */
export function combinations() {
  const kinds = [Document, HTMLFormElement, HTMLElement, Element, Node, EventTarget];
  const names = [...new Set(kinds.flatMap((kind) => Object.getOwnPropertyNames(kind.prototype))), "host", "location", "__proto__"];
  return Object.entries(PLACES).flatMap(([part, places]) => Object.keys(places).flatMap((place, turn) =>
    names.filter((_, at) => (at + turn) % (EVERY[part] ?? 1) === 0).map((name) => ({ part, place, name }))));
}

const { port1, port2 } = new MessageChannel();
/** After whatever the browser has to do now: a timer would be put off. */
const turn = () => new Promise((resolve) => {
  port1.onmessage = () => setTimeout(resolve);
  port2.postMessage(0);
});
/** A busy machine may need some of it; what stands still in the meantime is seen from outside. */
const PATIENCE_MS = 8_000;
let alive = () => {};
/** @param {() => unknown} fits */
async function until(fits) {
  for (const began = performance.now(); !fits();) {
    if (performance.now() - began > PATIENCE_MS) return false;
    alive();
    await turn();
  }
  return true;
}

/** @param {any} field @param {string} text */
function type(field, text) {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  field.blur();
}

/** Each does what a person does, and says what is wrong. @type {Record<string, () => Promise<string | undefined>>} */
const USES = {
  async hints() {
    type(one(page, "[data-is=name]"), "anna.muster@example.com");
    type(one(page, "[data-is=secret]"), "q7Rk w2Mx t9Bd z4Hn");
    const told = () => one(page, "[data-passkind-field=password] [role=status]")?.textContent;
    if (!(await until(() => told()?.includes("made for a device")))) return `told: ${told()}`;
    one(page, "passkind-hints").remove();
    await until(() => !one(page, ".passkind"));
    return one(page, ".passkind") ? "something is left" : undefined;
  },
  async meter() {
    const field = one(page, "[data-is=new]");
    const meter = attachMeter(field, { worker: false, policy: "secondFactor" });
    type(field, "vier Igel tanzen im Nebel");
    const told = () => one(page, ".passkind-level")?.textContent;
    if (!(await until(() => told()?.startsWith("Strength: strong")))) return `told: ${told()}`;
    meter.detach();
    return one(page, ".passkind-strength") ? "something is left" : undefined;
  },
  async guide() {
    if (!(await until(() => one(page, ".passkind-guide .passkind-show")))) return "no guide";
    one(page, "input[value=refused]").click();
    one(page, ".passkind-show").click();
    return one(page, ".passkind-answer dl") ? undefined : "no answer";
  },
};

/** Nothing is to wait for the next picture. */
Reflect.deleteProperty(globalThis, "IntersectionObserver");

/**
 * @param {Combination[]} some @param {(at: number) => void} tell before each, and as long as it is waited for
 * @returns {Promise<string[]>} faults
 */
export async function run(some, tell) {
  const faults = [];
  /** @type {unknown[]} */
  let thrown = [];
  addEventListener("error", ({ message }) => thrown.push(message));
  addEventListener("unhandledrejection", ({ reason }) => thrown.push(reason));
  await load();
  // A busy machine may take longer over the first rating than the package waits; a page would say that it cannot rate right now.
  for (let turns = 0; turns < 10 && (await rate("a", { worker: false })).status !== "ok"; turns++) await turn();
  for (const [at, { part, place, name }] of some.entries()) {
    alive = () => tell(at);
    alive();
    thrown = [];
    try {
      page.append(make(PLACES[part]?.[place]?.(name, at) ?? ""));
      const fault = await USES[part]?.();
      if (fault) thrown.push(fault);
      page.replaceChildren();
      await turn();
    } catch (error) {
      thrown.push(error);
      page.replaceChildren();
    }
    if (thrown.length) faults.push(`${part}, ${place}, ${name}: ${thrown.join("; ")}`);
  }
  return faults;
}
