/** What a field says of itself, in its name, its label, its example; and whether anybody can see it. */
import { call, look, read } from "./dom.js";

/** A name to sign in with, in the languages of the forms that were looked at. */
const NAME = /user|login|log.?on|account|e.?mail|ident|nick|benutz|konto|anmeld|kennung|compte|utilisat|courriel|usuari|correo|cuenta|utent|adres/;
/** Something that may be one. */
const PERHAPS = /name|\bu?id$/;
/** Whose name it is, if the same text speaks of a server, a domain or a code. */
const USER = /user|login|log.?on|account|ident|\bid\b|benutz|konto|compte|utilisat|usuari|utent/;
/** A server. */
const SERVER = /host|server|serveur|servidor|hôte|endpoint|clone|(?:web|cal|card) ?dav/;
/** A server's, perhaps, or the page's own. */
const URLS = /\burl\b/;
/** What belongs to one and is not its name, or is another's. */
const BESIDE_SERVER = /\bport\b|(?:imap|smtp|pop3?|server)port\b|proxy|lookup|helo|domain|\bpath|folder|prefix|realm|\bfrom|redirect|scheme|version|timeout|webhook|avatar|logo|callback|website|homepage|image/;
/** Something else that stands on such forms. */
const OTHER = /\bport\b|(?:imap|smtp|pop3?|server)port\b|\bfrom|sender|absender|exp[eé]dit|reply|search|\bsuche?\b|query|\bq\b|\btest|captcha|real.?name|full.?name|first.?name|last.?name|display|subject|\bpath|folder|director|prefix|company|tenant|filter|recipient|(?:send|mail|test).?to\b/;
/** The same, unless it is whose code or number it is. */
const NUMBER = /code|\botp|\btoken|phone/;
/** A password that its page shows. */
const SECRET = /pass(?!port)|pwd|kennwort|senha|contrase|geheim/;
/** A host as an example, without an address around it; and one that says by itself what it is. */
const EXAMPLE = /(?:^|[\s(:"„«])(?:[a-z][\w+.-]*:\/\/)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?![\w@])/;
const PLAIN_EXAMPLE = /:\/\/|(?:^|[\s(:"„«])(?:imap|smtp|pop3?|mail|mx|ftp|dav|db)\d*\.[\w-]+\.\w/;
/** A text of this length beside a field is no label. */
const LABEL = 60;
/** As much, and it is taken for what it says. */
const ENOUGH = 3;
/** What lies further outside of a page was put there; what was scrolled away lies nearer. */
const FAR_ABOVE = -5000;
/** Wrappers of a decoy. */
const WRAPPERS = 6;

/** @param {number} sum */
export const isConvincing = (sum) => sum >= ENOUGH;

/** As words: `smtpUser[0]` is `smtp user 0`. @param {string} text */
const words = (text) => text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[^\p{L}\p{N}@.:/]+/gu, " ").trim().toLowerCase();

/** In its markup, for people, and as an example. @param {HTMLInputElement} field @param {boolean} [isAlone] what stands beside it is not asked @returns {[own: string, told: string, example: string]} */
function said(field, isAlone) {
  const told = [...(field.labels ?? [])].map(({ textContent }) => textContent).concat(field.getAttribute("aria-label") ?? "", field.title);
  if (!isAlone && !told.some(Boolean)) told.push(beside(field));
  // In brackets stands what it is good for, of other fields as well.
  return [words(`${field.getAttribute("data-name") ?? ""} ${field.name} ${field.id}`), words(told.join(" ").replace(/\([^)]*\)/g, "")), field.placeholder.toLowerCase().trim()];
}

/** All that a field says itself. @param {HTMLInputElement} field */
export const saysOf = (field) => said(field, true).join(" ");

/** A short text that stands before a field without a label: in the same line, or in the cell before. Neither ours nor an alert. @param {HTMLInputElement} field */
function beside(field) {
  const before = field.previousElementSibling ?? field.closest("td, dd, li, div")?.previousElementSibling;
  if (!before || call(before, "matches", ".passkind, [role=alert], .alert") || call(before, "querySelector", "input, select, textarea")) return "";
  const text = read(before, "textContent")?.trim() ?? "";
  return text.length <= LABEL ? text : "";
}

/** How much speaks for its being the name. @param {HTMLInputElement} field */
export function points(field) {
  const [own, told, example] = said(field);
  const type = field.getAttribute("type");
  const wanted = field.autocomplete;
  const isUsers = USER.test(`${own} ${told}`);
  const isNamed = NAME.test(own) || NAME.test(told);
  return (/\busername\b/.test(wanted) ? 8 : /\bemail\b/.test(wanted) ? 5 : 0)
    + (NAME.test(own) ? 4 : PERHAPS.test(own) ? 1 : 0) + (NAME.test(told) ? 3 : 0) + (example.includes("@") || NAME.test(example) ? 3 : 0) + (type === "email" ? 2 : 0)
    - ([own, told].some((text) => isServers(text) || (/domain|scheme|\burl\b/.test(text) && !USER.test(text))) || (!isNamed && isHostExample(example)) ? 8 : 0)
    - (OTHER.test(own) || (NUMBER.test(own) && !isUsers && type !== "tel") || (SECRET.test(own) && !isUsers) ? 8 : OTHER.test(told) ? 4 : 0) - (isSearched(field) ? 8 : 0);
}

/** How much speaks for its being the server's. @param {HTMLInputElement} field */
export function serverPoints(field) {
  const [own, told, example] = said(field);
  const isUrl = field.getAttribute("type") === "url" || URLS.test(told);
  const isUsers = USER.test(`${own} ${told}`) && field.getAttribute("type") !== "url";
  return (isServers(own) ? 4 : URLS.test(own) ? 1 : 0) + (isServers(told) ? 3 : isUrl ? 1 : 0) + (!isUsers && isHostExample(example) ? (PLAIN_EXAMPLE.test(example) ? 3 : 2) : 0)
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
  if (width <= 1 || height <= 1 || right + scrollX <= 0 || bottom + scrollY < FAR_ABOVE || field.closest("[aria-hidden=true]")) return false;
  if (field.checkVisibility?.({ opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true }) === false || look(field, "visibility") !== "visible") return false;
  for (let step = 0, around = read(field, "parentElement"); step < WRAPPERS && around; step++, around = read(around, "parentElement")) {
    const its = call(around, "getBoundingClientRect");
    if ((its.width <= 1 || its.height <= 1) && look(around, "overflow") !== "visible") return false;
  }
  return true;
}
