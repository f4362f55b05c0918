// Writes www/integrity.json: of every file of the package its SHA-256, as `sha256sum` prints it, and its SRI string, as `integrity`
// attributes, import maps and `fetch` take it. Of all packed files but itself. Made when all of them are there: after the build and
// the declarations (`make integrity`).
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));
const FILE = join(WWW, "integrity.json");

const digest = (/** @type {string} */ algorithm, /** @type {Uint8Array} */ bytes, /** @type {"hex" | "base64"} */ as) => createHash(algorithm).update(bytes).digest(as);

const before = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
rmSync(FILE, { force: true });
const [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: WWW, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
const paths = packed.files.map((/** @type {{ path: string }} */ { path }) => path).filter((/** @type {string} */ path) => path !== "integrity.json").sort();
const files = Object.fromEntries(paths.map((/** @type {string} */ path) => {
  const bytes = readFileSync(join(WWW, path));
  return [path, { sha256: digest("sha256", bytes, "hex"), integrity: `sha384-${digest("sha384", bytes, "base64")}` }];
}));
const text = `${JSON.stringify({ version: packed.version, files }, undefined, 2)}\n`;
writeFileSync(FILE, text);
if (text !== before) console.log(`sums: ${paths.length} files in www/integrity.json`);
