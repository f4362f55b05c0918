/** What the demo's page for a new password says, and the invented passwords it offers. Nothing here is a real one. */

/** @typedef {typeof texts.en} Texts */
/** @typedef {keyof typeof texts} Locale */
/** @typedef {keyof typeof texts.en.kinds} Kind */
/** @typedef {keyof typeof texts.en.rules} Rules */

export const texts = {
  en: {
    language: "Language",
    pages: "Demo pages",
    toSignIn: "Sign-in",
    title: "A new password",
    lead: "Where a new password is set, passkind rates it as zxcvbn does, on a thread of its own, knowing accents, common words of five languages and the other password in the form.",
    never: "Never type a real password here.",
    stays: "Nothing you type leaves this page, but this is a demo: invent something.",
    choose: "Which rules hold?",
    try: "Try one of these",
    heading: "New password for your e-mail address",
    identifier: "E-mail address",
    account: "Your account password",
    password: "New password for the address",
    show: "Show",
    hide: "Hide",
    showPassword: "Show password",
    hidePassword: "Hide password",
    save: "Save",
    saved: "Sent as typed. This demo has no server.",
    invented: "Nordhang is an invented host. The rules are those of NIST SP 800-63B-4, or documented ones of a provider.",
    rules: { singleFactor: "The only factor", secondFactor: "With a second factor", infomaniak: "Infomaniak FTP user" },
    kinds: { phrase: "A few words", accents: "A common word with accents", town: "A town and its year", brand: "A brand and a year", signs: "Signs for letters", same: "Nearly the account password", random: "A random one" },
  },
  fr: {
    language: "Langue",
    pages: "Pages de démonstration",
    toSignIn: "Connexion",
    title: "Un nouveau mot de passe",
    lead: "Là où l’on choisit un mot de passe, passkind l’évalue comme zxcvbn, sur un fil à part, en connaissant les accents, les mots courants de cinq langues et l’autre mot de passe du formulaire.",
    never: "Ne saisissez jamais un vrai mot de passe ici.",
    stays: "Rien de ce que vous saisissez ne quitte cette page, mais c’est une démonstration\u00a0: inventez.",
    choose: "Quelles règles valent\u202f?",
    try: "Essayez l’un de ceux-ci",
    heading: "Nouveau mot de passe de votre adresse e-mail",
    identifier: "Adresse e-mail",
    account: "Votre mot de passe de compte",
    password: "Nouveau mot de passe de l’adresse",
    show: "Afficher",
    hide: "Masquer",
    showPassword: "Afficher le mot de passe",
    hidePassword: "Masquer le mot de passe",
    save: "Enregistrer",
    saved: "Envoyé tel quel. Cette démonstration n’a pas de serveur.",
    invented: "Nordhang est un hébergeur inventé. Les règles sont celles de NIST SP 800-63B-4, ou celles, documentées, d’un hébergeur.",
    rules: { singleFactor: "Seul facteur", secondFactor: "Avec un second facteur", infomaniak: "Utilisateur FTP d’Infomaniak" },
    kinds: { phrase: "Quelques mots", accents: "Un mot courant avec accents", town: "Une ville et son année", brand: "Une marque et une année", signs: "Des signes pour des lettres", same: "Presque le mot de passe du compte", random: "Un mot de passe aléatoire" },
  },
};

/** The account password that `same` is near to. */
export const ACCOUNT = "Regenschirm-im-Juli";

/** @type {{ kind: Kind, password: string, account?: string }[]} */
export const examples = [
  { kind: "phrase", password: "vier Igel tanzen im Nebel" },
  { kind: "accents", password: "pässwörd" },
  { kind: "town", password: "Genève1291" },
  { kind: "brand", password: "Infomaniak2026!" },
  { kind: "signs", password: "P4ssw0rd-P4ssw0rd" },
  { kind: "same", password: "Regenschirm-im-Juli2", account: ACCOUNT },
  { kind: "random", password: "q7Rk-w2Mx-t9Bd-z4Hn" },
];
