/** The findings for people and for programs. */

/** @import { Finding, Kind } from "./compare.mjs" */
/**
 * @typedef {object} Report
 * @property {string} day of the run
 * @property {Record<string, number>} figures
 * @property {Finding[]} findings those of addresses that were not asked this time have the day of an earlier one
 * @property {{ address: string, why: string }[]} notAsked
 */

/** Title, and what to do. @type {Record<Kind, [string, string]>} */
const KINDS = {
  gone: ["Disappeared", "Look for the page that says it now; without one, take the claim or the link out."],
  elsewhere: ["Redirected to another registrable domain", "Find out whose domain that is. Write the new address down only if it is the provider's; it was not visited."],
  moved: ["Moved within its domain", "Open the new address. If it says the same, write it down, with the day."],
  words: ["Words that no longer stand there", "Read the page again: mend the claim, or `says` where only the wording is new."],
  dated: ["Dated after the reading", "Read the page again: set the new days, or mend the claim."],
  language: ["Written in another language", "Open the link: correct `languages`, or the address."],
  passwordsOffered: ["Mail servers that offer passwords although no password should open the mailbox", "Read the provider's page again. A server may name a mechanism that it then refuses to everybody."],
  passwordsMissing: ["Mail servers that offer no passwords although a rule expects one", "Read the provider's page again: the rule may have become `no_password`, for this protocol at least."],
  refused: ["Not followed", "Nothing was asked there: no private address, nothing without TLS. Open the address by hand if it is the provider's."],
  unanswered: ["No answer", "One night says little. Open it by hand if it is here again."],
  uncompared: ["Could not be compared", "Open the page in a browser and compare it by hand."],
};

/** By kind, provider and line, whatever was answered first. @param {Finding[]} findings */
export function ordered(findings) {
  const kinds = Object.keys(KINDS);
  return findings.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.provider.localeCompare(b.provider) || a.line - b.line || a.address.localeCompare(b.address));
}

/** @param {Report} report */
export const json = (report) => `${JSON.stringify(report, undefined, 1)}\n`;

/** By kind, then by provider. @param {Report} report */
export function markdown({ day, figures, findings, notAsked }) {
  const kinds = /** @type {[Kind, [string, string]][]} */ (Object.entries(KINDS));
  const parts = kinds.flatMap(([kind, [title, toDo]]) => {
    const found = findings.filter((it) => it.kind === kind);
    if (found.length === 0) return [];
    const providers = [...new Set(found.map(({ provider }) => provider))];
    return [`## ${title} (${found.length})\n${toDo}`, ...providers.map((id) => `### ${id}\n${found.filter((it) => it.provider === id).map((it) => line(it, day)).join("\n")}`)];
  });
  const left = notAsked.length ? [`## Not asked this time (${notAsked.length})\nFirst in line next time.\n${notAsked.map(({ address, why }) => `* ${quoted(address)}: ${why}`).join("\n")}`] : [];
  const told = Object.entries(figures).map(([what, count]) => `* ${what}: ${count}`).join("\n");
  return `${[`# Provider facts beside their sources, ${day}`, told, ...(parts.length ? parts : ["Nothing was found that differs."]), ...left].join("\n\n")}\n`;
}

/** @param {Finding} finding @param {string} today */
function line({ provider, line, claim, source, address, expected, found, day }, today) {
  const of = source ? `${claim}; source ${source}` : claim;
  return `* providers/${provider}.toml:${line} (${of}): ${quoted(address)}\n  expected: ${plain(expected)}; found: ${quoted(found)}${day === today ? "" : ` (on ${day})`}`;
}

/** What others wrote stays a text of one line. @param {string} text */
const plain = (text) => text.replace(/\p{C}+|\s+/gu, " ");
/** @param {string} text */
const quoted = (text) => `\`${plain(text).replaceAll("`", "'")}\``;
