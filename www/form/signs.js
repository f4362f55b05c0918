/** What a field says of itself, in its name, its label, its example; and whether anybody can see it. */
import { call } from "./dom.js";

/** A name to sign in with, in the languages of the forms that were looked at. */
const NAME = /user|login|log.?on|account|e.?mail|ident|\bu?id$|nick|benutz|konto|anmeld|kennung|compte|utilisat|courriel|usuari|correo|cuenta|utent|adres/;
/** Whose name it is, if the same text speaks of a server. */
const USER = /user|login|account|ident|\bid\b|benutz|konto|compte|utilisat|usuari|utent/;
/** A server. */
const SERVER = /host|server|serveur|servidor|hôte|endpoint|clone|(?:web|cal|card) ?dav/;
/** A server's, perhaps, or the page's own. */
const URLS = /\burl\b/;
/** What belongs to one and is not its name, or is another's. */
const BESIDE_SERVER = /port\b|proxy|lookup|helo|domain|path|folder|prefix|realm|\bfrom|redirect|scheme|version|timeout/;
/** Something else that stands on such forms. */
const OTHER = /port\b|\bfrom|sender|absender|exp[eé]dit|reply|search|such|query|\bq\b|test|code|otp|captcha|token|phone|real.?name|full.?name|first.?name|last.?name|display|subject|path|folder|director|prefix|company|filter|recipient|(?:send|test).?to\b/;
/** A host as an example, without an address around it. */
const EXAMPLE = /(?:^|[\s(:"„«])(?:[a-z][\w+.-]*:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?![\w@])/;
/** A text of this length beside a field is no label. */
const LABEL = 60;

/** More than this, and it is taken for a name. */
const ENOUGH = 3;

/** @param {number} sum */
export const isConvincing = (sum) => sum >= ENOUGH;

/** As words: `smtpUser[0]` is `smtp user 0`. @param {string} text */
const words = (text) => text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[^\p{L}\p{N}@.:/]+/gu, " ").trim().toLowerCase();

/** In its markup, for people, and as an example. @param {HTMLInputElement} field @returns {[own: string, told: string, example: string]} */
export function said(field) {
  const told = [...(field.labels ?? [])].map(({ textContent }) => textContent).concat(field.getAttribute("aria-label") ?? "", field.title);
  if (!told.some(Boolean)) told.push(beside(field));
  // In brackets stands what it is good for, of other fields as well.
  return [words(`${field.dataset.name ?? ""} ${field.name} ${field.id}`), words(told.join(" ").replace(/\([^)]*\)/g, "")), field.placeholder.toLowerCase().trim()];
}

/** A short text that stands before a field without a label: in the same line, or in the cell before. @param {HTMLInputElement} field */
function beside(field) {
  const before = field.previousElementSibling ?? field.closest("td, dd, li, div")?.previousElementSibling;
  const text = before && !call(before, "querySelector", "input, select, textarea") ? before.textContent?.trim() ?? "" : "";
  return text.length <= LABEL ? text : "";
}

/** How much speaks for its being the name. @param {HTMLInputElement} field */
export function points(field) {
  const [own, told, example] = said(field);
  const wanted = field.autocomplete;
  return (/\busername\b/.test(wanted) ? 8 : /\bemail\b/.test(wanted) ? 5 : 0)
    + (NAME.test(own) ? 4 : /name/.test(own) ? 1 : 0) + (NAME.test(told) ? 3 : 0) + (example.includes("@") || NAME.test(example) ? 3 : 0)
    + (field.getAttribute("type") === "email" ? 2 : 0)
    - ([own, told].some((text) => /domain|scheme|\burl\b/.test(text) || isServers(text)) || isHostExample(example) ? 8 : 0) - (OTHER.test(own) ? 8 : OTHER.test(told) ? 4 : 0) - (isSearched(field) ? 8 : 0);
}

/** How much speaks for its being the server's. @param {HTMLInputElement} field */
export function serverPoints(field) {
  const [own, told, example] = said(field);
  const isUrl = field.getAttribute("type") === "url" || URLS.test(told);
  return (isServers(own) ? 4 : URLS.test(own) ? 2 : 0) + (isServers(told) ? 3 : isUrl ? 1 : 0) + (isHostExample(example) ? 3 : 0)
    - (BESIDE_SERVER.test(isUrl ? own.replace(/path/, "") : own) ? 4 : 0) - (BESIDE_SERVER.test(told) ? 4 : 0) - (isSearched(field) ? 8 : 0);
}

/** What names a server, and not a user of one. @param {string} text */
const isServers = (text) => SERVER.test(text) && !USER.test(text);
/** @param {string} example */
const isHostExample = (example) => !example.includes("@") && EXAMPLE.test(example);

/** @param {HTMLInputElement} field */
const isSearched = (field) => !!field.closest("[role=search], search");

/** Not a decoy: it takes room, on the page, and is not kept from those who listen. @param {HTMLElement} field */
export function isSeen(field) {
  const { width, height, right, bottom } = field.getBoundingClientRect();
  return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0 && getComputedStyle(field).visibility === "visible" && !field.closest("[aria-hidden=true]");
}

