// `make matrix`: the packed package in throw-away projects, one for each tool that people build with, built and opened or run.
// `node scripts/matrix.mjs vite deno` takes these alone. Versions are those of matrix/package.json and its lock file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CannotRun, Project } from "../matrix/project.js";
import { closeBrowser } from "../matrix/visit.js";
import { record } from "./recorded.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The tools of the last run, if they are those of the present lock file and platform. */
const KEPT = join(ROOT, "target/matrix", createHash("sha256").update(readFileSync(join(ROOT, "matrix/package-lock.json"))).update(`${process.version} ${process.platform} ${process.arch}`).digest("hex").slice(0, 16), "node_modules");
const CONSUMERS = ["bare", "vite", "vite-ssr", "webpack", "rspack", "esbuild", "rollup", "parcel", "next", "node", "deno", "bun", "vitest", "jest", "types", "lint", "frameworks", "engines"];

/** Characters of a fault that are shown. */
const FAULT = 4_000;

/** @typedef {{ tool: string, version: string, checked: string, result: string, seconds: number, fault: string }} Row */

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !CONSUMERS.includes(name));
if (unknown.length) {
  console.error(`no such consumer: ${unknown}; there are ${CONSUMERS.join(", ")}`);
  process.exit(2);
}

const started = performance.now();
const workspace = mkdtempSync(join(tmpdir(), "passkind-matrix-"));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => { remove(); process.exit(1); });
/** @type {Row[]} */
const rows = [];
try {
  const tarball = prepare();
  // Two at a time: the tools that build and, beside them, the suites of frameworks and engines, which mostly wait.
  const asked = chosen.length ? chosen : CONSUMERS;
  const waits = (/** @type {string} */ name) => ["frameworks", "engines"].includes(name);
  await Promise.all([asked.filter(waits), asked.filter((name) => !waits(name))].map(async (names) => {
    for (const name of names) await check(name, tarball);
  }));
} finally {
  await closeBrowser();
  remove();
}
process.exitCode = report();

/** Packs the package and installs the tools; answers with the tarball. */
function prepare() {
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", workspace], { cwd: join(ROOT, "www"), encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(ROOT, "matrix", file), join(workspace, file));
  const start = performance.now();
  const isKept = existsSync(KEPT);
  if (isKept) move(KEPT, join(workspace, "node_modules"));
  // Not `npm ci`: it refuses a lock file that lacks another machine's optional packages, and registries lack some.
  else execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: workspace, stdio: ["ignore", "ignore", "inherit"] });
  console.log(`${filename} packed, the tools ${isKept ? "taken from the last run" : "installed"} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return join(workspace, filename);
}

/** The tools stay in target/ for the next run, the rest goes. */
function remove() {
  const tools = join(workspace, "node_modules");
  if (existsSync(join(tools, ".package-lock.json"))) {
    rmSync(join(ROOT, "target/matrix"), { recursive: true, force: true });
    mkdirSync(dirname(KEPT), { recursive: true });
    move(tools, KEPT);
  }
  rmSync(workspace, { recursive: true, force: true });
}

/** @param {string} from @param {string} to */
function move(from, to) {
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true }); // another file system
    rmSync(from, { recursive: true });
  }
}

/** All checks of one folder's consumers, which share a project. @param {string} name @param {string} tarball */
async function check(name, tarball) {
  const { default: own } = await import(`../matrix/${name}/consumer.js`);
  /** @type {import("../matrix/project.js").Consumer[]} */
  const consumers = [own].flat();
  const project = new Project(workspace, tarball, name, consumers[0]?.pages);
  const installing = project.install();
  /** @type {Row[]} */
  const mine = [];
  for (const { tool, version = project.version(tool), binary, checks } of consumers) {
    const ready = Promise.all([installing, binary && project.runs(binary)]);
    for (const [checked, run] of Object.entries(checks)) {
      const start = performance.now();
      const outcome = await ready.then(() => run(project)).then((figure) => ({ result: figure ? `passed, ${figure}` : "passed", fault: "" }), failure);
      const row = { tool, version, checked, ...outcome, seconds: (performance.now() - start) / 1000 };
      rows.push(row);
      mine.push(row);
      console.log(line(row));
      if (row.fault) console.log(row.fault.slice(0, FAULT).replace(/^/gm, "    "));
    }
  }
  await project.close();
  if (mine.every(({ result }) => result.startsWith("passed"))) record(`make matrix ONLY=${name}`, "", mine.reduce((sum, { seconds }) => sum + seconds, 0));
}

/** A tool that this machine cannot run is named, and is a failure where it must run. @param {Error} error */
function failure(error) {
  const isLeft = error instanceof CannotRun && process.env.CI !== "true";
  return { result: isLeft ? `not run: ${error.message}` : "FAILED", fault: isLeft ? "" : `${error.stack ?? error}` };
}

/** @param {Row} row */
function line({ tool, version, checked, result, seconds }) {
  return `${tool.padEnd(24)} ${version.padEnd(9)} ${checked.padEnd(44)} ${result.padEnd(18)} ${seconds.toFixed(1).padStart(7)}`;
}

/** The table, then the counts in the words that CI reads. */
function report() {
  const table = [`${"tool".padEnd(24)} ${"version".padEnd(9)} ${"checked".padEnd(44)} ${"result".padEnd(18)} seconds`, ...rows.map(line)].join("\n");
  mkdirSync(join(ROOT, "target"), { recursive: true });
  writeFileSync(join(ROOT, "target/matrix.txt"), `${table}\n`);
  console.log(`\n${table}\n\nall in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const count = (/** @type {string} */ start) => rows.filter(({ result }) => result.startsWith(start)).length;
  const [passed, failed, missing] = [count("passed"), count("FAILED"), count("not run")];
  console.log(`${passed} passed, ${failed} failed${missing ? `, ${missing} skipped` : ""}`);
  return failed || !passed ? 1 : 0;
}
