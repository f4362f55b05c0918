// The table of SECURITY.md: what must hold, when it does, and the commands that show it. `make trust` runs it; a test holds both
// equal (`node scripts/trust.mjs --write` writes it into SECURITY.md).
import { LIMITS } from "../size.mjs";

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} property
 * @property {string} mark when it passes
 * @property {string[]} commands each ends with 0 if so, and may print `figure: ...`, of one row of several `figure: S4: ...`
 */

const kB = (/** @type {number} */ bytes) => `${bytes / 1000} kB`;
const tests = (/** @type {string[]} */ ...files) => `node --test ${files.map((file) => `tests/${file}.test.js`).join(" ")}`;

/** @type {Row[]} */
export const ROWS = [
  {
    id: "S1", property: "No text panics or traps", mark: "fuzz targets for assess, address, shape, domain, strength, 10 s each: 0 panics; the shipped core, 10^5 calls: 0 traps",
    commands: ["make fuzz", tests("trust/long-run")],
  },
  {
    id: "S2", property: "Time is bounded, whatever is typed", mark: "instructions of fixed inputs at most 10 % over those recorded; growth linear up to the cut, none beyond; the page's own thread refuses what would take long; of texts made to take long none takes 16 ms at a quarter of the speed",
    commands: ["make instructions", "node benches/assess-bombs.mjs", "node benches/rate-bombs.mjs", "cargo test --quiet --locked --release --features strength --test strength effort", `node --test --test-name-pattern="a bomb, typed key by key" tests/browser/strength.test.js`],
  },
  {
    id: "S3", property: "Length is cut first", mark: "of 10 MB in each field at most 19.5 kB cross, of an answer at most 4.1 kB; NUL, lone surrogates, combining marks are answered",
    commands: [tests("trust/crossing")],
  },
  {
    id: "S4", property: "Memory is bounded", mark: "10^5 calls: 0 pages more; a minute of random use in Chromium: at most 5 MB more, 0 errors; what a page removes is collected with what was typed there",
    commands: [tests("trust/long-run"), tests("trust/soak"), `node --test --test-name-pattern="alive|let go|holds nothing" tests/browser/elements-hostile.test.js`],
  },
  {
    id: "S5", property: "Nothing typed stays in linear memory", mark: "0 copies of a random marker or of 6 characters of it, as UTF-8, -16, -32, as typed and lower-cased, heap and stack, after 1 and 1,000 calls, errors and traps included",
    commands: [tests("trust/residue", "trust/strength-residue", "trust/twin")],
  },
  {
    id: "S6", property: "No secret goes out", mark: "the marker in 0 results, events, attributes, console lines, requests, cookies, storage; the demo recorded by rrweb, as it comes and under the defaults of nineteen tools: neither marker nor text about the password",
    commands: [tests("trust/spies", "trust/recording")],
  },
  {
    id: "S7", property: "A trap is recovered from", mark: "a build that can be made to trap: memory wiped, the next call answers, the form works, no input in an error",
    commands: [tests("trust/trap")],
  },
  {
    id: "S8", property: "Without WebAssembly the same core answers; without a core the form works", mark: "no wasm, strict policies: the same hints, one report at most; 404, wrong type, truncated: the form is sent, one event says `unavailable`, 0 errors",
    commands: [`ENGINE=chromium ${tests("engines/hostile")}`],
  },
  {
    id: "S9", property: "No network", mark: "spies on fetch, XHR, beacon, WebSocket: only the package's own files",
    commands: [tests("trust/spies")],
  },
  {
    id: "S10", property: "No storage, cookie, eval, markup", mark: "0 uses in the packed scripts; runs under `trusted-types 'none'` and a strict policy (S8)",
    commands: [tests("trust/source")],
  },
  {
    id: "S11", property: "An echo is inert", mark: "100 hostile names and hostile options, every hint, five languages: 0 elements created, text equal, isolated, cut; links https only; `Object.prototype` polluted with every key that is read: the same answers and hints",
    commands: [tests("trust/echo", "trust/pollution", "package/options")],
  },
  {
    id: "S12", property: "No oracle", mark: "answers depend on what was typed, configuration and `refused` alone; without `exposeCodes` events are the same for all passwords: 0 differing in 10^5 pairs; no text says right, exists, wrong password",
    commands: [tests("trust/oracle", "trust/independence")],
  },
  {
    id: "S13", property: "Autofill, paste and input methods are left alone", mark: "real paste, filled values, composition, programs that set values: values go out as typed",
    commands: [tests("browser/attach", "browser/attach-options")],
  },
  {
    id: "S14", property: "Everyone can use it", mark: "axe: 0 violations on the elements (on every page of the demo: `make gate`); a status region at load; said at a pause, on leaving, once; a screen reader's transcript",
    commands: [tests("browser/checklist", "browser/screen-reader", "browser/elements")],
  },
  {
    id: "S15", property: "Suggestions are right", mark: "misspelt domains: recall at least 78 %, precision at least 98 %; 0 of the real domains corrected",
    commands: [tests("trust/spelling")],
  },
  {
    id: "S16", property: "The build can be repeated", mark: "two builds in two folders: the same bytes; sums and SRI strings of every packed file come in the package and are true",
    commands: ["make reproducible", tests("trust/integrity")],
  },
  {
    id: "S17", property: "The supply chain is short and known", mark: "cargo-deny: 0 errors; 0 runtime dependencies in npm; lock files; licences handed on; CycloneDX of both sides, valid",
    commands: ["make deny", "make sbom", tests("trust/supply")],
  },
  {
    id: "S18", property: "Unsafe code is one small file", mark: "`unsafe` in the module of memory alone: the allocator, which runs under miri where a nightly compiler is present, and the reading of what JavaScript has written there",
    commands: [tests("trust/unsafe"), "make miri"],
  },
  {
    id: "S19", property: "Small", mark: `a sign-in page downloads at most ${kB(LIMITS.inlined)} inlined, ${kB(LIMITS.separate)} separate; strength at most 430 kB, later and on demand`,
    commands: [tests("trust/size")],
  },
  {
    id: "S20", property: "The package is well formed", mark: "publint and attw: 0 findings (the rest of the matrix: `make matrix`)",
    commands: ["make matrix ONLY=lint"],
  },
];

/** The table in Markdown. */
export function markdown() {
  const cells = ROWS.map(({ id, property, mark, commands }) => `| ${id} | ${property} | ${mark} | ${commands.map((command) => `\`${command}\``).join("<br>")} |`);
  return ["| | what must hold | it does if | shown by |", "| --- | --- | --- | --- |", ...cells].join("\n");
}
