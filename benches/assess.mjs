// `assess` beside `mailcheck.run` + `validator.isEmail` on the same 2,000 pairs. Alone, in Node: `node benches/assess.mjs [rounds]`.
import { createGuard } from "../www/index.js";
import { measureAssess } from "./assess-loop.js";
import { median, spread } from "./figures.mjs";
import { pairs } from "./pairs.mjs";
import { imported, peer } from "./peers.mjs";

export async function assessInNode(rounds = 15) {
  const { forms, pairs: asked } = pairs();
  const { ask } = await imported(await peer("mailcheck-validator"));
  const guards = await Promise.all(forms.map((options) => createGuard(options)));
  return { asked, ...measureAssess({ pairs: asked, guards, peer: ask, rounds, calls: 1 }) };
}

/** Which pairs take long: by the form's service and by what the identifier looks like. */
function slowest(asked, times) {
  const rows = asked.map((pair, at) => ({ ...pair, us: times[at] })).sort((a, b) => b.us - a.us).slice(0, 10);
  const { forms } = pairs();
  for (const { form, identifier, password, refused, us } of rows) {
    console.log(`  ${us.toFixed(1)} µs  ${forms[form].service}/${forms[form].provider ?? "-"}  ${JSON.stringify(identifier)}  ${JSON.stringify(password)}  refused ${refused}`);
  }
}

if (import.meta.filename === process.argv[1]) {
  const { asked, first, ours, peer: theirs } = await assessInNode(Number(process.argv[2]) || undefined);
  const us = (n) => `${n.toFixed(1)} µs`;
  const line = (name, { p25, p50, p75, p95, p99, max }) => console.log(`${name.padEnd(22)} p25 ${us(p25)}  p50 ${us(p50)}  p75 ${us(p75)}  p95 ${us(p95)}  p99 ${us(p99)}  max ${us(max)}`);
  const [own, other] = [spread(ours), spread(theirs)];
  line("assess", own);
  line("mailcheck + validator", other);
  console.log(`ratio                  p50 ${(own.p50 / other.p50).toFixed(2)}  p99 ${(own.p99 / other.p99).toFixed(2)}; first call ${us(first.ours)} beside ${us(first.peer)}`);
  console.log("median by kind of identifier, beside the peers:");
  for (const kind of new Set(asked.map((pair) => pair.kind))) {
    const those = (times) => median(times.filter((_, at) => asked[at].kind === kind));
    console.log(`  ${kind.padEnd(12)} ${us(those(ours)).padStart(9)}  ${us(those(theirs)).padStart(9)}`);
  }
  console.log("slowest pairs:");
  slowest(asked, ours);
}
