/** JSON to read: the same text as `JSON.stringify` gives, with keys and texts told apart by a class each. */

/** A text, followed by a colon if it is a key; or a bare word or number. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null|\d+)\b/g;

/** @param {HTMLElement} place @param {unknown} value */
export function putJson(place, value) {
  const json = JSON.stringify(value, null, 2);
  /** @type {(string | Node)[]} */
  const pieces = [];
  let end = 0;
  for (const match of json.matchAll(TOKENS)) {
    pieces.push(json.slice(end, match.index), coloured(match[1] ?? match[0], match[2] ? "key" : match[1] ? "text" : "bare"), match[2] ?? "");
    end = match.index + match[0].length;
  }
  place.replaceChildren(...pieces, json.slice(end));
}

/** @param {string} text @param {string} kind */
function coloured(text, kind) {
  return Object.assign(document.createElement("span"), { textContent: text, className: `json-${kind}` });
}
