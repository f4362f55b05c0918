/** Reads what came in at a server, byte by byte as it came. */

/** What a connection asked for. @param {Buffer[]} bytes @returns {{ path: string, headers: string, body: string }[]} */
export function requests(bytes) {
  const found = [];
  for (let text = Buffer.concat(bytes).toString("latin1"); text;) {
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) break;
    const [start = "", ...lines] = text.slice(0, end).split("\r\n");
    const headers = lines.join("\n");
    const length = Number(/^content-length: (\d+)$/im.exec(headers)?.[1] ?? 0);
    found.push({ path: start.split(" ")[1] ?? "", headers, body: text.slice(end + 4, end + 4 + length) });
    text = text.slice(end + 4 + length);
  }
  return found;
}
