/** The side panel: what a page's own code gets. It asks for itself, as any page may, and keeps nothing that was typed. */
import { masked } from "../form/dom.js";
import { createGuard } from "../index.js";
import { putJson } from "./json.js";
import { byId } from "./page.js";

/** @import {Credentials, GuardOptions, Observation} from "../types.js" */

/** Open beside the form; where it stands below the form, as on a phone, closed until wanted. What it tells of a password is recorded no more than a hint. */
export function placePanel() {
  const panel = byId("panel", HTMLDetailsElement);
  const { classList, attributes } = masked("answers");
  for (const answers of panel.getElementsByClassName("answers")) {
    answers.classList.add(...classList);
    for (const { name, value } of attributes) if (name.startsWith("data-")) answers.setAttribute(name, value);
  }
  panel.open = matchMedia("(min-width: 52rem)").matches;
}

/** @param {unknown} answer */
export function showAnswer(answer) {
  byId("panel", HTMLDetailsElement).dataset["filled"] = "";
  putJson(byId("assessment", HTMLElement), answer);
}

/** @param {unknown} detail */
export function showEvent(detail) {
  putJson(byId("event", HTMLElement), detail);
}

/** Nothing has been asked for what the form is now. */
export function clearPanel() {
  delete byId("panel", HTMLDetailsElement).dataset["filled"];
  for (const id of ["assessment", "event"]) byId(id, HTMLElement).replaceChildren();
}

/** Counts questions: an answer that arrives after the next question is stale. */
let question = 0;

/**
 * Asks a guard of its own, made of the same options as the form's.
 * @param {GuardOptions} options @param {() => [Credentials, Observation]} read
 */
export async function showAssessment(options, read) {
  const asked = ++question;
  const guard = await createGuard(options);
  if (asked !== question) return;
  const assessment = guard.assess(...read());
  showAnswer(assessment);
  byId("needs", HTMLElement).hidden = assessment.status === "ok";
}
