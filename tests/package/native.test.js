// Native code, the shipped `core.wasm` and its twin in JavaScript give the same answers, byte by byte: every case of the evaluation, and
// random questions.
// NFC and the ASCII host are found out once, natively, and handed to both, so that only the core's own code is compared.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import instantiate from "../../www/pkg/twin.js";
import { RawCore } from "./raw-core.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RANDOM = 100_000;
/** More than any issued secret that a hint names by its length: Atlassian's API tokens have 100 or more. */
const MOST_CHARACTERS = 128;

/** @type {{ questions: number, hints: number, differences: string[], numbers: string[] }} */
const found = { questions: 0, hints: 0, differences: [], numbers: [] };

before(async () => {
  const table = readFileSync(`${ROOT}www/providers/all.txt`, "utf8");
  const core = new RawCore(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${ROOT}www/pkg/core.wasm`))).exports, table);
  const twin = new RawCore(instantiate(), table);
  const args = ["run", "--quiet", "--locked", "--release", "--example", "eval", "--", "questions", "tests/data/cases.jsonl", `${RANDOM}`];
  const child = spawn("cargo", args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const question = JSON.parse(line);
    if (question.answer === undefined) continue; // the closing line, with the counts
    found.questions++;
    const answer = core.assess(question);
    for (const [name, its] of [["core.wasm", answer], ["twin.js", twin.assess(question)]]) {
      // Options tell which question it was; what was typed is made up.
      if (its !== question.answer && found.differences.length < 20) found.differences.push(`${JSON.stringify(question)}\n  ${name}: ${its}`);
    }
    for (const { code, params } of JSON.parse(answer).hints) {
      found.hints++;
      for (const [name, value] of Object.entries(params)) {
        if (typeof value === "number" && value > MOST_CHARACTERS && found.numbers.length < 20) found.numbers.push(`${question.options.split("\n").slice(0, 2)}: ${code}.${name} is ${value}`);
      }
    }
  }
  assert.equal(await ended, 0, "eval questions");
});

test("every case and 100,000 random questions have the same answer natively, in the shipped core and in its twin", (t) => {
  const cases = readFileSync(`${ROOT}tests/data/cases.jsonl`, "utf8").trim().split("\n").length;
  assert.equal(found.questions, cases + RANDOM);
  assert.ok(found.hints > RANDOM / 2, `${found.hints} hints: too few to compare anything`);
  t.diagnostic(`${found.questions} questions, ${found.hints} hints, through native, wasm32 and twin: ${found.differences.length} differences`);
  assert.deepEqual(found.differences, []);
});

test("no hint of a built-in provider names more than 128 characters", () => assert.deepEqual(found.numbers, []));
