// The figures that README and docs tell are those of docs/bench.json, which `make bench` writes; and they are of today's files.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { documents } from "../../benches/document.mjs";
import { ownDownloads } from "../../benches/downloads.mjs";
import { FIELDS, lacking, packageVersions, recorded, ROOT } from "../../benches/record.mjs";

/** A size may move by that much before the bench must be run again. */
const DRIFT = 0.02;
/** Bytes of a language's common words after brotli: the README's "at most 20 kB". */
const WORDS_LIMIT = 20_000;

const record = recorded();
const read = (/** @type {string} */ path) => readFileSync(ROOT + path, "utf8");

test("the recorded run has every field, as a number", () => {
  assert.equal(FIELDS.length, 22);
  assert.deepEqual(lacking(record), []);
  for (const path of FIELDS) assert.deepEqual(lacking(without(record, path)), [path], `a record without ${path} is noticed`);
});

/** A copy that lacks one field. @param {object} whole @param {string} path */
function without(whole, path) {
  const copy = structuredClone(whole);
  const [group = "", name = ""] = path.split(".");
  delete /** @type {Record<string, Record<string, number>>} */ (copy)[group]?.[name];
  return copy;
}

test("it says when, where and of which versions, and no host's name", () => {
  assert.match(record.date, /^\d{4}-\d\d-\d\d$/);
  assert.match(record.machine, /^\d+ cores [\w-]+ \w+$/);
  for (const name of ["Node", "Chromium", "rustc", "addr", "email_address", "lettre"]) assert.match(record.versions[name] ?? "", /^\d+\.\d+/, name);
  assert.deepEqual(Object.fromEntries(Object.keys(packageVersions()).map((name) => [name, record.versions[name]])), packageVersions(), "a package has another version: run `make bench`");
});

for (const [path, text] of Object.entries(documents(record, read("README.md")))) {
  test(`${path} tells the recorded figures`, () => assert.equal(read(path), text, "run `make bench`, or `node benches/document.mjs` after a change of words"));
}

/** The README's passage, and the page that is made as a whole. */
const GENERATED = /<!-- made by `make bench` from docs\/bench\.json: begin -->.*?<!-- made by `make bench`: end -->/s;
const FIGURE = /\d[\d.,]*(?:[ \u00a0\u202f]|&nbsp;)?(?:kB|MB|KB|KiB|MiB|bytes|ms|µs|ns|seconds?|minutes?)\b/g;
/** What is no measurement: a limit that the last test holds, an example of how a language says a time. */
const OTHERS = new Map([["README.md", ["20 kB"]], ["docs/translating.md", ["2 seconds"]]]);

for (const path of ["README.md", ...readdirSync(`${ROOT}docs`).filter((name) => name.endsWith(".md") && name !== "benchmarks.md").map((name) => `docs/${name}`)]) {
  test(`${path} tells no other figure of size or time than a limit`, () => {
    const found = read(path).replace(GENERATED, "").match(FIGURE) ?? [];
    assert.deepEqual(found, OTHERS.get(path) ?? []);
  });
}

test("the sizes are those of today's files", async () => {
  const now = await ownDownloads();
  assert.ok(Object.keys(now).length > 10);
  for (const [name, bytes] of Object.entries(now)) {
    const told = record.size[name] ?? 0;
    assert.ok(Math.abs(told - bytes) <= bytes * DRIFT, `${name}: recorded ${told}, now ${bytes}: run \`make bench\``);
  }
  assert.ok((now["words_br"] ?? Infinity) <= WORDS_LIMIT, "the README's limit for a language's words");
});
