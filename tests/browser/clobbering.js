/**
 * Runs in the page: one combination after the other of a name, what bears it, where that stands, and a part of the package that has to work
 * there. The page's own timers are played, so that nothing waits; what it needs of the document it took before any name stood there.
 *
 * @typedef {{ start(root: HTMLElement): unknown, use(root: HTMLElement, settle: () => Promise<void>): Promise<string | undefined> | string | undefined, stop(started: any): void }} Part
 * `use` does what a person does, and says what is wrong
 * @typedef {{ name: string, at: string }} Combination
 */

const { createElement, querySelector } = Document.prototype;
const page = document.body;
const one = (/** @type {ParentNode} */ root, /** @type {string} */ selector) => /** @type {any} */ (Element.prototype.querySelector.call(root, selector));
const make = (/** @type {string} */ html) => {
  const template = /** @type {HTMLTemplateElement} */ (createElement.call(document, "template"));
  template.innerHTML = html;
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
};

const NAME = `<input data-is="name" autocomplete="username" style="display:flex">`;
const SECRET = `<input data-is="secret" type="password" autocomplete="current-password" style="display:flex"><button type="button" data-is="go">Go</button>`;
const FIELDS = NAME + SECRET;
/** What may stand in a form's list under a name. */
const CONTROLS = ["input", "button type=button", "select", "textarea", "fieldset", "output", "object", "img"];
const control = (/** @type {string} */ name, /** @type {number} */ turn) => {
  const [tag = "", type = ""] = /** @type {string} */ (CONTROLS[turn % CONTROLS.length]).split(" ");
  const attribute = (turn >> 3) % 2 ? "id" : "name"; // both are heard
  return `<${tag} ${type} ${attribute}="${name}" style="display:flex"></${tag}>`.replace(/<\/(input|img)>/, "");
};

/** Where names stand: the element that is attached has the mark `data-is=root`. @type {Record<string, (name: string, turn: number) => string>} */
export const PLACES = {
  "a control in the form": (name, turn) => `<form data-is="root" style="display:flex">${control(name, turn)}${FIELDS}</form>`,
  "a control behind the fields": (name, turn) => `<form data-is="root" style="display:flex"><div style="display:flex">${FIELDS}</div>${control(name, turn + 5)}</form>`,
  "a form around": (name, turn) => `<form style="display:flex">${control(name, turn + 3)}<div data-is="root" style="display:flex">${FIELDS}</div></form>`,
  "forms inside and beside": (name, turn) => `<div data-is="root"><form style="display:flex">${control(name, turn)}${NAME}</form><form>${control(name, turn + 1)}</form><form style="display:flex">${control(name, turn + 2)}${SECRET}</form><form>${control(name, turn + 4)}</form></div>`,
  "a form in a row, in a form's place": (name, turn) => `<div data-is="root"><form style="display:flex"><div style="display:flex">${control(name, turn + 6)}${FIELDS}</div></form><form class="passkind">${control(name, turn)}</form></div>`,
  "an image of the document": (name) => `<div><img name="${name}" id="${name}"><form data-is="root" style="display:flex">${FIELDS}</form></div>`,
  "a form of the document": (name, turn) => `<div><form name="${name}">${control(name, turn)}</form><form data-is="root" name="${name}" style="display:flex">${FIELDS}</form></div>`,
  "a frame of the document": (name) => `<div><iframe name="${name}"></iframe><div data-is="root" style="display:flex">${FIELDS}</div></div>`,
  "an object and an embed of the document": (name) => `<div style="display:flex"><object name="${name}" id="${name}"></object><embed name="${name}"><form data-is="root">${FIELDS}</form></div>`,
};

export const names = () => {
  const kinds = [Document, HTMLFormElement, HTMLElement, Element, Node, EventTarget];
  return [...new Set(kinds.flatMap((kind) => Object.getOwnPropertyNames(kind.prototype)))].filter((name) => name !== "constructor").concat("constructor", "host", "__proto__");
};

/** @type {Map<number, () => void>} */
const timers = new Map();
let latest = 0;
Object.assign(window, {
  setTimeout: (/** @type {() => void} */ act) => (timers.set(++latest, act), latest),
  clearTimeout: (/** @type {number} */ id) => timers.delete(id),
});

/** Until nothing is left to do; what a later turn throws is thrown here. */
async function settle() {
  for (let turn = 0; turn < 60; turn++) {
    for (let i = 0; i < 12; i++) await null;
    if (!timers.size) return;
    const due = [...timers.values()];
    timers.clear();
    for (const act of due) act();
  }
  throw new Error("it never comes to rest");
}

/** @type {Record<string, () => Promise<Part>>} */
const PARTS = {
  async attach() {
    const { attach } = await import("/attach.js");
    const typo = { code: "domainTypo", field: "identifier", severity: "warning", private: false, params: { domain: "gmial.com", suggestion: "gmail.com" } };
    const kind = { code: "accountPasswordExpected", field: "password", severity: "warning", private: true, params: { verdict: "probably", service: "account", links: [] } };
    const guard = { assess: (/** @type {any} */ { identifier, password }) => ({
      status: "ok", verdict: "silent", identifier: { form: "address", fits: "yes", suggestion: "anna@gmail.com" }, password: { shape: "ordinary", expects: [] },
      hints: [...(identifier ? [typo] : []), ...(password ? [kind] : [])],
    }) };
    return {
      start: (root) => attach(root, { guard }),
      stop: (live) => live.detach(),
      async use(root, settle) {
        for (const [is, text] of [["name", "anna@gmial.com"], ["secret", "q7Rk w2Mx"]]) {
          const field = one(root, `[data-is=${is}]`);
          field.focus();
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
          field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
          field.blur();
          await settle();
        }
        const text = (/** @type {string} */ field) => one(root, `[data-passkind-field=${field}] [role=status]`)?.textContent ?? "";
        if (!text("identifier").includes("gmial")) return "no hint at the name";
        if (!text("password").includes("looks like")) return "no hint at the password";
        const use = one(root, ".passkind-use");
        if (!use) return "no button";
        use.click();
        await settle();
        if (one(root, "[data-is=name]").value !== "anna@gmail.com") return "the button does nothing";
      },
    };
  },
};
export const parts = Object.keys(PARTS);

/**
 * @param {string} kind @param {Combination[]} combinations @param {(at: number) => void} tell before each
 * @returns {Promise<string[]>} faults
 */
export async function run(kind, combinations, tell) {
  const part = await PARTS[kind]?.();
  if (!part) throw new Error(kind);
  const faults = [];
  for (const [at, { name, at: place }] of combinations.entries()) {
    tell(at);
    const box = make(PLACES[place]?.(name, at) ?? "");
    const root = Element.prototype.matches.call(box, "[data-is=root]") ? box : one(box, "[data-is=root]");
    /** @type {unknown[]} */
    const thrown = [];
    const hear = (/** @type {ErrorEvent} */ event) => thrown.push(event.message);
    addEventListener("error", hear);
    try {
      page.append(box);
      const started = part.start(root);
      await settle();
      const fault = await part.use(root, settle);
      if (fault) thrown.push(fault);
      part.stop(started);
      await settle();
      if (one(page, ".passkind [role=status]")) thrown.push("something is left");
    } catch (error) {
      thrown.push(error);
    }
    removeEventListener("error", hear);
    timers.clear();
    page.replaceChildren();
    if (thrown.length) faults.push(`${kind}, ${name}, ${place}: ${thrown.join("; ")}`);
  }
  return faults;
}

if (querySelector.call(document, "iframe")) throw new Error("the page is to be empty");
