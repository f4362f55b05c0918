// Instructions of fixed inputs, counted by callgrind and compared with tests/trust/instructions.tsv: at most a tenth more; and how
// they grow with the length of what is typed. `--record` writes that table anew. What is counted is examples/count.rs, built as the
// release is; instructions of the C library (copying, allocating) differ between processors and are left out.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { advice, find } from "./programs.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "target/instructions");
const TABLE = join(ROOT, "tests/trust/instructions.tsv");
const PROGRAM = join(ROOT, "target/release/examples/count");
const COUNTED = "count::counted";

/** More than so many times what is recorded is a failure. */
const MOST_GROWN = 1.1;
/**
 * Of one call, whatever is typed. A laptop does some 3 * 10^9 a second, half of it in wasm: a pair of ordinary length is far under a
 * millisecond, the longest and oddest one some milliseconds, a new password on the page's own thread a frame or two. What runs on a
 * thread of its own has no limit here; a misspelt domain is compared with each hosted one, so that row grows with them.
 */
const MOST = { pair: 20_000_000, hosted: 750_000_000, page: 80_000_000 };
/**
 * A unit in the upper half may cost so many times what one costs in the quarter below, plus some instructions, or growth is no
 * longer linear; with a quadratic step it would be twice as much.
 */
const MOST_BENT = 1.4;
const SLACK_PER_UNIT = 5;
/** Beyond the cut the cut itself is added, which looks at each character up to there, and not at one more. */
const CUT_PER_UNIT = 50;

const program = find("VALGRIND");
if (!program) {
  console.error(`not present: valgrind, so instructions are not counted. ${advice(["VALGRIND"])}`);
  process.exit(process.env.CI === "true" ? 1 : 0);
}
const toolchain = () => {
  const version = execFileSync("rustc", ["-vV"], { cwd: ROOT, encoding: "utf8" });
  return ["release", "host"].map((word) => new RegExp(`^${word}: (.*)$`, "m").exec(version)?.[1]).join(" ");
};

const counts = count();
const rows = [...counts].filter(([name]) => !name.startsWith("growth: "));
if (process.argv.includes("--record")) record();
const faults = [...compared(), ...limited(), ...straight()];
for (const fault of faults) console.log(`FAILED ${fault}`);
process.exitCode = faults.length ? 1 : 0;

/** Instructions of our own code by the rows' names. @returns {Map<string, number>} */
function count() {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--release", "--features", "strength", "--example", "count"], { cwd: ROOT, stdio: "inherit" });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, "counts");
  // Without the caller's variables, which lie on the stack and shift it.
  const { status, stdout, stderr } = spawnSync(program ?? "", ["--tool=callgrind", `--callgrind-out-file=${file}`, `--toggle-collect=${COUNTED}`, `--dump-after=${COUNTED}`, PROGRAM], { encoding: "utf8", env: {} });
  if (status !== 0) throw new Error(`callgrind ended with ${status}\n${stderr}`);
  const names = stdout.trimEnd().split("\n");
  const files = readdirSync(FOLDER).filter((name) => /^counts\.\d+$/.test(name)).length;
  if (files !== names.length) throw new Error(`${names.length} rows and ${files} counts`);
  const found = new Map(names.map((name, at) => [name, own(readFileSync(`${file}.${at + 1}`, "utf8"))]));
  rmSync(FOLDER, { recursive: true });
  return found;
}

/** The instructions of the program's own file among callgrind's lines. @param {string} text */
function own(text) {
  let sum = 0;
  let isOwn = false;
  /** Files by their short names: the name stands where it occurs first. @type {Map<string, string>} */
  const objects = new Map();
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, key, id = "", name] = /^(c?ob)=\((\d+)\)(?: (.*))?$/.exec(line) ?? [];
    if (name) objects.set(id, name);
    if (key === "ob") isOwn = objects.get(id) === PROGRAM;
    if (line.startsWith("calls=")) at++; // the next line is what the called function took: counted at its own lines
    else if (isOwn) sum += Number(/^[+\-*]?\d* (\d+)$/.exec(line)?.[1] ?? 0);
  }
  return sum;
}

function record() {
  const lines = rows.map(([name, instructions]) => [name, instructions, toolchain()].join("\t"));
  writeFileSync(TABLE, ["input\tinstructions\ttoolchain", ...lines, ""].join("\n"));
  console.log(`${rows.length} rows recorded in tests/trust/instructions.tsv`);
}

/** Beside what is recorded. */
function compared() {
  const recorded = new Map(readFileSync(TABLE, "utf8").trim().split("\n").slice(1).map((line) => {
    const [name = "", instructions, made] = line.split("\t");
    return [name, { instructions: Number(instructions), made }];
  }));
  const here = toolchain();
  const wrong = [...new Set([...recorded.values()].map(({ made }) => made))].filter((made) => made !== here);
  if (wrong.length) return [`the table is of ${wrong}, this is ${here}: \`make record-instructions\` records it anew`];
  const strange = [...recorded.keys(), ...rows.map(([name]) => name)].filter((name) => !recorded.has(name) || !counts.has(name));
  let most = 0;
  const faults = rows.flatMap(([name, instructions]) => {
    const before = recorded.get(name)?.instructions ?? Infinity;
    const times = instructions / before;
    most = Math.max(most, times);
    console.log(`${name.padEnd(44)} ${instructions.toLocaleString("en").padStart(12)} ${`${((times - 1) * 100).toFixed(1)} %`.padStart(9)}`);
    return times > MOST_GROWN ? [`${name}: ${instructions} instructions, ${before} are recorded`] : [];
  });
  console.log(`figure: ${rows.length} inputs, at most ${((most - 1) * 100).toFixed(1)} % over the record`);
  return [...faults, ...strange.map((name) => `${name}: not in both, the table and the program`)];
}

/** @param {string} name @returns {keyof typeof MOST | undefined} */
function limitOf(name) {
  if (name.startsWith("page: ")) return "page";
  if (name.includes("hosted domains")) return "hosted";
  return name.startsWith("strength: ") ? undefined : "pair";
}

/** Whatever is typed. */
function limited() {
  const most = { pair: 0, hosted: 0, page: 0 };
  const faults = [...counts].flatMap(([name, instructions]) => {
    const kind = limitOf(name);
    if (!kind) return [];
    most[kind] = Math.max(most[kind], instructions);
    return instructions > MOST[kind] ? [`${name}: ${instructions} instructions, the limit is ${MOST[kind]}`] : [];
  });
  const told = (/** @type {keyof typeof MOST} */ kind) => `${(most[kind] / 1e6).toFixed(1)} of ${MOST[kind] / 1e6}`;
  console.log(`figure: million instructions at most: a pair ${told("pair")}, with 10,000 hosted domains ${told("hosted")}, a new password on the page's thread ${told("page")}`);
  return faults;
}

/** Linear up to the cut, then constant. */
function straight() {
  /** @type {Map<string, [number, number][]>} */
  const kinds = new Map();
  for (const [name, instructions] of counts) {
    const [, kind, units] = /^(growth: .*), (\d+)$/.exec(name) ?? [];
    if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), [Number(units), instructions]]);
  }
  const results = [...kinds].map(([kind, points]) => bend(kind, points));
  const worst = results.reduce((a, b) => (b.bent > a.bent ? b : a));
  console.log(`figure: ${results.length} kinds of text at 5 lengths: a unit costs at most ${worst.bent.toFixed(2)} times as much in the upper half (${worst.kind.slice("growth: ".length)}); beyond the cut nothing`);
  return results.flatMap(({ fault }) => fault);
}

/** @param {string} kind @param {[number, number][]} points units and instructions, by length */
function bend(kind, points) {
  const [, , quarter, half, all, ...beyond] = points;
  if (!quarter || !half || !all || beyond.length !== 2) throw new Error(`${kind}: ${points.length} lengths`);
  const slope = (/** @type {[number, number]} */ [from, a], /** @type {[number, number]} */ [to, b]) => Math.max(0, b - a) / (to - from);
  const [below, above] = [slope(quarter, half), slope(half, all)];
  const fault = above > below * MOST_BENT + SLACK_PER_UNIT ? [`${kind}: ${above.toFixed(0)} instructions a unit in the upper half, ${below.toFixed(0)} in the quarter below`] : [];
  const isConstant = beyond.every(([, instructions]) => instructions <= all[1] + all[0] * CUT_PER_UNIT) && beyond[1]?.[1] === beyond[0]?.[1];
  return { kind, bent: above / Math.max(below, SLACK_PER_UNIT), fault: isConstant ? fault : [...fault, `${kind}: ${beyond.map(([units, instructions]) => `${instructions} instructions at ${units} units`).join(", ")}, ${all[1]} at the cut`] };
}
