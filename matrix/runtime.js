import assert from "node:assert/strict";

/** What `ask.js` prints in every runtime. @param {string} printed */
export function told(printed) {
  assert.deepEqual(printed.trim().split("\n"), [
    // Its provider by name, then as a module.
    "ok silent",
    "ok may mailboxPasswordExpected",
    "ok silent",
    "ok may mailboxPasswordExpected",
    "ok 4 false",
    "ok 1 false tooShort",
  ]);
}
