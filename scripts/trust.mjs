// `make trust`: the table of SECURITY.md, row by row, with figures. `node scripts/trust.mjs S5 S16` takes these rows alone;
// `--write` writes the table into SECURITY.md. A command that several rows name runs once.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { recorded } from "./recorded.mjs";
import { markdown, ROWS } from "./trust/rows.mjs";

/** @typedef {{ fault: string, figures: string[], seconds: number }} Outcome */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SECURITY = join(ROOT, "SECURITY.md");
/** Tests print what they have measured under these. */
const NAMES = ["spies", "recording", "soak", "echo", "oracle"];
/** Nothing here takes that long; what hangs ends. */
const COMMAND_MS = 15 * 60_000;
/** Of a failed command, this much of the end is shown. */
const TAIL = 4_000;

if (process.argv.includes("--write")) {
  writeFileSync(SECURITY, readFileSync(SECURITY, "utf8").replace(/^\| \| what must hold[\s\S]*?(?=\n\n)/m, () => markdown()));
  process.exit();
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((id) => !ROWS.some((row) => row.id === id));
if (unknown.length) {
  console.error(`no such row: ${unknown}; there are ${ROWS.map(({ id }) => id).join(", ")}`);
  process.exit(2);
}

/** Ends what still runs. @type {Set<() => void>} */
const running = new Set();
process.on("exit", () => running.forEach((stop) => stop()));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const started = performance.now();
/** @type {Map<string, Promise<Outcome>>} */
const outcomes = new Map();
/** @type {any[]} */
const rows = [];
/** What takes time to the instruction and to the millisecond runs alone; then what compiles, and beside it what a browser does. */
const ALONE = ["S2", "S4"];
const COMPILES = ["S1", "S16", "S17", "S18", "S19", "S20"];
const asked = ROWS.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
for (const row of asked.filter(({ id }) => ALONE.includes(id))) await check(row);
await Promise.all([true, false].map(async (compiles) => {
  for (const row of asked.filter(({ id }) => !ALONE.includes(id) && COMPILES.includes(id) === compiles)) await check(row);
}));
rows.sort((a, b) => ROWS.findIndex(({ id }) => id === a.id) - ROWS.findIndex(({ id }) => id === b.id));
process.exitCode = report();

/** @param {typeof ROWS[number]} row */
async function check(row) {
  const results = [];
  for (const command of row.commands) {
    if (!outcomes.has(command)) outcomes.set(command, outcome(command));
    results.push(await /** @type {Promise<Outcome>} */ (outcomes.get(command)));
  }
  const faults = results.map(({ fault }) => fault).filter(Boolean);
  const figures = results.flatMap(({ figures }) => figures).flatMap((figure) => {
    const [, id, text] = /^(?:(S\d+):? )?(.*)$/.exec(figure) ?? [];
    return id === undefined || id === row.id ? [text] : [];
  });
  rows.push({ ...row, result: faults.length ? "FAILED" : "passed", figures, seconds: results.reduce((sum, { seconds }) => sum + seconds, 0) });
  console.log(line(rows.at(-1)));
  for (const fault of faults) console.log(fault.slice(-TAIL).replace(/^/gm, "    "));
}

/** @param {string} command @returns {Promise<Outcome>} */
async function outcome(command) {
  const missing = needs(command);
  if (missing) return { fault: missing, figures: [], seconds: 0 };
  const start = performance.now();
  const before = ran(command);
  const { code, printed } = before ?? (await run(command));
  const seconds = before?.seconds ?? (performance.now() - start) / 1000;
  const [found, absent] = [figuresOf(printed), [...printed.matchAll(/^((?:not present: |no nightly |miri is not present).+)$/gm)].map(([, what = ""]) => what)];
  const count = (/** @type {string} */ word) => Number(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, "m").exec(printed)?.[1] ?? 0);
  const tests = count("pass") || Number(/^test result: ok\. (\d+) passed/m.exec(printed)?.[1] ?? 0);
  const figures = found.length + absent.length ? [...found, ...absent] : tests ? [`${tests} tests`] : [];
  const isTest = /\bnode --test\b|\bcargo test\b/.test(command);
  // Of a file's tests that a pattern does not name, Node says that they were skipped.
  const skipped = command.includes("--test-name-pattern") ? 0 : count("skipped");
  const fault = code !== 0 ? `${command}: exit code ${code}\n${printed}` : skipped ? `${command}: ${skipped} skipped` : isTest && !tests ? `${command}: no test ran` : "";
  return { fault, figures, seconds };
}

/** What `make test` or `make matrix` has found out about this very tree, file by file. @param {string} command */
function ran(command) {
  const [, runner = "", files = ""] = /^((?:ENGINE=\w+ )?node --test) ((?:tests\/[\w/.-]+\.js ?)+)$/.exec(command) ?? [];
  const parts = (files ? files.trim().split(" ").map((file) => `${runner} ${file}`) : [command]).map(recorded);
  if (parts.some((part) => !part)) return undefined;
  const sum = (/** @type {string} */ word) => parts.reduce((sum, part) => sum + Number(new RegExp(`^ℹ ${word} (\\d+)$`, "m").exec(part?.printed ?? "")?.[1] ?? 0), 0);
  const told = parts.map((part) => part?.printed.replace(/^ℹ (pass|skipped) \d+$/gm, "")).join("\n");
  return { code: 0, printed: `${told}\nℹ pass ${sum("pass")}\nℹ skipped ${sum("skipped")}`, seconds: parts.reduce((sum, part) => sum + (part?.seconds ?? 0), 0) };
}

/**
 * What a command has measured: the lines `figure: ...`; of those that begin with a test's own name (`soak: ...`) the last, which sums up.
 * @param {string} printed
 */
function figuresOf(printed) {
  const calls = [...printed.matchAll(/^\s*(?:[#ℹ] )?(\d+ calls, .+)$/gm)].map(([, text = ""]) => text);
  const told = [...printed.matchAll(/^(?:\s*[#ℹ] )?([a-z-]+)(?: \w+)?: (.+)$/gm)].filter(([, name = ""]) => name === "figure" || NAMES.includes(name));
  return calls.concat(told.filter(([, name], at) => name === "figure" || told.findLastIndex(([, other]) => other === name) === at).map(([, , text = ""]) => text.trim()));
}

/** Files and targets that a command names and that are not there. @param {string} command */
function needs(command) {
  const files = [...command.matchAll(/tests\/\S+\.js/g)].map(([path]) => path).filter((path) => !isThere(path));
  const target = /^make (\S+)/.exec(command)?.[1];
  const isTarget = target === undefined || new RegExp(`^${target}:`, "m").test(readFileSync(join(ROOT, "Makefile"), "utf8"));
  return [...files.map((path) => `there is no ${path}`), ...(isTarget ? [] : [`the Makefile has no ${target}`])].join("; ");
}

/** @param {string} path with `*` in its last part, perhaps */
function isThere(path) {
  if (!path.includes("*")) return existsSync(join(ROOT, path));
  const name = new RegExp(`^${basename(path).replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  const folder = join(ROOT, dirname(path));
  return existsSync(folder) && readdirSync(folder).some((entry) => name.test(entry));
}

/** Its own process group, so that what it starts ends with it. @param {string} command @returns {Promise<{ code: number | string, printed: string }>} */
function run(command) {
  const { MAKEFLAGS, MFLAGS, MAKELEVEL, ...env } = process.env; // `ONLY` is ours, not the commands'
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", command], { cwd: ROOT, detached: true, env: { ...env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    let isLate = false;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (printed += part));
    const stop = () => {
      try {
        if (child.pid) process.kill(-child.pid, "SIGKILL");
      } catch {
        // it has ended
      }
    };
    running.add(stop);
    const late = setTimeout(() => {
      isLate = true;
      stop();
    }, COMMAND_MS);
    child.on("close", (code, signal) => {
      clearTimeout(late);
      running.delete(stop);
      resolve({ code: isLate ? `none: not done after ${COMMAND_MS / 1000} s` : code ?? signal ?? "none", printed });
    });
  });
}

/** @param {any} row */
function line({ id, property, result, figures, seconds }) {
  return `${id.padEnd(4)} ${result.padEnd(7)} ${seconds.toFixed(0).padStart(4)} s  ${property}${figures.length ? `: ${figures.join("; ")}` : ""}`;
}

/** The table, then the counts in the words that CI reads. */
function report() {
  const table = rows.map(line).join("\n");
  mkdirSync(join(ROOT, "target"), { recursive: true });
  writeFileSync(join(ROOT, "target/trust.txt"), `${table}\n`);
  console.log(`\n${table}\n\nall in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const passed = rows.filter(({ result }) => result === "passed").length;
  console.log(`${passed} passed, ${rows.length - passed} failed`);
  return passed === rows.length && passed ? 0 : 1;
}
