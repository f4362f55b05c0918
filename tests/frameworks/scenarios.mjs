// Every example, each way it is run. `node scripts/browser.mjs -- node tests/frameworks/scenarios.mjs` prints a line for each.
import { launch } from "../browser/chromium.js";
import { build, copy, FRAMEWORKS, install, serve } from "./apps.mjs";
import { post } from "./post.mjs";
import { reactPages } from "./react-pages.mjs";
import { walk } from "./walk.mjs";

/** @import {Browser} from "playwright-core" */
/** @import {Example} from "./apps.mjs" */
/** @typedef {{ name: string, run(browser: Browser): Promise<void> }} Scenario */

/** @param {Example} example @param {string[]} args @param {(url: string, said: string[]) => Promise<void>} use */
async function served(example, args, use) {
  const { url, said, stop } = await serve(example, args);
  try {
    await use(url, said);
  } catch (error) {
    if (error instanceof Error) error.message += `\nserver: ${said.join("\n")}`;
    throw error;
  } finally {
    await stop();
  }
}

/** To be run in this order: what is served was built. Call `install` before. @type {Scenario[]} */
export const scenarios = [
  ...FRAMEWORKS.flatMap((framework) => [
    {
      name: `${framework}: built, rendered by the server, hydrated`,
      run: async (/** @type {Browser} */ browser) => {
        copy(framework);
        await build(framework);
        await served(framework, [], (url) => walk(browser, url, { mounts: 1 }));
      },
    },
    {
      name: `${framework}: in development, rendered by the server, hydrated`,
      run: (/** @type {Browser} */ browser) => served(framework, ["--dev"], (url) => walk(browser, url, { mounts: framework === "react" ? 2 : 1 })),
    },
  ]),
  {
    name: "react: form actions, places of the page's own, fields disabled for a while",
    run: (browser) => reactPages(browser, copy("react"), (use) => served("react", ["--dev"], use)),
  },
  {
    name: "classic POST: rendered anew after each refusal, under a strict policy",
    run: (browser) => {
      copy("classic-post");
      return served("classic-post", [], (url, said) => post(browser, url, said));
    },
  },
];

if (import.meta.filename === process.argv[1]) {
  await install();
  const browser = await launch();
  for (const { name, run } of scenarios) {
    const from = Date.now();
    const error = await run(browser).then(() => undefined, (error) => error);
    if (error) process.exitCode = 1;
    console.log(`${error ? "FAILED" : "ok    "}  ${name}  ${((Date.now() - from) / 1000).toFixed(1)} s`);
    if (error) console.error(error);
  }
  await browser.close();
}
