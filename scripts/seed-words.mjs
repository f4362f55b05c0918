// Prints the list of src/shape/seed.rs: npm install --no-save @scure/bip39@2.4 && node scripts/seed-words.mjs
import { wordlist } from "@scure/bip39/wordlists/english.js";

let text = "";
let before = "";
for (const word of wordlist) {
  const head = word.slice(0, 4);
  let shared = 0;
  while (shared < 3 && before[shared] === head[shared]) shared += 1;
  text += shared + head.slice(shared);
  before = head;
}
console.log((text.match(/.{1,110}/g) ?? []).map((line) => `    ${line}\\`).join("\n"));
