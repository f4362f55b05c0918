// `make check-facts`: what providers/*.toml say beside what stands on the net. Fetches each source and each page that people are sent to,
// and asks mail servers, without credentials, whether they take passwords. Writes target/check-facts/, never a provider's file.
// `node scripts/check-facts.mjs infomaniak google` takes these providers.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFacts, NothingReached } from "./check-facts/run.mjs";

/** @import { Facts } from "./check-facts/questions.mjs" */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = "target/check-facts";

/** As the build reads them. @param {string} folder of providers' files @returns {Facts} */
export function factsOf(folder) {
  return JSON.parse(execFileSync("cargo", ["run", "--quiet", "--locked", "--example", "facts", "--", folder], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 }));
}

/**
 * Who asks, as the three protocols have it. Where the manifest names the project's home, those who are asked are told it.
 * @param {{ version: string, homepage?: string, repository?: string | { url?: string } }} manifest
 */
export function identity({ version, homepage, repository }) {
  const name = "passkind-check-facts";
  const home = homepage ?? (typeof repository === "object" ? repository.url : repository)?.replace(/^git\+|\.git$/g, "");
  return {
    userAgent: `${name}/${version}${home ? ` (+${home})` : ""}`,
    // RFC 2606: nobody's name, for a machine that has none of its own.
    ehlo: `${name}.invalid`,
    imapId: `("name" "${name}" "version" "${version}"${home ? ` "support-url" "${home}"` : ""})`,
  };
}

/** @param {string[]} only @returns {Promise<number>} the exit code */
async function main(only) {
  const facts = factsOf("providers");
  const unknown = only.filter((id) => !facts.providers.some((provider) => provider.id === id));
  if (unknown.length) {
    console.error(`no such provider: ${unknown.join(", ")}`);
    return 2;
  }
  const manifest = JSON.parse(readFileSync(join(ROOT, "www/package.json"), "utf8"));
  try {
    const { figures, notAsked, connections } = await checkFacts({ facts, folder: join(ROOT, FOLDER), identity: identity(manifest), only });
    for (const [what, count] of Object.entries(figures)) console.log(`${what}: ${count}`);
    if (notAsked.length) console.log(`not asked, since their hosts had the day's connection already: ${notAsked.length}`);
    console.log(connections ? `written: ${FOLDER}/report.md and report.json` : `nobody was asked; the report is the one before: ${FOLDER}/report.md`);
    return 0;
  } catch (error) {
    if (!(error instanceof NothingReached)) throw error;
    console.error(`check-facts needs a network: ${error.message}. Nothing was compared, and no report was written.`);
    return 1;
  }
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
