// The examples of React, Vue, Svelte and the classic POST as files (`make matrix` builds them and walks through them); and
// importing the package on a server, where there is no window.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FRAMEWORKS, versions } from "../frameworks/apps.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = [...FRAMEWORKS, "classic-post"];
/** @param {string} path */
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");

describe("examples", () => {
  test("each says what to look at, and what it needs by exact versions", () => {
    for (const example of EXAMPLES) assert.match(read(`examples/${example}/README.md`), /^# .+\n[^]*npm (start|run build)/);
    assert.equal(versions()["passkind"], JSON.parse(read("www/package.json")).version);
  });

  test("what they have in common is the same, so that a fault is mended in all", () => {
    for (const [name, among] of /** @type {[string, string[]][]} */ ([["server.mjs", FRAMEWORKS], ["src/signIn.js", FRAMEWORKS], ["src/style.css", FRAMEWORKS]])) {
      assert.equal(new Set(among.map((example) => read(`examples/${example}/${name}`))).size, 1, name);
    }
    assert.equal(read("examples/classic-post/style.css"), read("examples/react/src/style.css"));
  });
});

describe("on a server", () => {
  /** Programs of a thread of their own, which nothing imports. */
  const threads = ["./strength-worker.js"];
  /** They define elements, and ask whether there is a registry for them. */
  const definitions = ["./define.js", "./define-guide.js"];
  /** Every address that the package has, the files of the patterns included. */
  const subpaths = Object.keys(JSON.parse(read("www/package.json")).exports).filter((path) => !/\.(wasm|json|css|txt)$/.test(path) && !threads.includes(path)).flatMap((path) => {
    if (!path.includes("*")) return [path];
    const [folder = ""] = path.slice(2).split("*");
    const names = readdirSync(`${ROOT}www/${folder}`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js")).map((name) => name.slice(0, -3));
    return names.map((name) => path.replace("*", name));
  });

  test("importing any part of it works without a window, and asks for none", () => {
    assert.ok(subpaths.length > 15 && subpaths.includes("./locales/fr/hints.js"), subpaths.join());
    // The names that mean a page. Reading one is recorded, and gives what a server has: nothing.
    const code = `
      const touched = [];
      for (const name of ["window", "document", "location", "localStorage", "sessionStorage", "history", "customElements"]) {
        Object.defineProperty(globalThis, name, { configurable: true, get() { touched.push(name); } });
      }
      for (const path of ${JSON.stringify(subpaths)}) {
        await import("passkind" + path.slice(1));
        const asked = touched.splice(0).filter((name) => name !== "customElements" || !${JSON.stringify(definitions)}.includes(path));
        if (asked.length) console.log(path, ...asked);
      }`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: `${ROOT}www`, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.equal(stdout, "");
  });
});
