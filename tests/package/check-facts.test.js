// scripts/check-facts.mjs against servers of 127.0.0.1 that play each case. Files of providers are read as the build reads them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { factsOf, identity } from "../../scripts/check-facts.mjs";
import { INTERNET, isPublic } from "../../scripts/check-facts/network.mjs";
import { checkFacts, NothingReached } from "../../scripts/check-facts/run.mjs";
import { imap, net, smtp } from "./check-facts-servers.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const [TODAY, TOMORROW] = ["2026-11-28", "2026-11-29"];
/** Long enough for `needsScript` to see a text. */
const TEXT = "Mail programs need a password of their own. ".repeat(10);
const html = (/** @type {string} */ body, head = "", attributes = "") => `<!doctype html><html ${attributes}><head><title>Help</title>${head}</head><body><p>${body}</p></body></html>`;
const to = (/** @type {string} */ location, status = 302) => ({ status, headers: { location } });
const PIN = "https://github.com/example/list/blob/0123abc/list.json";

/** By host and path. */
const PAGES = {
  "www.same.example/help": { body: html(`${TEXT} Passwords of <b>sixteen</b>\n letters &amp; digits.`) },
  "www.same.example/packed": { headers: { "content-encoding": "gzip" }, body: gzipSync(html(`${TEXT} Passwords of sixteen letters &amp; digits.`)) },
  "www.moved.example/old": to("https://help.moved.example/new", 301),
  "help.moved.example/new": { body: html(TEXT) },
  "www.gone.example/404": { status: 404 },
  "www.gone.example/410": { status: 410 },
  "www.elsewhere.example/help": to("https://www.stranger.example/"),
  "www.elsewhere.example/link": to("https://www.stranger.example/"),
  "www.stranger.example/": { body: html(TEXT) },
  "www.inside.example/name": to("https://intranet.inside.example/"),
  "www.inside.example/plain": to("http://www.inside.example/name"),
  "www.circle.example/a": to("/a?again"),
  "www.circle.example/a?again": to("/a"),
  "www.large.example/help": { body: html("x".repeat(1_000_001)) },
  "www.large.example/packed": { headers: { "content-encoding": "gzip" }, body: gzipSync(html("x".repeat(1_000_001))) },
  "www.slow.example/help": { isSilent: true },
  "www.dated.example/header": { headers: { "last-modified": "Wed, 25 Nov 2026 08:00:00 GMT", date: "Sat, 28 Nov 2026 08:00:00 GMT" }, body: html(TEXT) },
  "www.dated.example/now": { headers: { "last-modified": "Sat, 28 Nov 2026 08:00:00 GMT", date: "Sat, 28 Nov 2026 08:00:00 GMT" }, body: html(TEXT) },
  "www.dated.example/meta": { body: html(TEXT, '<meta property="article:modified_time" content="2026-11-24T10:00:00Z">') },
  "www.dated.example/json": { body: html(TEXT, '<script type="application/ld+json">{"@graph":[{"dateModified":"2026-11-26","datePublished":"2020-01-01"}]}</script>') },
  "www.dated.example/time": { body: html(`${TEXT}<time datetime="2026-11-27T10:00">yesterday</time>`) },
  "www.dated.example/before": { body: html(`${TEXT}<time datetime="2026-11-22">then</time><time datetime="2030-01-01">to come</time>`) },
  "www.words.example/gone": { body: html(`${TEXT} Passwords of twenty letters.`) },
  "www.words.example/script": { body: html("Loading…", "<script>draw()</script><noscript>Passwords of sixteen letters & digits</noscript>") },
  "www.words.example/data": { body: html("", '<script type="application/json">{"text":"Passwords of sixteen letters & digits"}</script>') },
  "www.language.example/de": { body: html(TEXT, "", 'lang="de-CH"') },
  "www.language.example/en": { headers: { "content-language": "en" }, body: html(TEXT) },
  "www.language.example/none": { body: html(TEXT) },
  "www.language.example/all/de": { body: html(TEXT, "", 'lang="de"') },
  "www.language.example/all/fr": { body: html(TEXT, "", 'lang="en"') },
  "www.closing.example/1": { headers: { connection: "close" }, status: 404 },
  "www.closing.example/2": { headers: { connection: "close" }, status: 404 },
  "www.busy.example/1": { status: 429 },
  "www.busy.example/2": { status: 429 },
  "github.com/example/list/blob/0123abc/list.json": {},
};
const TOKENS_ALONE = "AUTH=XOAUTH2 AUTH=OAUTHBEARER LOGINDISABLED";
/** By host and port. */
const MAIL = {
  "imap.tls.example:993": imap("ID AUTH=PLAIN AUTH=XOAUTH2"),
  "imap.starttls.example:143": imap("AUTH=PLAIN", { port: 143 }),
  "imap.login.example:993": imap("AUTH=XOAUTH2"),
  "imap.tokens.example:993": imap(TOKENS_ALONE),
  "imap.none.example:993": imap("LOGINDISABLED"),
  "smtp.tls.example:465": smtp("AUTH PLAIN LOGIN"),
  "smtp.starttls.example:587": smtp("AUTH PLAIN", { port: 587 }),
  "smtp.tokens.example:465": smtp("AUTH XOAUTH2"),
  "smtp.none.example:465": smtp("SIZE 1000"),
  "mail.both.example:993": imap(TOKENS_ALONE),
  "mail.both.example:465": smtp("AUTH XOAUTH2"),
  "imap.web.example:993": { isSecure: true, greeting: "HTTP/1.1 400 Bad Request", answers: () => undefined },
  "smtp.shy.example:465": { isSecure: true, greeting: "554 not you", answers: () => undefined },
};

/** @typedef {{ url: string, says?: string }} Source */
/** A provider's file. @param {Source[]} sources @param {string} [links] @param {string} [rest] */
const file = (sources, links = "", rest = "") => `name = "Example"
${sources.map(({ url, says }, at) => `[sources.s${at}]\nurl = "${url}"\nread = "2026-11-22"\n${says ? `says = "${says}"\n` : ""}`).join("\n")}
[[services]]
service = "account"
expects = ["accountPassword"]
links = [${links}]
sources = [${sources.map((_, at) => `"s${at}"`)}]
expires = "2028-11-01"
${rest}`;
/** @param {string} address @param {string[]} [languages] */
const link = (address, languages = []) => `{ rel = "help", href = "https://${address}", languages = ${JSON.stringify(languages)} }`;
const on = (/** @type {string[]} */ ...addresses) => addresses.map((address) => ({ url: `https://${address}` }));
/** @param {string[]} hosts @param {string} [rule] of the service */
const mailbox = (hosts, rule = "") => file([{ url: PIN }], "", `[[servers]]
service = "mailbox"
hosts = ${JSON.stringify(hosts)}
sources = ["s0"]
expires = "2028-11-01"

[[services]]
service = "mailbox"
expects = ["accountPassword"]
${rule}
sources = ["s0"]
expires = "2028-02-01"
`);
const SAYS = "Passwords of sixteen letters & digits";
const PLACE = `
[places.account]
en = "a"\nde = "a"\nfr = "a"\nes = "a"\nit = "a"
sources = ["s0"]
expires = "2028-11-01"
`;

/** By id. @type {Record<string, string>} */
const FILES = {
  same: file([{ url: "https://www.same.example/help", says: SAYS }, { url: "https://www.same.example/packed", says: SAYS }, { url: PIN, says: "never asked for" }]),
  again: file([{ url: "https://www.same.example/help", says: "sixteen letters" }]),
  moved: file(on("www.moved.example/old"), link("www.moved.example/old")),
  gone: file(on("www.gone.example/404"), link("www.gone.example/410")),
  elsewhere: file(on("www.elsewhere.example/help"), link("www.elsewhere.example/link")),
  inside: file(on("www.inside.example/name", "www.inside.example/number", "www.inside.example/plain")),
  circle: file(on("www.circle.example/a")),
  large: file(on("www.large.example/packed")),
  larger: file(on("www.large.example/help")),
  slow: file(on("www.slow.example/help")),
  dated: file(on("www.dated.example/header", "www.dated.example/now", "www.dated.example/meta", "www.dated.example/json", "www.dated.example/time", "www.dated.example/before")),
  words: file([{ url: "https://www.words.example/gone", says: SAYS }, { url: "https://www.words.example/script", says: SAYS }, { url: "https://www.words.example/data", says: SAYS }]),
  language: file([{ url: PIN }], [
    link("www.language.example/de", ["de"]), link("www.language.example/en", ["de", "fr"]), link("www.language.example/none", ["it"]), link("www.language.example/en"),
    link("www.language.example/all/{locale}", ["de", "fr"]),
  ].join(", ")),
  locale: file([{ url: PIN }], link("www.language.example/every/{locale}")).replace("links", 'place = "account"\nlinks') + PLACE,
  closing: file(on("www.closing.example/1", "www.closing.example/2")),
  busy: file(on("www.busy.example/1", "www.busy.example/2")),
  nowhere: file(on("www.nowhere.example/")),
  "mail-password": mailbox(["imap.tls.example", "imap.starttls.example", "imap.login.example", "smtp.tls.example", "smtp.starttls.example"]),
  "mail-password-missing": mailbox(["imap.tokens.example", "imap.none.example", "smtp.tokens.example", "smtp.none.example"]),
  "mail-no-password": mailbox(["imap.tls.example", "imap.login.example", "smtp.starttls.example", "imap.tokens.example", "smtp.none.example", "*.any.example", "pop.any.example"], "no_password = true"),
  "mail-both": mailbox(["mail.both.example"]),
  "mail-other": mailbox(["imap.web.example", "smtp.shy.example", "imap.nowhere.example"]),
};

const folder = mkdtempSync(join(tmpdir(), "passkind-check-facts-"));
const providers = join(folder, "providers");
/** @type {Awaited<ReturnType<typeof net>>} */
let world;
/** @type {import("../../scripts/check-facts/questions.mjs").Facts} */
let facts;
/** @type {Awaited<ReturnType<typeof checkFacts>>} of the first night */
let night;
let sums = "";

const sumsOf = (/** @type {string} */ of) => readdirSync(of).sort().map((name) => `${name} ${createHash("sha256").update(readFileSync(join(of, name))).digest("hex")}`).join("\n");
/** @param {Partial<Parameters<typeof checkFacts>[0]>} [options] */
const run = (options) => checkFacts({
  facts, folder: join(folder, "report"), identity: identity({ version: "1.2.3", homepage: "https://home.example/" }), today: TODAY, network: world.network, ...options, limits: { pauseMs: 0, ...options?.limits },
});
/** Each finding of a provider in few words, in order. @param {string} id @param {{ findings: import("../../scripts/check-facts/compare.mjs").Finding[] }} [report] */
const told = (id, report = night) => report.findings.filter(({ provider }) => provider === id).map(({ kind, address, found }) => `${kind} ${address.replace("https://", "")}: ${found}`).sort();

before(async () => {
  world = await net(PAGES, MAIL, ["intranet.inside.example"]);
  Object.assign(PAGES, { "www.inside.example/number": to(`https://127.0.0.1:${world.insidePort}/`) });
  mkdirSync(providers);
  for (const [id, text] of Object.entries(FILES)) writeFileSync(join(providers, `${id}.toml`), text);
  facts = factsOf(providers);
  sums = sumsOf(providers) + sumsOf(join(ROOT, "providers"));
  night = await run({ only: Object.keys(FILES).filter((id) => id !== "slow") });
});

after(() => {
  world.close();
  rmSync(folder, { recursive: true });
});

test("what stands as it was read is not told", () => {
  for (const id of ["same", "again", "mail-password"]) assert.deepEqual(told(id), [], id);
});

test("pages that disappeared, moved or lead to somebody else", () => {
  assert.deepEqual(told("gone"), ["gone www.gone.example/404: status 404", "gone www.gone.example/410: status 410"]);
  assert.deepEqual(told("moved"), Array(2).fill("moved www.moved.example/old: https://help.moved.example/new"));
  assert.deepEqual(told("elsewhere"), ["elsewhere www.elsewhere.example/help: https://www.stranger.example/", "elsewhere www.elsewhere.example/link: https://www.stranger.example/"]);
  assert.equal(world.connections.get("www.stranger.example"), undefined, "nobody else's host is asked");
  assert.deepEqual(told("circle"), ["unanswered www.circle.example/a: more than 5 redirects"]);
});

test("no redirect is followed to a private address, though something answers there", () => {
  assert.deepEqual(told("inside"), [
    "refused www.inside.example/name: intranet.inside.example is 127.0.0.1, no public address",
    `refused www.inside.example/number: https://127.0.0.1:${world.insidePort}/: no public address`,
    "refused www.inside.example/plain: http://www.inside.example/name: not https",
  ]);
  assert.equal(world.connections.get("inside"), undefined);
});

test("the command itself asks public addresses only", () => {
  assert.equal(INTERNET.isAllowed, isPublic);
  const closed = ["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.31.0.1", "192.168.0.1", "224.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1", "2001:db8::1", "2002:a00:1::1", "localhost", ""];
  assert.deepEqual(closed.filter(isPublic), []);
  assert.deepEqual(["1.1.1.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "2a00:1450:4001::1"].filter((address) => !isPublic(address)), []);
});

test("too large, too slow, nowhere", async () => {
  for (const [id, path] of [["large", "packed"], ["larger", "help"]]) assert.deepEqual(told(id ?? ""), [`uncompared www.large.example/${path}: it is larger`]);
  assert.deepEqual(told("nowhere"), ["unanswered www.nowhere.example/: getaddrinfo ENOTFOUND www.nowhere.example"]);
  const slow = await run({ only: ["slow"], folder: join(folder, "slow"), limits: { ms: 1_000 } });
  assert.deepEqual(told("slow", slow), ["unanswered www.slow.example/help: no answer within 1 s"]);
});

test("days after the reading, wherever a page bears them", () => {
  assert.deepEqual(told("dated"), [
    "dated www.dated.example/header: 2026-11-25 (Last-Modified)",
    "dated www.dated.example/json: 2026-11-26 (JSON-LD dateModified)",
    "dated www.dated.example/meta: 2026-11-24 (article:modified_time)",
    "dated www.dated.example/time: 2026-11-27 (<time>)",
  ]);
});

test("words of a claim that are gone, and a page that shows nothing without its scripts", () => {
  assert.deepEqual(told("words"), ["uncompared www.words.example/script: next to no text without its scripts", "words www.words.example/gone: a text without them"]);
});

test("a link is asked in each of its languages, and is written in it", () => {
  assert.deepEqual(told("language"), ["language www.language.example/all/fr: en", "language www.language.example/en: en"]);
  assert.deepEqual(facts.languages, ["de", "en", "es", "fr", "it"]);
  assert.deepEqual(told("locale"), facts.languages.map((tag) => `gone www.language.example/every/${tag}: status 404`));
});

test("mail servers that offer passwords, or none, beside the rules", () => {
  assert.deepEqual(told("mail-password-missing"), [
    "passwordsMissing imap://imap.none.example: neither passwords nor tokens on port 993: LOGINDISABLED",
    "passwordsMissing imap://imap.tokens.example: only tokens on port 993: AUTH=XOAUTH2 AUTH=OAUTHBEARER LOGINDISABLED",
    "passwordsMissing smtp://smtp.none.example: neither passwords nor tokens on port 465: no AUTH",
    "passwordsMissing smtp://smtp.tokens.example: only tokens on port 465: AUTH XOAUTH2",
  ]);
  assert.deepEqual(told("mail-no-password"), [
    "passwordsOffered imap://imap.login.example: passwords on port 993: AUTH=XOAUTH2 LOGIN",
    "passwordsOffered imap://imap.tls.example: passwords on port 993: AUTH=PLAIN AUTH=XOAUTH2 LOGIN",
    "passwordsOffered smtp://smtp.starttls.example: passwords on port 587: AUTH PLAIN",
  ]);
  assert.deepEqual(told("mail-other"), [
    'unanswered imap://imap.nowhere.example: getaddrinfo ENOTFOUND imap.nowhere.example',
    'unanswered imap://imap.web.example: its first line is "HTTP/1.1 400 Bad Request"',
    'unanswered smtp://smtp.shy.example: its greeting is "554 not you"',
  ]);
  assert.equal(night.figures["POP hosts, which are not asked"], 1);
});

test("who asks says so, and sends no credentials", () => {
  assert.deepEqual([...world.agents], ["passkind-check-facts/1.2.3 (+https://home.example/)"]);
  const said = new Set(world.heard.map((command) => command.replace(/^a\d+ /, "")));
  assert.deepEqual([...said].sort(), [
    "CAPABILITY", "EHLO passkind-check-facts.invalid", 'ID ("name" "passkind-check-facts" "version" "1.2.3" "support-url" "https://home.example/")', "LOGOUT", "QUIT", "STARTTLS",
  ]);
  assert.equal(identity({ version: "1.2.3" }).userAgent, "passkind-check-facts/1.2.3", "no home is made up");
});

test("each address once, and one connection a host", () => {
  assert.equal(new Set(world.asked).size, world.asked.filter((page) => !page.includes("circle")).length + 2);
  assert.deepEqual([...world.connections].filter(([, count]) => count !== 1), []);
  assert.ok(world.asked.includes("HEAD github.com/example/list/blob/0123abc/list.json"), "of a commit's file nothing but that it is there");
});

test("the report names file, line, claim and source, and what to do", () => {
  const report = readFileSync(join(folder, "report/report.md"), "utf8");
  assert.match(report, /^# Provider facts beside their sources, 2026-11-28\n\n\* pages asked: \d+\n/);
  assert.match(report, /## Words that no longer stand there \(1\)\nRead the page again: [^\n]+\n\n### words\n\* providers\/words\.toml:3 \(services account; source s0\): `https:\/\/www\.words\.example\/gone`\n {2}expected: the words “Passwords of sixteen letters & digits”; found: `a text without them`\n/);
  assert.deepEqual(JSON.parse(readFileSync(join(folder, "report/report.json"), "utf8")).findings, night.findings);
});

test("a second run on one day asks nobody; the next day goes on where the first stopped", async () => {
  assert.deepEqual(told("closing"), ["gone www.closing.example/1: status 404"]);
  assert.deepEqual(told("busy"), ["uncompared www.busy.example/1: status 429: to be looked at in a browser"]);
  assert.deepEqual(told("mail-both"), ["passwordsMissing imap://mail.both.example: only tokens on port 993: AUTH=XOAUTH2 AUTH=OAUTHBEARER LOGINDISABLED"]);
  const [connections, asked, text] = [new Map(world.connections), world.asked.length, readFileSync(join(folder, "report/report.md"), "utf8")];
  const second = await run({ only: ["closing", "same", "mail-both"] });
  assert.equal(second.connections, 0);
  assert.deepEqual(second.notAsked.map(({ why }) => why), Array(6).fill("its host was asked today"));
  assert.deepEqual(world.connections, connections);
  assert.equal(world.asked.length, asked);
  assert.equal(readFileSync(join(folder, "report/report.md"), "utf8"), text);

  const next = await run({ only: ["closing", "mail-both"], today: TOMORROW });
  assert.equal(world.asked.find((page, at) => at >= asked && page.includes("closing")), "GET www.closing.example/2", "what was left out comes first");
  assert.deepEqual(next.findings.filter(({ provider }) => provider === "closing").map(({ address, day }) => `${day} ${address}`).sort(), [
    `${TODAY} https://www.closing.example/1`, `${TOMORROW} https://www.closing.example/2`,
  ]);
  assert.deepEqual(told("mail-both", next).map((line) => line.slice(0, 44)), ["passwordsMissing imap://mail.both.example: o", "passwordsMissing smtp://mail.both.example: o"], "the other protocol's turn");
  assert.deepEqual(told("words", next), told("words"), "what was found of others stands");
});

test("without a network it says so, and the report stays as it was", async () => {
  const lost = join(folder, "lost");
  const resolve = async () => Promise.reject(Object.assign(new Error("getaddrinfo EAI_AGAIN"), { code: "EAI_AGAIN", syscall: "getaddrinfo" }));
  await assert.rejects(run({ folder: lost, network: { ...world.network, resolve } }), (error) => error instanceof NothingReached && /^none of the first \d+ hosts could be reached; \S+: getaddrinfo EAI_AGAIN$/.test(error.message));
  assert.equal(existsSync(join(lost, "report.md")), false);
});

test("no file of a provider is written", () => {
  assert.equal(sumsOf(providers) + sumsOf(join(ROOT, "providers")), sums);
});
