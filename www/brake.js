/** The emergency brake: `<meta name="passkind" content="off">` stops everything before anything is loaded. */

/** @returns {boolean} */
export function isOff() {
  if (typeof document === "undefined") return false;
  const meta = Document.prototype.querySelector.call(document, 'meta[name="passkind" i][content="off" i]');
  return meta !== null;
}
