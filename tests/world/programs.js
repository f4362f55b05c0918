/** Real servers for tests: each started on 127.0.0.1 and a free port, with all its files in a folder of the test's own, and ended by its process. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const WORLD = fileURLToPath(new URL("../../target/world/", import.meta.url));
/** Until a server answers on its port: seconds on a busy machine. */
const START_MS = 60_000;
/** Until one that was asked to end has ended; then it is killed. */
const END_MS = 5_000;
/** Of its log, where it does not start. */
const LOG_TAIL = 2_000;

/** @typedef {{ pid: number, log(): string, stop(): Promise<void> }} Program */

/** A new folder, empty, that everybody may enter: some servers do so as another user. @param {string} name */
export function folder(name) {
  mkdirSync(WORLD, { recursive: true });
  return mkdtempSync(join(WORLD, `${name}-`));
}

/** @param {string} path */
export const remove = (path) => rmSync(path, { recursive: true, force: true, maxRetries: 5 });

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program in the foreground, and waits until its port answers.
 * @param {string} command @param {string[]} args
 * @param {{ port: number, home: string, env?: Record<string, string>, cwd?: string }} options `home`: where its log goes
 * @returns {Promise<Program>}
 */
export async function start(command, args, { port, home, env = {}, cwd = home }) {
  const path = join(home, `${command.split("/").at(-1)}.out`);
  const out = openSync(path, "a");
  // A group of its own: what it starts itself ends with it.
  const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", out, out], env: { ...process.env, ...env } });
  const { pid = 0 } = child;
  /** @type {string | undefined} */
  let ended;
  const over = new Promise((resolve) => {
    child.on("error", ({ message }) => resolve(ended = message));
    child.on("exit", (code, signal) => resolve(ended = `ended with ${code ?? signal}`));
  });
  const log = () => readFileSync(path, "utf8");
  const stop = async () => {
    const kill = (/** @type {NodeJS.Signals} */ signal) => { try { process.kill(-pid, signal); } catch { /* it has ended */ } };
    kill("SIGTERM");
    const late = setTimeout(() => kill("SIGKILL"), END_MS);
    await over;
    clearTimeout(late);
    kill("SIGKILL"); // what it has left behind
  };
  for (const began = Date.now(); !(await answers(port));) {
    if (ended === undefined && Date.now() - began < START_MS) continue;
    await stop();
    throw new Error(`${command} does not answer on port ${port} (${ended ?? "it still runs"}): ${log().slice(-LOG_TAIL)}`);
  }
  return { pid, log, stop };
}

/** @param {number} port */
async function answers(port) {
  await new Promise((turn) => setTimeout(turn, 50));
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => { socket.destroy(); resolve(true); });
    socket.on("error", () => resolve(false));
  });
}
