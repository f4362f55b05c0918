// Before `npm pack` and `npm publish` in www/: refuses a package whose generated files are missing, plain, or older than their sources.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { faults } from "./generated.mjs";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));

const found = [...faults(), ...sums()];
if (found.length) {
  console.error(`passkind is not ready to be packed:\n${found.map((fault) => `  ${fault}`).join("\n")}\nRun \`make build integrity\`, then pack again.`);
  process.exit(1);
}

/** What integrity.json says of the files that go out. */
function sums() {
  if (!existsSync(`${WWW}integrity.json`)) return ["www/integrity.json is missing"];
  const { files } = JSON.parse(readFileSync(`${WWW}integrity.json`, "utf8"));
  return Object.entries(/** @type {Record<string, { sha256: string }>} */ (files)).flatMap(([path, { sha256 }]) => {
    if (!existsSync(WWW + path)) return [`www/${path} is missing`];
    return createHash("sha256").update(readFileSync(WWW + path)).digest("hex") === sha256 ? [] : [`www/${path} has changed since www/integrity.json was written`];
  });
}
