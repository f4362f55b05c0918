/** Small pieces of SVG: what the plots are drawn with. Colours by class, so that they follow light and dark. */

/** Of one family of blues and greys and one warm one; each has 4.5:1 or more against its ground. */
const STYLE = `
  text { font: 14px system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 16px }
  .soft { fill: #57606a }
  .ground { fill: #ffffff; stroke: #d0d7de }
  .grid { stroke: #d8dee4 }
  .own { fill: #0a5bd3; stroke: #0a5bd3 }
  .own2 { fill: #6d3fc4; stroke: #6d3fc4 }
  .light { fill: #7fb2f5; stroke: #7fb2f5 }
  .peer { fill: #9a4b00; stroke: #9a4b00 }
  .peer2 { fill: #b3261e; stroke: #b3261e }
  .peer3 { fill: #57606a; stroke: #57606a }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .soft { fill: #9aa4af }
    .ground { fill: #0d1117; stroke: #30363d }
    .grid { stroke: #2a313a }
    .own { fill: #6cb0ff; stroke: #6cb0ff }
    .own2 { fill: #c4a1ff; stroke: #c4a1ff }
    .light { fill: #2c5c96; stroke: #2c5c96 }
    .peer { fill: #f0a35b; stroke: #f0a35b }
    .peer2 { fill: #ff8f86; stroke: #ff8f86 }
    .peer3 { fill: #aab4be; stroke: #aab4be }
    .line { fill: none }
  }`;

/** @param {string} words */
const escape = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** To a tenth of a pixel. @param {number} value */
const px = (value) => Number(value.toFixed(1));

/** @param {number} x @param {number} y @param {string} words @param {{ kind?: string, anchor?: "start" | "middle" | "end" }} [how] */
export function text(x, y, words, { kind = "", anchor = "start" } = {}) {
  return `<text x="${px(x)}" y="${px(y)}"${kind && ` class="${kind}"`}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}>${escape(words)}</text>`;
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {string} kind */
export function rect(x, y, width, height, kind) {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" class="${kind}"/>`;
}

/** @param {[number, number]} from @param {[number, number]} to @param {string} kind */
export function rule([x1, y1], [x2, y2], kind) {
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${kind}"/>`;
}

/** Told apart by shape and dashes as well as by colour. */
const MARKS = {
  circle: (/** @type {number} */ x, /** @type {number} */ y) => `<circle cx="${px(x)}" cy="${px(y)}" r="4.5"/>`,
  square: (/** @type {number} */ x, /** @type {number} */ y) => `<rect x="${px(x - 4)}" y="${px(y - 4)}" width="8" height="8"/>`,
  triangle: (/** @type {number} */ x, /** @type {number} */ y) => `<path d="M${px(x)} ${px(y - 5.5)}l5.5 9.5h-11z"/>`,
  diamond: (/** @type {number} */ x, /** @type {number} */ y) => `<path d="M${px(x)} ${px(y - 6)}l6 6l-6 6l-6-6z"/>`,
};

/** @typedef {{ kind: string, mark: keyof typeof MARKS, dashes?: string }} Look */

/** @param {[number, number][]} points @param {Look} look */
export function curve(points, { kind, mark, dashes }) {
  const path = `<polyline class="${kind} line"${dashes ? ` stroke-dasharray="${dashes}"` : ""} points="${points.map(([x, y]) => `${px(x)},${px(y)}`).join(" ")}"/>`;
  return `${path}<g class="${kind}">${points.map(([x, y]) => MARKS[mark](x, y)).join("")}</g>`;
}

/**
 * A whole picture. Its ground is drawn: where a site's own theme differs from the system's, the words stay readable.
 * @param {{ name: string, width: number, height: number, title: string, description: string, body: string[] }} picture
 */
export function svg({ name, width, height, title, description, body }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}-title ${name}-desc">
<title id="${name}-title">${escape(title)}</title>
<desc id="${name}-desc">${escape(description)}</desc>
<style>${STYLE}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" class="ground"/>
${body.join("\n")}
</svg>
`;
}
