// Prints the table of src/shape/words.rs. Run by hand when the word lists change:
//   npm install --no-save @zxcvbn-ts/language-{en,fr,de,it,es-es}@4.1 && node scripts/letter-pairs.mjs
const LANGUAGES = ["en", "fr", "de", "it", "es-es"];
const MOST_COMMON = 8000;

const counts = Array.from({ length: 27 }, () => new Float64Array(27).fill(0.5));
for (const language of LANGUAGES) {
  const { dictionary } = await import(`@zxcvbn-ts/language-${language}`);
  const list = Object.entries(dictionary).find(([name]) => name.startsWith("commonWords"))[1];
  const words = [...list].map(fold).filter((word) => /^[a-z]+$/.test(word)).slice(0, MOST_COMMON);
  words.forEach((word, rank) => {
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
counts.forEach((row, before) => {
  const letters = [...row].slice(0, 26);
  const sum = letters.reduce((a, b) => a + b);
  const points = letters.map((n) => Math.max(-8, Math.min(7, Math.round(1.5 * Math.log2((n / sum) * 26)))));
  const text = points.map((p) => String.fromCharCode(105 + p)).join("");
  console.log(`    b"${text}", // after ${before === 26 ? "nothing" : String.fromCharCode(97 + before)}`);
});

function fold(word) {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
