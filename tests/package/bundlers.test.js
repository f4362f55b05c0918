// docs/bundlers.md shows what `make matrix` builds, and names the versions that it builds with.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(`${ROOT}docs/bundlers.md`, "utf8");
const blocks = [...page.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, info = "", code = ""]) => ({ path: info.split(" ")[1] ?? "", code }));

test("there are snippets to compare", () => assert.ok(blocks.length >= 12, `${blocks.length}`));

for (const { path, code } of blocks) {
  test(`the snippet of ${path} is what the matrix builds`, () => {
    assert.match(path, /^matrix\//);
    assert.ok(readFileSync(`${ROOT}${path}`, "utf8").includes(code), path);
  });
}

test("every version named is the one that is installed", () => {
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}matrix/package.json`, "utf8"));
  /** @type {[string, string][]} */
  const named = [["Vite", "vite"], ["webpack", "webpack"], ["Rspack", "@rspack/core"], ["Parcel", "parcel"], ["Next.js", "next"], ["esbuild", "esbuild"], ["Rollup", "rollup"], ["Deno", "deno"], ["Bun", "bun"], ["Vitest", "vitest"], ["Jest", "jest"], ["TypeScript", "typescript"]];
  for (const [name, tool] of named) {
    const version = new RegExp(`${name.replace(".", "\\.")} (\\d[\\d.]*)`).exec(page)?.[1];
    assert.ok(version && `${dependencies[tool]}.`.startsWith(`${version}.`), `${name} ${version}, installed ${dependencies[tool]}`);
  }
});

test("versions are exact, and the lock file names no registry", () => {
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}matrix/package.json`, "utf8"));
  for (const [name, version] of Object.entries(dependencies)) assert.match(version, /^(npm:[\w-]+@)?\d+\.\d+\.\d+$/, name);
  assert.doesNotMatch(readFileSync(`${ROOT}matrix/package-lock.json`, "utf8"), /"resolved"/);
});

test("every folder with a consumer is run", () => {
  const runner = readFileSync(`${ROOT}scripts/matrix.mjs`, "utf8");
  const consumers = readdirSync(`${ROOT}matrix`).filter((name) => existsSync(`${ROOT}matrix/${name}/consumer.js`));
  assert.deepEqual(consumers.filter((name) => !runner.includes(`"${name}"`)), []);
});
