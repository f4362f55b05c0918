/** Misspelt domains: how many are told, how many of the told ones rightly, and that real domains are left alone. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SHARED = join(ROOT, "../shared/data");
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`;

/** @param {string} typos @param {string} real */
const measure = (typos, real) => JSON.parse(execFileSync("cargo", ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "domain", typos, real], { cwd: ROOT, encoding: "utf8" }));

test("the own tables: every typo is told, no real domain is corrected", (t) => {
  const { typos, right, wrong, real, falsePositives } = measure("tests/data/typos.tsv", "tests/data/real-domains.tsv");
  assert.deepEqual({ right, wrong, falsePositives }, { right: typos, wrong: 0, falsePositives: 0 });
  t.diagnostic(`figure: own tables: ${right} of ${typos} typos, 0 of ${real} real domains corrected`);
});

// Larger tables lie beside some checkouts, and are measured where they do.
if (!existsSync(`${SHARED}/typos.tsv`)) console.log("not present: the shared tables of typos; only the own ones were measured");
else {
  test("the shared tables: recall, precision, real domains", (t) => {
    const folder = mkdtempSync(join(tmpdir(), "passkind-typos-"));
    try {
      const rows = readFileSync(`${SHARED}/typos.tsv`, "utf8").split("\n").filter((line, at) => at === 0 || line.split("\t")[3] === "provider");
      writeFileSync(join(folder, "provider.tsv"), `${rows.join("\n")}\n`);
      const { recall, precision, real, falsePositives } = measure(join(folder, "provider.tsv"), `${SHARED}/not-typos.tsv`);
      assert.ok(recall >= 0.78 && precision >= 0.98, `recall ${recall}, precision ${precision}`);
      assert.equal(falsePositives, 0);
      t.diagnostic(`figure: shared tables: recall ${percent(recall)}, precision ${percent(precision)}, ${falsePositives} of ${real} real domains corrected`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
