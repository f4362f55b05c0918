// cargo-deny over the crate (deny.toml): licences, duplicates and sources always; advisories where their database can be had, which
// is a git repository of its own. Says which was not.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = join(ROOT, "target/tools/bin/cargo-deny");
/** A network that lets nothing through says so late, or never. */
const FETCH_MS = 60_000;

/** @param {string[]} args @param {number} [timeout] */
function deny(args, timeout) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, args, { cwd: ROOT, encoding: "utf8", timeout, env: { ...process.env, GIT_TERMINAL_PROMPT: "0" } });
  return { isDone: status === 0, printed: `${stdout}${stderr}` };
}

// Also the crates of other systems, which no build here has asked for.
spawnSync("cargo", ["fetch", "--quiet", "--locked"], { cwd: ROOT, stdio: "inherit" });
const CHECKS = ["licenses", "bans", "sources"];
const checked = deny(["--offline", "--locked", "check", "--hide-inclusion-graph", ...CHECKS]);
console.log(checked.printed.trim());
const fetched = deny(["fetch", "db"], FETCH_MS);
const advised = fetched.isDone ? deny(["--locked", "check", "--disable-fetch", "advisories"]) : undefined;
if (advised) console.log(advised.printed.trim());
else console.log("not present: the database of advisories cannot be fetched from here");
const done = [...CHECKS, ...(advised ? ["advisories"] : [])];
if (checked.isDone && advised?.isDone !== false) console.log(`figure: cargo-deny: ${done.join(", ")}: 0 errors`);
else process.exitCode = 1;
