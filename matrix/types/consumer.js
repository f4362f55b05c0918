/** `module` and the way in which modules are found. @type {[string, string][]} */
const MODES = [["esnext", "bundler"], ["node16", "node16"], ["nodenext", "nodenext"]];

/** @param {string} compiler a package that has `bin/tsc` @returns {import("../project.js").Consumer["checks"]} */
const checks = (compiler) => Object.fromEntries(MODES.map(([module, resolution]) => [
  `--strict, ${resolution}`,
  async ({ node, tool }) => {
    // With the elements' tags, and without: a program of its own, since what one file imports the whole program knows.
    for (const program of ["tsconfig.json", "attach.json"]) await node(tool(`${compiler}/bin/tsc`), "-p", program, "--module", module, "--moduleResolution", resolution);
  },
]));

/** @type {import("../project.js").Consumer[]} */
export default ["typescript", "typescript-7"].map((tool) => ({ tool, pages: false, checks: checks(tool) }));
