/** What the demo page says, and the invented pairs it offers. Nothing here is a real credential. */

/** @typedef {typeof texts.en} Texts */
/** @typedef {keyof typeof texts} Locale */
/** What an example shows; also its name on the page. @typedef {keyof typeof texts.en.kinds} Kind */
/** @typedef {{ kind: Kind, identifier: string, password: string }} Example */

export const texts = {
  en: {
    language: "Language",
    pages: "Demo pages",
    signInPage: "Sign-in",
    passwordPage: "A new password",
    title: "Which password goes here?",
    lead: "One host, many passwords: account, mailboxes, FTP, databases. passkind sits in the sign-in form and says so when a pair looks mixed up.",
    never: "Never type a real password here.",
    stays: "Nothing you type leaves this page, but this is a demo: invent something.",
    choose: "What do you sign in to?",
    anyMail: "Any mail provider",
    try: "Try one of these",
    signInTo: "Sign in",
    identifier: "User name or e-mail address",
    password: "Password",
    show: "Show",
    hide: "Hide",
    showPassword: "Show password",
    hidePassword: "Hide password",
    signIn: "Sign in",
    refuse: "Server says no",
    sent: "Sent as typed. This demo has no server: “Server says no” plays its refusal.",
    refused: "The server’s reply: user name and password do not match. (Refusals so far: {count})",
    guide: "Which password goes where",
    guideLead: "The same knowledge as a table, made by guide().",
    current: "chosen above",
    invented: "Nordhang is an invented host that follows the documented rules of Infomaniak, to show real ones; links lead to Infomaniak’s own pages. passkind is independent of Infomaniak.",
    kinds: {
      right: "A pair that fits",
      devicePassword: "A mailbox’s device password",
      accountPassword: "The account password",
      mailAddress: "An e-mail address as user name",
      shortName: "Only the part before the @",
      otherProvider: "Another provider’s address",
      code: "A one-time code",
      twice: "The user name twice",
      label: "Copied with its label",
      root: "The user name “root”",
      syncName: "The sync name",
      appPassword: "An application password",
      noPassword: "A provider that takes no password",
      token: "An access token",
      typo: "A slip in the address",
    },
  },
  fr: {
    language: "Langue",
    pages: "Pages de démonstration",
    signInPage: "Connexion",
    passwordPage: "Un nouveau mot de passe",
    title: "Quel mot de passe va ici\u202f?",
    lead: "Un hébergeur, beaucoup de mots de passe\u00a0: compte, boîtes mail, FTP, bases de données. passkind se place dans le formulaire de connexion et prévient quand une paire semble mélangée.",
    never: "Ne tapez jamais un vrai mot de passe ici.",
    stays: "Rien ne quitte cette page, mais c’est une démonstration\u00a0: inventez.",
    choose: "À quoi vous connectez-vous\u202f?",
    anyMail: "N’importe quelle messagerie",
    try: "Essayez par exemple",
    signInTo: "Connexion",
    identifier: "Nom d’utilisateur ou adresse e-mail",
    password: "Mot de passe",
    show: "Afficher",
    hide: "Masquer",
    showPassword: "Afficher le mot de passe",
    hidePassword: "Masquer le mot de passe",
    signIn: "Se connecter",
    refuse: "Le serveur refuse",
    sent: "Envoyé tel quel. Cette démonstration n’a pas de serveur\u00a0: «\u00a0Le serveur refuse\u00a0» joue son refus.",
    refused: "Réponse du serveur\u00a0: nom d’utilisateur et mot de passe ne correspondent pas. (Refus jusqu’ici\u00a0: {count})",
    guide: "Quel mot de passe, à quel endroit",
    guideLead: "Le même savoir sous forme de tableau, produit par guide().",
    current: "choisi plus haut",
    invented: "Nordhang est un hébergeur inventé qui suit les règles documentées d’Infomaniak, pour en montrer de vraies\u202f; les liens mènent aux pages d’Infomaniak. passkind est indépendant d’Infomaniak.",
    kinds: {
      right: "Une paire qui convient",
      devicePassword: "Le mot de passe d’un appareil",
      accountPassword: "Le mot de passe du compte",
      mailAddress: "Une adresse e-mail comme nom",
      shortName: "Seulement la partie avant @",
      otherProvider: "L’adresse d’un autre fournisseur",
      code: "Un code à usage unique",
      twice: "Deux fois le nom d’utilisateur",
      label: "Copié avec son étiquette",
      root: "Le nom d’utilisateur « root »",
      syncName: "Le nom de synchronisation",
      appPassword: "Un mot de passe d’application",
      noPassword: "Un fournisseur sans mot de passe",
      token: "Un jeton d’accès",
      typo: "Une faute de frappe dans l’adresse",
    },
  },
};

const ACCOUNT = "anna.muster@example.com";
const MAILBOX = "hello@atelier-muster.example";
const CHOSEN = "Regenschirm-im-Juli";
const SHORT = "Regenschirm7";
const DEVICE = "q7Rk w2Mx t9Bd z4Hn";
const APPLICATION = "Zk3vQ8mPw2RtX9bN";
const SERVICE = "Werkbank24Nordhang";

/** @param {string} user @param {Example[]} more @returns {Example[]} */
const userService = (user, ...more) => [
  { kind: "right", identifier: user, password: SERVICE },
  { kind: "mailAddress", identifier: ACCOUNT, password: SERVICE },
  { kind: "twice", identifier: user, password: user },
  ...more,
];

/** By service, in the order of the page. @type {Record<string, Example[]>} */
export const examples = {
  account: [
    { kind: "right", identifier: ACCOUNT, password: CHOSEN },
    { kind: "devicePassword", identifier: ACCOUNT, password: DEVICE },
    { kind: "code", identifier: ACCOUNT, password: "492 817" },
    { kind: "shortName", identifier: "anna.muster", password: CHOSEN },
    { kind: "typo", identifier: "anna.muster@gmial.com", password: CHOSEN },
    { kind: "label", identifier: ACCOUNT, password: `Password: ${CHOSEN}` },
  ],
  webmail: [
    { kind: "right", identifier: ACCOUNT, password: CHOSEN },
    { kind: "devicePassword", identifier: MAILBOX, password: DEVICE },
    { kind: "shortName", identifier: "anna.muster", password: CHOSEN },
    { kind: "twice", identifier: ACCOUNT, password: ACCOUNT },
  ],
  mailbox: [
    { kind: "right", identifier: MAILBOX, password: DEVICE },
    { kind: "accountPassword", identifier: MAILBOX, password: SHORT },
    { kind: "shortName", identifier: "hello", password: DEVICE },
    { kind: "otherProvider", identifier: "anna.muster@gmail.com", password: DEVICE },
  ],
  caldav: [
    { kind: "right", identifier: "AB12345", password: APPLICATION },
    { kind: "mailAddress", identifier: ACCOUNT, password: APPLICATION },
    { kind: "code", identifier: "AB12345", password: "492 817" },
  ],
  webdav: [
    { kind: "right", identifier: ACCOUNT, password: APPLICATION },
    { kind: "accountPassword", identifier: ACCOUNT, password: SHORT },
    { kind: "syncName", identifier: "AB12345", password: APPLICATION },
  ],
  ftp: userService("abcd_anna", { kind: "devicePassword", identifier: "abcd_anna", password: DEVICE }),
  ssh: userService("abcd_anna", { kind: "root", identifier: "root", password: SERVICE }),
  mysql: userService("abcd_shop", { kind: "root", identifier: "root", password: SERVICE }),
  phpmyadmin: userService("abcd_WP123456"),
  publicCloud: userService("PCU-ABCD12"),
  swissBackup: userService("SBI-AB123456"),
  anyMail: [
    { kind: "right", identifier: "anna.muster@gmail.com", password: "tkwo vqea zjmu hxib" },
    { kind: "accountPassword", identifier: "anna.muster@gmail.com", password: SHORT },
    { kind: "noPassword", identifier: "anna.muster@outlook.com", password: SHORT },
    // Invented, and put together here so that no scanner takes it for a real one.
    { kind: "token", identifier: "anna.muster@icloud.com", password: ["gh", "p_", "aB3dE5fG7".repeat(4)].join("") },
  ],
};
