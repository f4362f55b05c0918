// The examples as someone has them who copied them: each in a folder of its own under target/frameworks, with the packed
// package and the exact versions of its package.json; built, and served by its own server on a free port of 127.0.0.1.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "target/frameworks");

export const FRAMEWORKS = /** @type {const} */ (["react", "vue", "svelte"]);
/** @typedef {(typeof FRAMEWORKS)[number] | "classic-post"} Example */

const execute = promisify(execFile);
/** @param {string} command @param {string[]} args @param {string} cwd */
async function run(command, args, cwd) {
  // A test runner's own variables would make a nested one silent, and NODE_ENV decides which React is built.
  const { NODE_ENV, NODE_TEST_CONTEXT, ...env } = process.env;
  try {
    return (await execute(command, args, { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`${command} ${args.join(" ")} in ${cwd}:\n${stdout}${stderr}`, { cause: error });
  }
}

/** @param {Example} example @returns {{ dependencies: Record<string, string>, devDependencies?: Record<string, string> }} */
const manifest = (example) => JSON.parse(readFileSync(join(ROOT, "examples", example, "package.json"), "utf8"));

/** What the examples ask for, together; one version of each package. @returns {Record<string, string>} */
export function versions() {
  /** @type {Record<string, string>} */
  const all = {};
  for (const example of /** @type {const} */ ([...FRAMEWORKS, "classic-post"])) {
    const { dependencies, devDependencies } = manifest(example);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`examples/${example}: ${name} ${version} is no exact version`);
      if ((all[name] ??= version) !== version) throw new Error(`examples/${example}: ${name} ${version}, where another example has ${all[name]}`);
    }
  }
  return all;
}

/** Packs www/ and installs it with the frameworks, all at once; a second run with the same package and versions installs nothing. */
export async function install() {
  mkdirSync(FOLDER, { recursive: true });
  const [{ filename }] = JSON.parse(await run("npm", ["pack", "--json", "--pack-destination", FOLDER], join(ROOT, "www")));
  const digest = createHash("sha256").update(readFileSync(join(FOLDER, filename))).digest("hex").slice(0, 16);
  // Named by its bytes: npm takes another file of the same name for the one it has.
  const tarball = `passkind-${digest}.tgz`;
  cpSync(join(FOLDER, filename), join(FOLDER, tarball));
  const wanted = JSON.stringify({ private: true, type: "module", dependencies: { ...versions(), passkind: `file:${tarball}` } }, null, 2);
  const stamp = join(FOLDER, "node_modules/.installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  for (const name of readdirSync(FOLDER)) if (name.endsWith(".tgz") && name !== tarball) rmSync(join(FOLDER, name));
  rmSync(stamp, { force: true });
  writeFileSync(join(FOLDER, "package.json"), wanted);
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"], FOLDER);
  writeFileSync(stamp, wanted);
}

/** A fresh copy. @param {Example} example */
export function copy(example) {
  const folder = join(FOLDER, example);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, "examples", example), folder, { recursive: true, filter: (path) => !/[\\/](node_modules|dist)$/.test(path) });
  return folder;
}

/** `npm run build` in the copy. @param {Example} example */
export const build = (example) => run("npm", ["run", "build"], join(FOLDER, example));

/**
 * Starts the example's own server.
 * @param {Example} example
 * @param {string[]} [args]
 * @returns {Promise<{ url: string, said: string[], stop(): Promise<void> }>} `said`: its lines, the address the first
 */
export async function serve(example, args = []) {
  const { NODE_ENV, NODE_TEST_CONTEXT, PORT, ...env } = process.env;
  const child = spawn(process.execPath, ["server.mjs", ...args], { cwd: join(FOLDER, example), env, stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => child.kill();
  process.once("exit", kill); // whatever becomes of the test
  /** @type {string[]} */
  const said = [];
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stderr.on("data", (data) => said.push(String(data)));
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(line) ?? [];
      if (found) resolve(found);
    });
    ended.then((code) => reject(new Error(`${example}: server.mjs ended with ${code}:\n${said.join("\n")}`)));
  });
  return { url, said, stop: async () => { process.off("exit", kill); kill(); await ended; } };
}
