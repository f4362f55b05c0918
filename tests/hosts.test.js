/** The same address has the same domain, whoever reads its host: `URL` in a browser, the crate `idna` natively. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser/chromium.js";
import { serve } from "./browser/server.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
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

test("Chromium's reader and the native one agree on what our own checks let through", async () => {
  const hosts = [...new Set(HOSTS)].filter((host) => !/[\n\r@]/.test(host));
  assert.ok(hosts.length >= FEWEST, `${hosts.length} hosts`);
  mkdirSync(`${ROOT}target`, { recursive: true });
  writeFileSync(`${ROOT}target/hosts.txt`, hosts.join("\n"));
  const printed = execFileSync("cargo", ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "hosts", "target/hosts.txt"], { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 });
  /** @type {[raw: string | null, domain: string | null][]} */
  const native = JSON.parse(printed);
  const server = await serve({ "/hosts/": "<!doctype html><title>hosts</title>" });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.origin}/hosts/`);
    const inBrowser = await tab.evaluate(async (hosts) => {
      const { createGuard } = await import(/** @type {string} */ ("/index.js"));
      const guard = await createGuard({ service: "mailbox" });
      const raw = (/** @type {string} */ host) => { try { return new URL(`http://${host}`).hostname; } catch { return null; } };
      return hosts.map((host) => [raw(host), guard.assess({ identifier: `a@${host}` }).identifier.domain ?? null]);
    }, hosts);
    const differing = (/** @type {0 | 1} */ at) => hosts.flatMap((host, n) => {
      const [ours, theirs] = [native[n]?.[at], inBrowser[n]?.[at]];
      return ours === theirs ? [] : [`${JSON.stringify(host)}: native ${ours}, browser ${theirs}`];
    });
    const [raw, domains] = [differing(0), differing(1)];
    writeFileSync(`${ROOT}target/hosts-differing.txt`, `${raw.join("\n")}\n`);
    console.log(`${hosts.length} hosts: the readers themselves differ on ${raw.length} (target/hosts-differing.txt), the domains of addresses on ${domains.length}`);
    assert.deepEqual(domains, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
