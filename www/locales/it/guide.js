/** Testi italiani della guida. Non ancora riletti da una persona di madrelingua. */

/** @import {GuideTexts} from "../../guide/texts.js" */

export default /** @satisfies {GuideTexts} */ ({
  lang: "it",
  open: "Che cosa vuole aprire?",
  services: {
    account: "Il mio account: prodotti, fatture, impostazioni",
    webmail: "La mia posta nel browser",
    mailbox: "La mia posta in un programma o sul telefono",
    caldav: "Calendario e contatti su un dispositivo",
    webdav: "I miei file, con WebDAV",
    ftp: "I file di un sito web, con FTP",
    ssh: "Un server, con SSH",
    mysql: "Un database, da un programma",
    phpmyadmin: "Un database, in phpMyAdmin",
    git: "Un archivio di codice, con Git",
    registry: "Un registro di pacchetti",
    api: "Un’API, da un programma",
    publicCloud: "Un progetto Public Cloud",
    swissBackup: "Uno Swiss Backup",
  },
  happened: "Che cosa è successo?",
  situations: {
    unsure: "Ancora niente: voglio sapere quale password serve",
    refused: "Nome utente e password sono stati rifiutati",
    none: "Non ho una password, oppure l’ho persa",
  },
  show: "Mostrare quale password",
  choose: "Scelga prima che cosa vuole aprire.",
  label: "{label}:",
  sameAddress: "Uno stesso indirizzo e-mail può essere il nome utente di più servizi, e ciascuno può avere la propria password.",
  steps: {
    tryOtherPassword: "Provi un’altra delle Sue password: possono essere più di una, una per servizio.",
    testMailboxPair: "Provi l’indirizzo con la sua password dove è sicuramente al suo posto, per esempio in un programma di posta.",
    resetAccountPassword: "Imposti una nuova password per l’account.",
    resetMailboxPassword: "Crei una nuova password per questo indirizzo e-mail.",
    resetServicePassword: "Imposti una nuova password per questo utente.",
    createAppPassword: "Crei una password per le app e la usi qui.",
    noPasswordYet: "Un nuovo indirizzo e-mail non ha una password finché non ne viene creata una.",
    noAccountYet: "Una casella può esistere senza account: chi la gestisce può invitarLa.",
  },
  make: {
    accountPassword: "La password è stata scelta alla creazione dell’account. Se è andata persa, ne imposti una nuova.",
    mailboxPassword: "Crei una password per questo indirizzo e-mail, oppure la chieda a chi lo gestisce.",
    appPassword: "Crei una password per le app e la usi al posto di quella dell’account.",
    servicePassword: "Imposti una password per questo utente, oppure la chieda a chi lo gestisce.",
    apiToken: "Crei un token di accesso e lo usi come password.",
  },
});
