/** `module` and the way in which modules are found. @type {[string, string][]} */
const MODES = [["esnext", "bundler"], ["node16", "node16"], ["nodenext", "nodenext"]];

/** @param {string} compiler a package that has `bin/tsc` @returns {import("../project.js").Consumer["checks"]} */
const checks = (compiler) => Object.fromEntries(MODES.map(([module, resolution]) => [
  `--strict, ${resolution}`,
  async ({ node, tool }) => void (await node(tool(`${compiler}/bin/tsc`), "-p", ".", "--module", module, "--moduleResolution", resolution)),
]));

/** @type {import("../project.js").Consumer[]} */
export default ["typescript", "typescript-7"].map((tool) => ({ tool, pages: false, checks: checks(tool) }));
