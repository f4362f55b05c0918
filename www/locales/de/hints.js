/**
 * German, for all but Switzerland (`de-CH.js` is made from it). Not yet reviewed by a native speaker.
 */

/** @import {Messages} from "../../describe.js" */

export default /** @satisfies {Messages} */ ({
  lang: "de",
  hints: {
    addressExpected: "Benutzername: Dieses Formular erwartet eine vollständige E-Mail-Adresse, mit dem @ und dem, was darauf folgt.",
    serviceUserExpected: "Benutzername: Dieser Dienst hat eigene Benutzer. [Ein Beispiel: {example}.] [Ihrer steht hier: {place}.]",
    syncNameExpected: "Benutzername: Kalender und Kontakte erwarten einen kurzen Sync-Namen. [Ein Beispiel: {example}.] [Ihrer steht hier: {place}.]",
    usernameExpected: "Benutzername: Dieses Formular erwartet einen Namen und keine E-Mail-Adresse. [Ein Beispiel: {example}.] [Ihrer steht hier: {place}.]",
    fixedUsernameExpected: "Benutzername: Dieses Formular erwartet von allen denselben: {username}.",
    accountNotMailbox: "Benutzername: {domain} gehört zu einem anderen E-Mail-Anbieter. Dieses Formular erwartet die Adresse eines Postfachs, das hier liegt.",
    secretInIdentifier: "Benutzername: Das sieht nach einem Passwort aus, und hier ist es lesbar. Verschieben Sie es ins Passwortfeld.",
    mailboxNotAccount: "Benutzername: Eine Adresse bei {domain} kann auch nur ein Postfach sein. Dieses Formular erwartet die E-Mail-Adresse, mit der Sie sich registriert haben.",
    sameAddressTwoPasswords: "Eine Adresse bei {domain} kann Konto und Postfach zugleich sein, mit zwei Passwörtern. Dieses Formular erwartet das des Kontos.",

    accountPasswordExpected: {
      may: "Passwort: Das ist vielleicht eines für ein Gerät oder Programm. Dieses Formular erwartet das Ihres Kontos. [Ein neues legen Sie hier fest: {place}.]",
      probably: "Passwort: Das sieht nach einem für ein Gerät oder Programm aus. Dieses Formular erwartet das Ihres Kontos. [Ein neues legen Sie hier fest: {place}.]",
    },
    mailboxPasswordExpected: {
      may: "Passwort: Das ist vielleicht ein anderes, etwa das Ihres Kontos. Dieses Formular erwartet eines, das für diese E-Mail-Adresse erstellt wurde. [Es hat mindestens {minLength} Zeichen.] [Hier erstellen Sie eines: {place}.]",
      probably: "Passwort: Das sieht nach einem anderen aus, etwa dem Ihres Kontos. Dieses Formular erwartet eines, das für diese E-Mail-Adresse erstellt wurde. [Es hat mindestens {minLength} Zeichen.] [Hier erstellen Sie eines: {place}.]",
    },
    appPasswordExpected: {
      may: "Passwort: Das ist vielleicht eines von anderer Art. [{name} verlangt hier möglicherweise ein App-Passwort.] [Es hat {length} Zeichen.] [Es hat mindestens {minLength} Zeichen.] [Hier erstellen Sie eines: {place}.]",
      probably: "Passwort: Das sieht nach einem von anderer Art aus. [{name} erwartet hier ein App-Passwort.] [Es hat {length} Zeichen.] [Es hat mindestens {minLength} Zeichen.] [Hier erstellen Sie eines: {place}.]",
    },
    servicePasswordExpected: {
      may: "Passwort: Das gehört vielleicht zu etwas anderem. Dieses Formular erwartet das Passwort des oben genannten Benutzers. [Ein neues legen Sie hier fest: {place}.]",
      probably: "Passwort: Das sieht nach einem für etwas anderes aus. Dieses Formular erwartet das Passwort des oben genannten Benutzers. [Ein neues legen Sie hier fest: {place}.]",
    },
    tokenExpected: {
      may: "Passwort: Das ist vielleicht ein gewöhnliches Passwort. Dieses Formular erwartet an seiner Stelle ein Zugriffstoken. [Hier erstellen Sie eines: {place}.]",
      probably: "Passwort: Das sieht nach einem gewöhnlichen Passwort aus. Dieses Formular erwartet an seiner Stelle ein Zugriffstoken. [Hier erstellen Sie eines: {place}.]",
    },

    oneTimeCodeTyped: {
      may: "Passwort: Das ist vielleicht ein Einmalcode. Nach Codes wird in einem späteren Schritt gefragt; dieses Feld erwartet Ihr Passwort.",
      probably: "Passwort: Das sieht nach einem Einmalcode aus. Nach Codes wird in einem späteren Schritt gefragt; dieses Feld erwartet Ihr Passwort.",
    },
    recoveryCodeTyped: {
      may: "Passwort: Das ist vielleicht ein Wiederherstellungscode. Er gilt ein einziges Mal, anstelle eines Einmalcodes; dieses Feld erwartet Ihr Passwort.",
      probably: "Passwort: Das sieht nach einem Wiederherstellungscode aus. Er gilt ein einziges Mal, anstelle eines Einmalcodes; dieses Feld erwartet Ihr Passwort.",
    },
    tokenTyped: {
      may: "Passwort: Das ist vielleicht ein Zugriffstoken für ein Programm. Dieses Feld erwartet Ihr Passwort; das Token ist nur für das Programm bestimmt.",
      probably: "Passwort: Das sieht nach einem Zugriffstoken für ein Programm aus. Dieses Feld erwartet Ihr Passwort; das Token ist nur für das Programm bestimmt.",
    },
    privateKeyTyped: {
      may: "Passwort: Das ist vielleicht ein privater Schlüssel, der am besten auf Ihrem eigenen Gerät bleibt. Dieses Feld erwartet ein Passwort.",
      probably: "Passwort: Das sieht nach einem privaten Schlüssel aus, der am besten auf Ihrem eigenen Gerät bleibt. Dieses Feld erwartet ein Passwort.",
    },
    seedPhraseTyped: {
      may: "Passwort: Das ist vielleicht die Wiederherstellungsphrase einer Wallet. Keine Anmeldung braucht sie: Leeren Sie dieses Feld.",
      probably: "Passwort: Das sieht nach der Wiederherstellungsphrase einer Wallet aus. Keine Anmeldung braucht sie: Leeren Sie dieses Feld.",
    },
    paymentNumberTyped: {
      may: "Passwort: Das ist vielleicht die Nummer einer Karte oder eines Bankkontos. Keine Anmeldung braucht sie: Leeren Sie dieses Feld.",
      probably: "Passwort: Das sieht nach der Nummer einer Karte oder eines Bankkontos aus. Keine Anmeldung braucht sie: Leeren Sie dieses Feld.",
    },
    identifierTyped: {
      may: "Passwort: Das ist vielleicht noch einmal Ihr Benutzername. Dieses Feld erwartet Ihr Passwort.",
      probably: "Passwort: Das sieht aus, als stünde hier noch einmal Ihr Benutzername. Dieses Feld erwartet Ihr Passwort.",
    },
    urlTyped: {
      may: "Passwort: Das ist vielleicht eine Webadresse. Dieses Feld erwartet Ihr Passwort.",
      probably: "Passwort: Das sieht nach einer Webadresse aus. Dieses Feld erwartet Ihr Passwort.",
    },

    capsLockOn: "Die Feststelltaste (Caps Lock) ist an: Im Passwort werden Groß- und Kleinbuchstaben vertauscht.",
    caseInverted: "Passwort: Groß- und Kleinbuchstaben wirken vertauscht, wie bei aktiver Feststelltaste. Schalten Sie sie aus und tippen Sie neu.",
    edgeSpace: {
      start: "Am Anfang steht {field} ein Leerzeichen. Entfernen Sie es, falls es nicht dazugehört.",
      end: "Am Ende steht {field} ein Leerzeichen. Entfernen Sie es, falls es nicht dazugehört.",
      both: "Am Anfang und am Ende stehen {field} Leerzeichen. Entfernen Sie sie, falls sie nicht dazugehören.",
    },
    invisibleCharacter: {
      zeroWidth: "Ein unsichtbares Zeichen ohne Breite steckt {field}. Tippen Sie den Text von Hand, dann fällt es weg.",
      softHyphen: "Ein unsichtbares weiches Trennzeichen steckt {field}. Tippen Sie den Text von Hand, dann fällt es weg.",
      direction: "Ein unsichtbares Zeichen für die Schreibrichtung steckt {field}. Tippen Sie den Text von Hand, dann fällt es weg.",
      noBreakSpace: "Ein geschütztes Leerzeichen, das aussieht wie jedes andere, steckt {field}. Tippen Sie den Text von Hand, dann fällt es weg.",
      control: "Ein unsichtbares Steuerzeichen, etwa ein Tabulator, steckt {field}. Tippen Sie den Text von Hand, dann fällt es weg.",
    },
    smartPunctuation: {
      dash: "Passwort: Es enthält einen langen Strich, der oft einen Bindestrich ersetzt. Vergleichen Sie es mit dem Original.",
      quote: "Passwort: Es enthält ein geschwungenes Anführungszeichen, das oft ein gerades ersetzt. Vergleichen Sie es mit dem Original.",
      ellipsis: "Passwort: Es enthält ein Auslassungszeichen, das oft drei Punkte ersetzt. Vergleichen Sie es mit dem Original.",
    },
    wrapperTyped: {
      label: "Passwort: Eine Beschriftung wie „Passwort:“ scheint mitgekommen zu sein. Dieses Feld erwartet nur, was ihr folgt.",
      quotes: "Passwort: Anführungszeichen scheinen mitgekommen zu sein. Dieses Feld erwartet nur, was dazwischen steht.",
      user: "Passwort: Der Benutzername und ein Doppelpunkt scheinen mitgekommen zu sein. Dieses Feld erwartet nur, was ihnen folgt.",
    },
    notComposed: "Passwort: Ein Umlaut oder ein Buchstabe mit Akzent besteht hier aus zwei Zeichen und sieht doch gleich aus. Tippen Sie ihn von Hand.",

    domainTypo: "Benutzername: {domain} ist fast {suggestion}. Prüfen Sie die Schreibweise.",
    lookalikeDomain: {
      cyrillic: "Benutzername: {domain} enthält kyrillische Buchstaben zwischen den lateinischen oder an ihrer Stelle. [Einer davon sieht aus wie das lateinische {letter}.] [Die übliche Schreibweise ist {suggestion}.]",
      greek: "Benutzername: {domain} enthält griechische Buchstaben zwischen den lateinischen oder an ihrer Stelle. [Einer davon sieht aus wie das lateinische {letter}.] [Die übliche Schreibweise ist {suggestion}.]",
      other: "Benutzername: {domain} enthält Buchstaben, die wie andere aussehen. [Einer davon sieht aus wie ein einfaches {letter}.] [Die übliche Schreibweise ist {suggestion}.]",
    },
    invalidAddress: "Benutzername: Das hat nicht die Form einer einfachen E-Mail-Adresse. [Meinten Sie {suggestion}?]",
    serverTypo: "Server: Der Name ist fast {suggestion}. Prüfen Sie die Schreibweise.",
    unusualAddress: "Benutzername: Diese E-Mail-Adresse ist ungewöhnlich geschrieben. Werfen Sie einen zweiten Blick darauf.",

    noPasswordWorks: "Kein Passwort öffnet diesen Dienst von hier aus: Die Anmeldung läuft auf anderem Weg, etwa über den Browser. [Oder verwenden Sie {place}.]",
    pickOtherSaved: "Passwort: Es wurde für Sie eingesetzt. Ihr Passwortmanager hat für diese Website vielleicht noch ein anderes.",
    showPassword: "Passwort: Blenden Sie es ein und vergleichen Sie es Zeichen für Zeichen.",
    tryOtherPassword: "Passwort: Sie haben hier vielleicht mehrere, für jeden Dienst eines. Probieren Sie ein anderes, bevor Sie ein neues festlegen.",
    testMailboxPair: "Testen Sie diese Adresse mit ihrem Passwort in einem E-Mail-Programm, bevor Sie ein neues erstellen.",
    resetAccountPassword: "Nächster Schritt: ein neues Passwort für Ihr Konto festlegen. [Das geht hier: {place}.]",
    resetMailboxPassword: "Nächster Schritt: ein neues Passwort für diese E-Mail-Adresse erstellen. [Das geht hier: {place}.]",
    resetServicePassword: "Nächster Schritt: ein neues Passwort für diesen Benutzer festlegen. [Das geht hier: {place}.]",
    createAppPassword: "Nächster Schritt: ein App-Passwort erstellen und hier verwenden. [Das geht hier: {place}.]",
    noPasswordYet: "Eine neue E-Mail-Adresse hat kein Passwort, bis eines erstellt wird. [Das geht hier: {place}.]",
    noAccountYet: "Ein Postfach kann ohne Konto bestehen. Wer es verwaltet, kann Ihnen eine Einladung schicken; dieses Formular erwartet das Konto.",
    askAdministrator: "Vielleicht verwaltet das jemand anderes für Sie. Diese Person kann ein neues Passwort festlegen.",
    applicationPasswordNotForMail: "Anwendungspasswörter öffnen keine Postfächer. Dieses Formular erwartet ein Passwort, das für diese E-Mail-Adresse erstellt wurde. [Hier erstellen Sie eines: {place}.]",
    supportHasNoPasswords: "Der Support kennt keine Passwörter: Am schnellsten legen Sie selbst ein neues fest.",
    serverNotOfAddress: "Server: Dieser gehört nicht zu {name}. Prüfen Sie seinen Namen und die Adresse.",
    pauseBeforeLockout: "Machen Sie eine Pause: Nach vielen Versuchen kann die Anmeldung eine Weile geschlossen bleiben.",
    checkIssuedPassword: "Passwort: Prüfen Sie, ob es für dieses Konto erstellt wurde und dort noch aufgeführt ist.",
    tryWholeAddress: "Benutzername: Versuchen Sie es mit der ganzen E-Mail-Adresse.",
    tryLoginName: "Benutzername: Manche Server verlangen statt der Adresse einen Anmeldenamen. Er steht in der Verwaltung Ihres Hosters.",
    serviceHasOwnUsers: "Benutzername: Dieser Dienst hat eigene Benutzer mit eigenen Passwörtern. Sie stehen in der Verwaltung Ihres Hosters.",
    addressMoved: "Benutzername: Diese Adresse kann inzwischen anderswo liegen oder ein Alias sein. Verwenden Sie das Postfach, in dem ihre Nachrichten ankommen.",
    switchAccessOn: "Server: Ist der Zugriff für Mailprogramme eingeschaltet? [Das geht hier: {place}.]",
    trySingleSignOn: "Anmeldung: Versuchen Sie es zuerst mit der Schaltfläche für Single Sign-on.",
    secondFactorNeeded: "Der Server verlangt einen zweiten Faktor. Verwenden Sie hier ein App-Passwort, oder geben Sie den Code dort ein, wo danach gefragt wird.",
    tryOtherNetwork: "Der Server lehnt Anmeldungen aus diesem Netz ab. Versuchen Sie es ohne VPN oder aus einem anderen Netz.",
    signInOnTheWeb: "Der Server verlangt eine Anmeldung im Web. Versuchen Sie es danach hier noch einmal.",
    passwordNotChecked: {
      encryption: "Das Passwort wurde nicht geprüft: Der Server verlangt eine verschlüsselte Verbindung. Ändern Sie die Verschlüsselung oder den Port.",
      method: "Das Passwort wurde nicht geprüft: Der Server verlangt eine andere Art der Anmeldung. Ändern Sie die Einstellungen der Verbindung.",
      sender: "Das Passwort wurde nicht geprüft: Der Server lehnt die Absenderadresse ab. Senden Sie von einer Adresse dieses Kontos.",
      busy: "Das Passwort wurde nicht geprüft: Der Server ist gerade überlastet. Versuchen Sie es später noch einmal.",
      unrelated: "Das Passwort wurde nicht geprüft: Die Ursache liegt anderswo. Lesen Sie die Meldung des Servers.",
    },
  },
  links: {
    reset: "Neues Passwort festlegen",
    create: "Passwort erstellen",
    help: "Wie diese Passwörter funktionieren",
    signIn: "Anmeldeseite öffnen",
  },
  fields: { identifier: "im Benutzernamen", password: "im Passwort" },
  use: "{suggestion} übernehmen",
  dismiss: "Hinweise ausblenden",
  held: "Es wurde noch nichts gesendet. Senden Sie das Formular noch einmal ab, um es so zu verwenden.",
  guideWords: {
    services: {
      account: "Konto",
      webmail: "Webmail",
      mailbox: "E-Mail-Programm",
      caldav: "Kalender und Kontakte",
      webdav: "kDrive (WebDAV)",
      ftp: "FTP",
      ssh: "SSH",
      mysql: "MySQL",
      phpmyadmin: "phpMyAdmin",
      git: "Git",
      registry: "Paketverzeichnis",
      api: "API",
      publicCloud: "Public Cloud",
      swissBackup: "Swiss Backup",
    },
    roles: {
      accountPassword: "Passwort des Kontos",
      mailboxPassword: "Passwort der E-Mail-Adresse",
      appPassword: "App-Passwort",
      servicePassword: "Passwort genau dieses Benutzers",
      apiToken: "Zugriffstoken",
    },
    forms: {
      empty: "nichts",
      address: "E-Mail-Adresse",
      localPart: "Teil vor dem @",
      serviceUser: "Benutzer des Dienstes",
      syncName: "Sync-Name",
      customerNumber: "Kundennummer",
      handle: "zugeteilter Benutzername",
      fixed: "fester Name",
      name: "Benutzername",
      other: "Benutzername",
    },
    guide: {
      title: "Welches Passwort wohin gehört",
      titleOf: "Welches Passwort bei {name} wohin gehört",
      example: "{form}, zum Beispiel {example}",
      several: "Es kann mehrere zugleich geben; jedes lässt sich einzeln entfernen.",
      columns: { name: "Sie melden sich an bei", identifier: "Benutzername", password: "Passwort", usedAt: "Verwendet bei", place: "Wo Sie es festlegen" },
    },
  },
});
