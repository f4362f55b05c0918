// Builds the package once more, from copies of the sources in another folder with a target folder of its own, and compares what
// both builds made, byte by byte. The tools are shared: they are pinned, and do not know where they are called.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Of another length and depth than the checkout's, so that a path that got into a file shows. */
const COPY = join(ROOT, "target/reproducible/another-folder");
const MADE = ["pkg", "words"];
const SINGLE = ["THIRD-PARTY.txt", "types.d.ts"];

const sum = (/** @type {string} */ path) => createHash("sha256").update(readFileSync(path)).digest("hex");

rmSync(COPY, { recursive: true, force: true });
for (const path of execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter((path) => path && existsSync(join(ROOT, path)))) {
  mkdirSync(dirname(join(COPY, path)), { recursive: true });
  cpSync(join(ROOT, path), join(COPY, path));
}
mkdirSync(join(COPY, "target"));
for (const shared of ["node_modules", "target/bindgen"]) symlinkSync(join(ROOT, shared), join(COPY, shared));
const started = performance.now();
execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: COPY, stdio: ["ignore", "ignore", "inherit"] });
const seconds = ((performance.now() - started) / 1000).toFixed(0);

const made = (/** @type {string} */ root) => [...MADE.flatMap((folder) => readdirSync(join(root, "www", folder)).map((name) => `${folder}/${name}`)), ...SINGLE].sort();
const [here, there] = [made(ROOT), made(COPY)];
const differing = [...new Set([...here, ...there])].filter((path) => !here.includes(path) || !there.includes(path) || sum(join(ROOT, "www", path)) !== sum(join(COPY, "www", path)));
for (const path of differing) console.log(`FAILED ${path} differs between the two folders`);
for (const path of ["pkg/core.wasm", "pkg/sign-in.wasm", "pkg/strength.wasm"]) console.log(`${sum(join(ROOT, "www", path))}  ${path}`);
if (differing.length) process.exitCode = 1; // the copy stays, to be looked at
else {
  console.log(`figure: ${here.length} files equal in two folders (the second build took ${seconds} s), core.wasm sha256 ${sum(join(ROOT, "www/pkg/core.wasm")).slice(0, 16)}...`);
  rmSync(dirname(COPY), { recursive: true });
}
