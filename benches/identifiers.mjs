/** Reading addresses natively: runs the crate in benches/identifiers/ on the addresses of the pairs, and reads criterion's medians. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pairs } from "./pairs.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = join(ROOT, "target/bench/identifiers");
const READERS = ["passkind", "email_address", "lettre", "addr", "whole_answer"];

/** Nanoseconds of one address: median, and the bounds of its 95 % confidence interval, which criterion tells. */
export function identifiersNatively() {
  const addresses = [...new Set(pairs().pairs.map(({ identifier }) => identifier).filter((text) => text.includes("@")))];
  mkdirSync(TARGET, { recursive: true });
  const list = join(TARGET, "addresses.txt");
  writeFileSync(list, addresses.join("\n"));
  const { status } = spawnSync("cargo", ["bench", "--quiet", "--locked", "--manifest-path", join(ROOT, "benches/identifiers/Cargo.toml"), "--target-dir", TARGET, "--", "--quiet"], {
    stdio: ["ignore", "inherit", "inherit"],
    // criterion looks for its folder there; a run that is compared with the last one would print judgments on noise.
    env: { ...process.env, ADDRESSES: list, CRITERION_HOME: join(TARGET, "criterion") },
  });
  if (status !== 0) throw new Error("the crate in benches/identifiers/ did not run");
  const rows = READERS.map((name) => {
    const { median } = JSON.parse(readFileSync(join(TARGET, "criterion/address", name, "new/estimates.json"), "utf8"));
    const each = (/** @type {number} */ ns) => ns / addresses.length;
    return [name, { p50_ns: each(median.point_estimate), low_ns: each(median.confidence_interval.lower_bound), high_ns: each(median.confidence_interval.upper_bound) }];
  });
  return { addresses: addresses.length, ...Object.fromEntries(rows) };
}

if (import.meta.filename === process.argv[1]) console.log(identifiersNatively());
