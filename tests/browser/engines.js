/**
 * Three engines, each with a driver of its own that we start on a free port and stop by its handle: nothing is downloaded, and
 * an engine that is not there is a failure, with what to install.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { advice, find } from "../../scripts/programs.mjs";

/** @import {ChildProcess} from "node:child_process" */
/** @import {WebDriver} from "selenium-webdriver" */

/** @typedef {"chromium" | "firefox" | "webkit"} EngineName */
/** @typedef {{ name: EngineName, driver: WebDriver, stop(): Promise<void> }} Engine */

/** Longer than any driver or browser took to come up on two busy cores. */
const START_MS = 60_000;
const QUIET = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/**
 * What each is made of: its programs, the driver's arguments, what is asked of the driver.
 * @type {Record<EngineName, { programs: string[], driver(port: number): string[], wanted(hasWasm: boolean): object, env?: Record<string, string> }>}
 */
const KINDS = {
  chromium: {
    programs: ["CHROME", "CHROMEDRIVER"],
    driver: (port) => [need("CHROMEDRIVER"), `--port=${port}`],
    wanted: (hasWasm) => ({
      browserName: "chrome", "goog:loggingPrefs": { browser: "ALL" },
      "goog:chromeOptions": { binary: need("CHROME"), args: [...QUIET, "--window-size=1000,800", ...(hasWasm ? [] : ["--js-flags=--jitless"])] },
    }),
  },
  firefox: {
    programs: ["FIREFOX", "GECKODRIVER"],
    driver: (port) => [need("GECKODRIVER"), "--host=127.0.0.1", `--port=${port}`, "--websocket-port=0"],
    wanted: (hasWasm) => ({
      browserName: "firefox",
      "moz:firefoxOptions": { binary: need("FIREFOX"), args: ["-headless", "--width=1000", "--height=800"], prefs: hasWasm ? {} : { "javascript.options.wasm": false } },
    }),
  },
  webkit: {
    programs: ["WEBKIT_DRIVER", "MINIBROWSER", "XVFB"],
    driver: (port) => [need("WEBKIT_DRIVER"), "--host=127.0.0.1", `--port=${port}`],
    wanted: () => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: need("MINIBROWSER"), args: ["--automation"] } }),
    env: { JSC_useWebAssembly: "false", JSC_useWasm: "false" }, // of older and newer ones
  },
};

/** All, or the one that `ENGINE` names. */
export const ENGINES = /** @type {EngineName[]} */ (Object.keys(KINDS).filter((name) => name === (process.env["ENGINE"] ?? name)));

/** @param {EngineName} name @param {{ hasWasm?: boolean }} [how] without WebAssembly, as a locked-down browser is started @returns {Promise<Engine>} */
export async function start(name, { hasWasm = true } = {}) {
  exitOnSignals();
  const { programs, driver, wanted, env: without = {} } = KINDS[name];
  if (programs.some((program) => !find(program))) throw new Error(`${name}: ${advice(programs)}`);
  /** @type {Owned[]} */
  const owned = [];
  // A profile of its own, so that no one's settings take part and none are changed.
  const home = await mkdtemp(join(tmpdir(), `passkind-${name}-`));
  // The test run may be ended from outside: then what it started ends, too.
  const onExit = () => {
    for (const one of owned) one.kill();
    rmSync(home, { recursive: true, force: true });
  };
  process.on("exit", onExit);
  const release = async () => {
    for (const one of owned.reverse()) await one.stop();
    process.off("exit", onExit);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    /** @type {Record<string, string>} */
    const env = { HOME: home, TMPDIR: home, XDG_CONFIG_HOME: join(home, "config"), XDG_CACHE_HOME: join(home, "cache"), XDG_DATA_HOME: join(home, "data"), ...(hasWasm ? {} : without) };
    if (name === "webkit") {
      const display = new Owned([need("XVFB"), "-displayfd", "1", "-screen", "0", "1100x900x24", "-nolisten", "tcp"]);
      owned.push(display);
      Object.assign(env, { DISPLAY: `:${await display.says(/^(\d+)\n/)}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", NO_AT_BRIDGE: "1" });
    }
    const port = await freePort();
    owned.push(new Owned(driver(port), env));
    const address = `http://127.0.0.1:${port}`;
    await isReady(address, /** @type {Owned} */ (owned.at(-1)));
    // With an address given, selenium-webdriver looks for no browser or driver of its own.
    const session = await new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities(new Capabilities(wanted(hasWasm))).build();
    return { name, driver: session, stop: () => session.quit().catch(() => {}).then(release) };
  } catch (error) {
    await release();
    throw new Error(`${name} did not start: ${/** @type {Error} */ (error).message}\n${owned.map((one) => one.printed).join("\n")}`);
  }
}

/** A program that we started, with all that it starts: a group of processes, ended together. */
class Owned {
  /** @type {ChildProcess} */ #child;
  printed = "";
  /** @type {Promise<unknown>} */ #ended;
  #isOver = false;

  /** @param {string[]} command @param {Record<string, string>} [env] */
  constructor([program = "", ...args], env = {}) {
    this.#child = spawn(program, args, { detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on("data", (text) => (this.printed = (this.printed + text).slice(-4_000)));
    this.#ended = new Promise((resolve) => {
      this.#child.on("error", (error) => { this.printed += error.message; resolve(undefined); });
      this.#child.on("exit", resolve);
    }).then(() => (this.#isOver = true));
  }

  get isOver() {
    return this.#isOver;
  }

  /** Waits until it has printed this. @param {RegExp} what */
  async says(what) {
    for (const end = Date.now() + START_MS; Date.now() < end && !this.#isOver; await pause()) {
      const [, found] = what.exec(this.printed) ?? [];
      if (found) return found;
    }
    throw new Error(`${this.#child.spawnfile} did not say ${what}`);
  }

  async stop() {
    this.#signal("SIGTERM");
    const isOver = await Promise.race([this.#ended, pause(5_000)]);
    if (!isOver) this.#signal("SIGKILL");
    await this.#ended;
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.destroy();
  }

  kill() {
    this.#signal("SIGKILL");
  }

  /** To it and what it has started. @param {NodeJS.Signals} signal */
  #signal(signal) {
    try {
      if (this.#child.pid) process.kill(-this.#child.pid, signal);
    } catch {
      // gone by itself
    }
  }
}

let exits = false;

/** A signal alone would run no exit listener. */
function exitOnSignals() {
  if (exits) return;
  exits = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
}

/** @param {string} program */
function need(program) {
  return /** @type {string} */ (find(program));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} address @param {Owned} driver */
async function isReady(address, driver) {
  for (const end = Date.now() + START_MS; Date.now() < end && !driver.isOver; await pause()) {
    const answer = await fetch(`${address}/status`).then((response) => response.json(), () => undefined);
    if (answer?.value?.ready) return;
  }
  throw new Error("its driver was never ready");
}

function pause(ms = 50) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
