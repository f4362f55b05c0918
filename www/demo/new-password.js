/** The page where a new password is set: the meter, its rating, three sets of rules. */
import { attachMeter } from "../meter.js";
import { passwordExamples } from "./examples.js";
import { byId, keepInAddress, listenForLanguage, putChoices, putExamples, putTexts, revealing, type, wantedLanguage } from "./page.js";
import { placePanel, showAnswer } from "./panel.js";
import { putSnippets, snippetsFor } from "./snippets.js";
import { loadTexts } from "./words.js";

/** @import {PolicyOption} from "../types.js" */
/** @import {Wording} from "./page.js" */
/** @import {Texts} from "./words.js" */
/** @typedef {keyof Texts["rules"]} Rules */

/** @type {Record<Rules, PolicyOption>} */
const POLICIES = { singleFactor: "singleFactor", secondFactor: "secondFactor", infomaniak: { provider: "infomaniak", service: "ftp" } };

const wanted = new URLSearchParams(location.search).get("rules") ?? "";
let rules = /** @type {Rules} */ (Object.hasOwn(POLICIES, wanted) ? wanted : "singleFactor");
const form = byId("form", HTMLFormElement);
const password = byId("password", HTMLInputElement);
const account = byId("account", HTMLInputElement);
const answer = byId("answer", HTMLElement);
/** @type {{ detach(): void } | undefined} */
let meter;

const language = wantedLanguage();
/** @type {Wording} */
let wording = { language, texts: await loadTexts(language) };
const reveal = revealing(password, () => wording.texts);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer.textContent = wording.texts.saved;
});
listenForLanguage(change);
placePanel();
render();

/** @param {Partial<Wording>} changes */
function change(changes) {
  wording = { ...wording, ...changes };
  keepInAddress({ rules, lang: wording.language });
  render();
}

function render() {
  const { language, texts } = wording;
  putTexts(wording, "password");
  answer.textContent = "";
  reveal.render();
  putChoices(Object.keys(POLICIES), rules, (value) => texts.rules[/** @type {Rules} */ (value)], (value) => {
    rules = /** @type {Rules} */ (value);
    change({});
  });
  putExamples(passwordExamples.map(({ kind, password: example, account: other = "" }) => ({
    kind,
    name: texts.passwordKinds[kind],
    typed: other ? [other, example] : [example],
    take: () => {
      type(account, other);
      type(password, example);
    },
  })));
  putSnippets(snippetsFor("password", { policy: POLICIES[rules] }, texts, language), texts);
  attachAnew();
}

/** The rules and the language of a meter are those it was attached with. */
function attachAnew() {
  meter?.detach();
  meter = attachMeter(password, {
    identifier: byId("identifier", HTMLInputElement),
    others: [{ field: account, role: "accountPassword" }],
    words: ["Nordhang"],
    policy: POLICIES[rules],
    locale: wording.language,
    onRating: (rating) => {
      showAnswer(rating);
      byId("needs", HTMLElement).hidden = rating.status === "ok";
    },
  });
  if (password.value) type(password, password.value);
}
