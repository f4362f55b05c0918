// A consumer's throw-away project: a folder outside the checkout, the package installed from the tarball, the tools above it.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { serve } from "../tests/browser/server.js";

const MATRIX = import.meta.dirname;
const COMMAND_MS = 6 * 60_000;
const START_MS = 60_000;
/** Of a failed command, this much of the end is shown. */
const TAIL = 2_000;
const ENV = { NO_COLOR: "1", DO_NOT_TRACK: "1", NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1" };

/** This machine lacks what a tool needs. */
export class CannotRun extends Error {}

/**
 * One tool and what is checked of it; a check answers with a figure, or with nothing.
 * @typedef {object} Consumer
 * @property {string} tool a package of matrix/package.json, or a name
 * @property {string} [version] where the tool is no package
 * @property {string} [binary] the program, where not every machine has one
 * @property {boolean} [pages] false: it has no pages
 * @property {Record<string, (project: Project) => Promise<string | void>>} checks in their order
 */

/** Ends what still runs; also where the whole run is interrupted. @type {Set<() => void>} */
const running = new Set();
process.on("exit", () => running.forEach((stop) => stop()));

export class Project {
  /** @type {string} */ folder;
  /** @type {string} */ tarball;
  /** Where the tools' node_modules is. @type {string} */ #tools;
  /** @type {(() => unknown)[]} */ #open = [];

  /** @param {string} tools @param {string} tarball @param {string} name @param {boolean} [pages] */
  constructor(tools, tarball, name, pages = true) {
    this.#tools = tools;
    this.tarball = tarball;
    this.folder = join(tools, name);
    mkdirSync(this.folder);
    if (pages) cpSync(join(MATRIX, "page"), this.folder, { recursive: true });
    cpSync(join(MATRIX, name), this.folder, { recursive: true, filter: (path) => !path.endsWith("consumer.js") });
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: { passkind: `file:${tarball}` } }));
  }

  /** Fails where a program of the tools does not start on this machine. @param {string} name */
  async runs(name) {
    await this.bin(name, "--version").catch((error) => {
      throw new CannotRun(`${name} does not start here (${error.message.split("\n").slice(1).join(" ").trim().slice(0, 80)})`);
    });
  }

  /** @param {string} tool */
  version(tool) {
    const manifest = join(this.#tools, "node_modules", tool, "package.json");
    return existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : "";
  }

  install = () => this.run("npm", "install", "--prefer-offline", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");

  /** Runs a tool of the workspace in the project. @param {string} name @param {string[]} args */
  bin = (name, ...args) => this.run(join(this.#tools, "node_modules/.bin", name), ...args);

  /** Runs a script of the project, which finds the tools. @param {string} script */
  sh = (script) => this.run("sh", "-e", script);

  /** Where a file of a tool is. @param {string} path */
  tool = (path) => join(this.#tools, "node_modules", path);

  /** @param {string[]} args */
  node = (...args) => this.run(process.execPath, ...args);

  /** Runs a test file of the checkout; answers with how many tests there were. @param {string} file @param {Record<string, string>} env */
  test = async (file, env) => {
    // A skipped test is one that fails here.
    const printed = await this.run("env", ...Object.entries(env).map(([name, value]) => `${name}=${value}`), process.execPath, "--test", "--test-reporter=tap", file);
    const [passed, skipped] = ["pass", "skipped"].map((word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(printed)?.[1]));
    if (!passed || skipped) throw new Error(`${passed} passed, ${skipped} skipped`);
    return `${passed} tests`;
  };

  /** What it printed; fails if it fails. @param {string} command @param {string[]} args @returns {Promise<string>} */
  run = (command, ...args) => new Promise((resolve, reject) => {
    const { child, printed, stop } = this.#spawn(command, args);
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      stop();
    }, COMMAND_MS);
    child.on("error", (error) => {
      clearTimeout(late);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(late);
      if (code === 0) resolve(printed());
      else reject(new Error(`${[command, ...args].join(" ")}: ${isLate ? `not done after ${COMMAND_MS} ms` : signal ?? `exit code ${code}`}\n${printed().slice(-TAIL)}`));
    });
  });

  /**
   * Starts a server that takes `--port N`-like arguments; answers with its origin as soon as it answers.
   * @param {string} name @param {(port: string) => string[]} args
   */
  start = async (name, args) => {
    const port = await freePort();
    const { child, printed, stop } = this.#spawn(join(this.#tools, "node_modules/.bin", name), args(port));
    this.#open.push(stop);
    const origin = `http://127.0.0.1:${port}`;
    for (const start = Date.now(); Date.now() - start < START_MS && child.exitCode === null;) {
      if (await fetch(origin).then(() => true, () => false)) return origin;
      await new Promise((wait) => setTimeout(wait, 100));
    }
    throw new Error(`${name} did not come up\n${printed().slice(-TAIL)}`);
  };

  /** Its own process group, so that what it starts ends with it. @param {string} command @param {string[]} args */
  #spawn(command, args) {
    const child = spawn(command, args, { cwd: this.folder, env: { ...process.env, ...ENV, PATH: [join(this.#tools, "node_modules/.bin"), process.env.PATH].join(delimiter) }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
    const stop = () => {
      try {
        if (child.pid) process.kill(-child.pid, "SIGKILL");
      } catch {
        // it has ended
      }
    };
    running.add(stop);
    child.on("error", (error) => (text += error.message));
    child.on("close", () => running.delete(stop));
    return { child, printed: () => text, stop };
  }

  /** Serves a folder of the project. @param {string} [folder] */
  serve = async (folder = ".") => {
    const { origin, close } = await serve({}, {}, join(this.folder, folder));
    this.#open.push(close);
    return origin;
  };

  /** Lays a folder of the project over it, for another way to build; what was built before goes. @param {string} folder */
  overlay = (folder) => {
    rmSync(join(this.folder, "dist"), { recursive: true, force: true });
    cpSync(join(this.folder, folder), this.folder, { recursive: true });
  };

  /** The two pages into a folder, for bundlers that read no HTML. @param {string} folder */
  html = (folder) => {
    for (const page of ["sign-in.html", "one-provider.html", "new-password.html", "core-file.html"]) copyFileSync(join(this.folder, page), join(this.folder, folder, page));
  };

  async close() {
    await Promise.all(this.#open.splice(0).map((close) => close()));
  }
}

/** @returns {Promise<string>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(`${port}`));
    });
  });
}
