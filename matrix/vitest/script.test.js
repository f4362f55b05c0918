// @vitest-environment node
import { createGuard, load } from "passkind";
import { expect, test } from "vitest";

test("the core as JavaScript judges the same", async () => {
  await load({ runtime: "script" });
  const guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  expect(guard.assess({ identifier: "anna@ik.me", password: "Sommer24!" }).hints[0].code).toBe("mailboxPasswordExpected");
  expect(guard.assess({ identifier: "anna@ik.me", password: "tkwo vqea zjmu hxib" }).hints).toEqual([]);
});
