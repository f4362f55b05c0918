import { attach, createGuard, describe, PasskindError, type Guard } from "passkind";
import fr from "passkind/locales/fr.js";
import { rate } from "passkind/strength";
import { attachMeter } from "passkind/meter";
import { describeRating } from "passkind/describe-rating";

const guard: Guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
for (const hint of guard.assess({ identifier: "a", password: "b" }, { refused: 1 }).hints) {
  if (hint.code === "domainTypo") hint.params.suggestion.length;
  // @ts-expect-error: this one has no such parameter
  if (hint.code === "edgeSpace") hint.params.suggestion;
  describe(hint, fr).links[0]?.href.length;
}
// @ts-expect-error: not an option
createGuard({ service: "account", servcie: "ftp" }).catch((error) => error instanceof PasskindError && error.code);
attach(document.createElement("form"), { guard }).detach();
const rating = await rate("abc", { policy: { provider: "infomaniak", service: "ftp" }, others: [{ password: "abcd", role: "accountPassword" }] });
const score: 0 | 1 | 2 | 3 | 4 = rating.score;
for (const hint of rating.hints) if (hint.code === "tooShort") hint.params.minLength.toFixed(score);
describeRating(rating).hints.join();
// @ts-expect-error: no such policy
rate("abc", { policy: "lax" }).catch(() => {});
attachMeter(document.createElement("input"), { words: ["Example"], onRating: ({ meetsPolicy }) => meetsPolicy }).detach();
