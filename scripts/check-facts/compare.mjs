/** What was found beside what the files say. */
import { read, squeezed } from "./text.mjs";

/** @import { Page } from "./text.mjs" */
/** @import { MailReply } from "./mail.mjs" */
/** @import { MailQuestion, PageQuestion, Use } from "./questions.mjs" */

/**
 * @typedef {{ to: string, isPermanent: boolean }} Moved
 * @typedef {{ kind: "answered", status: number, moved?: Moved | undefined, headers: import("node:http").IncomingHttpHeaders, body: Buffer, isTooLarge: boolean }
 *   | { kind: "elsewhere" | "refused" | "unanswered", what: string }} PageAnswer
 *
 * @typedef {"gone" | "elsewhere" | "moved" | "words" | "dated" | "language" | "passwordsOffered" | "passwordsMissing" | "refused" | "unanswered" | "uncompared"} Kind
 * @typedef {{ kind: Kind, provider: string, line: number, claim: string, source?: string, address: string, expected: string, found: string, day: string }} Finding
 */

const OFFERS = { passwords: "passwords", tokens: "only tokens", none: "neither passwords nor tokens" };

/** @param {PageQuestion} question @param {PageAnswer} answer @param {string} today @returns {Finding[]} */
export function comparePage({ address, isPinned, uses }, answer, today) {
  const page = answer.kind === "answered" && answer.status < 300 && !answer.isTooLarge ? read(answer.body, answer.headers) : undefined;
  return uses.flatMap((use) => {
    const finding = (/** @type {Kind} */ kind, /** @type {string} */ expected, /** @type {string} */ found) =>
      ({ kind, provider: use.provider, line: use.line, claim: use.claim, ...(use.source ? { source: use.source } : {}), address, expected, found, day: today });
    if (answer.kind !== "answered") return [finding(answer.kind, "an answer, on the same registrable domain", answer.what)];
    if (answer.status === 404 || answer.status === 410) return [finding("gone", "the page", `status ${answer.status}${answer.moved ? ` at ${answer.moved.to}` : ""}`)];
    if (answer.status >= 500) return [finding("unanswered", "the page", `status ${answer.status}`)];
    // It may only be programs that are sent away.
    if (answer.status >= 300) return [finding("uncompared", "the page", `status ${answer.status}: to be looked at in a browser`)];
    const { moved } = answer;
    // People follow a redirect, and to a sign-in it is a passing one: a page shown to them has moved when its server says so for good.
    const found = moved && (use.source || moved.isPermanent) ? [finding("moved", "no redirect", moved.to)] : [];
    if (isPinned) return found;
    if (!page) return [...found, finding("uncompared", "a page of 1 MB at most", "it is larger")];
    return [...found, ...(use.source ? sourceFindings(use, page, today) : languageFindings(use, page)).map(([kind, expected, what]) => finding(kind, expected, what))];
  });
}

/** @param {Use} use @param {Page} page @param {string} today @returns {[Kind, string, string][]} */
function sourceFindings({ read: day = "", says }, page, today) {
  // A day to come is of an event, or a mistake.
  const last = page.dates.filter((date) => date.day > day && date.day <= today).sort((a, b) => a.day.localeCompare(b.day)).at(-1);
  /** @type {[Kind, string, string][]} */
  const dated = last ? [["dated", `nothing later than ${day}, when it was read`, `${last.day} (${last.where})`]] : [];
  if (says && page.text.includes(squeezed(says))) return dated;
  if (page.needsScript) return [...dated, ["uncompared", says ? `the words “${says}”` : "a text", "next to no text without its scripts"]];
  if (!says) return dated;
  if (page.unreadable) return [...dated, ["uncompared", `the words “${says}”`, `a file of type ${page.unreadable}`]];
  return [...dated, ["words", `the words “${says}”`, "a text without them"]];
}

/** @param {Use} use @param {Page} page @returns {[Kind, string, string][]} */
function languageFindings({ languages }, page) {
  if (languages.length === 0 || page.languages.length === 0 || page.languages.some((tag) => languages.includes(tag))) return [];
  return [["language", languages.join(", "), page.languages.join(", ")]];
}

/** @param {MailQuestion} question @param {MailReply} reply @param {string} today @returns {Finding[]} */
export function compareMail({ host, uses }, { protocol, port, offer, said }, today) {
  return uses.flatMap(({ provider, rules }) => {
    const rule = rules.find((it) => it.protocol === protocol) ?? rules.find((it) => it.protocol === null);
    if (!rule || rule.takesPasswords === (offer === "passwords")) return [];
    const { claim, line } = rule;
    const found = `${OFFERS[offer]} on port ${port}: ${said}`;
    const address = `${protocol}://${host}`;
    return [rule.takesPasswords
      ? { kind: /** @type {const} */ ("passwordsMissing"), provider, line, claim, address, expected: "passwords, which the rule expects", found, day: today }
      : { kind: /** @type {const} */ ("passwordsOffered"), provider, line, claim, address, expected: "no passwords (`no_password`)", found, day: today }];
  });
}

/** @param {MailQuestion} question @param {"unanswered" | "refused"} kind @param {string} what @param {string} today @returns {Finding[]} */
export const mailFailure = ({ host, protocols: [protocol], uses }, kind, what, today) =>
  uses.map(({ provider, line }) => ({ kind, provider, line, claim: "servers", address: `${protocol}://${host}`, expected: "a mail server that answers", found: what, day: today }));
