// Adds up the closing lines of the runners in CI's logs: cargo's, node's, and those of the matrix and of SECURITY.md's table.
// `node scripts/counts.mjs STATUS LOG ...` ends with STATUS, or with 1 where a test failed or was skipped.
import { readFileSync } from "node:fs";

const [status = "0", ...logs] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const log of logs) {
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const cargo = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/.exec(line);
    const own = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
    const [, passed = 0, failed = 0, skipped = 0] = cargo ?? own ?? [];
    const [, word, number] = /^[ℹ#] (pass|fail|skipped|todo) (\d+)$/.exec(line) ?? [];
    counts.passed += Number(passed) + (word === "pass" ? Number(number) : 0);
    counts.failed += Number(failed) + (word === "fail" ? Number(number) : 0);
    counts.skipped += Number(skipped) + (word === "skipped" || word === "todo" ? Number(number) : 0);
  }
}
if (status !== "0" && counts.failed === 0) counts.failed = 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed || counts.skipped || !counts.passed ? 1 : 0;
