/** The emergency brake: `<meta name="passkind" content="off">` stops everything before anything is loaded. */

/** @returns {boolean} */
export function isOff() {
  // Own properties of the global object, as a page has both: a shim of Node's, or a key on `Object.prototype`, is no page.
  if (!Object.hasOwn(globalThis, "document") || !Object.hasOwn(globalThis, "Document")) return false;
  const meta = Document.prototype.querySelector.call(document, 'meta[name="passkind" i][content="off" i]');
  return meta !== null;
}
