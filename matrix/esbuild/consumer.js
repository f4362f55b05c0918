import { cpSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "../../scripts/size.mjs";
import { newPassword, signIn } from "../visit.js";

const OPTIONS = ["--bundle", "--minify", "--format=esm", "--splitting"];
const PAGES = ["sign-in.js", "new-password.js"];

/** @type {import("../project.js").Consumer} */
export default {
  tool: "esbuild",
  checks: {
    "build: sign-in": async ({ bin, html, serve }) => {
      await bin("esbuild", "sign-in.js", ...OPTIONS, "--outdir=dist");
      html("dist");
      return signIn(`${await serve("dist")}/sign-in.html`, { limit: LIMITS.inlined });
    },
    "strength, its two files beside the bundle": async ({ folder, bin, html, serve }) => {
      await bin("esbuild", ...PAGES, "strength-worker=passkind/strength-worker.js", ...OPTIONS, "--outdir=beside");
      mkdirSync(join(folder, "beside/pkg"));
      cpSync(join(folder, "node_modules/passkind/pkg/strength.wasm"), join(folder, "beside/pkg/strength.wasm"));
      html("beside");
      return newPassword(`${await serve("beside")}/new-password.html`);
    },
    "strength by load(url) and worker": async ({ folder, bin, html, serve }) => {
      renameSync(join(folder, "own-files.js"), join(folder, "own.js"));
      await bin("esbuild", ...PAGES, "thread=passkind/strength-worker.js", ...OPTIONS, "--loader:.wasm=file", "--outdir=named");
      html("named");
      return newPassword(`${await serve("named")}/new-password.html`);
    },
  },
};
