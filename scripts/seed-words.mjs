// Prints the list of src/secret/seed.rs: npm install --no-save @scure/bip39@2.4 && node scripts/seed-words.mjs
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** A word of three letters ends in what comes before `a`. */
const heads = wordlist.map((word) => word.slice(0, 4).padEnd(4, "`"));
for (const length of [0, 1, 2, 3]) {
  /** Which letters follow each beginning of that length; the last of them is a capital. @type {Map<string, string>} */
  const followers = new Map();
  for (const head of heads) {
    const [begin, letter] = [head.slice(0, length), head.slice(length, length + 1)];
    const known = followers.get(begin) ?? "";
    if (!known.endsWith(letter)) followers.set(begin, known + letter);
  }
  const text = [...followers.values()].map((letters) => letters.slice(0, -1) + letters.slice(-1).toUpperCase().replace("`", "@")).join("");
  console.log(`    "\\\n${(text.match(/.{1,110}/g) ?? []).map((line) => `    ${line}\\`).join("\n")}\n    ",`);
}
