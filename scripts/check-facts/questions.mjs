/** What is to be asked: each address once, with all that rests on it. */
import { getDomain } from "tldts";

/**
 * What `examples/facts.rs` prints.
 * @typedef {"imap" | "smtp" | "pop"} Protocol
 * @typedef {{ name: string, url: string, line: number, read: string, says: string | null, claims: string[] }} Source
 * @typedef {{ claim: string, href: string, line: number, languages: string[] }} Shown
 * @typedef {{ claim: string, host: string, line: number, protocol: Protocol | null }} MailServer
 * @typedef {{ claim: string, line: number, protocol: Protocol | null, takesPasswords: boolean }} MailRule
 * @typedef {{ id: string, sources: Source[], pages: Shown[], mailServers: MailServer[], mailRules: MailRule[] }} Provider
 * @typedef {{ languages: string[], providers: Provider[] }} Facts
 *
 * @typedef {{ provider: string, line: number, claim: string, source?: string, read?: string, says?: string | undefined, languages: string[] }} Use
 *   of a page; a source has `source` and `read`, a page to which people are sent has not
 * @typedef {{ address: string, isPinned: boolean, uses: Use[] }} PageQuestion
 * @typedef {{ host: string, protocols: ("imap" | "smtp")[], uses: { provider: string, line: number, rules: MailRule[] }[] }} MailQuestion
 * @typedef {{ domain: string, pages: PageQuestion[], mail: MailQuestion[] }} Group all of one registrable domain
 */

/** A file of a commit is what it was, for as long as it is there. */
const PINNED = /^https:\/\/(github|gitlab)\.com\/[^/]+\/[^/]+\/(-\/)?(blob|tree|raw|commit)\/[\da-f]{7,40}(\/|$)/;

/** The domain that somebody has registered: `www.example.co.uk` is of `example.co.uk`. An address of numbers is its own. @param {string} host */
export const registrable = (host) => getDomain(host, { allowPrivateDomains: true }) ?? host;

/** @param {Facts} facts @returns {{ pages: PageQuestion[], mail: MailQuestion[], popHosts: number }} */
export function questions({ languages, providers }) {
  /** @type {Map<string, PageQuestion>} */
  const pages = new Map();
  const page = (/** @type {string} */ href, /** @type {Use} */ use) => {
    const address = href.replace(/#.*$/s, "");
    const known = pages.get(address);
    if (known) known.uses.push(use);
    else pages.set(address, { address, isPinned: PINNED.test(address), uses: [use] });
  };
  for (const { id: provider, sources, pages: shown } of providers) {
    for (const { name: source, url, line, read, says, claims } of sources) {
      page(url, { provider, line, claim: claims.join(", "), source, read, says: says ?? undefined, languages: [] });
    }
    for (const { claim, href, line, languages: written } of shown) {
      const filled = href.includes("{locale}") ? (written.length ? written : languages) : [];
      for (const locale of filled) page(href.replaceAll("{locale}", locale), { provider, line, claim, languages: [locale] });
      if (filled.length === 0) page(href, { provider, line, claim, languages: written });
    }
  }
  return { pages: [...pages.values()], ...mailQuestions(providers) };
}

/** @param {Provider[]} providers */
function mailQuestions(providers) {
  /** @type {Map<string, MailQuestion>} */
  const mail = new Map();
  const popHosts = new Set();
  for (const { id: provider, mailServers, mailRules: rules } of providers) {
    for (const { host, line, protocol } of mailServers) {
      const only = protocol ?? protocolOf(host);
      if (only === "pop") popHosts.add(host);
      else {
        const question = mail.get(host) ?? { host, protocols: only ? [only] : ["imap", "smtp"], uses: [] };
        question.uses.push({ provider, line, rules });
        mail.set(host, question);
      }
    }
  }
  return { mail: [...mail.values()], popHosts: popHosts.size };
}

/** As `src/server/location.rs` tells it by the name. @param {string} host @returns {Protocol | undefined} */
function protocolOf(host) {
  if (host.startsWith("imap")) return "imap";
  if (host.startsWith("smtp") || host.startsWith("submission")) return "smtp";
  return host.startsWith("pop") ? "pop" : undefined;
}

/** The largest first, so that the last to end is a small one. @param {PageQuestion[]} pages @param {MailQuestion[]} mail @returns {Group[]} */
export function grouped(pages, mail) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  const group = (/** @type {string} */ host) => {
    const domain = registrable(host);
    const of = groups.get(domain) ?? { domain, pages: [], mail: [] };
    groups.set(domain, of);
    return of;
  };
  for (const page of pages) group(new URL(page.address).hostname).pages.push(page);
  for (const server of mail) group(server.host).mail.push(server);
  const size = (/** @type {Group} */ { pages, mail }) => pages.length + mail.length;
  return [...groups.values()].sort((a, b) => size(b) - size(a));
}
