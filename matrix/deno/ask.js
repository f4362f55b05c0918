import { createGuard, describe, load, loadLocale } from "passkind";
import infomaniak from "passkind/providers/infomaniak.js";
import { rate } from "passkind/strength.js";

if (process.argv.includes("--script")) await load({ runtime: "script" });
const english = await loadLocale("en");
for (const provider of ["infomaniak", infomaniak]) {
  const guard = await createGuard({ service: "mailbox", provider });
  for (const password of ["tkwo vqea zjmu hxib", "Sommer24!"]) {
    const { status, verdict, hints } = guard.assess({ identifier: "anna@ik.me", password });
    console.log(status, verdict, ...hints.map((hint) => describe(hint, english).text.length > 20 && hint.code));
  }
}
for (const password of ["vier Igel tanzen im Nebel", "Genève1291"]) {
  const { status, score, timedOut, hints } = await rate(password, { locale: "fr", budgetMs: 10_000 });
  console.log(status, score, timedOut, ...hints.slice(0, 1).map(({ code }) => code));
}
