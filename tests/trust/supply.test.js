/** What comes in and what goes out: dependencies, lock files, licences, bills of materials, tools; and that SECURITY.md says what is run. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { lacksContact } from "../../scripts/contact.mjs";
import { checksums, everywhere, linked, RUST, WORD_LISTS } from "../../scripts/linked.mjs";
import { markdown, ROWS } from "../../scripts/trust/rows.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(`${ROOT}${path}`, "utf8");
const json = (/** @type {string} */ path) => JSON.parse(read(path));
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
const EXACT = /^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

test("no release without somebody to tell a fault to: the same contact in SECURITY.md and the package", () => {
  const security = read("SECURITY.md");
  const named = (/** @type {string} */ contact) => security.replace(/^Security contact: .*$/m, `Security contact: ${contact}`);
  assert.match(security, /^Security contact: /m);
  assert.match(read("CONTRIBUTING.md"), /make contact build/, "a step of the release");
  for (const empty of ["", " ", "TO BE FILLED IN BY WHO PUBLISHES", "to be told", "security@"]) assert.match(lacksContact(named(empty), {}) ?? "", /SECURITY\.md/, empty);
  assert.match(lacksContact(named("security@passkind.example"), {}) ?? "", /package\.json/);
  assert.match(lacksContact(named("security@passkind.example"), { bugs: { email: "other@passkind.example" } }) ?? "", /package\.json/);
  assert.equal(lacksContact(named("security@passkind.example"), { bugs: { email: "security@passkind.example" } }), undefined);
  assert.equal(lacksContact(named("https://passkind.example/report"), { bugs: "https://passkind.example/report" }), undefined);
});

describe("npm", () => {
  test("whoever installs the package installs nothing else, and runs nothing", () => {
    const manifest = json("www/package.json");
    for (const key of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies", "bundledDependencies", "bin"]) assert.equal(manifest[key], undefined, key);
    assert.deepEqual(Object.keys(manifest.scripts), ["prepack"], "which runs where the package is packed, never where it is installed");
    assert.match(manifest.engines.node, /^>=\d+$/);
  });

  test("the tools are asked for in exact versions", () => {
    const loose = tracked.filter((path) => path.endsWith("package.json")).flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = json(path);
      return Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${path}: ${name} ${version}`);
    });
    assert.deepEqual(loose, []);
  });

  for (const path of ["package-lock.json", "matrix/package-lock.json"]) {
    test(`${path}: committed, a sum for each package, and no host: whichever registry serves it must serve the same bytes`, () => {
      assert.ok(tracked.includes(path));
      const packages = Object.entries(json(path).packages).filter(([place]) => place.startsWith("node_modules/"));
      assert.ok(packages.length > 50, `${packages.length} packages`);
      assert.deepEqual(packages.filter(([, { link, integrity }]) => !link && !/^sha512-/.test(integrity ?? "")).map(([place]) => place), []);
      assert.deepEqual([...read(path).matchAll(/"resolved": "(?!www")[^"]*"|https?:\/\/[^"]*\.tgz/g)].map(([text]) => text), []);
    });
  }
});

describe("crates", () => {
  const locks = tracked.filter((path) => /(^|\/)Cargo\.lock$/.test(path));
  test("every workspace has a lock file", () => {
    assert.deepEqual(locks, ["Cargo.lock", "benches/identifiers/Cargo.lock", "fuzz/Cargo.lock", "scripts/bindgen/Cargo.lock", "scripts/test-runner/Cargo.lock", "tests/miri/Cargo.lock", "tests/zxcvbn-reference/Cargo.lock"]);
  });
  for (const path of locks) {
    test(`${path}: each crate from the registry, with its sum`, () => {
      const entries = read(path).split("[[package]]").slice(1);
      const foreign = entries.filter((entry) => /^source/m.test(entry) && !(/^source = "registry\+https:\/\/github\.com\/rust-lang\/crates\.io-index"$/m.test(entry) && /^checksum = "[0-9a-f]{64}"$/m.test(entry)));
      assert.deepEqual(foreign, []);
    });
  }

  test("what the wasm files hold has a licence that deny.toml allows", () => {
    const allowed = [...(/^allow = \[([\s\S]*?)^\]/m.exec(read("deny.toml"))?.[1] ?? "").matchAll(/"(.*?)"/g)].map(([, name]) => name);
    assert.ok(allowed.includes("MIT"));
    const isAllowed = (/** @type {string} */ license) => license.replaceAll(/[()]/g, "").split(" AND ").every((part) => part.split(" OR ").some((name) => allowed.includes(name)));
    assert.deepEqual(linked().filter(({ license }) => !isAllowed(license)).map(({ name, license }) => `${name}: ${license}`), []);
  });
});

test("the compiler is pinned to a version, and so are the tools that are built", () => {
  assert.match(RUST, /^\d+\.\d+\.\d+$/);
  assert.match(read("rust-toolchain.toml"), /^profile = "minimal"$/m);
  assert.match(read("Cargo.toml"), /^wasm-bindgen = "=\d+\.\d+\.\d+"/m);
  for (const tool of ["WASM_PACK", "GECKODRIVER_VERSION", "CARGO_DENY"]) assert.match(read("Makefile"), new RegExp(`^${tool} := \\d+\\.\\d+\\.\\d+$`, "m"));
  const builds = [...read("Makefile").matchAll(/^\s*@?(RUSTFLAGS=\S+ |RUSTDOCFLAGS="[^"]*" )?cargo (build|test|run|clippy|doc)\b.*$/gm)].map(([line]) => line);
  assert.deepEqual(builds.filter((line) => !line.includes("--locked")), [], "without --locked the lock file may change");
});

describe("licences handed on", () => {
  const notices = existsSync(`${ROOT}www/THIRD-PARTY.txt`) ? read("www/THIRD-PARTY.txt") : "";

  test("every crate in the wasm files and every list of words is named in its version", () => {
    const { packages } = json("package-lock.json");
    const works = [...linked().filter(({ isOwn }) => !isOwn).map(({ name, version }) => `${name} ${version} `), ...WORD_LISTS.map((name) => `${name} ${packages[`node_modules/${name}`].version} `), `the Rust standard library ${RUST} `];
    assert.ok(works.length > 25);
    assert.deepEqual(works.filter((work) => !notices.includes(`* ${work}`)), [], "run `make build`");
  });

  test("under each title stands a licence that permits", () => {
    const parts = notices.split(/^={80}\n(?=\* )/m).slice(1);
    assert.ok(parts.length > 5);
    assert.deepEqual(parts.filter((part) => !/Permission is hereby granted|Apache License/.test(part)).map((part) => part.split("\n")[0]), []);
  });

  test("the package holds them", () => {
    const { files } = json("www/package.json");
    for (const name of ["THIRD-PARTY.txt", "LICENSE-*", "words", "integrity.json"]) assert.ok(files.includes(name), name);
  });
});

describe("bills of materials", () => {
  const write = () => {
    execFileSync(process.execPath, ["scripts/sbom.mjs"], { cwd: ROOT, stdio: "ignore" });
    return ["crate", "npm"].map((name) => read(`target/sbom/passkind-${name}.cdx.json`));
  };
  const [crate = "", npm = ""] = write();

  test("they are valid CycloneDX 1.6", async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    for (const text of [crate, npm]) assert.equal(await validator.validate(text), null);
    const broken = JSON.stringify({ ...JSON.parse(npm), components: [{ type: "crate", name: "x" }] });
    assert.notEqual(await validator.validate(broken), null, "the validator sees faults");
  });

  test("they name what is really inside, with sums, and nothing of this machine or day", (t) => {
    const names = (/** @type {string} */ text) => JSON.parse(text).components.map((/** @type {any} */ { name, version }) => `${name} ${version}`);
    const sums = checksums();
    for (const { name, version, isOwn } of linked().slice(1)) {
      assert.ok(names(npm).includes(`${name} ${version}`), `${name} is not in the package's`);
      assert.ok(isOwn || npm.includes(sums.get(`${name} ${version}`) ?? "no sum"), `${name} has no sum`);
    }
    for (const { name, version } of everywhere().slice(1)) assert.ok(names(crate).includes(`${name} ${version}`), `${name} is not in the crate's`);
    for (const name of WORD_LISTS) assert.ok(JSON.parse(npm).components.some((/** @type {any} */ component) => component.name === name), name);
    for (const text of [crate, npm]) assert.ok(!text.includes(ROOT) && !text.includes(homedir()) && !/timestamp|serialNumber|file:/.test(text));
    assert.deepEqual(write(), [crate, npm], "the same bytes again");
    t.diagnostic(`figure: CycloneDX 1.6, valid: ${names(crate).length} components of the crate, ${names(npm).length} of the package; 0 runtime dependencies`);
  });

  test("every reference has its component", () => {
    for (const text of [crate, npm]) {
      const { metadata, components, dependencies } = JSON.parse(text);
      const known = new Set([metadata.component, ...components].map((component) => component["bom-ref"]));
      assert.equal(known.size, components.length + 1, "none twice");
      assert.deepEqual(dependencies.flatMap((/** @type {any} */ { ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((/** @type {string} */ ref) => !known.has(ref)), []);
    }
  });
});

describe("SECURITY.md", () => {
  test("its table is the one that `make trust` runs", () => {
    assert.deepEqual(ROWS.map(({ id }) => id), Array.from({ length: 20 }, (_, at) => `S${at + 1}`));
    assert.ok(read("SECURITY.md").includes(`\n\n${markdown()}\n\n`), "run `node scripts/trust.mjs --write`");
  });

  test("CI runs it", () => {
    assert.match(read(".ci/run"), /^make gate /m);
    assert.match(/^gate:[^]*?\n\n/m.exec(read("Makefile"))?.[0] ?? "", /^\t@\$\(MAKE_QUIETLY\) trust$/m);
  });
});
