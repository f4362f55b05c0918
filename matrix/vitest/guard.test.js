// @vitest-environment node
import { createGuard } from "passkind";
import { rate } from "passkind/strength.js";
import { expect, test } from "vitest";

test("a guard judges", async () => {
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  expect(guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" }).hints[0].code).toBe("mailboxPasswordExpected");
  expect(guard.assess({ identifier: "anna@ik.me", password: "tkwo vqea zjmu hxib" }).hints).toEqual([]);
});

test("a new password is rated", async () => {
  expect(await rate("Genève1291", { locale: "fr" })).toMatchObject({ status: "ok", score: 1 });
});
