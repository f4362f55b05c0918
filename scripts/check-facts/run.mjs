/** One night's run: who is asked today, in which order, and what is kept for the next. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { join } from "node:path";
import { compareMail, comparePage, mailFailure } from "./compare.mjs";
import { askMail } from "./mail.mjs";
import { bare, INTERNET, LIMITS, Refused, told } from "./network.mjs";
import { Closed, WebHost } from "./pages.mjs";
import { grouped, questions, registrable } from "./questions.mjs";
import { json, markdown, ordered } from "./report.mjs";

/** @import { Finding, PageAnswer } from "./compare.mjs" */
/** @import { Limits, Network } from "./network.mjs" */
/** @import { Facts, Group, MailQuestion, PageQuestion } from "./questions.mjs" */
/** @import { Report } from "./report.mjs" */

/** @typedef {{ hosts: Record<string, string>, addresses: Record<string, string> }} State the day on which each was asked last */
/** @typedef {{ page: PageQuestion, url: URL, redirects: number, isPermanent: boolean }} Job */

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Where so many hosts in a row cannot be reached, there is no network. */
const ENOUGH = 24;
/** Of what was found, so much comes into the report: characters. */
const LONGEST = 300;
const ASKED_TODAY = "its host was asked today";
const CLOSED = "its host closed the day's connection before";

/** There is no network, or none that leads anywhere. */
export class NothingReached extends Error {}

/**
 * Asks, compares and writes `report.md`, `report.json` and `asked.json` into the folder; nothing else is written.
 * @param {object} options
 * @param {Facts} options.facts
 * @param {string} options.folder
 * @param {{ userAgent: string, ehlo: string, imapId: string }} options.identity
 * @param {string[]} [options.only] ids of providers; all of them without
 * @param {string} [options.today]
 * @param {Network} [options.network] a test's own servers in place of the net
 * @param {Partial<Limits>} [options.limits]
 * @returns {Promise<Report & { connections: number }>}
 */
export async function checkFacts({ facts, folder, identity, only = [], today = new Date().toISOString().slice(0, 10), network = INTERNET, limits }) {
  const files = Object.fromEntries(["asked.json", "report.json", "report.md"].map((name) => [name, join(folder, name)]));
  const all = questions(facts);
  const isChosen = (/** @type {{ uses: { provider: string }[] }} */ { uses }) => only.length === 0 || uses.some(({ provider }) => only.includes(provider));
  const [pages, mail] = [all.pages.filter(isChosen), all.mail.filter(isChosen)];
  const night = new Night(stored(/** @type {string} */ (files["asked.json"]), { hosts: {}, addresses: {} }), today, { network, limits: { ...LIMITS, ...limits }, ...identity });

  mkdirSync(folder, { recursive: true });
  const keep = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(/** @type {string} */ (files[name]), text);
  await inParallel(grouped(pages, mail), night.limits.groups, async (group) => {
    if (night.connections === 0 && night.failures.size >= ENOUGH) return;
    await night.ask(group);
    if (night.connections > 0) keep("asked.json", `${JSON.stringify(night.state, undefined, 1)}\n`);
  });
  const [failure] = night.failures;
  if (night.connections === 0 && failure) throw new NothingReached(`none of the first ${night.failures.size} hosts could be reached; ${failure.join(": ")}`);

  // What an earlier night found of addresses that were not asked tonight still stands, as long as the file still names them.
  const known = new Set(all.pages.flatMap(({ address, uses }) => uses.map(({ provider }) => `${provider} ${address}`)));
  for (const { host, uses } of all.mail) for (const { provider } of uses) for (const scheme of ["imap", "smtp"]) known.add(`${provider} ${scheme}://${host}`);
  /** @type {Report} */
  const before = stored(/** @type {string} */ (files["report.json"]), { day: "", figures: {}, findings: [], notAsked: [] });
  const earlier = before.findings.filter(({ provider, address }) => !night.answered.has(address) && known.has(`${provider} ${address}`));
  const findings = ordered([...night.findings, ...earlier]);
  const sources = pages.flatMap(({ isPinned, uses }) => uses.filter(({ source }) => source && !isPinned));
  const figures = {
    "pages asked": pages.filter(({ address }) => night.answered.has(address)).length, "of pages": pages.length,
    "mail servers asked": night.mailAsked, "of mail servers": mail.length, "POP hosts, which are not asked": all.popHosts,
    "connections": night.connections, "findings": findings.length,
    "sources whose words could be compared (`says`)": sources.filter(({ says }) => says).length, "of sources that may change": sources.length,
  };
  const report = { day: today, figures, findings, notAsked: night.notAsked };
  // A second run on one day asks nobody, and leaves the first one's report.
  if (night.answered.size > 0 || !before.day) {
    keep("report.json", json(report));
    keep("report.md", markdown(report));
  }
  return { ...report, connections: night.connections };
}

class Night {
  /** @type {Finding[]} */
  findings = [];
  /** @type {Set<string>} addresses that there is an answer of, if only that there is none */
  answered = new Set();
  /** @type {Report["notAsked"]} */
  notAsked = [];
  /** @type {Map<string, string>} why a host could not be reached */
  failures = new Map();
  connections = 0;
  mailAsked = 0;

  /** @param {State} state @param {string} today @param {{ network: Network, limits: Limits, userAgent: string, ehlo: string, imapId: string }} asking */
  constructor(state, today, asking) {
    this.state = state;
    this.today = today;
    this.asking = asking;
    this.limits = asking.limits;
  }

  /** All hosts of one registrable domain, one request at a time. @param {Group} group */
  async ask({ pages, mail }) {
    await this.#askPages(pages);
    for (const question of mail) await this.#askMail(question);
  }

  /** @param {PageQuestion[]} pages */
  async #askPages(pages) {
    /** @type {Map<string, WebHost>} */
    const hosts = new Map();
    const skipped = new Set(Object.entries(this.state.hosts).filter(([, day]) => day === this.today).map(([host]) => host));
    // Those that were left out longest come first.
    const jobs = pages.map((page) => ({ page, url: new URL(page.address), redirects: 0, isPermanent: true }))
      .sort((a, b) => this.#lastAsked(a.page.address).localeCompare(this.#lastAsked(b.page.address)));
    for (let at = 0, here = ""; jobs.length > 0; at = Math.max(0, jobs.findIndex(({ url }) => url.host === here))) {
      const [job] = /** @type {[Job]} */ (jobs.splice(at, 1));
      here = job.url.host;
      const name = `web ${here}`;
      if (skipped.has(name)) {
        this.notAsked.push({ address: job.page.address, why: ASKED_TODAY });
        continue;
      }
      const host = hosts.get(here) ?? new WebHost(this.asking, job.url);
      hosts.set(here, host);
      const next = await this.#step(job, host);
      if (host.isReached && this.state.hosts[name] !== this.today) {
        this.state.hosts[name] = this.today;
        this.connections++;
      }
      if (next) jobs.unshift(next);
    }
    for (const host of hosts.values()) host.close();
  }

  /** One request; what is to be asked next, where it leads on. @param {Job} job @param {WebHost} host @returns {Promise<Job | undefined>} */
  async #step({ page, url, redirects, isPermanent }, host) {
    let reply;
    try {
      reply = await host.ask(url, page.isPinned ? "HEAD" : "GET");
    } catch (error) {
      if (error instanceof Closed) return void this.notAsked.push({ address: page.address, why: CLOSED });
      if (!host.isReached) this.failures.set(url.host, told(error, this.limits));
      return this.#answer(page, { kind: error instanceof Refused ? "refused" : "unanswered", what: told(error, this.limits) });
    }
    const to = REDIRECTS.has(reply.status) ? target(reply.headers.location, url) : undefined;
    if (!to) {
      const moved = redirects > 0 ? { to: url.href, isPermanent } : undefined;
      return this.#answer(page, { kind: "answered", moved, ...reply });
    }
    const { network } = this.asking;
    if (isIP(bare(to.hostname)) && !network.isAllowed(bare(to.hostname), Number(to.port) || 443)) return this.#answer(page, { kind: "refused", what: `${to.href}: no public address` });
    if (registrable(to.hostname) !== registrable(new URL(page.address).hostname)) return this.#answer(page, { kind: "elsewhere", what: to.href });
    if (to.protocol !== "https:") return this.#answer(page, { kind: "refused", what: `${to.href}: not https` });
    if (redirects === this.limits.redirects) return this.#answer(page, { kind: "unanswered", what: `more than ${redirects} redirects` });
    return { page, url: to, redirects: redirects + 1, isPermanent: isPermanent && (reply.status === 301 || reply.status === 308) };
  }

  /** @param {PageQuestion} page @param {PageAnswer} answer */
  #answer(page, answer) {
    this.#isAnswered(page.address);
    this.#found(comparePage(page, answer, this.today));
    return undefined;
  }

  /** @param {MailQuestion} question */
  async #askMail(question) {
    const { host } = question;
    const name = `mail ${host}`;
    // A host that may speak both is asked in turns: one connection a day.
    const protocols = [...question.protocols].sort((a, b) => this.#lastAsked(`${a}://${host}`).localeCompare(this.#lastAsked(`${b}://${host}`)));
    if (this.state.hosts[name] === this.today) return void this.notAsked.push({ address: `${protocols[0]}://${host}`, why: ASKED_TODAY });
    let isReached = false;
    try {
      const reply = await askMail(this.asking, host, protocols, () => {
        isReached = true;
        this.state.hosts[name] = this.today;
        this.connections++;
      });
      this.mailAsked++;
      this.#isAnswered(`${reply.protocol}://${host}`);
      this.#found(compareMail(question, reply, this.today));
    } catch (error) {
      if (!isReached) this.failures.set(host, told(error, this.limits));
      this.#isAnswered(`${protocols[0]}://${host}`);
      this.#found(mailFailure({ ...question, protocols }, error instanceof Refused ? "refused" : "unanswered", told(error, this.limits), this.today));
    }
  }

  /** Others may say as much as they like. @param {Finding[]} findings */
  #found(findings) {
    this.findings.push(...findings.map((finding) => ({ ...finding, found: finding.found.slice(0, LONGEST) })));
  }

  /** @param {string} address */
  #isAnswered(address) {
    this.answered.add(address);
    this.state.addresses[address] = this.today;
  }

  /** @param {string} address */
  #lastAsked(address) {
    return this.state.addresses[address] ?? "";
  }
}

/** @template T @param {T[]} items @param {number} many @param {(item: T) => Promise<void>} work */
async function inParallel(items, many, work) {
  const left = items.values();
  await Promise.all(Array.from({ length: many }, async () => {
    for (const item of left) await work(item);
  }));
}

/** What a file holds. @template T @param {string} file @param {T} otherwise @returns {T} */
function stored(file, otherwise) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return otherwise; // not there yet, or cut off with the run that wrote it
  }
}

/** Where a redirect leads, without its fragment. @param {string | undefined} location @param {URL} from */
function target(location, from) {
  try {
    const to = new URL(location ?? "", from);
    to.hash = "";
    return location ? to : undefined;
  } catch {
    return undefined; // no address
  }
}
