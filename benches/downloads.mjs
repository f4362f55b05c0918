/** What a page downloads, brotli 11 and gzip 9, of ours and of what stands in its place. Bytes. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundle, sizes } from "../scripts/size.mjs";
import { bundled, peer } from "./peers.mjs";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));

/** @param {Uint8Array} data */
export const brotli = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;
/** @param {Uint8Array} data */
const gzip = (data) => gzipSync(data, { level: 9 }).length;

/** Both ways to pack some files, each packed alone. @param {string} name @param {Uint8Array[]} files */
const both = (name, files) => ({
  [`${name}_br`]: files.reduce((sum, file) => sum + brotli(file), 0),
  [`${name}_gzip`]: files.reduce((sum, file) => sum + gzip(file), 0),
});

/**
 * The files of a sign-in page in English as a splitting bundler makes them: those that `attach` needs from the start, and those
 * that the first focus brings.
 */
async function aroundFirstFocus() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { attach } from "./index.js";`, resolveDir: WWW },
    bundle: true, splitting: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none", outdir: "/", metafile: true,
  });
  const files = Object.fromEntries(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const contents = (/** @type {string} */ name) => outputFiles.find(({ path }) => basename(path) === name)?.contents ?? new Uint8Array();
  /** A file and what it imports by name, without what it brings when asked. @param {string} name @param {Set<string>} seen */
  const closure = (name, seen = new Set()) => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const { path, kind } of files[name]?.imports ?? []) if (kind === "import-statement") closure(basename(path), seen);
    return seen;
  };
  const before = closure("stdin.js");
  const holding = (/** @type {string} */ input) => Object.keys(files).find((name) => Object.keys(files[name]?.inputs ?? {}).some((path) => path.endsWith(input))) ?? "";
  const after = [holding("pkg/inline-sign-in.js")].filter((name) => !before.has(name));
  return { before: [...before].map(contents), after: after.map(contents) };
}

/** @param {string} folder @param {RegExp} wanted */
async function eachMinified(folder, wanted) {
  const names = readdirSync(join(WWW, folder)).filter((name) => wanted.test(name));
  return Promise.all(names.map((name) => bundled({ entryPoints: [join(WWW, folder, name)] })));
}

/** Of some files of which a page takes one: the largest. @param {string} name @param {Uint8Array[]} files */
const largest = (name, files) => {
  const rows = files.map((file) => both(name, [file]));
  return rows.sort((a, b) => /** @type {number} */ (b[`${name}_br`]) - /** @type {number} */ (a[`${name}_br`]))[0] ?? {};
};

/** The entry, the list of common passwords, the thread and its glue; a language's words are a file of their own. */
async function strengthFiles() {
  const words = ["fr", "de", "it", "es"].map((name) => join(WWW, `words/${name}.js`));
  const script = await bundled({ entryPoints: [join(WWW, "strength.js")], external: [...words, join(WWW, "pkg/strength.js")] });
  const worker = await bundled({ entryPoints: [join(WWW, "strength-worker.js")] });
  return { script, worker, wasm: readFileSync(join(WWW, "pkg/strength.wasm")) };
}

/** A section of a wasm file by its id (https://webassembly.github.io/spec/core/binary/modules.html): 10 is code, 11 is data. @param {Uint8Array} file @param {number} wanted */
function section(file, wanted) {
  const byte = (/** @type {number} */ at) => file[at] ?? 0;
  for (let at = 8; at < file.length;) {
    const id = byte(at++);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      length += (byte(at) & 127) * 2 ** shift;
      if (byte(at++) < 128) break;
    }
    if (id === wanted) return file.subarray(at, at + length);
    at += length;
  }
  return file.subarray(0, 0);
}

export async function ownDownloads() {
  const core = await sizes();
  const wasm = readFileSync(join(WWW, "pkg/sign-in.wasm"));
  const { before, after } = await aroundFirstFocus();
  const strength = await strengthFiles();
  return {
    core_br: core.inlined, core_gzip: gzip(await bundle([])),
    core_separate_br: core.separate, core_separate_gzip: gzip(await bundle(["pkg/inline-sign-in.js"])) + gzip(wasm),
    ...both("before_focus", before), ...both("after_focus", after),
    core_wasm_br: core.wasm, core_wasm_gzip: gzip(wasm),
    ...both("twin", [await bundled({ entryPoints: [join(WWW, "pkg/twin.js")] })]),
    ...largest("language", await Promise.all(["de", "fr", "it", "es"].map((tag) => bundled({ entryPoints: [join(WWW, "locales", tag, "hints.js")] })))),
    ...both("strength", Object.values(strength)),
    ...largest("words", await eachMinified("words", /^(de|fr|it|es)\.js$/)),
  };
}

/** What the strength file is made of, each packed alone. */
async function strengthParts() {
  const { wasm } = await strengthFiles();
  return { strength_wasm_br: brotli(wasm), strength_data_br: brotli(section(wasm, 11)), strength_code_br: brotli(section(wasm, 10)) };
}

/** Of exact versions, which package-lock.json has. */
async function peerDownloads() {
  return {
    ...both("mailcheck_validator", [await peer("mailcheck-validator")]),
    ...both("zxcvbn_js", [await peer("zxcvbn")]),
    ...both("zxcvbn_ts", [await peer("zxcvbn-ts")]),
    ...both("check_password_strength", [await peer("check-password-strength")]),
  };
}

export async function downloads() {
  return { ...(await ownDownloads()), ...(await strengthParts()), ...(await peerDownloads()) };
}

if (import.meta.filename === process.argv[1]) console.log(await downloads());
