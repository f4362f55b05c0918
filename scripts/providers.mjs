// Writes www/providers/: each provider as a page's own profile, all of them as one compact text, the names of their places by
// language, and their rules for passwords. Everything comes from providers/*.toml, by way of build/ and examples/providers.rs.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "www", "providers");

const printed = execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "providers"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
const { text, profiles, places, policies } = JSON.parse(printed);

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

/**
 * An eighth shorter on its way to a page. Hosts and domains that differ in their first label alone stand as one (`imap|smtp.example.org`), an id
 * that follows from the name is left out, and what is alike stands together: hosts, links and days behind the rest, each kind in its order.
 */
function pack(text, profiles) {
  let packed = text;
  for (const { id, name } of Object.values(profiles)) {
    const mark = ["~", "^"].find((mark) => unpack(`\n${mark}\n${name}\f\f\f`) === `\n${id}\n${name}`);
    packed = packed.replace(`\n${id}\n${name}\n`, `\n${mark ?? id}\n${name}\n`);
  }
  const kinds = [/^(?:[a-z\d*-]+\.[a-z\d.*-]+(?: |$))+$/, /^https:/, /^2\d{4}$/];
  const columns = kinds.map(() => []);
  const lines = packed.split("\n").map((line) => {
    const kind = kinds.findIndex((of) => of.test(line));
    columns[kind]?.push(kind === 0 ? together(line) : line);
    return "&=#"[kind] ?? line;
  });
  return [lines, ...columns].map((part) => part.join("\n")).join("\f");
}

/** Hosts that stand one after another and differ in their first label, as one. */
function together(line) {
  const groups = [];
  for (const host of line.split(" ")) {
    const [, label, rest] = host.match(/^([^.]+)\.(.+)$/);
    if (groups.at(-1)?.rest === rest) groups.at(-1).labels.push(label);
    else groups.push({ labels: [label], rest });
  }
  return groups.map(({ labels, rest }) => `${labels.join("|")}.${rest}`).join(" ");
}

/** Runs in the page, too: its source is written into the file. */
function unpack(text) {
  const [lines, ...columns] = text.split("\f").map((part) => part.split("\n"));
  return lines
    .map((line) => (/^[&=#]$/.test(line) ? columns["&=#".indexOf(line)].shift() : line))
    .join("\n")
    .replace(/([^ \n.]*\|[^ \n.]*)(\.[^ \n]+)/g, (_, labels, rest) => labels.replace(/\||$/g, (end) => rest + (end && " ")))
    .replace(/\n([~^])\n(.*)/g, (_, mark, name) => `\n${name.replace(mark > "^" ? "" : /\..*/, "").toLowerCase().replace(/[^a-z\d]+/g, "-")}\n${name}`);
}
