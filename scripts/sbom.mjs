// Writes target/sbom/: bills of materials of the crate and of the npm package, CycloneDX 1.6 in JSON, made of the lock files and of
// what is really linked. The same sources give the same bytes: no date, no serial number, no machine's path. `make sbom`.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checksums, everywhere, linked, RUST, WORD_LISTS } from "./linked.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "target/sbom");

const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const expression = (/** @type {string} */ license) => [{ expression: license }];
/** A `/` and the `@` of a scope are written encoded in a package address. */
const npm = (/** @type {string} */ name, /** @type {string} */ version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
const cargo = (/** @type {string} */ name, /** @type {string} */ version) => `pkg:cargo/${name}@${version}`;
const hash = (/** @type {string} */ alg, /** @type {string} */ content) => (content ? { hashes: [{ alg, content }] } : {});

const sums = checksums();

const library = { type: "library", "bom-ref": `rust-std@${RUST}`, name: "the Rust standard library", version: RUST, licenses: expression("MIT OR Apache-2.0") };

/** @typedef {{ name: string, version: string, license: string, isOwn: boolean, needs: string[] }} Crate */

/** The crates, the standard library, and who needs whom. @param {Crate[]} crates the first is our own */
function rust([own, ...crates]) {
  if (own?.name !== "passkind") throw new Error("the crate itself is not among what is linked");
  const reference = (/** @type {string} */ name) => cargo(name, crates.find((one) => one.name === name)?.version ?? "");
  const components = crates.map(({ name, version, license, isOwn }) => ({
    type: "library", "bom-ref": cargo(name, version), name, version, licenses: expression(license),
    // The stand-ins under patches/ are in no registry: they have no address there.
    ...(isOwn ? { description: "a stand-in of this repository's, under patches/" } : { purl: cargo(name, version), ...hash("SHA-256", sums.get(`${name} ${version}`) ?? "") }),
  }));
  const dependencies = crates.map(({ name, version, needs }) => ({ ref: cargo(name, version), dependsOn: needs.map(reference) }));
  const needs = [...own.needs.map(reference), library["bom-ref"]];
  return { own, needs, components: [...components, library], dependencies: [...dependencies, { ref: library["bom-ref"] }] };
}

/** @param {string} name @param {object} component @param {object[]} components @param {object[]} dependencies */
function write(name, component, components, dependencies) {
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component }, components, dependencies,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), `${JSON.stringify(bom, undefined, 2)}\n`);
  console.log(`bill of materials: ${components.length} components in target/sbom/${name}`);
}

const source = rust(everywhere());
const crate = { type: "library", "bom-ref": cargo(source.own.name, source.own.version), name: source.own.name, version: source.own.version, licenses: expression(source.own.license), purl: cargo(source.own.name, source.own.version) };
write("passkind-crate.cdx.json", crate, source.components, [{ ref: crate["bom-ref"], dependsOn: source.needs }, ...source.dependencies]);

const crates = linked();
const built = rust(crates);
const { name, version, license } = json("www/package.json");
const manifest = { type: "library", "bom-ref": npm(name, version), name, version, licenses: expression(license), purl: npm(name, version) };
const files = ["core", "sign-in", "strength"].map((file) => ({
  type: "file", "bom-ref": `pkg/${file}.wasm`, name: `pkg/${file}.wasm`, licenses: expression(license),
  ...hash("SHA-256", createHash("sha256").update(readFileSync(join(ROOT, `www/pkg/${file}.wasm`))).digest("hex")),
}));
const lock = json("package-lock.json").packages;
const lists = WORD_LISTS.map((list) => {
  const { version, license, integrity } = lock[`node_modules/${list}`];
  return { type: "data", "bom-ref": npm(list, version), name: list, version, licenses: expression(license), purl: npm(list, version), ...hash("SHA-512", Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")) };
});
const inside = (/** @type {(one: import("./linked.mjs").Linked) => boolean} */ isIn) =>
  [...crates.slice(1).filter(isIn).map((one) => cargo(one.name, one.version)), library["bom-ref"]];
write("passkind-npm.cdx.json", manifest, [...files, ...lists, ...built.components], [
  // The package asks nobody for another package: what it holds of others is in its files.
  { ref: manifest["bom-ref"], dependsOn: [...files, ...lists].map((one) => one["bom-ref"]) },
  { ref: "pkg/core.wasm", dependsOn: inside(({ inCore }) => inCore) },
  { ref: "pkg/sign-in.wasm", dependsOn: inside(({ inCore }) => inCore) },
  { ref: "pkg/strength.wasm", dependsOn: inside(() => true) },
  ...lists.map((one) => ({ ref: one["bom-ref"] })),
  ...built.dependencies,
]);
