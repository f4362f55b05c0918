// The text of all providers on its way to a page.

/**
 * An eighth shorter on its way to a page. Hosts and domains that differ in their first label alone stand as one (`imap|smtp.example.org`), an id
 * that follows from the name is left out, and what is alike stands together: hosts, links and days behind the rest, each kind in its order.
 */
export function pack(text, profiles) {
  let packed = text;
  for (const { id, name } of Object.values(profiles)) {
    const mark = ["~", "^"].find((mark) => unpack(`\n${mark}\n${name}\f\f\f`) === `\n${id}\n${name}`);
    packed = packed.replace(`\n${id}\n${name}\n`, `\n${mark ?? id}\n${name}\n`);
  }
  const kinds = [/^(?:[a-z\d*-]+\.[a-z\d.*-]+(?: |$))+$/, /^https:/, /^2\d{4}$/];
  const columns = kinds.map(() => []);
  const lines = packed.split("\n").map((line) => {
    const kind = kinds.findIndex((of) => of.test(line));
    columns[kind]?.push(kind === 0 ? together(line) : line);
    return "&=#"[kind] ?? line;
  });
  return [lines, ...columns].map((part) => part.join("\n")).join("\f");
}

/** Hosts that stand one after another and differ in their first label, as one. */
function together(line) {
  const groups = [];
  for (const host of line.split(" ")) {
    const [, label, rest] = host.match(/^([^.]+)\.(.+)$/);
    if (groups.at(-1)?.rest === rest) groups.at(-1).labels.push(label);
    else groups.push({ labels: [label], rest });
  }
  return groups.map(({ labels, rest }) => `${labels.join("|")}.${rest}`).join(" ");
}

/** Runs in the page, too: its source is written into the file. */
export function unpack(text) {
  const [lines, ...columns] = text.split("\f").map((part) => part.split("\n"));
  return lines
    .map((line) => (/^[&=#]$/.test(line) ? columns["&=#".indexOf(line)].shift() : line))
    .join("\n")
    .replace(/([^ \n.]*\|[^ \n.]*)(\.[^ \n]+)/g, (_, labels, rest) => labels.replace(/\||$/g, (end) => rest + (end && " ")))
    .replace(/\n([~^])\n(.*)/g, (_, mark, name) => `\n${name.replace(mark > "^" ? "" : /\..*/, "").toLowerCase().replace(/[^a-z\d]+/g, "-")}\n${name}`);
}
