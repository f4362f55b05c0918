/** The two pictures of docs/, drawn from the recorded figures alone. */
import { kB, power, us } from "./say.mjs";
import { curve, rect, rule, svg, text } from "./svg.mjs";

/** Of this width in pixels, so that letters stay readable when a phone shows it at two thirds. */
const WIDTH = 520;
const LEFT = 20;

/** @typedef {import("./record.mjs").Record_} Record_ */
/** @typedef {import("./svg.mjs").Look} Look */

/** @param {Record_} record */
export function downloadPlot({ size }) {
  const groups = [
    { title: "Sign-in page", rows: [
      { name: "passkind, inlined", parts: [["own", size.core_br]] },
      { name: "passkind, core as a file", parts: [["own", size.core_separate_br]] },
      { name: "mailcheck + validator", parts: [["peer", size.mailcheck_validator_br]] },
    ] },
    { title: "Page for a new password", rows: [
      { name: "passkind/strength.js", parts: [["own", size.strength_br]] },
      { name: "zxcvbn.js", parts: [["peer", size.zxcvbn_js_br]] },
      { name: "zxcvbn-ts, common and English", parts: [["peer", size.zxcvbn_ts_br]] },
      { name: "check-password-strength", parts: [["peer", size.check_password_strength_br]] },
    ] },
  ];
  const most = Math.max(...groups.flatMap(({ rows }) => rows.flatMap(({ parts }) => parts.map(([, bytes]) => Number(bytes)))));
  const scale = (WIDTH - LEFT * 2 - 76) / most;
  const body = [text(LEFT, 30, "What a page downloads (brotli)", { kind: "title" })];
  let y = 44;
  const said = [];
  for (const { title, rows } of groups) {
    body.push(text(LEFT, (y += 22), title, { kind: "soft" }));
    for (const { name, parts } of rows) {
      body.push(text(LEFT, (y += 26), name));
      y += 6;
      let [x, total] = [LEFT, 0];
      for (const [kind, bytes] of parts) {
        const width = Math.max(2, Number(bytes) * scale);
        body.push(rect(x, y, width, 14, String(kind)));
        [x, total] = [x + width, total + Number(bytes)];
      }
      body.push(text(x + 8, y + 12, kB(total)));
      said.push(`${name} ${kB(total)}`);
      y += 14;
    }
    y += 12;
  }
  return svg({ name: "download", width: WIDTH, height: y + 8, title: "What a page downloads, compressed with brotli", description: `${said.join("; ")}.`, body });
}

const PANEL = { left: 74, right: 16, height: 250 };
const Y_POWERS = [-1, 0, 1, 2, 3, 4, 5, 6, 7]; // microseconds: 0.1 µs to 10 s
const X_POWERS = [1, 2, 3, 4, 5, 6, 7];

/** @param {Record_} record */
export function latencyPlot({ growth, strength }) {
  const panels = [
    { title: "Sign-in form: one question", rows: [
      { name: "passkind, length of the name", us: growth.identifier.us, look: { kind: "own", mark: "circle" } },
      { name: "passkind, length of the password", us: growth.password.us, look: { kind: "own2", mark: "square", dashes: "7 4" } },
      { name: "mailcheck + validator, length of the name", us: growth.mailcheck_validator.us, look: { kind: "peer", mark: "triangle", dashes: "2 4" } },
    ] },
    { title: "New password: one rating", rows: [
      { name: "passkind/strength.js", us: strength.growth.passkind.us, look: { kind: "own", mark: "circle" } },
      { name: "zxcvbn.js", us: strength.growth.zxcvbn_js.us, look: { kind: "peer2", mark: "diamond", dashes: "7 4" } },
      { name: "zxcvbn-ts", us: strength.growth.zxcvbn_ts.us, look: { kind: "peer", mark: "triangle", dashes: "2 4" } },
      { name: "check-password-strength", us: strength.growth.check_password_strength.us, look: { kind: "peer3", mark: "square", dashes: "9 3 2 3" } },
    ] },
  ];
  const body = [text(LEFT, 30, "Time against the length of what is typed", { kind: "title" })];
  let top = 40;
  for (const panel of panels) {
    const drawn = drawPanel(/** @type {Panel} */ (panel), top);
    body.push(...drawn.body);
    top = drawn.bottom;
  }
  const said = panels.map(({ title, rows }) => `${title}: ${rows.map(({ name, us: times }) => `${name}, ${ends(times)}`).join("; ")}.`);
  return svg({ name: "latency", width: WIDTH, height: top + 6, title: "Time against the length of what is typed, in Chromium, both axes logarithmic", description: said.join(" "), body });
}

/** The first and the last point in words. @param {Record<string, number>} times */
function ends(times) {
  const points = Object.entries(times);
  return [points[0], points.at(-1)].map((point) => `${us(point?.[1] ?? 0)} at ${Number(point?.[0]).toLocaleString("en")} characters`).join(", ");
}

/** @typedef {{ title: string, rows: { name: string, us: Record<string, number>, look: Look }[] }} Panel */

/** @param {Panel} panel @param {number} top */
function drawPanel({ title, rows }, top) {
  const { left, right, height } = PANEL;
  const body = [text(LEFT, top + 24, title, { kind: "soft" })];
  let y = top + 36;
  for (const { name, look } of rows) {
    body.push(curve([[left, y + 7], [left + 44, y + 7]], look), text(left + 58, y + 12, name));
    y += 22;
  }
  const [ceiling, floor] = [y + 14, y + 14 + height];
  const x = (/** @type {number} */ at) => left + ((Math.log10(at) - 1) / 6) * (WIDTH - left - right - 10);
  const level = (/** @type {number} */ time) => floor - ((Math.log10(Math.max(time, 0.1)) + 1) / 8) * (floor - ceiling);
  for (const p of Y_POWERS) {
    const at = level(10 ** p);
    body.push(rule([left - 6, at], [WIDTH - right, at], "grid"), text(left - 12, at + 5, us(10 ** p), { anchor: "end", kind: "soft" }));
  }
  for (const p of X_POWERS) body.push(rule([x(10 ** p), ceiling], [x(10 ** p), floor + 6], "grid"), text(x(10 ** p), floor + 24, power(10 ** p), { anchor: "middle", kind: "soft" }));
  body.push(text((left + WIDTH - right) / 2, floor + 46, "characters", { anchor: "middle", kind: "soft" }));
  for (const { us: times, look } of rows) body.push(curve(Object.entries(times).map(([at, time]) => [x(Number(at)), level(time)]), look));
  return { body, bottom: floor + 58 };
}
