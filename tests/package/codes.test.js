/** docs/codes.md beside the contract: every code has its row, with the topic, the severity and the parameters of src/wasm/types.d.ts. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
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

/** First column of the table under a heading. @param {string} heading */
const listed = (heading) => [...((document.split(`\n## ${heading}\n`)[1] ?? "").split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name).sort();

describe("words of the interface beside the hints", () => {
  const paths = readdirSync(`${ROOT}www`, { recursive: true, encoding: "utf8" }).filter((name) => /^(?!pkg|words|demo|dts).*\.js$/.test(name)).map((name) => `${ROOT}www/${name}`);
  const program = ts.createProgram(paths, { allowJs: true, checkJs: true, strict: true, noEmit: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.NodeNext, skipLibCheck: true });
  const checker = program.getTypeChecker();

  /** The words of a union that a file declares. @param {string} file @param {string} name */
  function union(file, name) {
    const source = program.getSourceFiles().find(({ fileName }) => fileName.startsWith(`${ROOT}www/`) && fileName.endsWith(`/${file}`));
    assert.ok(source, file);
    const symbol = checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(source))).find((one) => one.name === name);
    assert.ok(symbol, name);
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    assert.ok(type.isUnion(), name);
    return type.types.map((one) => /** @type {ts.StringLiteralType} */ (one).value).sort();
  }

  /** Texts written where such a word is wanted: by the type that is expected there. @param {string[]} words */
  function written(words) {
    /** @type {Set<string>} */
    const found = new Set();
    for (const path of paths) {
      /** @param {ts.Node} node */
      const visit = (node) => {
        if (ts.isStringLiteral(node)) {
          const wanted = checker.getContextualType(node);
          const all = wanted && (wanted.isUnion() ? wanted.types : [wanted]).filter((one) => one.isStringLiteral()).map((one) => one.value);
          if (all && all.length >= words.length && words.every((word) => all.includes(word))) found.add(node.text);
        }
        ts.forEachChild(node, visit);
      };
      const source = program.getSourceFile(path);
      assert.ok(source);
      visit(source);
    }
    return found;
  }

  test("codes of errors: the union is what sources throw, those of the core included, and what the document lists", () => {
    const codes = union("readers.js", "ErrorCode");
    const ofCore = [...readFileSync(`${ROOT}src/error.rs`, "utf8").matchAll(/ErrorKind::\w+ => "(unknown\w+)"/g)].map(([, code = ""]) => code);
    assert.equal(ofCore.length, 2);
    assert.deepEqual([...new Set([...written(codes), ...ofCore])].sort(), codes);
    assert.deepEqual(listed("Errors"), codes);
  });

  test("reasons: each is given somewhere, and the document lists them", () => {
    const reasons = union("types.d.ts", "StatusReason");
    assert.deepEqual([...written(reasons)].sort(), reasons);
    assert.deepEqual(listed("Why nothing is known"), reasons);
  });
});
