// Servers' replies: the crate, www/reply.js and the readers of docs/mail-setup.md name the same cause, for the replies of
// ../shared/data/replies.jsonl where it is there, and for 20,000 made up ones.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { REPLY_LIMIT, replySize } from "../../scripts/size.mjs";
import { causeOf } from "../../www/reply.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RULES = `${ROOT}www/reply`;
const SHARED = "../shared/data/replies.jsonl";
const MADE_UP = 20_000;
const DOCS = readFileSync(`${ROOT}docs/mail-setup.md`, "utf8");

/** Replies with the cause that the crate names. @type {[string, string | null][]} */
let told = [];

before(() => {
  const files = existsSync(ROOT + SHARED) ? [SHARED] : [];
  const args = ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "replies", ...files, `${MADE_UP}`];
  told = execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 }).trim().split("\n").map((line) => JSON.parse(line));
});

/** @param {(string | null | undefined)[]} causes @param {[string, string | null][]} [all] */
function compare(causes, all = told) {
  const differences = all.flatMap(([reply, cause], at) => ((causes[at] ?? null) === cause ? [] : [`${JSON.stringify(reply)}: ${cause}, not ${causes[at]}`]));
  assert.deepEqual(differences.slice(0, 10), []);
  assert.equal(causes.length, all.length);
}

/** The first block of that language in the document. @param {string} language */
const block = (language) => DOCS.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";

/** Those of the file, and a fifth of those made up: other languages take their time. */
const some = () => told.filter((_, at) => at < told.length - MADE_UP || at % 5 === 0);

/** Runs a reader of the document on some of the replies; `undefined` where there is no interpreter. @param {string} command @param {string[]} args */
function answers(command, args) {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  const input = some().map(([reply]) => JSON.stringify(reply)).join("\n");
  return execFileSync(command, args, { cwd: RULES, encoding: "utf8", input, maxBuffer: 1 << 28 }).trim().split("\n").map((line) => JSON.parse(line));
}

test("the crate and www/reply.js name the same cause", (t) => {
  assert.ok(told.length >= MADE_UP);
  if (told.length === MADE_UP) t.diagnostic(`${SHARED} is not there: made up replies alone were compared`);
  compare(told.map(([reply]) => causeOf(reply)));
  const causes = new Set(told.map(([, cause]) => cause));
  assert.equal(causes.size, 18, "every cause, and none, occurs among them");
  t.diagnostic(`${told.length} replies, ${causes.size - 1} causes`);
});

test("the type of causes is the crate's list", () => {
  const listed = [...readFileSync(`${ROOT}src/reply/cause.rs`, "utf8").matchAll(/^ {4}[A-Z]\w+ = "(\w+)",$/gm)].map(([, name]) => name);
  const typed = [.../@typedef \{([^}]+)\} Cause/.exec(readFileSync(`${ROOT}www/reply.js`, "utf8"))?.[1]?.matchAll(/"(\w+)"/g) ?? []].map(([, name]) => name);
  const documented = [...DOCS.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.equal(listed.length, 17);
  assert.deepEqual(typed, listed);
  assert.deepEqual(documented, listed);
});

test("the Python reader of docs/mail-setup.md names the same", (t) => {
  const found = answers("python3", ["-c", `${block("python")}\nimport sys\nfor line in sys.stdin: print(json.dumps(cause_of(json.loads(line))))`]);
  if (!found) return t.diagnostic("not run: python3 is not there");
  compare(found, some());
});

test("the PHP reader of docs/mail-setup.md names the same", (t) => {
  const found = answers("php", ["-r", `${block("php")}\nwhile (($line = fgets(STDIN)) !== false) echo json_encode(cause_of(json_decode($line))), "\\n";`]);
  if (!found) return t.diagnostic("not run: php is not there");
  compare(found, some());
});

test("causes of what is no reply, of a long one and of one without end", () => {
  /** @type {[unknown, string | undefined][]} */
  const table = [
    [undefined, undefined], [null, undefined], [535, undefined], [{}, undefined], ["", undefined], ["+OK", undefined], ["\ud800\udc00\ud800", undefined],
    [`${"x".repeat(800)} application-specific password`, undefined], [`${"😀".repeat(770)} application-specific password`, "appPassword"],
    ["535 ".repeat(3e5), "wrongPair"], ["@".repeat(1e6), undefined], ["https://".repeat(1e5), undefined], ["[".repeat(1e6), undefined],
  ];
  for (const [reply, cause] of table) assert.equal(causeOf(/** @type {string} */ (reply)), cause, String(reply).slice(0, 40));
});

test("what a page loads to read replies stays small", async (t) => {
  const bytes = await replySize();
  t.diagnostic(`${bytes} bytes, limit ${REPLY_LIMIT}`);
  assert.ok(bytes <= REPLY_LIMIT, `${bytes} bytes, limit ${REPLY_LIMIT}: fewer phrases in replies/rules.toml, or shorter ones`);
});
