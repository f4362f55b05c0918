// The same end-to-end suite in each browser engine, driven through the engine's own WebDriver.
import { fileURLToPath } from "node:url";
import { ENGINES, start } from "../../tests/browser/engines.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SUITES = {
  "sign-in, refusal, recovery": "tests/engines/sign-in.test.js",
  "hostile pages: policies, files that fail": "tests/engines/hostile.test.js",
};

/** As the engine itself says; an engine that does not start says nothing here, and why in its tests. @param {typeof ENGINES[number]} name */
async function version(name) {
  try {
    const { driver, stop } = await start(name);
    const version = (await driver.getCapabilities()).get("browserVersion");
    await stop();
    return String(version).slice(0, 9);
  } catch {
    return "";
  }
}

/** @type {import("../project.js").Consumer[]} */
const consumers = [];
for (const engine of ENGINES) {
  consumers.push({
    tool: engine,
    version: await version(engine),
    pages: false,
    checks: Object.fromEntries(Object.entries(SUITES).map(([checked, file]) => [checked, ({ test }) => test(`${ROOT}${file}`, { ENGINE: engine })])),
  });
}
export default consumers;
