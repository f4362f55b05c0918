/**
 * Words that judge a password or an account, language by language, and where one stands all the same: with the reason. An exception that
 * is no longer needed fails the test.
 */

/** Whole words; a `*` stands for any ending. @param {string} words */
const whole = (words) => new RegExp(`(?<!\\p{L})(${words.replaceAll("*", "\\p{L}*")})(?!\\p{L})`, "iu");

/** By language: the words, and sentences in which they must be found. @type {Record<string, { words: RegExp, examples: string[] }>} */
export const judgments = {
  en: {
    words: whole("right|wrong*|correct*|incorrect*|invalid*|valid|match|matches|exists?|no such|unknown|not known|unregistered|registered|not found|found|denied|rejected|fails?|failed|successful*|locked|blocked|suspended|disabled|closed|bad|no account|has an account|have an account|recogni[sz]ed|accepted"),
    examples: ["This is the right password.", "Wrong password.", "This account does not exist.", "No such user.", "User name not found.", "Your account is locked.", "You have an account here."],
  },
  fr: {
    words: whole("bons?|bonnes?|mauvais|mauvaises?|justes?|faux|fausses?|corrects?|correctes?|incorrects?|incorrectes?|invalides?|valides?|correspond|correspondent|existe|existent|inexistante?s?|inconnue?s?|introuvables?|trouvée?s?|enregistrée?s?|refusée?s?|rejetée?s?|échoué|échec|réussie?s?|bloquée?s?|suspendue?s?|désactivée?s?|fermée?s?|aucun compte|reconnue?s?|acceptée?s?"),
    examples: ["Le mot de passe est incorrect.", "Ce compte n’existe pas.", "Utilisateur inconnu.", "C’est le bon mot de passe.", "Compte bloqué."],
  },
  de: {
    words: whole("richtig*|falsch*|korrekt*|inkorrekt*|ungültig*|gültig*|stimmt|stimmen|passt|passen|existiert|existieren|unbekannt*|nicht gefunden|gefunden|registriert*|abgelehnt*|abgewiesen*|fehlgeschlagen*|erfolgreich*|gesperrt*|deaktiviert*|geschlossen*|kein konto|anerkannt*|akzeptiert*|gibt es nicht|vorhanden"),
    examples: ["Das Passwort ist falsch.", "Dieses Konto existiert nicht.", "Unbekannter Benutzer.", "Das richtige Passwort.", "Das Konto ist gesperrt."],
  },
  it: {
    words: whole("giust*|sbagliat*|corrett*|scorrett*|errat*|valid*|invalid*|corrispond*|esiste|esistono|inesistent*|sconosciut*|non trovat*|trovat*|registrat*|rifiutat*|respint*|fallit*|riuscit*|bloccat*|sospes*|disattivat*|chius*|nessun account|riconosciut*|accettat*"),
    examples: ["La password è sbagliata.", "Questo account non esiste.", "Utente sconosciuto.", "La password giusta.", "Account bloccato."],
  },
  es: {
    words: whole("correct*|incorrect*|equivocad*|erróne*|válid*|inválid*|coincid*|existe|existen|inexistent*|desconocid*|no encontrad*|encontrad*|registrad*|rechazad*|fallid*|fallad*|bloquead*|suspendid*|desactivad*|cerrad*|ninguna cuenta|reconocid*|aceptad*|adecuad*"),
    examples: ["La contraseña es incorrecta.", "Esta cuenta no existe.", "Usuario desconocido.", "La contraseña correcta.", "Cuenta bloqueada."],
  },
};

/** Where one stands: language, path, the word; and why it judges nothing. @type {[where: string, reason: string][]} */
export const exceptions = [
  ["en/hints/hints/noAccountYet: exist", "says of mailboxes in general what there can be"],
  ["en/hints/hints/pauseBeforeLockout: closed", "says of sign-ins in general what many attempts may lead to, from the third refusal of any pair on"],
  ["en/strength/unavailable: right", "“right now”, a time"],
  ["en/guide/steps/noAccountYet: exist", "says of mailboxes in general what there can be"],
  ["en/demo/titles/mail: right", "what the demo's page is about, the same whatever is typed"],
  ["en/demo/refused: match", "the server's sentence of the demo, one and the same for everybody, as OWASP's cheat sheet on authentication words it; it is the page's, not ours"],
  ["fr/hints/hints/pauseBeforeLockout: fermée", "says of sign-ins in general what many attempts may lead to, from the third refusal of any pair on"],
  ["fr/strength/levels/3: bonne", "a level of strength of a new password, which nothing is signed in with yet"],
  ["fr/strength/hints/useWords: bon", "advice for a new password, about no given one"],
  ["fr/guide/situations/refused: refusés", "an answer that people choose in the guide themselves, about what has happened to them"],
  ["fr/demo/titles/mail: bon", "what the demo's page is about, the same whatever is typed"],
  ["fr/demo/refused: correspondent", "the server's sentence of the demo, one and the same for everybody, as OWASP's cheat sheet on authentication words it; it is the page's, not ours"],
  ["de/hints/hints/mailboxNotAccount: registriert", "names the address that people gave when they signed up, whichever that is"],
  ["de/hints/hints/pauseBeforeLockout: geschlossen", "says of sign-ins in general what many attempts may lead to, from the third refusal of any pair on"],
  ["de/guide/situations/refused: abgelehnt", "an answer that people choose in the guide themselves, about what has happened to them"],
  ["de/demo/titles/mail: richtige", "what the demo's page is about, the same whatever is typed"],
  ["de/demo/refused: passen", "the server's sentence of the demo, one and the same for everybody, as OWASP's cheat sheet on authentication words it; it is the page's, not ours"],
  ["it/hints/hints/pauseBeforeLockout: chiuso", "says of sign-ins in general what many attempts may lead to, from the third refusal of any pair on"],
  ["it/guide/situations/refused: rifiutati", "an answer that people choose in the guide themselves, about what has happened to them"],
  ["it/demo/titles/mail: giusta", "what the demo's page is about, the same whatever is typed"],
  ["it/demo/refused: corrispondono", "the server's sentence of the demo, one and the same for everybody, as OWASP's cheat sheet on authentication words it; it is the page's, not ours"],
  ["es/hints/hints/pauseBeforeLockout: cerrado", "says of sign-ins in general what many attempts may lead to, from the third refusal of any pair on"],
  ["es/guide/situations/refused: rechazados", "an answer that people choose in the guide themselves, about what has happened to them"],
  ["es/demo/titles/mail: adecuada", "what the demo's page is about, the same whatever is typed"],
  ["es/demo/refused: coinciden", "the server's sentence of the demo, one and the same for everybody, as OWASP's cheat sheet on authentication words it; it is the page's, not ours"],
];
