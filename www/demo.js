/** The demo: one sign-in card that can be any of a host's services. Shows `attach`, `refused` and `guide` at work. */
import { attach, createGuard, describeGuide, loadLocale } from "./index.js";
import { examples, texts } from "./demo-texts.js";
import enGuide from "./locales/en-guide.js";
import fr from "./locales/fr.js";

/** @import {Guide} from "./types.js" */
/** @import {DescribedGuideRow} from "./describe.js" */
/** @import {Example, Locale} from "./demo-texts.js" */

const PROVIDER = "infomaniak";
/** The choice that is no service of the host's: a set-up form for whatever mailbox one has. */
const ANY_MAIL = "anyMail";
const serviceNames = { en: enGuide.services, fr: fr.guideWords.services };
const state = stateOfAddress(new URLSearchParams(location.search));

const form = byId("form", HTMLFormElement);
const identifier = byId("identifier", HTMLInputElement);
const password = byId("password", HTMLInputElement);
const reveal = byId("reveal", HTMLButtonElement);
const answer = byId("answer", HTMLElement);
let refusals = 0;
/** @type {Guide | undefined} */
let guide;

const attachment = attach(form, { ...optionsOf(state.service), locale: state.locale });
listen();
render();

/** @param {URLSearchParams} query @returns {{ service: string, locale: Locale }} */
function stateOfAddress(query) {
  const service = query.get("service") ?? "";
  const wanted = query.get("lang") ?? navigator.language.slice(0, 2);
  return { service: Object.hasOwn(examples, service) ? service : "account", locale: wanted === "fr" ? "fr" : "en" };
}

/** Without a provider it follows from the address. @param {string} service */
function optionsOf(service) {
  return service === ANY_MAIL ? { service: "mailbox", provider: undefined } : { service, provider: PROVIDER };
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false);
    say(texts[state.locale].sent);
  });
  reveal.addEventListener("click", () => show(password.type === "password"));
  byId("refuse", HTMLButtonElement).addEventListener("click", () => {
    attachment.refused();
    say(texts[state.locale].refused.replace("{count}", String(++refusals)));
  });
  for (const button of document.querySelectorAll("[data-locale]")) {
    button.addEventListener("click", () => change({ locale: button.getAttribute("data-locale") === "fr" ? "fr" : "en" }));
  }
  // The table needs the wasm; the form alone would load nothing before its first focus.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    showGuide();
  }).observe(byId("guide", HTMLElement));
}

/** @param {Partial<typeof state>} changes */
function change(changes) {
  Object.assign(state, changes);
  history.replaceState(null, "", `?${new URLSearchParams({ service: state.service, lang: state.locale })}`);
  if (changes.service) {
    identifier.value = password.value = "";
    attachment.update(optionsOf(changes.service));
  }
  if (changes.locale) attachment.update({ locale: changes.locale });
  render();
}

function render() {
  const words = texts[state.locale];
  document.documentElement.lang = state.locale;
  document.title = `passkind: ${words.title}`;
  for (const element of document.querySelectorAll("[data-text]")) {
    const text = /** @type {Record<string, unknown>} */ (words)[element.getAttribute("data-text") ?? ""];
    element.textContent = typeof text === "string" ? text : "";
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    const text = /** @type {Record<string, unknown>} */ (words)[element.getAttribute("data-label") ?? ""];
    element.setAttribute("aria-label", String(text));
  }
  for (const button of document.querySelectorAll("[data-locale]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-locale") === state.locale));
  }
  for (const link of document.querySelectorAll("[data-page]")) link.setAttribute("href", `${link.getAttribute("data-page")}?lang=${state.locale}`);
  byId("sign-in", HTMLElement).textContent = `${words.signInTo} · ${nameOf(state.service)}`;
  show(password.type === "text");
  say("");
  renderServices();
  renderExamples();
  if (guide) renderGuide(guide);
}

/** Made once: replacing a radio button under the arrow keys would lose its focus. */
function renderServices() {
  const box = byId("services", HTMLElement);
  if (!box.firstChild) box.append(...Object.keys(examples).map(serviceChoice));
  for (const radio of box.querySelectorAll("input")) {
    radio.checked = radio.value === state.service;
    if (radio.nextElementSibling) radio.nextElementSibling.textContent = nameOf(radio.value);
  }
  // On a phone the services are a strip to swipe: the chosen one must be in sight.
  const chosen = box.querySelector("label:has(:checked)");
  if (chosen instanceof HTMLElement) box.scrollLeft = chosen.offsetLeft - 16;
}

/** @param {string} service */
function serviceChoice(service) {
  const radio = Object.assign(document.createElement("input"), { type: "radio", name: "service", value: service });
  radio.addEventListener("change", () => change({ service }));
  const label = document.createElement("label");
  label.append(radio, document.createElement("span"));
  return label;
}

function renderExamples() {
  const words = texts[state.locale];
  byId("examples", HTMLElement).replaceChildren(...(examples[state.service] ?? []).map((example) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.kind = example.kind;
    button.append(make("strong", words.kinds[example.kind]), make("code", `${example.identifier} / ${example.password}`));
    button.addEventListener("click", () => fill(example));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** Puts a pair into the fields as if typed, then leaves them. @param {Example} pair */
function fill(pair) {
  refusals = 0;
  say("");
  for (const [field, value] of /** @type {const} */ ([[identifier, pair.identifier], [password, pair.password]])) {
    field.value = value;
    for (const type of ["focusin", "input", "focusout"]) field.dispatchEvent(new InputEvent(type, { bubbles: true, inputType: "insertText" }));
  }
  form.scrollIntoView({ block: "nearest" });
}

/** @param {boolean} visible */
function show(visible) {
  password.type = visible ? "text" : "password";
  const words = texts[state.locale];
  reveal.textContent = words[visible ? "hide" : "show"];
  reveal.setAttribute("aria-label", words[visible ? "hidePassword" : "showPassword"]);
}

/** @param {string} text */
function say(text) {
  answer.textContent = text;
}

async function showGuide() {
  const guard = await createGuard({ service: "account", provider: PROVIDER });
  guide = guard.guide();
  renderGuide(guide);
}

/** @param {Guide} guide */
async function renderGuide(guide) {
  const described = describeGuide(guide, await loadLocale(state.locale));
  const { columns, rows } = described;
  const table = make("table", "");
  table.setAttribute("aria-labelledby", "guide-title");
  const head = table.createTHead().insertRow();
  for (const name of /** @type {const} */ (["name", "identifier", "password", "usedAt", "place"])) {
    head.append(Object.assign(make("th", columns[name]), { scope: "col" }));
  }
  // On a phone the rows are blocks, which would cost the table its roles in some browsers.
  table.role = "table";
  table.createTBody().append(...rows.map((row) => renderRow(row, columns)));
  byId("table", HTMLElement).replaceChildren(...(rows.length ? [table] : []));
}

/** @param {DescribedGuideRow} row @param {Record<string, string>} columns */
function renderRow(row, columns) {
  const tr = document.createElement("tr");
  tr.dataset.service = row.service;
  tr.role = "row";
  const name = Object.assign(make("th", row.name), { scope: "row", role: "rowheader" });
  if (row.service === state.service) {
    tr.className = "current";
    name.append(" ", make("small", texts[state.locale].current));
  }
  const passwordCell = cell(columns["password"], row.password);
  if (row.several) passwordCell.append(" ", make("small", row.several));
  const placeCell = cell(columns["place"], row.place ?? "");
  for (const link of row.links) placeCell.append(" ", Object.assign(make("a", link.text), { href: link.href }));
  const usedAt = cell(columns["usedAt"], "");
  usedAt.append(...row.usedAt.map((place) => make("span", place)));
  tr.append(name, cell(columns["identifier"], row.identifier), passwordCell, usedAt, placeCell);
  return tr;
}

/** @param {string | undefined} column @param {string} text */
function cell(column, text) {
  const td = make("td", text);
  td.dataset.column = column;
  td.role = "cell";
  return td;
}

/** @param {string} service */
function nameOf(service) {
  if (service === ANY_MAIL) return texts[state.locale].anyMail;
  return /** @type {Record<string, string>} */ (serviceNames[state.locale])[service] ?? service;
}

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {string} text */
function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** @template {HTMLElement} E @param {string} id @param {new () => E} kind @returns {E} */
function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page lacks #${id}`);
  return element;
}
