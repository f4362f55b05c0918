import { attach, createGuard, describe, PasskindError, type ErrorCode, type Guard, type StatusReason } from "passkind";
import "passkind/define.js";
import type { PasskindGuide } from "passkind/define-guide.js";
import { describeRating } from "passkind/describe-rating.js";
import swiss from "passkind/locales/de-CH/hints.js";
import fr from "passkind/locales/fr/hints.js";
import italian from "passkind/locales/it/hints.js";
import swissStrength from "passkind/locales/de-CH/strength.js";
import { attachMeter } from "passkind/meter.js";
import { rate } from "passkind/strength.js";
import { fakeGuard, hint as made } from "passkind/testing.js";

const guard: Guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
for (const hint of guard.assess({ identifier: "a", password: "b" }, { refused: 1 }).hints) {
  if (hint.code === "domainTypo") hint.params.suggestion.length;
  // @ts-expect-error: this one has no such parameter
  if (hint.code === "edgeSpace") hint.params.suggestion;
  describe(hint, fr).links[0]?.href.length;
  describe(hint, { ...swiss, dismiss: italian.dismiss }).lang.length;
  // @ts-expect-error: in which language?
  describe(hint);
  // @ts-expect-error: a locale is no texts
  describe(hint, "fr");
}
// @ts-expect-error: not an option
createGuard({ service: "account", servcie: "ftp" }).catch((error) => error instanceof PasskindError && (error.code satisfies ErrorCode));

const form = document.createElement("form");
attach(form, { guard }).detach();
const { signal } = new AbortController();
const attached = attach(form, { service: "account", identifier: () => "anna", readPassword: false, explainBeforeRefusal: true, holdOnce: true, signal, provider: undefined });
attached.update({ identifier: document.createElement("input"), locale: "fr", provider: undefined });
// @ts-expect-error: not an option
attach(form, { guard, holdonce: true });
// @ts-expect-error: yes or no
attached.update({ readPassword: "no" });
// @ts-expect-error: its name of before
attached.update({ fields: "identifier" });

const hints = document.querySelector("passkind-hints");
if (hints) Object.assign(hints, { service: "mailbox", refusals: 1 }).refused();
hints?.addEventListener("passkind", ({ detail }) => detail.reason satisfies StatusReason | undefined);
// @ts-expect-error: a method, not the count
if (hints) hints.refused = 1;
const guide: PasskindGuide = document.createElement("passkind-guide");
guide.provider = { id: "own", name: "Own", services: [] };

const fake = fakeGuard({ hints: [made("domainTypo", { suggestion: "gmail.com" })] });
attach(form, { guard: fake }).refused();
// @ts-expect-error: no such code
made("domainTypos");

const rating = await rate("abc", { policy: { provider: "infomaniak", service: "ftp" }, others: [{ password: "abcd", role: "accountPassword" }] });
const score: 0 | 1 | 2 | 3 | 4 | undefined = rating.score;
for (const hint of rating.hints) if (hint.code === "tooShort") hint.params.minLength.toFixed(score);
// @ts-expect-error: in which language?
describeRating(rating);
describeRating(rating, swissStrength).lang.length;
// @ts-expect-error: no such policy
rate("abc", { policy: "lax" }).catch(() => {});
attachMeter(document.createElement("input"), { words: ["Example"], onRating: ({ meetsPolicy }) => meetsPolicy }).detach();
