// Writes www/providers/: each provider as a page's own profile, all of them as one compact text, the names of their places by
// language, and their rules for passwords. Everything comes from providers/*.toml, by way of build/ and examples/providers.rs.
// Also www/reply/, the rules of replies/rules.toml: as the text that www/reply.js reads, and as JSON for back ends.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pack, unpack } from "./pack.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "www", "providers");

const printed = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "providers"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
const { text, profiles, places, policies, replies } = JSON.parse(printed);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(join(FOLDER, "places"), { recursive: true });

/** A module whose one export has that type. */
const module = (file, type, value) => writeFileSync(join(FOLDER, file), `/** @type {${type}} */\nexport default ${value};\n`);
/** As people write objects: names of fields without quotation marks where they need none. */
const written = (value) => JSON.stringify(value, undefined, 1).replace(/^( *)"([A-Za-z]\w*)": /gm, "$1$2: ").replace(/\n */g, " ");

for (const [id, profile] of Object.entries(profiles)) {
  const named = Object.fromEntries(Object.entries(places).flatMap(([language, of]) => (of[id] ? [[language, of[id]]] : [])));
  const whole = Object.keys(named).length > 0 ? { ...profile, places: named } : profile;
  module(`${id}.js`, 'import("../types.js").Profile', written(whole));
}
for (const [language, of] of Object.entries(places)) module(`places/${language}.js`, "Record<string, Record<string, string>>", written(of));
module("policies.js", 'Record<string, Record<string, import("../types.js").Policy>>', written(policies));
writeFileSync(join(FOLDER, "all.txt"), text);
const packed = pack(text, profiles);
writeFileSync(join(FOLDER, "all.js"), `// @ts-nocheck\nconst unpack = ${unpack};\nexport default /** @type {string} */ (unpack(\`${packed.replace(/[\\`$]/g, "\\$&")}\`));\n`);
if (unpack(packed) !== text) throw new Error("providers/all.js: what is unpacked is not what was packed");

const REPLY = join(ROOT, "www", "reply");
rmSync(REPLY, { recursive: true, force: true });
mkdirSync(REPLY);
writeFileSync(join(REPLY, "rules.js"), `/** @type {string} */\nexport default ${JSON.stringify(replies)};\n`);
const [folded, ...lines] = replies.split("\n");
const [from, to] = folded.split("\t");
const rules = lines.map((line) => {
  const [cause, any, unless] = line.split(/[:!]/);
  return { cause, any: any.split("|"), unless: unless ? unless.split("|") : [] };
});
/** A rule a line, so that two versions can be compared. */
const asLines = rules.map((rule) => `    ${JSON.stringify(rule)}`).join(",\n");
writeFileSync(join(REPLY, "rules.json"), `{\n  "version": 1,\n  "characters": 800,\n  "fold": ${JSON.stringify({ from, to })},\n  "rules": [\n${asLines}\n  ]\n}\n`);
