/** The pages that ask for a present password: sign-in, hosting, mail set-up, and the form that the server renders. */
import { attach, loadLocale } from "../index.js";
import enGuide from "../locales/en/table.js";
import { ANY_MAIL, examples, SERVICES } from "./examples.js";
import { putGuide, whenGuideIsNear } from "./guide.js";
import { byId, keepInAddress, listenForLanguage, putChoices, putExamples, putTexts, revealing, type, wantedLanguage } from "./page.js";
import { clearPanel, placePanel, showAssessment, showEvent } from "./panel.js";
import { putSnippets, snippetsFor } from "./snippets.js";
import { loadTexts } from "./words.js";

/** @import {Credentials, Observation} from "../types.js" */
/** @import {Example} from "./examples.js" */
/** @import {Wording} from "./page.js" */

const PROVIDER = "infomaniak";
/** As `attach` waits for the end of typing. */
const PAUSE_MS = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;
const wanted = new URLSearchParams(location.search).get("service") ?? "";
/** One file shows two pages: which, the service says. */
const page = document.body.dataset["page"] === "signIn" ? (SERVICES.hosting.includes(wanted) ? "hosting" : "signIn") : document.body.dataset["page"] === "mail" ? "mail" : "classic";
const services = SERVICES[page];
let service = services.includes(wanted) ? wanted : services[0] ?? ANY_MAIL;

const form = byId("form", HTMLFormElement);
const identifier = byId("identifier", HTMLInputElement);
const password = byId("password", HTMLInputElement);
const answer = byId("answer", HTMLElement);
/** Of the pair that stands in the fields; on the page that the server renders, as it says. */
let refusals = Number(form.getAttribute("data-passkind-refused") ?? 0);
let capsLock = false;

const language = wantedLanguage();
/** @type {Wording} */
let wording = { language, texts: await loadTexts(language) };
const reveal = revealing(password, () => wording.texts);
const isPosted = form.method === "post";

form.addEventListener("passkind", (event) => {
  showEvent(/** @type {CustomEvent} */ (event).detail);
  look();
});
const attachment = attach(form, { ...optionsOf(service), locale: language });
listen();
placePanel();
await render();

/** Without a provider it follows from the address. @param {string} chosen */
function optionsOf(chosen) {
  return chosen === ANY_MAIL ? { service: "mailbox", provider: undefined } : { service: chosen, provider: PROVIDER };
}

/** Shows what a guard says to what stands in the fields now. */
function look() {
  clearTimeout(pause);
  if (!refusals && !identifier.value && !password.value) return clearPanel();
  const { provider, ...rest } = optionsOf(service);
  showAssessment({ ...rest, ...(provider && { provider }) }, () => [credentials(), { refused: refusals, ...(capsLock && { capsLock }) }]);
}

/** @returns {Credentials} */
function credentials() {
  return { identifier: identifier.value, password: password.value };
}

function listen() {
  listenForLanguage(change);
  form.addEventListener("input", () => {
    refusals = 0;
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE_MS);
  });
  form.addEventListener("focusout", look); // of what is typed into the password no event tells
  password.addEventListener("keydown", (event) => (capsLock = event.getModifierState?.("CapsLock") ?? false));
  if (page !== "mail" && page !== "classic") whenGuideIsNear(PROVIDER, () => guide());
  if (isPosted) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer.textContent = wording.texts.sent;
  });
  byId("refuse", HTMLButtonElement).addEventListener("click", () => {
    refusals++;
    attachment.refused();
    look();
    answer.textContent = wording.texts.refused.replace("{count}", String(refusals));
  });
}

/** @param {Partial<Wording> & { service?: string }} changes */
function change({ service: chosen, ...changes }) {
  wording = { ...wording, ...changes };
  if (chosen) {
    service = chosen;
    forget();
    identifier.value = password.value = "";
    attachment.update(optionsOf(service));
  } else {
    attachment.update({ locale: wording.language });
  }
  keepInAddress({ service, lang: wording.language });
  render();
}

/** No refusal is of the pair that comes now. */
function forget() {
  refusals = 0;
  answer.textContent = "";
  clearTimeout(pause);
  clearPanel();
  if (!isPosted) return;
  form.removeAttribute("data-passkind-refused");
  byId("refused", HTMLInputElement).value = "0";
}

async function render() {
  const { language, texts } = wording;
  const { guideWords } = await loadLocale(language);
  const names = /** @type {Record<string, string>} */ ((guideWords ?? enGuide).services);
  putTexts(wording, page);
  // No line ends at a name's own hyphen: E-Mail-Programm.
  const name = names[service]?.replaceAll("-", "\u2011");
  byId("card-title", HTMLElement).textContent = page === "mail" ? texts.mailHeading : `${texts.signInTo} · ${name}`;
  answer.textContent = isPosted && refusals ? texts.refused.replace("{count}", String(refusals)) : "";
  if (isPosted) form.action = `?${new URLSearchParams({ service, lang: language })}`;
  reveal.render();
  if (services.length > 1) putChoices(services, service, (value) => names[value] ?? value, (value) => change({ service: value }));
  putExamples((examples[service] ?? []).map((example) => ({
    kind: example.kind,
    name: texts.kinds[example.kind],
    typed: [example.identifier, example.password],
    take: () => take(example),
  })));
  putSnippets(snippetsFor(page, optionsOf(service), texts, language), texts);
  guide();
}

function guide() {
  return putGuide(wording.language, { service, note: wording.texts.current });
}

/** @param {Example} example */
function take(example) {
  answer.textContent = "";
  type(identifier, example.identifier);
  type(password, example.password);
}
