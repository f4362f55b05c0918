/** `integrity.json` is true of the packed files, and a browser that is given it runs no other ones: the examples of docs/integrity.md. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const document = readFileSync(`${ROOT}docs/integrity.md`, "utf8");
/** @param {string} info */
const example = (info) => new RegExp(`^\`\`\`${info}\\n(.*?)^\`\`\``, "ms").exec(document)?.[1] ?? assert.fail(`no example “${info}”`);

/** @type {string} */
let folder;
/** Of the tarball, unpacked. @type {string[]} */
let packed;
/** @type {{ version: string, files: Record<string, { sha256: string, integrity: string }> }} */
let sums;

/** A file of the installed package. @param {string} path */
function inPackage(path) {
  return readFileSync(join(folder, "node_modules/passkind", path));
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "passkind-integrity-"));
  const [{ filename, files }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: `${ROOT}www`, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", `./${filename}`], { cwd: folder, stdio: "ignore" });
  packed = files.map((/** @type {{ path: string }} */ { path }) => path).sort();
  sums = JSON.parse(inPackage("integrity.json").toString());
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("every packed file is named, and none else", () => {
  assert.deepEqual(Object.keys(sums.files), packed.filter((path) => path !== "integrity.json"), "run `make integrity`");
  assert.equal(sums.version, JSON.parse(inPackage("package.json").toString()).version);
});

test("every sum is true of the installed file", (t) => {
  const wrong = Object.entries(sums.files).filter(([path, { sha256, integrity }]) =>
    createHash("sha256").update(inPackage(path)).digest("hex") !== sha256 || `sha384-${createHash("sha384").update(inPackage(path)).digest("base64")}` !== integrity);
  assert.deepEqual(wrong.map(([path]) => path), [], "run `make integrity`");
  t.diagnostic(`figure: sums of ${Object.keys(sums.files).length} packed files are true`);
});

test("the document's command checks them", () => {
  const check = example("sh").replace("cd node_modules/passkind", `cd ${JSON.stringify(join(folder, "node_modules/passkind"))}`);
  assert.equal(execFileSync("bash", ["-e", "-o", "pipefail", "-c", check], { encoding: "utf8" }), "");
  writeFileSync(join(folder, "node_modules/passkind/passkind.css"), "p {}");
  assert.throws(() => execFileSync("bash", ["-e", "-o", "pipefail", "-c", check], { encoding: "utf8", stdio: "pipe" }), (/** @type {any} */ error) => /^passkind\.css: FAILED$/m.test(error.stdout));
});

describe("in a browser", () => {
  /** @type {import("playwright-core").Browser} */ let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());

  /** The document's map, for a server whose root is the package's folder. */
  function map() {
    writeFileSync(join(folder, "map.js"), example("js map"));
    return execFileSync(process.execPath, ["map.js"], { cwd: folder, encoding: "utf8" }).replaceAll("/passkind/", "/");
  }

  /** The file, still a good one, and a little longer: a section that nobody reads, an empty comment. @param {string} path */
  const other = (path) => Buffer.concat([readFileSync(join(`${ROOT}www`, path)), Buffer.from(path.endsWith(".wasm") ? [0, 2, 1, 65] : "\n//")]);

  /** What a page says that loads the core by the document's `fetch`, some files being others. @param {string[]} changed @param {boolean} [isHeard] whether it answers at all */
  async function visit(changed, isHeard = true) {
    const bring = example("js fetch").replaceAll("/passkind/", "/").replace(/^import .*$/m, 'const { load } = await import("passkind");');
    const judge = `import { createGuard } from "passkind"; const guard = await createGuard({ service: "account" }); window.said = guard.assess({ identifier: "a", password: "b" }).status;`;
    const page = `<!doctype html><html lang="en"><title>Sums</title>${map()}
      <script type="module">const files = ${JSON.stringify(sums.files)}; try { ${bring} window.loaded = true; } catch (error) { window.loaded = error.name; }</script>
      <script type="module">${judge}</script>`;
    const server = await serve({ "/page/": page, ...Object.fromEntries(changed.map((path) => [path, { body: other(path) }])) });
    const tab = await browser.newPage();
    try {
      await tab.goto(`${server.origin}/page/`);
      await tab.waitForFunction("window.loaded !== undefined");
      if (isHeard) await tab.waitForFunction("window.said !== undefined");
      else await tab.waitForTimeout(500);
      return { loaded: await tab.evaluate("window.loaded"), said: await tab.evaluate("window.said") };
    } finally {
      await tab.close();
      await server.close();
    }
  }

  test("the package's own files run", async () => assert.deepEqual(await visit([]), { loaded: true, said: "ok" }));

  test("another sign-in.wasm is refused by fetch; the core that comes inside the script answers", async () =>
    assert.deepEqual(await visit(["/pkg/sign-in.wasm"]), { loaded: "TypeError", said: "ok" }));

  test("another script of the package does not run: nothing is judged", async () => {
    const { loaded, said } = await visit(["/guard/guard.js"], false);
    assert.deepEqual({ loaded, said }, { loaded: "TypeError", said: undefined });
  });

  test("another script that is loaded late does not run either: unavailable", async () =>
    assert.equal((await visit(["/pkg/sign-in.wasm", "/pkg/inline.js"])).said, "unavailable"));
});
