// Runs a command with the browsers' variables set (CHROME, CHROMEDRIVER, FIREFOX ...): `node scripts/browser.mjs -- command arguments`.
// Looks for installed ones; installs Debian's where this is Debian and root; else says what is missing, and fails. Before the dashes
// stand the variables that it cannot do without, if not all browsers', and with a question mark (`VALGRIND?`) other programs that
// are installed where that is possible and may be missing. `NO_INSTALL=1` installs nothing, and says what to install instead.
import { spawnSync } from "node:child_process";
import { advice, BROWSERS, find, onPath, PROGRAMS } from "./programs.mjs";

const dashes = process.argv.indexOf("--");
const named = process.argv.slice(2, dashes);
const needed = named.some((name) => !name.endsWith("?")) ? named.filter((name) => !name.endsWith("?")) : BROWSERS;
const wanted = [...new Set([...needed, ...named.map((name) => name.replace("?", ""))])];
const missing = (variables = needed) => variables.filter((variable) => !find(variable));

const packages = missing(wanted).map((variable) => PROGRAMS[variable].debian).filter(Boolean);
if (packages.length > 0 && onPath(["apt-get"]) && process.getuid?.() === 0 && !process.env.NO_INSTALL) {
  console.log(`installing Debian's ${packages.join(", ")} (NO_INSTALL=1: only say what is missing)`);
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update");
  apt("install", "--yes", "--no-install-recommends", ...packages, "fonts-dejavu-core");
}
if (missing().length > 0) {
  console.error(advice(needed));
  process.exit(1);
}
const places = Object.fromEntries([...BROWSERS, ...wanted].flatMap((variable) => (find(variable) ? [[variable, find(variable)]] : [])));
const [command, ...args] = process.argv.slice(dashes + 1);
const env = { ...process.env, ...places };
// wasm-pack takes the driver's place as an option; its runner takes whichever driver it finds in the environment first, so only one is left there.
if (command === "wasm-pack") {
  const driver = args.includes("--chrome") ? "CHROMEDRIVER" : "GECKODRIVER";
  for (const other of BROWSERS) delete env[other];
  args.splice(1, 0, `--${driver.toLowerCase()}`, places[driver]);
}
const { status } = spawnSync(command, args, { stdio: "inherit", env });
process.exit(status ?? 1);
