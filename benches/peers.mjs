/** What a page would use instead, each bundled and minified alone, as a page would download it. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export const PEERS = {
  /** A sign-in form's nearest: a spelling of the domain, and whether the address is one. */
  "mailcheck-validator": `import mailcheck from "mailcheck";
    import isEmail from "validator/es/lib/isEmail.js";
    export const ask = (identifier) => [mailcheck.run({ email: identifier }), isEmail(identifier)];`,
  zxcvbn: `import zxcvbn from "zxcvbn";
    export const check = (password) => zxcvbn(password);`,
  "zxcvbn-ts": `import { ZxcvbnFactory } from "@zxcvbn-ts/core";
    import * as common from "@zxcvbn-ts/language-common";
    import * as en from "@zxcvbn-ts/language-en";
    const factory = new ZxcvbnFactory({ dictionary: { ...common.dictionary, ...en.dictionary }, graphs: common.adjacencyGraphs, translations: en.translations });
    export const check = (password) => factory.check(password);`,
  "check-password-strength": `import { passwordStrength } from "check-password-strength";
    export const check = (password) => passwordStrength(password);`,
};

/** @param {import("esbuild").BuildOptions} options @returns {Promise<Uint8Array>} */
export async function bundled(options) {
  const { outputFiles } = await build({ bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none", platform: "browser", ...options });
  return /** @type {{ contents: Uint8Array }[]} */ (outputFiles)[0]?.contents ?? new Uint8Array();
}

/** @param {keyof typeof PEERS} name */
export const peer = (name) => bundled({ stdin: { contents: PEERS[name], resolveDir: ROOT } });

/** A bundle as a module of this program. @param {Uint8Array} script */
export const imported = (script) => import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
