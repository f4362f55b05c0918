/** The guide on the page: two groups of radio buttons, a button, a status region for the answer, the table. Text nodes only. */
import { create } from "../elements/custom-element.js";
import { element } from "../form/dom.js";
import { alone } from "../guard/given.js";

/** @import {DescribedGuide, DescribedGuideRow, DescribedLink, GuideColumn} from "../describe.js" */
/** @import {Answer, Answers} from "./answers.js" */
/** @import {Situation} from "./texts.js" */

/** @typedef {{ service?: string | undefined, situation?: Situation, isAnswered?: boolean }} Choice */

export class GuideView {
  box = element("div", "passkind-guide");
  #answers;
  /** At random: radio buttons of one name are one group, also with those of another copy of the package. */
  #id = `passkind-guide-${`${Math.random()}`.slice(2)}`;
  #status = element("div", "passkind-answer");
  #links = element("div", "passkind-tools");
  #isAnswered = false;
  /** What was asked for, though there may be no such choice here. @type {string | undefined} */ #wanted;

  /** @param {Answers} answers @param {Choice} choice */
  constructor(answers, choice) {
    this.#answers = answers;
    const { texts, guide } = answers;
    this.box.dataset["turboTemporary"] = ""; // Turbo keeps no copy of it
    Object.assign(this.box, { lang: texts.lang, dir: "auto", slot: "passkind-guide" });
    this.box.setAttribute("role", "group");
    this.box.setAttribute("aria-label", guide.title);
    this.#status.setAttribute("role", "status");
    const button = Object.assign(element("button", "passkind-show"), { type: "button", textContent: texts.show });
    button.addEventListener("click", () => this.#answer());
    this.box.append(...this.#questions(), button, this.#status, this.#links, wholeTable(guide));
    this.box.addEventListener("change", () => this.#clear());
    this.#clear();
    this.choose({ situation: "unsure", ...choice });
    if (alone(choice).isAnswered) this.#answer();
  }

  /** @returns {Choice} what is chosen now, or was to be: the next view may have it */
  get choice() {
    const situation = /** @type {Situation | undefined} */ (this.#chosen("situation"));
    return { service: this.#chosen("service") ?? this.#wanted, ...(situation && { situation }), isAnswered: this.#isAnswered };
  }

  /** A service that is no choice here leaves none chosen. @param {Choice} choice */
  choose(choice) {
    const { service, situation } = alone(choice);
    this.#wanted = service;
    for (const radio of this.box.querySelectorAll("input")) {
      if (radio.dataset["of"] === "service") radio.checked = radio.value === service;
      else if (radio.value === situation) radio.checked = true;
    }
    this.#clear();
  }

  /** With one service there is nothing to ask about it. */
  *#questions() {
    const { texts, answers } = this.#answers;
    if (answers.length > 1) yield this.#question("service", texts.open, answers.map(({ row, wish }) => [row.service, wish]));
    yield this.#question("situation", texts.happened, Object.entries(texts.situations));
  }

  /** @param {"service" | "situation"} of @param {string} legend @param {[string, string][]} choices */
  #question(of, legend, choices) {
    const group = element("fieldset", "passkind-question");
    group.append(Object.assign(element("legend", ""), { textContent: legend }), ...choices.map(([value, text]) => {
      const label = element("label", "passkind-choice");
      const radio = Object.assign(create("input"), { type: "radio", name: `${this.#id}-${of}`, value });
      radio.dataset["of"] = of;
      radio.setAttribute("form", ""); // of no form: a form around the guide does not send it
      label.append(radio, span(text));
      return label;
    }));
    return group;
  }

  /** @param {"service" | "situation"} of */
  #chosen(of) {
    return this.box.querySelector(/** @type {"input"} */ (`input[data-of=${of}]:checked`))?.value;
  }

  /** An answer stands only beside the choices that it answers. */
  #clear() {
    this.#isAnswered = false;
    this.#status.replaceChildren();
    this.#links.replaceChildren();
    this.#links.hidden = true;
  }

  #answer() {
    const { texts, answers, guide } = this.#answers;
    const service = this.#chosen("service");
    const answer = answers.length > 1 ? answers.find(({ row }) => row.service === service) : answers[0];
    this.#clear();
    if (!answer) return this.#status.append(paragraph(texts.choose));
    this.#isAnswered = true;
    const situation = /** @type {Situation} */ (this.#chosen("situation") ?? "unsure");
    const steps = answer.steps[situation].map((step) => Object.assign(create("li"), { textContent: step }));
    this.#status.append(facts(answer, guide, texts.label));
    if (answer.note) this.#status.append(paragraph(answer.note));
    if (steps.length === 1) this.#status.append(paragraph(answer.steps[situation][0] ?? ""));
    if (steps.length > 1) this.#status.append(listOf(steps));
    const { links } = answer.row;
    // Two links of one text and two aims would be a riddle; the general one stands under the table as well.
    const general = guide.help && !links.some(({ rel }) => rel === "help") ? [guide.help] : [];
    this.#links.replaceChildren(...[...links, ...general].map(anchor));
    this.#links.hidden = !this.#links.firstChild;
  }
}

/** @param {Answer} answer @param {DescribedGuide} guide @param {string} label */
function facts({ row }, { lang, columns }, label) {
  const list = Object.assign(element("dl", "passkind-facts"), { lang });
  /** @type {[GuideColumn, string | undefined][]} */
  const pairs = [["name", row.name], ["identifier", row.identifier], ["password", row.password], ["place", row.place], ["usedAt", row.usedAt.join(", ")]];
  for (const [column, text] of pairs) {
    if (!text) continue;
    const value = Object.assign(create("dd"), { textContent: text });
    if (column === "password" && row.several) value.append(" ", small(row.several));
    list.append(Object.assign(create("dt"), { textContent: label.replace("{label}", columns[column]) }), value);
  }
  return list;
}

/** @param {DescribedGuide} guide */
function wholeTable({ title, lang, columns, rows, help }) {
  const details = Object.assign(element("details", "passkind-all"), { lang });
  // Where the rows become blocks, some browsers would take the table's roles away.
  const table = Object.assign(element("table", "passkind-table"), { role: "table" });
  table.setAttribute("aria-label", title);
  const head = Object.assign(table.createTHead().insertRow(), { role: "row" });
  const names = /** @type {const} */ (["name", "identifier", "password", "usedAt", "place"]);
  head.append(...names.map((name) => Object.assign(create("th"), { scope: "col", role: "columnheader", textContent: columns[name] })));
  table.createTBody().append(...rows.map((row) => line(row, columns)));
  details.append(Object.assign(create("summary"), { textContent: title }), table);
  if (help) details.append(anchor(help));
  return details;
}

/** @param {DescribedGuideRow} row @param {Record<GuideColumn, string>} columns */
function line(row, columns) {
  const tr = Object.assign(create("tr"), { role: "row" });
  tr.dataset["service"] = row.service;
  const password = cell(columns.password, span(row.password));
  if (row.several) password.append(small(row.several));
  tr.append(
    Object.assign(create("th"), { scope: "row", role: "rowheader", textContent: row.name }),
    cell(columns.identifier, span(row.identifier)),
    password,
    cell(columns.usedAt, ...row.usedAt.map(span)),
    cell(columns.place, ...(row.place ? [span(row.place)] : []), ...row.links.map(anchor)),
  );
  return tr;
}

/** @param {string} column @param {...Node} content */
function cell(column, ...content) {
  const td = Object.assign(create("td"), { role: "cell" });
  td.dataset["column"] = column;
  td.append(...content);
  return td;
}

/** @param {Node[]} items */
function listOf(items) {
  const list = element("ol", "passkind-steps");
  list.append(...items);
  return list;
}

/** @param {string} text */
function paragraph(text) {
  return Object.assign(create("p"), { textContent: text });
}

/** @param {string} text */
function span(text) {
  return Object.assign(create("span"), { textContent: text });
}

/** @param {string} text */
function small(text) {
  return Object.assign(create("small"), { textContent: text });
}

/** @param {DescribedLink} link */
function anchor({ href, text, rel }) {
  const link = Object.assign(element("a", "passkind-link"), { href, textContent: text });
  link.dataset["rel"] = rel;
  return link;
}
