// Runs a command with the browsers' variables set (CHROME, CHROMEDRIVER, FIREFOX ...): `node scripts/browser.mjs -- command arguments`;
// before the dashes the variables that it cannot do without, else all. Looks for installed ones; installs Debian's where this is
// Debian and root; else says what is missing, and fails.
import { spawnSync } from "node:child_process";
import { advice, find, onPath, PROGRAMS } from "./programs.mjs";

const ALL = Object.keys(PROGRAMS);
const dashes = process.argv.indexOf("--");
const needed = dashes > 2 ? process.argv.slice(2, dashes) : ALL;
const missing = () => needed.filter((variable) => !find(variable));

const packages = missing().map((variable) => PROGRAMS[variable].debian).filter(Boolean);
if (packages.length > 0 && onPath(["apt-get"]) && process.getuid?.() === 0) {
  console.log(`installing Debian's ${packages.join(", ")}`);
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update");
  apt("install", "--yes", "--no-install-recommends", ...packages, "fonts-dejavu-core");
}
if (missing().length > 0) {
  console.error(advice(needed));
  process.exit(1);
}
const places = Object.fromEntries(ALL.flatMap((variable) => (find(variable) ? [[variable, find(variable)]] : [])));
const [command, ...args] = process.argv.slice(dashes + 1);
// wasm-pack takes the driver's place as an option, not from the environment.
if (command === "wasm-pack" && args.includes("--chrome")) args.splice(1, 0, "--chromedriver", places.CHROMEDRIVER);
if (command === "wasm-pack" && args.includes("--firefox")) args.splice(1, 0, "--geckodriver", places.GECKODRIVER);
const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...places } });
process.exit(status ?? 1);
