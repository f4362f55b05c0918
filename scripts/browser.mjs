// Runs a command with CHROME and CHROMEDRIVER set: `node scripts/browser.mjs -- command arguments`.
// Looks for an installed browser; installs Debian's where this is Debian and root; else says what is missing.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS = ["chromedriver", "chromium.chromedriver"];

/** The first of the names that is a program on the PATH. */
function find(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  }
  return undefined;
}

const chrome = () => process.env.CHROME ?? find(BROWSERS);
const driver = () => process.env.CHROMEDRIVER ?? find(DRIVERS);

if ((!chrome() || !driver()) && find(["apt-get"]) && process.getuid?.() === 0) {
  console.log("no Chromium with its driver found: installing Debian's");
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update");
  apt("install", "--yes", "--no-install-recommends", "chromium", "chromium-driver", "fonts-dejavu-core");
}
const missing = [!chrome() && `a browser (${BROWSERS.join(", ")}; or set CHROME)`, !driver() && "its driver (chromedriver; or set CHROMEDRIVER)"].filter(Boolean);
if (missing.length > 0) {
  console.error(`the tests need ${missing.join(" and ")}. On Debian or Ubuntu: sudo apt-get install chromium chromium-driver`);
  process.exit(1);
}
const [command, ...args] = process.argv.slice(process.argv.indexOf("--") + 1);
// wasm-pack takes the driver's place as an option, not from the environment.
if (command === "wasm-pack") args.splice(1, 0, "--chromedriver", driver());
const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, CHROME: chrome(), CHROMEDRIVER: driver() } });
process.exit(status ?? 1);
