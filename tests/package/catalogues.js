/** Every language of the package's texts and what holds in it. A file in `www/locales/` that is not here fails `describe.test.js`. */
import { loadLocale } from "../../www/describe.js";
import englishGuide from "../../www/locales/en/table.js";
import de from "../../www/locales/de/hints.js";
import deCH from "../../www/locales/de-CH/hints.js";
import es from "../../www/locales/es/hints.js";
import fr from "../../www/locales/fr/hints.js";
import it from "../../www/locales/it/hints.js";
import strengthEn from "../../www/locales/en/strength.js";
import strengthDe from "../../www/locales/de/strength.js";
import strengthDeCH from "../../www/locales/de-CH/strength.js";
import strengthEs from "../../www/locales/es/strength.js";
import strengthFr from "../../www/locales/fr/strength.js";
import strengthIt from "../../www/locales/it/strength.js";

/** @import {Messages} from "../../www/describe.js" */
/** @import {StrengthMessages} from "../../www/describe-rating.js" */

// The names of places come apart, and are put into the same catalogues.
await Promise.all(["en", "de", "de-CH", "es", "fr", "it"].map(loadLocale));
const { places, ...english } = /** @type {Messages} */ (/** @type {unknown} */ (await loadLocale("en")));

/**
 * @typedef {object} Language
 * @property {string} tag
 * @property {Messages} hints
 * @property {StrengthMessages} strength
 * @property {RegExp} may what a tentative text says
 * @property {RegExp} probably what a firmer one says
 * @property {RegExp} names what a hint names: its field, its place or its next step
 * @property {RegExp} forbidden blame, courtesy, judgments
 * @property {RegExp} familiar the register that is not used
 * @property {RegExp} odd spaces and signs that the language does not write so
 * @property {string[]} character one, several
 * @property {string[]} second one, several
 * @property {string} months three, as the sentence about stolen passwords wants them
 */

/** Whole words; a `*` stands for any ending. @param {string} words */
const words = (words) => new RegExp(`(?<!\\p{L})(${words.replaceAll("*", "\\p{L}*")})(?!\\p{L})`, "iu");

const STRAIGHT = `["'<>]|&\\w+;`;
/** @param {string} signs */
const odd = (signs) => new RegExp(`${STRAIGHT}|${signs}`, "u");
/** No space before a sign, none that does not break, and quotation marks of this kind only. @param {string} others */
const plainly = (others) => odd(`[\\u00a0\\u202f]| [;:!?]|[${others}]`);

const german = {
  may: words("vielleicht"),
  probably: /Das sieht (nach .* aus|aus, als)/,
  names: /Benutzername|Passwort|Passwörter|Adresse|\{field\}|Postfach|Anmeldung|Diese Person|Server/,
  forbidden: words("bitte|danke|leider|sorry|Entschuldigung|Verzeihung|hoppla|ungültig*|gültig*|falsch*|richtig*|korrekt*|inkorrekt*|fehlerhaft*|Fehler|müssen|muss|muß|versehentlich"),
  familiar: words("du|dein*|dir|dich|euch|euer*"),
  character: ["1 Zeichen", "2 Zeichen"],
  second: ["1 Sekunde", "2 Sekunden"],
  months: "3 Monate,",
};

/** @type {Language[]} */
export const languages = [
  {
    tag: "en", hints: { ...english, guideWords: englishGuide, places }, strength: strengthEn,
    may: words("may"),
    probably: words("looks like"),
    names: /user name|password|address|\{field\}|mailbox|sign-in|somebody|server/i,
    forbidden: words("please|sorry|thanks?|invalid|valid|incorrect*|wrong*|correct*|oops|must|errors?|mistakes?"),
    familiar: words("thou|thy"),
    odd: plainly("«»„"),
    character: ["1 character", "2 characters"],
    second: ["1 second", "2 seconds"],
    months: "3 months",
  },
  {
    tag: "fr", hints: fr, strength: strengthFr,
    may: words("peut-être"),
    probably: words("ressemble|semble être"),
    names: /nom d’utilisateur|mot de passe|mots de passe|adresse|\{field\}|boîte e-mail|connexion|autre personne|serveur/i,
    forbidden: words("s’il vous plaît|veuillez|merci|désolée?s?|pardon|invalides?|valides?|incorrecte?s?|correcte?s?|erronée?s?|mauvaise?s?|faux|fausses?|juste|erreurs?|devez|oups"),
    familiar: words("tu|ton|ta|tes|toi"),
    odd: odd(" [;:!?»]|« |[^\\s\\u202f(][;!?»]|[^\\s\\u00a0\\w]:|\\w:(?!\\w)|«[^\\u202f]|[^\\u202f]»|[“”„]"),
    character: ["1 caractère", "2 caractères"],
    second: ["1 seconde", "2 secondes"],
    months: "3 mois",
  },
  { tag: "de", hints: de, strength: strengthDe, ...german, odd: plainly("«»”") },
  { tag: "de-CH", hints: deCH, strength: strengthDeCH, ...german, odd: plainly("ß„“”") },
  {
    tag: "it", hints: it, strength: strengthIt,
    may: words("forse"),
    probably: words("sembra"),
    names: /nome utente|password|indirizzo|\{field\}|casella|accesso|altra persona|server/i,
    forbidden: words("per favore|per piacere|prego|grazie|scusi|spiacent*|purtroppo|valid*|invalid*|corrett*|scorrett*|errat*|errore|errori|sbagliat*|giust*|deve|ops"),
    familiar: words("tu|ti|tuo|tua|tuoi|tue|te"),
    odd: plainly("“”„"),
    character: ["1 carattere", "2 caratteri"],
    second: ["1 secondo", "2 secondi"],
    months: "3 mesi",
  },
  {
    tag: "es", hints: es, strength: strengthEs,
    may: words("tal vez|quizá"),
    probably: words("parece"),
    names: /nombre de usuario|contraseña|dirección|\{field\}|buzón|inicio de sesión|otra persona|servidor/i,
    forbidden: words("por favor|gracias|disculpe|perdón|lo sentimos|lamentablemente|válid*|inválid*|incorrect*|correct*|erróne*|equivocad*|error|errores|mal|debe|vaya"),
    familiar: words("tú|tu|tus|ti|te|vosotros|vuestr*"),
    odd: odd("[\\u00a0\\u202f]| [;:!?]|[“”„]|(?<![¿])(?<!¿[^?]{0,200})\\?"),
    character: ["1 carácter", "2 caracteres"],
    second: ["1 segundo", "2 segundos"],
    months: "3 meses",
  },
];

/** @param {unknown} tree @param {string} [path] @returns {[string, string][]} every text with its path */
export function leaves(tree, path = "") {
  if (typeof tree === "string") return [[path, tree]];
  return Object.entries(/** @type {object} */ (tree)).flatMap(([key, value]) => leaves(value, `${path}/${key}`));
}
