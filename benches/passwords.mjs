/** New passwords to rate, and what freezes zxcvbn: the same on every run. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dice } from "./dice.mjs";

const LISTS = fileURLToPath(new URL("../target/lists/", import.meta.url));

const lines = (name) => (existsSync(LISTS + name) ? readFileSync(LISTS + name, "utf8").trim().split("\n") : []);

/** 5,000: half leaked ones, a quarter words with additions, a quarter random or phrases. */
export function passwords(count = 5000) {
  const throwDice = dice(20_260_101);
  const one = (list) => list[throwDice(list.length)];
  const leaked = [...lines("django.txt"), ...lines("zxcvbn.txt")];
  const words = lines("words.txt");
  if (!leaked.length || !words.length) throw new Error("target/lists/ is empty: run `node scripts/lists.mjs` with the package registries at hand");
  const printable = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
  const makers = [
    () => one(leaked),
    () => one(leaked),
    () => one(words)[0].toUpperCase() + one(words) + one(["1", "12", "123", "2024", "!", "?", "1!", "99", "1987"]),
    () => (throwDice(2)
      ? Array.from({ length: 8 + throwDice(13) }, () => one(printable)).join("")
      : Array.from({ length: 3 + throwDice(2) }, () => one(words)).join(one([" ", "-", "."]))),
  ];
  return Array.from({ length: count }, (_, at) => makers[at % makers.length]());
}

const BOMB = "4@8({[<369!1|70$5+%2";
const OTHER_BOMB = "4@8({[</369&#!1/|0$5+7%2";

/** What freezes zxcvbn: signs that can be read as several letters, repetitions, and sheer length. */
export const bombs = {
  "signs x5": BOMB.repeat(5),
  "signs, 32": OTHER_BOMB.repeat(2).slice(0, 32),
  "signs, 64": OTHER_BOMB.repeat(3).slice(0, 64),
  "42 symbols": "!@#$%^&*()_+{}|:<>?[]\\;',./!@#$%^&*()_+{}|:",
  "a x256": "a".repeat(256),
  "pairs": Array.from({ length: 50 }, (_, at) => String.fromCharCode(97 + (at % 26)).repeat(2)).join(""),
  "digits, 100": "1234567890".repeat(10),
  // Just under what the page's own thread still takes (MOST_EFFORT in www/strength/raters.js).
  "taken, 39 digits": "718290364517382945061728394051627384950",
  "taken, 54 letters": "ab".repeat(27),
  "taken, 31 signs": "4@8({6!1$5 wie ein Igel im Tal,",
  "1 MB": "xY7$".repeat(250_000),
};
