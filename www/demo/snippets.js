/** Pieces to copy: the form that is chosen on the page, as a page of one's own would have it. Tests run what stands here. */
import { byId, make } from "./page.js";

/** @import {PageName, Texts} from "./words.js" */
/** @typedef {{ install: string, html: string, js: string }} Snippets */

const INSTALL = "npm install passkind";

/** As a person writes it in JavaScript; what is left out is not written. @param {unknown} value @returns {string} */
function literal(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${entries.map(([key, inner]) => `${key}: ${literal(inner)}`).join(", ")} }`;
}

/** The same, an option a line. @param {Record<string, unknown>} options */
const lines = (options) => `{
${Object.entries(options).filter(([, value]) => value !== undefined).map(([key, value]) => `  ${key}: ${literal(value)},\n`).join("")}}`;

/** @param {Texts} texts @param {PageName} page */
const fields = (texts, page) => `  <label for="user">${page === "mail" ? texts.address : texts.identifier}</label>
  <input id="user" name="user" type="text"${page === "mail" ? ` inputmode="email"` : ""}
    autocomplete="username"
    autocapitalize="off" spellcheck="false">

  <label for="password">${texts.password}</label>
  <input id="password" name="password" type="password"
    autocomplete="current-password">

  <button>${page === "mail" ? texts.setUp : texts.signIn}</button>
</form>
<script type="module" src="sign-in.js"></script>`;

/** @type {Record<PageName, (options: Record<string, unknown>, texts: Texts, language: string) => Snippets>} */
const pages = {
  signIn: fetched("signIn"),
  hosting: fetched("hosting"),
  mail: fetched("mail"),
  classic: (options, texts, language) => ({
    install: INSTALL,
    html: `<!-- After a refusal the server writes
     data-passkind-refused="1", then "2" ...,
     and leaves the password empty. -->
<form id="sign-in" data-passkind-refused="1"
  lang="${language}" method="post" action="/sign-in">
${fields(texts, "classic")}`,
    js: `import { attach } from "passkind";

const form = document.querySelector("#sign-in");
attach(form, ${lines(options)});`,
  }),
  password: (options, texts, language) => ({
    install: INSTALL,
    html: `<form id="change" lang="${language}"
  method="post" action="/password">
  <label for="user">${texts.address}</label>
  <input id="user" name="user" type="text" inputmode="email"
    autocomplete="username"
    autocapitalize="off" spellcheck="false">

  <label for="account">${texts.account}</label>
  <input id="account" name="account" type="password"
    autocomplete="current-password">

  <label for="fresh">${texts.fresh}</label>
  <input id="fresh" name="fresh" type="password"
    autocomplete="new-password">

  <button>${texts.save}</button>
</form>
<script type="module" src="change.js"></script>`,
    js: `import { attachMeter } from "passkind/meter.js";

const field = (id) => document.querySelector("#" + id);
attachMeter(field("fresh"), {
  identifier: field("user"),
  others: [
    { field: field("account"), role: "accountPassword" },
  ],
  words: ["Nordhang"], // what your page is called
  policy: ${literal(options["policy"])},
});`,
  }),
};

/** A form whose answer comes by `fetch`. @param {PageName} page @returns {(typeof pages)["signIn"]} */
function fetched(page) {
  return (options, texts, language) => ({
    install: INSTALL,
    html: `<form id="sign-in" lang="${language}"
  method="post" action="/sign-in">
${fields(texts, page)}`,
    js: `import { attach } from "passkind";

const form = document.querySelector("#sign-in");
const hints = attach(form, ${lines(options)});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
  });
  if (response.ok) location.assign("/");
  // On every refusal, whatever its reason:
  else hints.refused();
});`,
  });
}

/** @param {PageName} page @param {Record<string, unknown>} options @param {Texts} texts @param {string} language */
export function snippetsFor(page, options, texts, language) {
  return pages[page](options, texts, language);
}

/** @param {Snippets} snippets @param {Texts} texts */
export function putSnippets(snippets, texts) {
  const names = { install: texts.install, html: "HTML", js: "JavaScript" };
  byId("copied", HTMLElement).textContent = "";
  byId("snippets", HTMLElement).replaceChildren(...Object.entries(names).map(([key, name]) => {
    const code = make("code", snippets[/** @type {keyof Snippets} */ (key)]);
    const pre = document.createElement("pre");
    pre.append(code);
    const button = Object.assign(make("button", texts.copy), { type: "button" });
    button.setAttribute("aria-label", texts.copyWhat.replace("{what}", name));
    button.addEventListener("click", () => copy(code, name, texts));
    const head = document.createElement("header");
    head.append(make("h3", name), button);
    const snippet = document.createElement("article");
    snippet.dataset["snippet"] = key;
    snippet.append(head, pre);
    return snippet;
  }));
}

/** @param {HTMLElement} code @param {string} name @param {Texts} texts */
async function copy(code, name, texts) {
  const status = byId("copied", HTMLElement);
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    status.textContent = texts.copied.replace("{what}", name);
  } catch {
    // Not allowed here, or the page is no secure context: the keyboard still can.
    getSelection()?.selectAllChildren(code);
    status.textContent = texts.copyFailed;
  }
}
