// Public lists for `make eval`, one string a line, into target/lists/ (kept until that folder is removed):
//   django.txt  common-passwords of the PyPI package django, 6 characters or more
//   zxcvbn.txt  frequency list `passwords` of the npm package zxcvbn, 6 characters or more
//   words.txt   common English words of zxcvbn, 3 to 9 letters, as many as passphrase generators have
// A list that cannot be had is named on stderr and left out; the evaluation goes on and says that it was not measured.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, inflateRawSync } from "node:zlib";

const LISTS = join(dirname(fileURLToPath(import.meta.url)), "..", "target", "lists");
const DJANGO = "django==5.2.8";
const LEAST = 6;
/** As many as the EFF's long list, which KeePassXC and Bitwarden use, has. */
const WORDS = 7776;

/** @type {Record<string, () => string[]>} */
const SOURCES = {
  "django.txt": () => passwords(gunzipSync(fromDjango("django/contrib/auth/common-passwords.txt.gz")).toString("utf8").split("\n")),
  "zxcvbn.txt": () => passwords(frequencyLists().passwords),
  "words.txt": () => frequencyLists().english_wikipedia.filter((word) => /^[a-z]{3,9}$/.test(word)).slice(0, WORDS),
};

/** @param {string[]} lines */
function passwords(lines) {
  return lines.filter((line) => [...line].length >= LEAST);
}

/** @returns {Record<string, string[]>} */
function frequencyLists() {
  return createRequire(import.meta.url)("zxcvbn/lib/frequency_lists.js");
}

/** A file out of Django's wheel; its Python is never run. @param {string} name */
function fromDjango(name) {
  const folder = mkdtempSync(join(LISTS, "wheel-"));
  try {
    // For any Python: without this, an old one is refused the release, and another release has another list.
    const args = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--python-version=3.12", "--retries=2", "--timeout=20", `--dest=${folder}`, DJANGO];
    const tried = [["python3", "-m", "pip"], ["pip3"], ["pip"], ["python", "-m", "pip"]].map(([command, ...before]) => {
      const found = readdirSync(folder).length > 0;
      return found ? "" : told(`${[command, ...before].join(" ")}`, spawnSync(command, [...before, ...args], { encoding: "utf8" }));
    });
    const wheel = readdirSync(folder).find((file) => file.endsWith(".whl"));
    if (!wheel) throw new Error(`no pip could download ${DJANGO} (${tried.join("; ")})`);
    return entry(readFileSync(join(folder, wheel)), name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last thing that a command said. @param {string} command @param {import("node:child_process").SpawnSyncReturns<string>} run */
function told(command, { error, stderr }) {
  return `${command}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
}

/**
 * One entry of a zip file (PKWARE's APPNOTE, 4.3: the directory at the end says where each entry's bytes are).
 * @param {Buffer} zip @param {string} name
 */
function entry(zip, name) {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const [size, nameLength, extraLength, commentLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`${name} is not in the wheel`);
}

mkdirSync(LISTS, { recursive: true });
for (const [file, read] of Object.entries(SOURCES)) {
  const path = join(LISTS, file);
  if (existsSync(path)) continue;
  try {
    writeFileSync(`${path}.part`, `${read().join("\n")}\n`);
    renameSync(`${path}.part`, path);
  } catch (error) {
    console.error(`lists: no ${file}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
}
