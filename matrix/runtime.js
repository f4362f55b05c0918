import assert from "node:assert/strict";

/** What `ask.js` prints in every runtime. @param {string} printed */
export function told(printed) {
  assert.deepEqual(printed.trim().split("\n"), [
    "ok silent",
    "ok may mailboxPasswordExpected",
    "ok 4 false",
    "ok 1 false tooShort",
  ]);
}
