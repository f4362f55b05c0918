// The API pages, made of the types: `make docs`. Every module that `www/package.json` exports is in them, and a warning is an error.
import { existsSync, readFileSync } from "node:fs";

const { exports } = JSON.parse(readFileSync(new URL("www/package.json", import.meta.url), "utf8"));
const modules = Object.values(exports)
  .map((target) => target.default ?? target)
  // Catalogues all have one type; the worker's file has no exports.
  .filter((file) => file.endsWith(".js") && !file.includes("*") && !file.endsWith("-worker.js"));

/** Not imported by anybody, but where the contract's types stand. */
const types = ["./types.d.ts", "./form/attach-options.js", "./guide/texts.js"].filter((file) => existsSync(new URL(`www/${file}`, import.meta.url)));

export default {
  name: "passkind",
  entryPoints: [...new Set(modules), ...types].map((file) => `www/${file.slice(2)}`),
  tsconfig: "www/tsconfig.json",
  out: "target/docs/api",
  readme: "none",
  excludePrivate: true,
  disableSources: true,
  hideGenerator: true,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, notDocumented: false },
};
