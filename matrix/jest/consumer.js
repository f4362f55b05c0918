/** @type {import("../project.js").Consumer} */
export default {
  tool: "jest",
  pages: false,
  checks: {
    "environment node": async (project) => jest(project, "guard.test.js"),
    "the core as JavaScript": async (project) => jest(project, "script.test.js"),
    "environment jsdom": async (project) => jest(project, "form.test.js"),
  },
};

/** Jest takes modules where Node is told so. @param {import("../project.js").Project} project @param {string} file */
async function jest({ node, tool }, file) {
  await node("--experimental-vm-modules", tool("jest/bin/jest.js"), file);
}
