/**
 * One line for each step with its time. As a command: `node scripts/step.mjs "what it does" command arguments` prints what the
 * command printed only if it fails.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @template T
 * @param {string} title what is there afterwards
 * @param {() => T | Promise<T>} work
 */
export async function step(title, work) {
  const start = performance.now();
  const done = await work();
  console.log(line(title, start));
  return done;
}

/** @param {string} title @param {number} start */
function line(title, start) {
  return `${title.padEnd(44, " ")} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [title = "", command = "", ...args] = process.argv.slice(2);
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) {
    console.error(`${title}: failed\n${stdout ?? ""}${stderr ?? ""}${error ? `${command}: ${error.message}\n` : ""}`);
    process.exit(status || 1);
  }
  console.log(line(title, start));
}
