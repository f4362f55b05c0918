/** What every page of the demo does: its language, its texts, its choices, its examples, its "show" button. */
import { languageOf, loadTexts, textAt } from "./words.js";

/** @import {Language, PageName, Texts} from "./words.js" */

/** @typedef {{ language: Language, texts: Texts }} Wording */

/** What the address asks for, else what the reader's browser does. @returns {Language} */
export function wantedLanguage() {
  return languageOf([new URLSearchParams(location.search).get("lang"), ...navigator.languages]);
}

/** @param {(wording: Wording) => void} change */
export function listenForLanguage(change) {
  const select = byId("language", HTMLSelectElement);
  select.addEventListener("change", async () => {
    const language = languageOf([select.value]);
    change({ language, texts: await loadTexts(language) });
  });
}

/** Keeps the choices in the address, so that a page can be sent to somebody. @param {Record<string, string>} query */
export function keepInAddress(query) {
  history.replaceState(null, "", `?${new URLSearchParams(query)}`);
}

/** Puts the texts wherever the page names one. @param {Wording} wording @param {PageName} page */
export function putTexts({ language, texts }, page) {
  document.documentElement.lang = language;
  document.title = `passkind: ${texts.titles[page]}`;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = textAt(texts, element.getAttribute("data-text") ?? "", page);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", textAt(texts, element.getAttribute("data-label") ?? "", page));
  }
  byId("language", HTMLSelectElement).value = language;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-nav]"))) {
    const { pathname, searchParams } = new URL(link.href);
    searchParams.set("lang", language);
    link.href = `${pathname}?${searchParams}`;
    if (link.dataset["nav"] === page) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/**
 * A row of radio buttons. Made once: replacing one under the arrow keys would lose its focus.
 * @param {readonly string[]} values @param {string} chosen @param {(value: string) => string} name @param {(value: string) => void} choose
 */
export function putChoices(values, chosen, name, choose) {
  const box = byId("services", HTMLElement);
  if (!box.firstChild) {
    box.append(...values.map((value) => {
      const radio = Object.assign(document.createElement("input"), { type: "radio", name: "choice", value });
      radio.addEventListener("change", () => choose(value));
      const label = document.createElement("label");
      label.append(radio, document.createElement("span"));
      return label;
    }));
  }
  for (const radio of box.querySelectorAll("input")) {
    radio.checked = radio.value === chosen;
    if (radio.nextElementSibling) radio.nextElementSibling.textContent = name(radio.value);
  }
  // On a phone the choices are a strip to swipe: the chosen one must be in sight.
  const label = box.querySelector("label:has(:checked)");
  if (label instanceof HTMLElement) box.scrollLeft = label.offsetLeft - 16;
}

/** @param {{ kind: string, name: string, typed: string[], take: () => void }[]} examples */
export function putExamples(examples) {
  byId("examples", HTMLElement).replaceChildren(...examples.map(({ kind, name, typed, take }) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.dataset["kind"] = kind;
    button.append(make("strong", name), ...typed.flatMap((text) => [" ", make("code", text)]));
    button.addEventListener("click", () => {
      take();
      // On a phone the hint would come below what can be seen.
      byId("card", HTMLElement).scrollIntoView({ block: matchMedia("(min-width: 52rem)").matches ? "nearest" : "start" });
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** Puts a text into a field as if typed. @param {HTMLInputElement} field @param {string} text */
export function type(field, text) {
  field.value = text;
  for (const kind of ["focusin", "input", "focusout"]) field.dispatchEvent(new InputEvent(kind, { bubbles: true, inputType: "insertText" }));
}

/** The button that shows the password; hidden again when it is sent. @param {HTMLInputElement} password @param {() => Texts} texts */
export function revealing(password, texts) {
  const button = byId("reveal", HTMLButtonElement);
  const show = (/** @type {boolean} */ visible) => {
    password.type = visible ? "text" : "password";
    button.hidden = false; // it is, where no script could make it work
    button.textContent = texts()[visible ? "hide" : "show"];
    button.setAttribute("aria-label", texts()[visible ? "hidePassword" : "showPassword"]);
  };
  button.addEventListener("click", () => show(password.type === "password"));
  password.form?.addEventListener("submit", () => show(false));
  return { render: () => show(password.type === "text") };
}

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} text */
export function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** @template {HTMLElement} E @param {string} id @param {new () => E} kind @returns {E} */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page lacks #${id}`);
  return element;
}

