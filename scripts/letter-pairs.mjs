// Prints the table of src/secret/words.rs and, on standard error, how well it tells four words of four letters from
// sixteen random letters. Run by hand when the word lists change:
//   npm install --no-save @zxcvbn-ts/language-{de,it}@3.0.2 @zxcvbn-ts/language-en@4.1.1 \
//     @zxcvbn-ts/language-{fr,es-es}@4.1.2 && node scripts/letter-pairs.mjs
const LANGUAGES = ["en", "fr", "de", "it", "es-es"];
const MOST_COMMON = 8000;

/** Words of four letters that the table was not made from, by language. */
const unseen = {};
const counts = Array.from({ length: 27 }, () => new Float64Array(27).fill(0.5));
for (const language of LANGUAGES) {
  const { dictionary } = await import(`@zxcvbn-ts/language-${language}`);
  const list = Object.entries(dictionary).find(([name]) => name.startsWith("commonWords"))[1];
  const words = [...list].map(fold).filter((word) => /^[a-z]+$/.test(word)).slice(0, MOST_COMMON);
  words.forEach((word, rank) => {
    if (rank % 2 && word.length === 4 && rank < 6000) (unseen[language] ??= []).push(word);
    if (rank % 2 || word.length < 3 || word.length > 9) return; // the other half measures
    const weight = 1 / Math.sqrt(1 + rank / 50);
    let before = 26;
    for (const letter of word) {
      const column = letter.charCodeAt(0) - 97;
      counts[before][column] += weight;
      before = column;
    }
  });
}
const table = [];
counts.forEach((row, before) => {
  const letters = [...row].slice(0, 26);
  const sum = letters.reduce((a, b) => a + b);
  const points = letters.map((n) => Math.max(-8, Math.min(7, Math.round(1.5 * Math.log2((n / sum) * 26)))));
  table.push(points);
  const text = points.map((p) => String.fromCharCode(105 + p)).join("");
  console.log(`    b"${text}", // after ${before === 26 ? "nothing" : String.fromCharCode(97 + before)}`);
});

const draw = (list) => Array.from({ length: 4 }, () => list[Math.floor(Math.random() * list.length)]);
const letter = () => String.fromCharCode(97 + Math.floor(Math.random() * 26));
const noise = Array.from({ length: 20_000 }, () => letter() + letter() + letter() + letter());
for (const [name, list] of [...Object.entries(unseen), ["random letters", noise]]) {
  const taken = Array.from({ length: 20_000 }, () => draw(list)).filter(areWords).length;
  console.error(`${name}: ${(taken / 200).toFixed(1)} % taken for words`);
}

/** As `is_words` in src/secret/words.rs: two points in sixteen letters may be lacking. */
function areWords(groups) {
  const row = (group, at) => table[at ? group.charCodeAt(at - 1) - 97 : 26];
  const points = groups.flatMap((group) => [...group].map((sign, at) => row(group, at)[sign.charCodeAt(0) - 97]));
  return points.reduce((a, b) => a + b) * 8 > -16;
}

function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
