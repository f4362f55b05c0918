/** The demo's second page: a new password, with the meter. */
import { attachMeter } from "./meter.js";
import { examples, texts } from "./demo-password-texts.js";

/** @import {PolicyOption} from "./types.js" */
/** @import {Locale, Rules} from "./demo-password-texts.js" */

/** @type {Record<Rules, PolicyOption>} */
const POLICIES = { singleFactor: "singleFactor", secondFactor: "secondFactor", infomaniak: { provider: "infomaniak", service: "ftp" } };

const query = new URLSearchParams(location.search);
const state = {
  rules: /** @type {Rules} */ (Object.hasOwn(POLICIES, query.get("rules") ?? "") ? query.get("rules") : "singleFactor"),
  locale: /** @type {Locale} */ ((query.get("lang") ?? navigator.language.slice(0, 2)) === "fr" ? "fr" : "en"),
};
const form = byId("form", HTMLFormElement);
const password = byId("password", HTMLInputElement);
const account = byId("account", HTMLInputElement);
const reveal = byId("reveal", HTMLButtonElement);
/** @type {{ detach(): void } | undefined} */
let meter;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(false);
  byId("answer", HTMLElement).textContent = texts[state.locale].saved;
});
reveal.addEventListener("click", () => show(password.type === "password"));
for (const button of document.querySelectorAll("[data-locale]")) {
  button.addEventListener("click", () => change({ locale: button.getAttribute("data-locale") === "fr" ? "fr" : "en" }));
}
render();

/** @param {Partial<typeof state>} changes */
function change(changes) {
  Object.assign(state, changes);
  history.replaceState(null, "", `?${new URLSearchParams({ rules: state.rules, lang: state.locale })}`);
  render();
}

function render() {
  const words = texts[state.locale];
  document.documentElement.lang = state.locale;
  document.title = `passkind: ${words.title}`;
  for (const [attribute, put] of /** @type {[string, (element: Element, text: string) => void][]} */ ([
    ["data-text", (element, text) => (element.textContent = text)],
    ["data-label", (element, text) => element.setAttribute("aria-label", text)],
  ])) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      put(element, String(/** @type {Record<string, unknown>} */ (words)[element.getAttribute(attribute) ?? ""] ?? ""));
    }
  }
  for (const link of document.querySelectorAll("[data-page]")) link.setAttribute("href", `${link.getAttribute("data-page")}?lang=${state.locale}`);
  for (const button of document.querySelectorAll("[data-locale]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-locale") === state.locale));
  }
  show(password.type === "text");
  renderRules();
  renderExamples();
  meter?.detach();
  meter = attachMeter(password, {
    identifier: byId("identifier", HTMLInputElement),
    others: [{ field: account, role: "accountPassword" }],
    words: ["Nordhang"],
    policy: POLICIES[state.rules],
    locale: state.locale,
  });
  if (password.value) type(password, password.value);
}

/** Made once: replacing a radio button under the arrow keys would lose its focus. */
function renderRules() {
  const box = byId("services", HTMLElement);
  if (!box.firstChild) {
    box.append(...Object.keys(POLICIES).map((rules) => {
      const radio = Object.assign(document.createElement("input"), { type: "radio", name: "rules", value: rules });
      radio.addEventListener("change", () => change({ rules: /** @type {Rules} */ (rules) }));
      const label = document.createElement("label");
      label.append(radio, document.createElement("span"));
      return label;
    }));
  }
  for (const radio of box.querySelectorAll("input")) {
    radio.checked = radio.value === state.rules;
    if (radio.nextElementSibling) radio.nextElementSibling.textContent = texts[state.locale].rules[/** @type {Rules} */ (radio.value)];
  }
}

function renderExamples() {
  byId("examples", HTMLElement).replaceChildren(...examples.map(({ kind, password: example, account: other = "" }) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    const name = Object.assign(document.createElement("strong"), { textContent: texts[state.locale].kinds[kind] });
    button.append(name, Object.assign(document.createElement("code"), { textContent: other ? `${other} / ${example}` : example }));
    button.addEventListener("click", () => {
      type(account, other);
      type(password, example);
      form.scrollIntoView({ block: "nearest" });
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** As if typed. @param {HTMLInputElement} field @param {string} value */
function type(field, value) {
  field.value = value;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}

/** @param {boolean} visible */
function show(visible) {
  password.type = visible ? "text" : "password";
  const words = texts[state.locale];
  reveal.textContent = words[visible ? "hide" : "show"];
  reveal.setAttribute("aria-label", words[visible ? "hidePassword" : "showPassword"]);
}

/** @template {HTMLElement} E @param {string} id @param {new () => E} kind @returns {E} */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page lacks #${id}`);
  return element;
}
