/** The pages that measure, bundled as a site would ship them: split, so that what attach loads at first focus is files of its own. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { peer, PEERS } from "./peers.mjs";
import { serveBench } from "./server.mjs";

const HERE = fileURLToPath(new URL("./", import.meta.url));
const file = (/** @type {string} */ name) => readFileSync(HERE + name);
/** Each is at `/bench/NAME`, and its script beside it. */
const PAGES = ["assess", "sign-in", "growth"];

const FORM = `<form id="form"><label>E-mail address <input name="user" autocomplete="username"></label>
  <label>Password <input name="password" type="password" autocomplete="current-password"></label><button>Sign in</button></form>`;
const html = (/** @type {string} */ script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>${FORM}<script type="module" src="${script}"></script></html>`;

export async function servePages() {
  const { outputFiles } = await build({
    entryPoints: PAGES.map((name) => `${HERE}${name}-page.js`),
    bundle: true, splitting: true, minify: true, format: "esm", target: "es2022", write: false, outdir: "/bench", legalComments: "none", external: ["/bench/*"],
  });
  const scripts = outputFiles.map(({ path, contents }) => [`/bench/${basename(path)}`, contents]);
  const pages = PAGES.map((name) => [`/bench/${name}`, html(`${name}-page.js`)]);
  const peers = await Promise.all(Object.keys(PEERS).map(async (name) => [`/bench/${name}.js`, await peer(/** @type {keyof typeof PEERS} */ (name))]));
  return serveBench({
    ...Object.fromEntries([...scripts, ...pages, ...peers]),
    // The set-password path is measured as people serve it without a bundler: its thread is a file of its own in any case.
    "/bench/strength": html("strength-page.js"),
    "/bench/strength-page.js": file("strength-page.js"),
    "/bench/growth-loop.js": file("growth-loop.js"),
    "/bench/strength-bench-worker.js": file("strength-bench-worker.js"),
  });
}
