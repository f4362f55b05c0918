/** docs/codes.md beside the contract: every code has its row, with the topic, the severity and the parameters of src/wasm/types.d.ts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { hint } from "../../www/testing.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TYPES = `${ROOT}src/wasm/types.d.ts`;
const document = readFileSync(`${ROOT}docs/codes.md`, "utf8");
/** What `where` in the table stands for. */
const DESTINATION = ["provider?", "name?", "service", "place?", "links"];

/** Rows of the table under a heading. @param {string} heading */
function table(heading) {
  const [, section = ""] = document.split(`\n## ${heading}\n`);
  return [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$/gm)]
    .map(([, code, topic, severity, params, meaning = ""]) => ({ code, topic, severity, params, meaning }));
}

/** The contract's rows, in its order: topic and severity stand in its comments. @param {string} name */
function contract(name) {
  const program = ts.createProgram([TYPES], { strict: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(TYPES);
  assert.ok(source);
  /** @type {ts.InterfaceDeclaration | undefined} */
  let declaration;
  ts.forEachChild(source, (node) => { if (ts.isInterfaceDeclaration(node) && node.name.text === name) declaration = node; });
  assert.ok(declaration);
  let topic = "";
  let severity = "";
  /** @type {Map<string, string>} "unusualAddress is info" */
  const exceptions = new Map();
  return declaration.members.map((member) => {
    const comments = ts.getLeadingCommentRanges(source.text, member.pos) ?? [];
    for (const { pos, end } of comments) {
      const [, newTopic, newSeverity, exception] = /^\/\/ ([\w' ]+), (?:by )?(\w+)(?:; (.*))?$/.exec(source.text.slice(pos, end)) ?? [];
      if (!newTopic || !newSeverity) continue;
      [topic, severity] = [newTopic, newSeverity];
      const [, code, other] = /^(\w+) is (?:a )?(\w+)$/.exec(exception ?? "") ?? [];
      if (code && other) exceptions.set(code, other);
    }
    const code = /** @type {ts.Identifier} */ (member.name).text;
    const type = checker.getTypeAtLocation(member);
    const own = type.getProperties().map((property) => property.name + (property.flags & ts.SymbolFlags.Optional ? "?" : ""));
    const isPlace = DESTINATION.every((property) => own.includes(property));
    const params = [...(isPlace ? ["where"] : []), ...own.filter((property) => !isPlace || !DESTINATION.includes(property))];
    return { code, topic, severity: exceptions.get(code) ?? severity, params: params.map((param) => `\`${param}\``).join(", ") || "none" };
  });
}

for (const [heading, name] of /** @type {const} */ ([["Hints of the sign-in form", "HintParams"], ["Hints about a new password", "StrengthHintParams"]])) {
  test(`${heading}: the rows are those of the contract, in its order`, () => {
    const expected = contract(name);
    assert.ok(expected.length > 20 && expected.every(({ topic }) => topic));
    assert.deepEqual(table(heading).map(({ meaning, ...row }) => row), expected);
  });

  test(`${heading}: each says something of its own`, () => {
    const meanings = table(heading).map(({ meaning }) => meaning);
    assert.equal(new Set(meanings).size, meanings.length);
    for (const meaning of meanings) assert.ok(meaning.length > 10, meaning);
  });
}

test("what events leave out is named", () => {
  const named = (document.split("* **Events of `attach` leave out")[1] ?? "").split("`capsLockOn`")[0] ?? "";
  for (const { code = "", params = "" } of table("Hints of the sign-in form")) {
    if (/`verdict`/.test(params)) continue;
    const made = hint(/** @type {any} */ (code), /`field`/.test(params) ? /** @type {any} */ ({ field: "password" }) : {});
    assert.equal(made.private, named.includes(`\`${code}\``), code);
  }
  assert.match(named, /every code that the texts do not know/);
});

test("every code is given by a case of the evaluation", () => {
  const cases = readFileSync(`${ROOT}tests/data/cases.jsonl`, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const given = new Set(cases.flatMap(({ expect }) => expect.codes ?? []));
  assert.deepEqual(table("Hints of the sign-in form").map(({ code }) => code).filter((code) => !given.has(code)), []);
});

test("the shapes are those of the crate, by the same names", () => {
  const [, body = ""] = /^pub enum Shape \{\n(.*?)^\}/ms.exec(readFileSync(`${ROOT}src/secret/shape.rs`, "utf8")) ?? [];
  const [, union = ""] = /^export type Shape =(.*?);/ms.exec(readFileSync(TYPES, "utf8")) ?? [];
  const shapes = [...body.matchAll(/^ {4}(\w)(\w*),$/gm)].map(([, first = "", rest]) => first.toLowerCase() + rest);
  assert.ok(shapes.length >= 14, `${shapes}`);
  assert.deepEqual([...union.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort(), shapes.sort());
});

test("the policy names the version that each kind of change needs", () => {
  for (const kind of ["patch", "minor", "major"]) assert.match(document, new RegExp(`\\| ${kind} \\|`));
});
