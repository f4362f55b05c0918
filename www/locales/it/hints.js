/**
 * Italian. Not yet reviewed by a native speaker.
 */

/** @import {Messages} from "../../describe.js" */

export default /** @satisfies {Messages} */ ({
  lang: "it",
  hints: {
    addressExpected: "Nome utente: questo modulo richiede un indirizzo e-mail completo, con la @ e ciò che la segue.",
    serviceUserExpected: "Nome utente: questo servizio ha utenti propri. [Un esempio: {example}.] [Il Suo si trova qui: {place}.]",
    syncNameExpected: "Nome utente: calendari e contatti richiedono un breve nome di sincronizzazione. [Un esempio: {example}.] [Il Suo si trova qui: {place}.]",
    usernameExpected: "Nome utente: questo modulo richiede un nome e non un indirizzo e-mail. [Un esempio: {example}.] [Il Suo si trova qui: {place}.]",
    fixedUsernameExpected: "Nome utente: questo modulo richiede a tutti lo stesso: {username}.",
    accountNotMailbox: "Nome utente: {domain} appartiene a un altro fornitore di posta. Questo modulo richiede l’indirizzo di una casella ospitata qui.",
    secretInIdentifier: "Nome utente: questa sembra una password, e qui si può leggere. La sposti nel campo della password.",
    mailboxNotAccount: "Nome utente: un indirizzo di {domain} può essere soltanto una casella. Questo modulo richiede l’indirizzo e-mail usato per la registrazione.",
    sameAddressTwoPasswords: "Un indirizzo di {domain} può essere insieme account e casella, con due password. Questo modulo richiede quella dell’account.",

    accountPasswordExpected: {
      may: "Password: questa è forse quella di un dispositivo o di un programma. Questo modulo richiede quella del Suo account. [Se ne imposta una nuova qui: {place}.]",
      probably: "Password: questa sembra quella di un dispositivo o di un programma. Questo modulo richiede quella del Suo account. [Se ne imposta una nuova qui: {place}.]",
    },
    mailboxPasswordExpected: {
      may: "Password: questa è forse un’altra, per esempio quella del Suo account. Questo modulo ne richiede una creata per questo indirizzo e-mail. [Ha almeno {minLength:one} carattere.] [Ha almeno {minLength:other} caratteri.] [Se ne crea una qui: {place}.]",
      probably: "Password: questa sembra un’altra, per esempio quella del Suo account. Questo modulo ne richiede una creata per questo indirizzo e-mail. [Ha almeno {minLength:one} carattere.] [Ha almeno {minLength:other} caratteri.] [Se ne crea una qui: {place}.]",
    },
    appPasswordExpected: {
      may: "Password: questa è forse di un altro tipo. [{name} richiede forse qui una password per le app.] [Ha {length:one} carattere.] [Ha {length:other} caratteri.] [Ha almeno {minLength:one} carattere.] [Ha almeno {minLength:other} caratteri.] [Se ne crea una qui: {place}.]",
      probably: "Password: questa sembra di un altro tipo. [{name} richiede qui una password per le app.] [Ha {length:one} carattere.] [Ha {length:other} caratteri.] [Ha almeno {minLength:one} carattere.] [Ha almeno {minLength:other} caratteri.] [Se ne crea una qui: {place}.]",
    },
    servicePasswordExpected: {
      may: "Password: questa appartiene forse ad altro. Questo modulo richiede quella dell’utente indicato sopra. [Se ne imposta una nuova qui: {place}.]",
      probably: "Password: questa sembra appartenere ad altro. Questo modulo richiede quella dell’utente indicato sopra. [Se ne imposta una nuova qui: {place}.]",
    },
    tokenExpected: {
      may: "Password: questa è forse una password ordinaria. Questo modulo richiede al suo posto un token di accesso. [Se ne crea uno qui: {place}.]",
      probably: "Password: questa sembra una password ordinaria. Questo modulo richiede al suo posto un token di accesso. [Se ne crea uno qui: {place}.]",
    },

    oneTimeCodeTyped: {
      may: "Password: questo è forse un codice monouso. I codici vengono chiesti in un passaggio successivo; in questo campo va la password.",
      probably: "Password: questo sembra un codice monouso. I codici vengono chiesti in un passaggio successivo; in questo campo va la password.",
    },
    recoveryCodeTyped: {
      may: "Password: questo è forse un codice di recupero. Vale una volta sola, al posto di un codice monouso; in questo campo va la password.",
      probably: "Password: questo sembra un codice di recupero. Vale una volta sola, al posto di un codice monouso; in questo campo va la password.",
    },
    tokenTyped: {
      may: "Password: questo è forse un token di accesso per un programma. In questo campo va la password; il token resti riservato al programma.",
      probably: "Password: questo sembra un token di accesso per un programma. In questo campo va la password; il token resti riservato al programma.",
    },
    privateKeyTyped: {
      may: "Password: questa è forse una chiave privata, che è meglio tenere sul proprio dispositivo. In questo campo va una password.",
      probably: "Password: questa sembra una chiave privata, che è meglio tenere sul proprio dispositivo. In questo campo va una password.",
    },
    seedPhraseTyped: {
      may: "Password: questa è forse la frase di recupero di un wallet. Nessun accesso la richiede: svuoti questo campo.",
      probably: "Password: questa sembra la frase di recupero di un wallet. Nessun accesso la richiede: svuoti questo campo.",
    },
    paymentNumberTyped: {
      may: "Password: questo è forse il numero di una carta o di un conto bancario. Nessun accesso lo richiede: svuoti questo campo.",
      probably: "Password: questo sembra il numero di una carta o di un conto bancario. Nessun accesso lo richiede: svuoti questo campo.",
    },
    identifierTyped: {
      may: "Password: questo è forse di nuovo il nome utente. In questo campo va la password.",
      probably: "Password: questo sembra di nuovo il nome utente. In questo campo va la password.",
    },
    urlTyped: {
      may: "Password: questo è forse un indirizzo web. In questo campo va la password.",
      probably: "Password: questo sembra un indirizzo web. In questo campo va la password.",
    },

    capsLockOn: "Il blocco maiuscole è attivo: nella password maiuscole e minuscole risultano scambiate.",
    caseInverted: "Password: maiuscole e minuscole sembrano scambiate, come con il blocco maiuscole attivo. Lo disattivi e riscriva la password.",
    edgeSpace: {
      start: "C’è uno spazio {field}, all’inizio. Lo tolga se non ne fa parte.",
      end: "C’è uno spazio {field}, alla fine. Lo tolga se non ne fa parte.",
      both: "Ci sono spazi {field}, all’inizio e alla fine. Li tolga se non ne fanno parte.",
    },
    invisibleCharacter: {
      zeroWidth: "Un carattere invisibile, di larghezza nulla, è finito {field}. Scriva a mano per evitarlo.",
      softHyphen: "Un trattino facoltativo, invisibile, è finito {field}. Scriva a mano per evitarlo.",
      direction: "Un segno invisibile di direzione del testo è finito {field}. Scriva a mano per evitarlo.",
      noBreakSpace: "Uno spazio unificatore, uguale agli altri alla vista, è finito {field}. Scriva a mano per evitarlo.",
      control: "Un carattere di controllo invisibile, come una tabulazione, è finito {field}. Scriva a mano per evitarlo.",
    },
    smartPunctuation: {
      dash: "Password: contiene un trattino lungo, messo spesso al posto di uno breve. La confronti con l’originale.",
      quote: "Password: contiene una virgoletta curva, messa spesso al posto di una diritta. La confronti con l’originale.",
      ellipsis: "Password: contiene il segno dei puntini di sospensione, messo spesso al posto di tre punti. La confronti con l’originale.",
    },
    wrapperTyped: {
      label: "Password: un’etichetta come «Password:» sembra essere stata copiata insieme. In questo campo va solo ciò che la segue.",
      quotes: "Password: delle virgolette sembrano essere state copiate insieme. In questo campo va solo ciò che racchiudono.",
      user: "Password: il nome utente e i due punti sembrano essere stati copiati insieme. In questo campo va solo ciò che li segue.",
    },
    notComposed: "Password: contiene una lettera accentata fatta di due caratteri, che alla vista è uguale. Scriva quella lettera a mano.",

    domainTypo: "Nome utente: {domain} somiglia a {suggestion}. Controlli come è scritto.",
    lookalikeDomain: {
      cyrillic: "Nome utente: {domain} contiene lettere cirilliche tra quelle latine o al loro posto. [Una di esse somiglia alla {letter} latina.] [La grafia abituale è {suggestion}.]",
      greek: "Nome utente: {domain} contiene lettere greche tra quelle latine o al loro posto. [Una di esse somiglia alla {letter} latina.] [La grafia abituale è {suggestion}.]",
      other: "Nome utente: {domain} contiene lettere che somigliano ad altre. [Una di esse somiglia a una semplice {letter}.] [La grafia abituale è {suggestion}.]",
    },
    invalidAddress: "Nome utente: questo non ha la forma di un semplice indirizzo e-mail. [Intendeva {suggestion}?]",
    serverTypo: "Server: questo nome somiglia a {suggestion}. Controlli come è scritto.",
    unusualAddress: "Nome utente: questo indirizzo e-mail è scritto in modo insolito. Lo rilegga.",

    noPasswordWorks: "Nessuna password apre questo servizio da qui: si accede in un altro modo, per esempio dal browser. [Oppure usi {place}.]",
    pickOtherSaved: "Password: è stata inserita in automatico. Il gestore di password ne ha forse un’altra per questo sito.",
    showPassword: "Password: la mostri e la confronti carattere per carattere.",
    tryOtherPassword: "Password: qui ce ne sono forse diverse, una per servizio. Ne provi un’altra prima di impostarne una nuova.",
    testMailboxPair: "Provi questo indirizzo con la sua password in un programma di posta prima di crearne una nuova.",
    resetAccountPassword: "Passo successivo: impostare una nuova password per il Suo account. [Si fa qui: {place}.]",
    resetMailboxPassword: "Passo successivo: creare una nuova password per questo indirizzo e-mail. [Si fa qui: {place}.]",
    resetServicePassword: "Passo successivo: impostare una nuova password per questo utente. [Si fa qui: {place}.]",
    createAppPassword: "Passo successivo: creare una password per le app e usarla qui. [Si fa qui: {place}.]",
    noPasswordYet: "Un nuovo indirizzo e-mail non ha password finché non se ne crea una. [Si fa qui: {place}.]",
    noAccountYet: "Una casella può esistere senza account. Chi la gestisce può inviarLe un invito; questo modulo richiede l’account.",
    askAdministrator: "Forse se ne occupa un’altra persona per Lei. Quella persona può impostare una nuova password.",
    applicationPasswordNotForMail: "Le password delle applicazioni non aprono le caselle di posta. Questo modulo ne richiede una creata per questo indirizzo e-mail. [Se ne crea una qui: {place}.]",
    supportHasNoPasswords: "L’assistenza non conosce le password: impostarne una nuova è la via più rapida.",
    serverNotOfAddress: "Server: questo non è di {name}. Controlli il nome e l’indirizzo.",
    pauseBeforeLockout: "Faccia una pausa: dopo molti tentativi l’accesso può restare chiuso per un po’.",
    checkIssuedPassword: "Password: verifichi che sia stata creata per questo account e che vi figuri ancora.",
    tryWholeAddress: "Nome utente: provi con l’indirizzo e-mail completo.",
    tryLoginName: "Nome utente: alcuni server chiedono un nome di accesso al posto dell’indirizzo. Lo indica il pannello del Suo provider.",
    serviceHasOwnUsers: "Nome utente: questo servizio ha utenti propri, con password proprie. Li indica il pannello del Suo provider.",
    addressMoved: "Nome utente: questo indirizzo può essere ora ospitato altrove o essere un alias. Usi la casella in cui arrivano i suoi messaggi.",
    switchAccessOn: "Server: l’accesso per i programmi di posta è attivato? [Si fa qui: {place}.]",
    trySingleSignOn: "Accesso: provi prima il pulsante per l’accesso unico (SSO).",
    secondFactorNeeded: "Il server chiede un secondo fattore. Usi qui una password per le app, o inserisca il codice dove viene chiesto.",
    tryOtherNetwork: "Il server rifiuta gli accessi da questa rete. Provi senza VPN o da un’altra rete.",
    signInOnTheWeb: "Effettui l’accesso una volta sul web, poi riprovi qui.",
    passwordNotChecked: {
      encryption: "La password non è stata verificata: il server esige una connessione cifrata. Cambi la cifratura o la porta.",
      method: "La password non è stata verificata: il server attende un altro modo di autenticazione. Cambi le impostazioni della connessione.",
      sender: "La password non è stata verificata: il server rifiuta l’indirizzo del mittente. Invii da un indirizzo di questo account.",
      busy: "La password non è stata verificata: il server è occupato. Riprovi più tardi.",
      unrelated: "La password non è stata verificata: la causa è un’altra. Legga il messaggio del server.",
    },
  },
  links: {
    reset: "Impostare una nuova password",
    create: "Creare una password",
    help: "Come funzionano queste password",
    signIn: "Aprire la pagina di accesso",
  },
  fields: { identifier: "nel nome utente", password: "nella password" },
  use: "Usare {suggestion}",
  dismiss: "Nascondere i suggerimenti",
  held: "Non è stato ancora inviato nulla. Invii di nuovo il modulo per usarlo così com’è.",
  guideWords: {
    services: {
      account: "Account",
      webmail: "Webmail",
      mailbox: "Programma di posta",
      caldav: "Calendari e contatti",
      webdav: "kDrive (WebDAV)",
      ftp: "FTP",
      ssh: "SSH",
      mysql: "MySQL",
      phpmyadmin: "phpMyAdmin",
      git: "Git",
      registry: "Registro di pacchetti",
      api: "API",
      publicCloud: "Public Cloud",
      swissBackup: "Swiss Backup",
    },
    roles: {
      accountPassword: "password dell’account",
      mailboxPassword: "password dell’indirizzo e-mail",
      appPassword: "password per le app",
      servicePassword: "password di questo utente",
      apiToken: "token di accesso",
    },
    forms: {
      empty: "niente",
      address: "indirizzo e-mail",
      localPart: "parte prima della @",
      serviceUser: "utente del servizio",
      syncName: "nome di sincronizzazione",
      customerNumber: "numero di cliente",
      handle: "nome utente assegnato",
      fixed: "nome fisso",
      name: "nome utente",
      other: "nome utente",
    },
    guide: {
      title: "Quale password va dove",
      titleOf: "Quale password va dove con {name}",
      example: "{form}, per esempio {example}",
      several: "Possono essercene diverse insieme; ognuna si può rimuovere da sola.",
      columns: { name: "Lei accede a", identifier: "Nome utente", password: "Password", usedAt: "Usata con", place: "Dove si imposta" },
    },
  },
});
