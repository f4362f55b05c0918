/**
 * A million hostile inputs through core.wasm and through the same core as JavaScript, in the copy that asks at every access whether it
 * lies in memory: the same answers, and nothing outside.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { encode } from "../../www/guard/options.js";
import { RawCore } from "../package/raw-core.js";
import { hostileIdentifiers } from "./hostile-identifiers.js";
import { anyIdentifier, anyPassword, chance, seedOf } from "./random.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CHECKED = `${ROOT}target/twin/checked.mjs`;
const INPUTS = 1_000_000;
const SERVICES = ["account", "mailbox", "webmail", "caldav", "webdav", "ftp", "ssh", "mysql", "git", "api"];
const PROVIDERS = [undefined, "infomaniak", "google", "microsoft", "gmx", "github"];
const SERVERS = ["", "", "imap.gmail.com", "mail.infomaniak.com", "smtp.office365.con", "xn--", "192.0.2.1", "[2001:db8::1]", "..", "mail.\u0435xample.com"];
const ODD = hostileIdentifiers.map(([text]) => String(text));
const CAUSES = ["", "", "appPassword", "wrongPair", "locked", "nothing"];

test(`${INPUTS.toLocaleString("en")} hostile inputs: the twin answers as core.wasm does, and reads and writes its memory alone`, async (t) => {
  const seed = seedOf("TWIN_SEED");
  execFileSync(process.execPath, ["scripts/twin.mjs", "www/pkg/core.wasm", CHECKED, "--checked"], { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  const { default: instantiate } = await import(pathToFileURL(CHECKED).href);
  const table = readFileSync(`${ROOT}www/providers/all.txt`, "utf8");
  const core = new RawCore(new WebAssembly.Instance(new WebAssembly.Module(readFileSync(`${ROOT}www/pkg/core.wasm`))).exports, table);
  const twin = new RawCore(instantiate(), table);
  const forms = [];
  for (const service of SERVICES) for (const provider of PROVIDERS) forms.push(await encode({ service, ...(provider && { provider }), today: "2026-11-28" }));

  const random = chance(seed);
  const { below, pick } = random;
  /** Signs put in, taken out, said twice, up to some hundred of them. @param {string} text */
  const broken = (text) => {
    let made = text;
    for (let times = below(4); times; times--) {
      const at = below(made.length + 1);
      const sign = String.fromCodePoint(pick([below(32), below(0x300), 0x300 + below(0x70), below(0x3000), 0xfe00 + below(0x200), 0x1f300 + below(0x100), 0xd800 + below(0x800)]));
      made = made.slice(0, at) + pick([sign, sign.repeat(below(9)), "", made.slice(0, below(20))]) + made.slice(at + below(2));
    }
    return made.slice(0, 300);
  };
  const differences = [];
  let hints = 0;
  for (let n = 0; n < INPUTS && differences.length < 5; n++) {
    // A name costs most, since misspelt domains are searched for: every third input has one.
    const identifier = below(3) ? "" : broken(below(8) ? anyIdentifier(random) : pick(ODD));
    const question = {
      options: pick(forms), identifier, host: identifier && !below(9) ? broken("xn--bcher-kva.example") : "", password: broken(below(9) ? anyPassword(random, identifier) : pick(ODD)),
      server: below(6) ? "" : broken(pick(SERVERS)), cause: pick(CAUSES), refused: below(2) * below(5), facts: below(128), answer: "",
    };
    const [here, there] = [core.assess(question), twin.assess(question)];
    if (here !== there) differences.push({ n, question, here, there });
    hints += here.includes('"code"') ? 1 : 0;
  }
  t.diagnostic(`figure: twin: ${INPUTS.toLocaleString("en")} hostile inputs, ${hints.toLocaleString("en")} with hints: ${differences.length} differences (TWIN_SEED=${seed})`);
  assert.deepEqual(differences, []);
  assert.ok(hints > INPUTS / 10, `${hints} answers with hints: too few to compare anything`);
});
