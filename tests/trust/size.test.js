/** What is downloaded: by a sign-in page at its first focus, and by a page that sets a new password. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { LIMITS, sizes, TWIN_LIMIT, twinSize } from "../../scripts/size.mjs";

/** As measured, and a little; zxcvbn.js, which it takes the place of, has 358 kB and blocks. */
const STRENGTH = 430_000;
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

test("a sign-in page downloads no more than it may", async (t) => {
  const measured = await sizes();
  for (const way of /** @type {const} */ (["inlined", "separate"])) assert.ok(measured[way] <= LIMITS[way], `${way}: ${measured[way]} bytes, limit ${LIMITS[way]}`);
  t.diagnostic(`figure: ${kB(measured.inlined)} inlined, ${kB(measured.separate)} separate`);
});

test("the core as JavaScript is no larger than it may be", (t) => {
  assert.ok(twinSize() <= TWIN_LIMIT, `${twinSize()} bytes, limit ${TWIN_LIMIT}`);
  t.diagnostic(`figure: twin.js ${kB(twinSize())}`);
});

test("the strength file is no larger than it was", (t) => {
  const wasm = readFileSync(new URL("../../www/pkg/strength.wasm", import.meta.url));
  const bytes = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } }).length;
  assert.ok(bytes <= STRENGTH, `${bytes} bytes, limit ${STRENGTH}`);
  t.diagnostic(`figure: strength.wasm ${kB(bytes)}`);
});
