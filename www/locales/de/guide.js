/** Deutsche Texte des Wegweisers, ohne Eszett, damit sie auch für de-CH stimmen. Noch von niemandem mit Deutsch als Muttersprache geprüft. */

/** @import {GuideTexts} from "../../guide/texts.js" */

export default /** @satisfies {GuideTexts} */ ({
  lang: "de",
  open: "Was möchten Sie öffnen?",
  services: {
    account: "Mein Konto: Produkte, Rechnungen, Einstellungen",
    webmail: "Meine E-Mails im Browser",
    mailbox: "Meine E-Mails im Mailprogramm oder Telefon",
    caldav: "Kalender und Kontakte auf einem Gerät",
    webdav: "Meine Dateien, über WebDAV",
    ftp: "Die Dateien einer Website, über FTP",
    ssh: "Einen Server, über SSH",
    mysql: "Eine Datenbank, aus einem Programm",
    phpmyadmin: "Eine Datenbank, in phpMyAdmin",
    git: "Eine Code-Ablage, über Git",
    registry: "Eine Paketablage",
    api: "Eine API, aus einem Programm",
    publicCloud: "Ein Public-Cloud-Projekt",
    swissBackup: "Ein Swiss Backup",
  },
  happened: "Was ist geschehen?",
  situations: {
    unsure: "Noch nichts: Ich möchte wissen, welches Passwort gemeint ist",
    refused: "Benutzername und Passwort wurden abgelehnt",
    none: "Ich habe dafür kein Passwort oder habe es verloren",
  },
  show: "Passendes Passwort zeigen",
  choose: "Wählen Sie zuerst, was Sie öffnen möchten.",
  label: "{label}:",
  sameAddress: "Eine E-Mail-Adresse kann an mehreren dieser Orte der Benutzername sein, und jeder kann ein eigenes Passwort haben.",
  steps: {
    tryOtherPassword: "Versuchen Sie ein anderes Ihrer Passwörter: Es kann mehrere geben, je Dienst eines.",
    testMailboxPair: "Testen Sie die Adresse mit ihrem Passwort dort, wo es sicher hingehört, etwa in einem Mailprogramm.",
    resetAccountPassword: "Legen Sie ein neues Passwort für das Konto fest.",
    resetMailboxPassword: "Erstellen Sie ein neues Passwort für diese E-Mail-Adresse.",
    resetServicePassword: "Legen Sie ein Passwort für diesen Benutzer neu fest.",
    createAppPassword: "Erstellen Sie ein App-Passwort und verwenden Sie es hier.",
    noPasswordYet: "Eine neue E-Mail-Adresse hat kein Passwort, bis eines erstellt wird.",
    noAccountYet: "Ein Postfach kann ohne Konto bestehen: Wer es verwaltet, kann Sie einladen.",
  },
  make: {
    accountPassword: "Das Passwort wurde beim Anlegen des Kontos gewählt. Legen Sie ein neues fest, wenn es verloren ist.",
    mailboxPassword: "Erstellen Sie ein Passwort für diese E-Mail-Adresse, oder fragen Sie, wer sie verwaltet.",
    appPassword: "Erstellen Sie ein App-Passwort und verwenden Sie es anstelle des Kontopassworts.",
    servicePassword: "Legen Sie ein Passwort für diesen Benutzer fest, oder fragen Sie, wer ihn verwaltet.",
    apiToken: "Erstellen Sie ein Zugriffstoken und verwenden Sie es als Passwort.",
  },
});
