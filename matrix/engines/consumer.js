// The same end-to-end suite in each browser engine, driven through the engine's own WebDriver.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ENGINES } from "../../tests/browser/engines.js";
import { find } from "../../scripts/programs.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BROWSERS = { chromium: "CHROME", firefox: "FIREFOX", webkit: "WEBKIT_DRIVER" };
const SUITES = {
  "sign-in, refusal, recovery, by pointer and keyboard": "tests/engines/sign-in.test.js",
  "hostile pages: policies, files that fail": "tests/engines/hostile.test.js",
};

/** @param {keyof typeof BROWSERS} engine */
function version(engine) {
  const program = find(BROWSERS[engine]);
  return (program && /\d+[.\d]*/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[0]) || "";
}

/** @type {import("../project.js").Consumer[]} */
export default ENGINES.map((engine) => ({
  tool: engine,
  version: version(engine),
  pages: false,
  checks: Object.fromEntries(Object.entries(SUITES).map(([checked, file]) => [checked, ({ test }) => test(`${ROOT}${file}`, { ENGINE: engine })])),
}));
