// `make eval`: the project's own cases, and the figures on passwords that nobody here chose.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @typedef {{ count: number, of: number, share: number, low: number, high: number }} Share */
/** @typedef {{ hints: Share, may: Share, probably: Share, codes: Record<string, number>, examples: string[] }} Said */

let printed = "";
/** @type {any} what `make eval` wrote */
let figures;

before(() => {
  printed = execFileSync("make", ["--no-print-directory", "eval"], { cwd: ROOT, encoding: "utf8" });
  figures = JSON.parse(readFileSync(`${ROOT}/target/eval.json`, "utf8"));
});

/**
 * Nothing, or a sentence where it is more than 1 in so many.
 * @param {Share} share @param {number} many @param {string} what @param {string[]} [examples]
 */
function above(share, many, what, examples = []) {
  return share.count * many <= share.of ? [] : [`${what}: ${share.count} of ${share.of}, more than 1 in ${many}: ${JSON.stringify(examples.slice(0, 20))}`];
}

test("every own case passes", () => {
  const { cases, passed, falseHints, missed } = JSON.parse(/** @type {string} */ (printed.trim().split("\n").at(-1)));
  assert.deepEqual({ passed, falseHints, missed }, { passed: cases, falseHints: 0, missed: 0 }, printed);
});

test("addresses are read and domains corrected as well as the tables ask", () => {
  const answer = (/** @type {string} */ heading) => {
    const lines = printed.split("\n");
    const at = lines.findIndex((line) => line.startsWith(heading));
    return at < 0 ? undefined : JSON.parse(lines[at + 1] ?? "");
  };
  const own = answer("domains, own tables");
  assert.deepEqual([own.right, own.wrong, own.falsePositives], [own.typos, 0, 0]);
  assert.ok(own.real >= 120, "European mail domains");
  assert.equal(answer("addresses, own table").agree, 1);
  const addresses = answer("addresses, ../shared");
  if (!addresses) return assert.match(printed, /is not there: only the own tables/);
  assert.ok(addresses.agree >= 0.975 && addresses.falseAccepts <= 8, JSON.stringify(addresses));
  const domains = answer("domains, ../shared");
  assert.ok(domains.recall >= 0.78 && domains.precision >= 0.98 && domains.falsePositives <= 0.015 * domains.real, JSON.stringify(domains));
});

test("there are enough cases, half of them silent, each with its reason", () => {
  const rows = readFileSync(`${ROOT}/tests/data/cases.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.ok(rows.length >= 600, `${rows.length} cases`);
  assert.ok(rows.filter((row) => row.expect.verdict === "silent").length * 2 >= rows.length, "half are silent");
  assert.equal(new Set(rows.map((row) => row.id)).size, rows.length, "ids are unique");
  assert.deepEqual(rows.filter((row) => !row.why).map((row) => row.id), [], "each has a reason");
});

test("every table of the report is there, with the sentence that pages have today", () => {
  const { direction, provider, shape, baseline } = figures.tables;
  for (const table of [direction, provider, shape]) {
    const cases = Object.values(table).reduce((sum, row) => sum + row.cases, 0);
    assert.equal(cases, figures.own.cases);
  }
  assert.equal(baseline.sentence.speaks.share, 1);
  assert.equal(baseline.sentence.specific.share, 0);
});

test("issued secrets of documented length and signs are recognised", () => {
  const documented = figures.issued.filter((/** @type {any} */ row) => row.documented);
  assert.ok(documented.length > 0);
  // Without the groups in which its provider shows it, a secret on another form may be anybody's: only shown.
  const shownInGroups = (/** @type {string} */ provider, /** @type {string} */ role) =>
    documented.some((/** @type {any} */ row) => row.provider === provider && row.role === role && row.written === "grouped");
  const missed = documented.flatMap((/** @type {any} */ { provider, role, written, recognised, found }) =>
    Object.entries({ recognised, ...(!(written === "plain" && shownInGroups(provider, role)) && { found }) })
      .filter(([, share]) => share && share.share < 0.99)
      .map(([what, share]) => `${provider} ${role}, ${written}: ${what} ${share.count} of ${share.of}`),
  );
  assert.deepEqual(missed, []);
});

test("vendor tokens are told on an account form", () => {
  assert.deepEqual(figures.tokens.filter((/** @type {any} */ { told }) => told.share < 0.99), []);
});

test("people's passwords from public lists draw next to no hint on an account form", (t) => {
  const { missing, forms } = figures.people;
  if (missing.length > 0) {
    const message = `not measured, the list could not be had: ${missing.join(", ")}`;
    assert.ok(process.env.CI !== "true", message);
    t.diagnostic(message);
  }
  const accounts = forms.filter((/** @type {any} */ { account }) => account);
  assert.ok(accounts.length > 0);
  const loud = accounts.flatMap((/** @type {{ form: string, digitsOnly: boolean, said: Said }} */ { form, digitsOnly, said }) => [
    ...above(said.hints, digitsOnly ? 20 : 2_000, `${form}, ${digitsOnly ? "digits only" : "with letters or signs"}`, said.examples),
    ...(digitsOnly && said.probably.count > 0 ? [`${form}, digits only: probably ${said.probably.count} times`] : []),
  ]);
  assert.deepEqual(loud, []);
});

test("what password managers generate draws next to no hint on an account form", () => {
  assert.ok(figures.managers.some((/** @type {any} */ { said }) => said.hints.of >= 100_000));
  const loud = figures.managers.flatMap((/** @type {{ form: string, generator: string, said: Said }} */ { form, generator, said }) => [
    ...above(said.probably, 10_000, `probably, ${form}, ${generator}`, said.examples),
    ...above(said.may, 200, `may, ${form}, ${generator}`, said.examples),
  ]);
  assert.deepEqual(loud, []);
});

test("random letters and digits are no IBAN, card number or seed phrase", () => {
  assert.deepEqual(figures.alphanumerics.flatMap((/** @type {any} */ { signs, called }) => above(called, 100_000, signs)), []);
});

test("a right pair draws no hint, on every service of every provider", () => {
  const { services } = figures.rightPairs;
  assert.ok(services.length > 0);
  const loud = services.filter((/** @type {{ said: Said }} */ { said }) => said.hints.of !== 1_000 || said.hints.count > 0);
  assert.deepEqual(loud.map((/** @type {any} */ { provider, service, said }) => [provider, service, said.codes, said.examples.slice(0, 5)]), []);
});

test("rules that are due are listed", () => {
  const listed = (/** @type {string} */ today) => execFileSync("cargo", ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "stale", today], { cwd: ROOT, encoding: "utf8" });
  assert.match(listed("2027-11-01"), /^due 2027-12-\d\d {2}infomaniak services mailbox issued_only {2}read \d{4}-\d\d-\d\d {2}https:/m);
  assert.match(listed("2030-01-01"), /^expired 2027-/m);
  assert.match(listed("2026-11-23"), /^\d+ of \d+ claims expire by 2027-02-21$/m);
});
