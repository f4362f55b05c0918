// What people would use instead, on the same rows and in the same format as `eval address` and `eval domain`:
//   node scripts/spelling-peers.mjs address FILE.jsonl | domain TYPOS.tsv REAL.tsv
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const share = (count, of) => (of ? count / of : 0);
const [question, ...files] = process.argv.slice(2);

if (question === "address") {
  const isEmail = require("validator/lib/isEmail").default;
  const rows = readFileSync(files[0], "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const accepts = rows.filter(({ input, expected }) => expected === "invalid" && isEmail(input)).length;
  const rejects = rows.filter(({ input, expected }) => expected === "valid" && !isEmail(input)).length;
  console.log(`validator.isEmail: ${JSON.stringify({ rows: rows.length, agree: share(rows.length - accepts - rejects, rows.length), falseAccepts: accepts, falseRejects: rejects })}`);
} else {
  const mailcheck = require("mailcheck");
  const { default: checker } = require("@zootools/email-spell-checker");
  const peers = {
    mailcheck: (domain) => mailcheck.run({ email: `anna@${domain}` })?.domain,
    "@zootools/email-spell-checker": (domain) => checker.run({ email: `anna@${domain}` })?.domain,
  };
  const table = (file) => readFileSync(file, "utf8").trim().split("\n").filter((line, at) => at > 0 || !/^(typed|domain)/.test(line)).map((line) => line.split("\t"));
  const [typos, real] = files.map(table);
  for (const [name, suggest] of Object.entries(peers)) {
    const answers = typos.map(([typed, intended]) => [suggest(typed), intended]);
    const right = answers.filter(([suggested, intended]) => suggested === intended).length;
    const none = answers.filter(([suggested]) => !suggested).length;
    const wrong = answers.length - right - none;
    const falsePositives = real.filter(([domain]) => suggest(domain)).length;
    console.log(`${name}: ${JSON.stringify({ typos: typos.length, right, wrong, none, real: real.length, falsePositives, recall: share(right, typos.length), precision: share(right, right + wrong + falsePositives) })}`);
  }
}
