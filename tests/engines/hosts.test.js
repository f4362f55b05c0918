/** The same address has the same domain, whoever reads its host: `URL` in three browsers, the crate `idna` natively. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { ENGINES, start } from "../browser/engines.js";
import { serve } from "../browser/server.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FEWEST = 2_000;

/** Letters of many scripts, and what readers of hosts stumble over. */
const LABELS = [
  "bücher", "straße", "faß", "ΒΌΛΟΣ", "βόλος", "пример", "пример-2", "例え", "中文", "한국어", "ไทย", "भारत", "संगठन", "اختبار", "إختبار", "טעסט", "ელ", "հայ", "ǆ", "ĳ", "ﬁn",
  "İstanbul", "ısı", "e\u0301", "é", "Å", "K", "ⅷ", "①", "½", "™", "💩", "❤", "a\u200cb", "न\u200dी", "नी\u200dन", "a\u00adb", "\u0301a", "a·l", "l·l", "٣", "۳", "x\u0660", "אa", "אב1", "1אב",
  "xn--bcher-kva", "xn--zzzzzzzz99999", "xn--0", "xn--a", "xn--", "xn--gmil-63d", "XN--BCHER-KVA", "yy--0", "-a", "a-", "a--b", "a_b", "a+b", "a*b", "a!b", "a$b", "a'b", "a(b", "a,b", "a;b", "a=b", "a~b",
  "1", "0x7f", "127", "256", "0177", "a".repeat(63), "a".repeat(64), "ü".repeat(40), "ü".repeat(60), "ａｂｃ", "ｇmail", "gm\u0430il", "аррӏе", "ʻokina", "o\u2019neil", "\ufffd", "\ue000", "\u0378", "𐐀", "ß", "ς", "σ",
];
const TOPS = ["com", "ch", "example", "рф", "中国", "भारत", "xn--p1ai", "1", "0x1", "c0m", "co.uk", "de.", "c", "münchen", "网址", "\u3002com", "de\uff0ecom"];
const HOSTS = [
  ...LABELS.flatMap((label) => TOPS.map((top) => `${label}.${top}`)),
  ...LABELS.flatMap((label, at) => [LABELS[(at + 7) % LABELS.length], LABELS[(at + 31) % LABELS.length], "mail"].map((other) => `${other}.${label}.org`)),
  ...LABELS,
  ...["1.2.3.4", "0x7f.1", "127.1", "1.2.3", "256.1.1.1", "1.2.3.4.", "a..b.com", ".a.com", "a.com..", "localhost", "a.b.c.d.e.f.g.example"],
  ...Array.from({ length: 130 }, (_, at) => `${"abcdefghij".repeat(5)}.${"x".repeat(at)}.${"0123456789".repeat(6)}.example`),
];

const hosts = [...new Set(HOSTS)].filter((host) => !/[\n\r@]/.test(host));

/** What a reader makes of a host, and the domain of an address there after our own checks. @typedef {[raw: string | null, domain: string | null]} Read */

/** Runs in the page. */
const READER = `
  import { createGuard } from "/index.js";
  const guard = await createGuard({ service: "mailbox" });
  const raw = (host) => { try { return new URL("http://" + host).hostname; } catch { return null; } };
  window.read = (hosts) => hosts.map((host) => [raw(host), guard.assess({ identifier: "a@" + host }).identifier.domain ?? null]);`;
const PAGES = { "/hosts": '<!doctype html><title>hosts</title><script type="module" src="/reader.js"></script>', "/reader.js": READER };

describe("browsers' readers and the native one agree on what our own checks let through", () => {
  /** @type {Read[]} */ let native;
  /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
  before(async () => {
    assert.ok(hosts.length >= FEWEST, `${hosts.length} hosts`);
    mkdirSync(`${ROOT}target`, { recursive: true });
    writeFileSync(`${ROOT}target/hosts.txt`, hosts.join("\n"));
    const program = ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "hosts", "target/hosts.txt"];
    native = JSON.parse(execFileSync("cargo", program, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 }));
    server = await serve(PAGES);
  });
  after(() => server?.close());

  for (const name of ENGINES) {
    test(name, async () => {
      const { driver, stop } = await start(name);
      try {
        await driver.get(`${server.origin}/hosts`);
        await driver.wait(() => driver.executeScript("return Boolean(window.read)"), 10_000);
        const inBrowser = /** @type {Read[]} */ (await driver.executeScript("return read(arguments[0])", hosts));
        const differing = (/** @type {0 | 1} */ at) => hosts.flatMap((host, n) => {
          const [ours, theirs] = [native[n]?.[at], inBrowser[n]?.[at]];
          return ours === theirs ? [] : [`${JSON.stringify(host)}: native ${ours}, browser ${theirs}`];
        });
        const [raw, domains] = [differing(0), differing(1)];
        writeFileSync(`${ROOT}target/hosts-differing-${name}.txt`, `${raw.join("\n")}\n`);
        console.log(`${name}, ${hosts.length} hosts: the readers themselves differ on ${raw.length} (target/hosts-differing-${name}.txt), the domains of addresses on ${domains.length}`);
        assert.ok(inBrowser.filter(([, domain]) => domain).length > hosts.length / 4, "many of them are hosts");
        assert.deepEqual(domains, []);
      } finally {
        await stop();
      }
    });
  }
});
