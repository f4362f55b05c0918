/** The provider's table, from `guide()`. */
import { createGuard, describeGuide, loadLocale } from "../index.js";
import { byId, make } from "./page.js";

/** @import {Guide} from "../types.js" */
/** @import {DescribedGuideRow} from "../describe.js" */

/** @type {Promise<Guide> | undefined} */
let asked;

/** The table needs the core; the form alone would load nothing before its first focus. @param {string} provider @param {() => void} render */
export function whenGuideIsNear(provider, render) {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    asked = createGuard({ service: "account", provider }).then((guard) => guard.guide());
    render();
  }).observe(byId("guide", HTMLElement));
}

/** @param {string} language @param {{ service: string, note: string }} current */
export async function putGuide(language, current) {
  if (!asked) return;
  const { columns, rows, lang } = describeGuide(await asked, await loadLocale(language));
  const table = make("table", "");
  table.lang = lang;
  table.setAttribute("aria-labelledby", "guide-title");
  const head = table.createTHead().insertRow();
  for (const name of /** @type {const} */ (["name", "identifier", "password", "usedAt", "place"])) {
    head.append(Object.assign(make("th", columns[name]), { scope: "col" }));
  }
  // On a phone the rows are blocks, which would cost the table its roles in some browsers.
  table.role = "table";
  table.createTBody().append(...rows.map((row) => putRow(row, columns, current)));
  byId("table", HTMLElement).replaceChildren(...(rows.length ? [table] : []));
}

/** @param {DescribedGuideRow} row @param {Record<string, string>} columns @param {{ service: string, note: string }} current */
function putRow(row, columns, current) {
  const tr = document.createElement("tr");
  tr.dataset["service"] = row.service;
  tr.role = "row";
  const name = Object.assign(make("th", row.name), { scope: "row", role: "rowheader" });
  if (row.service === current.service) {
    tr.className = "current";
    name.append(" ", Object.assign(make("small", current.note), { lang: document.documentElement.lang }));
  }
  const password = cell(columns["password"], row.password);
  if (row.several) password.append(" ", make("small", row.several));
  const place = cell(columns["place"], row.place ?? "");
  for (const link of row.links) place.append(" ", Object.assign(make("a", link.text), { href: link.href }));
  const usedAt = cell(columns["usedAt"], "");
  usedAt.append(...row.usedAt.map((host) => make("span", host)));
  tr.append(name, cell(columns["identifier"], row.identifier), password, usedAt, place);
  return tr;
}

/** @param {string | undefined} column @param {string} text */
function cell(column, text) {
  const td = make("td", text);
  td.dataset["column"] = column;
  td.role = "cell";
  return td;
}
