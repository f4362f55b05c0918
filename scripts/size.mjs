// What a sign-in page downloads: createGuard, attach and English, minified by esbuild, brotli 11; kB are 1,000 bytes.
import { build } from "esbuild";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));
const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;

/** A page in English loads none of them. */
const OTHER_LANGUAGES = readdirSync(`${WWW}locales`).filter((name) => name !== "en").map((name) => `${WWW}locales/${name}/hints.js`);

/** What providers call their places comes with the table of all of them. */
const PLACES = [...readdirSync(`${WWW}providers/places`).map((name) => `${WWW}providers/places/${name}`), `${WWW}locales/de-CH/places.js`];

/** One file, as a page without a splitting bundler would have it; other languages and own profiles stay apart. */
export async function bundle(external) {
  const { outputFiles } = await build({
    stdin: { contents: `export { createGuard, attach } from "./index.js";`, resolveDir: WWW },
    bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none",
    external: [...OTHER_LANGUAGES, `${WWW}locales/en/refused.js`, `${WWW}form/cause.js`, `${WWW}reply.js`, `${WWW}guard/profile.js`, `${WWW}providers/all.js`, ...PLACES, `${WWW}pkg/inline.js`, `${WWW}pkg/twin.js`, ...external.map((path) => WWW + path)],
  });
  return outputFiles[0].contents;
}

/** Bytes of each way to ship, and of the parts. */
export async function sizes() {
  const wasm = readFileSync(`${WWW}pkg/sign-in.wasm`);
  const script = await bundle(["pkg/inline-sign-in.js"]);
  return {
    inlined: brotli(await bundle([])),
    separate: brotli(script) + brotli(wasm),
    script: brotli(script),
    wasm: brotli(wasm),
  };
}

/** Of the table of all providers, which pages load that name a provider by its id, or none. */
const TABLE_LIMIT = 15_000;
/** The same with what its providers call their places, in one language. */
export const PROVIDERS_LIMIT = TABLE_LIMIT + 1_000;
export const LIMITS = { inlined: 54_000, separate: 48_000 };

/** Of the core as JavaScript, which only pages without WebAssembly load. */
export const TWIN_LIMIT = 48_000;

export const twinSize = () => brotli(readFileSync(`${WWW}pkg/twin.js`));

/** Of the rules for servers' replies with what reads them, which only pages with a reply load. */
export const REPLY_LIMIT = 3_000;

export async function replySize() {
  const { outputFiles } = await build({ entryPoints: [`${WWW}reply.js`], bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none" });
  return brotli(outputFiles[0].contents);
}

/** Of a core with one provider's profile, where `node scripts/build.mjs --account-only` has made one. */
function accountOnly() {
  const file = fileURLToPath(new URL("../target/account-only/core.wasm", import.meta.url));
  return existsSync(file) ? brotli(readFileSync(file)) : undefined;
}

if (import.meta.filename === process.argv[1]) {
  const measured = await sizes();
  const kB = (n) => `${(n / 1000).toFixed(1)} kB`;
  console.log(`a sign-in page downloads ${kB(measured.inlined)} with the wasm inlined (limit ${kB(LIMITS.inlined)}),`);
  console.log(`${kB(measured.separate)} with the wasm as its own file (limit ${kB(LIMITS.separate)}): script ${kB(measured.script)}, wasm ${kB(measured.wasm)}`);
  console.log(`a page that reads servers' replies (reply.js) downloads ${kB(await replySize())} for that (limit ${kB(REPLY_LIMIT)})`);
  console.log(`where WebAssembly is forbidden, the core as JavaScript is ${kB(twinSize())} (limit ${kB(TWIN_LIMIT)})`);
  const share = accountOnly();
  if (share) console.log(`of the wasm, ${kB(share)} would do for a page with one provider's account form; the other profiles are ${kB(measured.wasm - share)}`);
}
