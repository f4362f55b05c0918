/**
 * What tests of this very tree have printed, so that no test runs twice in one gate: `make test` and `make matrix` record, and
 * `make trust` reads. A record is of the tree's content; a changed file makes it worthless.
 *
 * As a reporter of node:test (`--test-reporter=./scripts/recorded.mjs`) it records each file under the command that runs it alone.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "target/recorded");

/** @param {string} command */
const fileOf = (command) => join(FOLDER, `${createHash("sha256").update(command).digest("hex").slice(0, 16)}.json`);

/** @type {string | undefined} */
let tree;
/** Of every file that git knows or would add. */
function digest() {
  if (tree) return tree;
  const hash = createHash("sha256");
  const paths = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).split("\0");
  for (const path of paths.filter((path) => path && existsSync(join(ROOT, path))).sort()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return (tree = hash.digest("hex"));
}

/** Keeps what a command that ended well has printed. @param {string} command @param {string} printed @param {number} seconds */
export function record(command, printed, seconds) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(command), JSON.stringify({ command, tree: digest(), printed, seconds }));
}

/** What it printed, if it ended well on this very tree. @param {string} command @returns {{ printed: string, seconds: number } | undefined} */
export function recorded(command) {
  if (!existsSync(fileOf(command))) return undefined;
  const { tree, printed, seconds } = JSON.parse(readFileSync(fileOf(command), "utf8"));
  return tree === digest() ? { printed, seconds } : undefined;
}

/** @typedef {{ passed: number, failed: number, skipped: number, milliseconds: number, told: string[] }} Counts */

/** @param {AsyncIterable<any>} events of node:test */
export default async function* report(events) {
  digest(); // of the tree as it was when the tests began
  /** @type {Map<string, Counts>} */
  const files = new Map();
  for await (const { type, data } of events) {
    if (!data?.file) continue;
    const counts = files.get(data.file) ?? { passed: 0, failed: 0, skipped: 0, milliseconds: 0, told: [] };
    files.set(data.file, counts);
    if (type === "test:diagnostic") counts.told.push(`ℹ ${data.message}`);
    if (type === "test:stdout") counts.told.push(data.message);
    if (type === "test:fail") counts.failed++;
    if (type === "test:pass" && data.details?.type !== "suite") {
      if (data.skip || data.todo) counts.skipped++;
      else counts.passed++;
      if (data.nesting === 0) counts.milliseconds += data.details?.duration_ms ?? 0;
    }
  }
  const engine = process.env["ENGINE"] ? `ENGINE=${process.env["ENGINE"]} ` : "";
  for (const [file, { passed, failed, skipped, milliseconds, told }] of files) {
    if (failed || !passed) continue;
    record(`${engine}node --test ${relative(ROOT, file)}`, [...told, `ℹ pass ${passed}`, `ℹ skipped ${skipped}`].join("\n"), milliseconds / 1000);
  }
  yield "";
}
