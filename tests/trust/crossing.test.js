/**
 * What crosses into the core and out of it, counted on the shipped file: however much is typed, it is cut first. Bytes in: those that
 * JavaScript writes into linear memory, other than zeros, which are how it wipes. Bytes out: the answer's text.
 */
import assert from "node:assert/strict";
import { before, test } from "node:test";

/** @import {Guard} from "../../www/index.js" */

/** UTF-16 units that are read of each field. */
const [IDENTIFIER, PASSWORD] = [1_024, 4_096];
/** Of three bytes each, and a composed form (NFC) may take twice the bytes of what was typed; the host crosses once more, encoded. */
const MOST_IN = 6 * IDENTIFIER + 3 * PASSWORD;
const MOST_HOST = 1_024;
/** A hint holds two texts at most, of what was read of the identifier. */
const MOST_OUT = 4_096;
const MEGABYTES = 10_000_000;

/** Answers of the last call: bytes in and out. */
const crossed = { in: 0, out: 0 };
/** Linear memory as the last call left it. @type {Buffer} */
let left = Buffer.alloc(0);
/** @type {Guard} */
let guard;

/** Counts when the core is entered, and keeps what memory holds when it is left. */
class CountingInstance extends WebAssembly.Instance {
  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
  constructor(module, imports) {
    super(module, imports);
    const real = super.exports;
    const memory = () => Buffer.from(/** @type {WebAssembly.Memory} */ (real.memory).buffer);
    const wrapped = Object.entries(real).map(([name, given]) => {
      if (typeof given !== "function") return [name, given];
      return [name, (/** @type {unknown[]} */ ...args) => {
        const now = memory();
        if (!now.equals(left)) crossed.in += now.reduce((written, byte, at) => written + Number(byte !== 0 && byte !== left[at]), 0);
        try {
          return given(...args);
        } finally {
          left = Buffer.from(memory());
        }
      }];
    });
    return /** @type {any} */ ({ exports: Object.fromEntries(wrapped) });
  }
}

/** @param {unknown} identifier @param {unknown} password */
function ask(identifier, password) {
  const parse = JSON.parse;
  crossed.in = crossed.out = 0;
  JSON.parse = (text, ...more) => {
    crossed.out = Buffer.byteLength(text);
    return parse(text, ...more);
  };
  try {
    return guard.assess(/** @type {any} */ ({ identifier, password }), { refused: 1 });
  } finally {
    JSON.parse = parse;
  }
}

before(async () => {
  WebAssembly.Instance = CountingInstance;
  const { createGuard } = await import("../../www/index.js");
  guard = await createGuard({ service: "mailbox", provider: "infomaniak" });
  ask("a", "a");
});

/** identifier, password, bytes that must cross for sure, and at most, reason @type {[string, string, number, number, string][]} */
const TABLE = [
  ["anna@ik.me", "Sommer24!", 19, 19, "as typed"],
  ["", "", 0, 0, "nothing"],
  ["a".repeat(MEGABYTES), "b".repeat(MEGABYTES), IDENTIFIER + PASSWORD, IDENTIFIER + PASSWORD, "10 MB in each field"],
  ["a@".repeat(MEGABYTES / 2), "@".repeat(MEGABYTES), IDENTIFIER + PASSWORD, IDENTIFIER + PASSWORD, "10 MB of at signs"],
  ["\u20ac".repeat(MEGABYTES), "\u20ac".repeat(MEGABYTES), 3 * (IDENTIFIER + PASSWORD), MOST_IN + MOST_HOST, "three bytes a unit"],
  ["\u{1f600}".repeat(MEGABYTES / 2), "\u{1f600}".repeat(MEGABYTES / 2), 2 * (IDENTIFIER + PASSWORD), MOST_IN + MOST_HOST, "four bytes, two units"],
  [`${"\ufb2c".repeat(IDENTIFIER)}@example.com`, "", 6 * IDENTIFIER, MOST_IN, "composed, each of these is three characters"],
  [`a@${"\ufdfa".repeat(IDENTIFIER)}`, "", 3 * (IDENTIFIER - 2), MOST_IN + MOST_HOST, "a host of signs that are read as eighteen"],
  [`a@${"\u0451".repeat(IDENTIFIER)}.example`, "", 2 * (IDENTIFIER - 2), MOST_IN + MOST_HOST, "a host that is encoded"],
  [`a@${"xn--9ca.".repeat(IDENTIFIER / 8)}example`, "", IDENTIFIER, MOST_IN + MOST_HOST, "labels that are encoded already"],
  ["\0".repeat(MEGABYTES), "\0".repeat(MEGABYTES), 0, IDENTIFIER + PASSWORD, "NUL, which does not show in memory that holds zeros"],
  ["\ud800".repeat(MEGABYTES), "\udfff".repeat(MEGABYTES), 3 * (IDENTIFIER + PASSWORD - 2), MOST_IN + MOST_HOST, "lone surrogates"],
  ["e\u0301".repeat(MEGABYTES / 2), "e\u0301".repeat(MEGABYTES / 2), IDENTIFIER, MOST_IN + MOST_HOST, "combining marks"],
  [`${"\"".repeat(IDENTIFIER)}`, "\\".repeat(PASSWORD), IDENTIFIER + PASSWORD, IDENTIFIER + PASSWORD, "signs that JSON writes as two"],
  [`anna@gmial.com${"\u0007".repeat(IDENTIFIER)}`, "x", IDENTIFIER, IDENTIFIER + 1, "signs that JSON writes as six"],
  [`${"x".repeat(64)}@${"y".repeat(60)}.${"y".repeat(60)}.gmial.com`, "x", 100, 300, "an echo as long as addresses are"],
];

const most = { in: 0, out: 0 };
for (const [identifier, password, least, limit, reason] of TABLE) {
  test(`bytes that cross: ${reason}`, () => {
    assert.equal(ask(identifier, password).status, "ok");
    assert.ok(crossed.in >= least && crossed.in <= limit, `${crossed.in} bytes crossed: at least ${least}, at most ${limit}`);
    assert.ok(crossed.out > 0 && crossed.out <= MOST_OUT, `an answer of ${crossed.out} bytes`);
    for (const way of /** @type {const} */ (["in", "out"])) most[way] = Math.max(most[way], crossed[way]);
  });
}

test("what is no text crosses as nothing", () => {
  for (const odd of [undefined, null, 7, {}, [], Symbol("a"), () => "a", new String("anna@example.com")]) {
    assert.equal(ask(odd, odd).status, "ok");
    assert.ok(crossed.in === 0, `${String(odd)}: ${crossed.in} bytes`);
  }
});

test("what lies beyond the cut changes nothing", () => {
  const [identifier, password] = [`anna@${"a".repeat(IDENTIFIER - 5)}`, "k7".repeat(PASSWORD / 2)];
  const answer = ask(identifier, password);
  for (const more of ["x", "@gmial.com", "\u{1f600}", "y".repeat(MEGABYTES)]) assert.deepEqual(ask(identifier + more, password + more), answer);
});

test("a pair cut in the middle of a character leaves it out", (t) => {
  ask(`${"a".repeat(IDENTIFIER - 1)}\u{1f600}`, `${"b".repeat(PASSWORD - 1)}\u{1f600}`);
  assert.ok(crossed.in <= IDENTIFIER + PASSWORD - 2, `${crossed.in} bytes`);
  t.diagnostic(`figure: at most ${most.in.toLocaleString("en")} bytes in and ${most.out.toLocaleString("en")} out, of 10 MB typed in each field`);
});
