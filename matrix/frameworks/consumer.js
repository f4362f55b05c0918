// The examples, as someone has them who copied them: built, served by their own servers, walked through in Chromium.
import { FRAMEWORKS, install, versions } from "../../tests/frameworks/apps.mjs";
import { scenarios } from "../../tests/frameworks/scenarios.mjs";
import { browser } from "../visit.js";

const { react = "", vue = "", svelte = "" } = versions();
/** @type {Record<string, string>} */
const VERSIONS = { react, vue, svelte };
/** @type {Promise<void> | undefined} */
let installed;

/** A scenario is named `tool: what is checked`. @type {import("../project.js").Consumer[]} */
export default [...FRAMEWORKS, "classic POST"].map((tool) => ({
  tool,
  version: VERSIONS[tool] ?? "",
  pages: false,
  checks: Object.fromEntries(scenarios.filter(({ name }) => name.startsWith(`${tool}: `)).map(({ name, run }) => [
    name.slice(tool.length + 2),
    async () => {
      await (installed ??= install());
      await run(await browser());
    },
  ])),
}));
