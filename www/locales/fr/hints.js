/**
 * French. Not yet reviewed by a native speaker.
 */

/** @import {Messages} from "../../describe.js" */

export default /** @satisfies {Messages} */ ({
  lang: "fr",
  hints: {
    addressExpected: "Nom d’utilisateur : ce formulaire demande une adresse e-mail complète, avec l’@ et ce qui le suit.",
    serviceUserExpected: "Nom d’utilisateur : ce service a ses propres utilisateurs. [Exemple : {example}.] [Le vôtre figure ici : {place}.]",
    syncNameExpected: "Nom d’utilisateur : les agendas et contacts demandent un nom de synchronisation court. [Exemple : {example}.] [Le vôtre figure ici : {place}.]",
    usernameExpected: "Nom d’utilisateur : ce formulaire demande un nom plutôt qu’une adresse e-mail. [Exemple : {example}.] [Le vôtre figure ici : {place}.]",
    fixedUsernameExpected: "Nom d’utilisateur : ce formulaire demande le même à tous : {username}.",
    accountNotMailbox: "Nom d’utilisateur : {domain} appartient à un autre fournisseur de messagerie. Ce formulaire demande l’adresse d’une boîte hébergée ici.",
    secretInIdentifier: "Nom d’utilisateur : ceci ressemble à un mot de passe, et il est lisible ici. Déplacez-le dans le champ du mot de passe.",
    mailboxNotAccount: "Nom d’utilisateur : une adresse en {domain} peut n’être qu’une boîte e-mail. Ce formulaire demande l’adresse e-mail de votre inscription.",
    sameAddressTwoPasswords: "Une adresse en {domain} peut être à la fois un compte et une boîte e-mail, avec deux mots de passe. Ce formulaire demande celui du compte.",

    accountPasswordExpected: {
      may: "Mot de passe : c’est peut-être celui d’un appareil ou d’un logiciel. Ce formulaire demande celui de votre compte. [Pour en définir un nouveau : {place}.]",
      probably: "Mot de passe : ceci ressemble à celui d’un appareil ou d’un logiciel. Ce formulaire demande celui de votre compte. [Pour en définir un nouveau : {place}.]",
    },
    mailboxPasswordExpected: {
      may: "Mot de passe : c’en est peut-être un autre, par exemple celui de votre compte. Ce formulaire en demande un créé pour cette adresse e-mail. [Il compte au moins {minLength:one} caractère.] [Il compte au moins {minLength:other} caractères.] [Pour en créer un : {place}.]",
      probably: "Mot de passe : ceci ressemble à un autre, par exemple à celui de votre compte. Ce formulaire en demande un créé pour cette adresse e-mail. [Il compte au moins {minLength:one} caractère.] [Il compte au moins {minLength:other} caractères.] [Pour en créer un : {place}.]",
    },
    appPasswordExpected: {
      may: "Mot de passe : il est peut-être d’un autre type. [{name} demande peut-être ici un mot de passe d’application.] [Il compte {length:one} caractère.] [Il compte {length:other} caractères.] [Il compte au moins {minLength:one} caractère.] [Il compte au moins {minLength:other} caractères.] [Pour en créer un : {place}.]",
      probably: "Mot de passe : il semble être d’un autre type. [{name} demande ici un mot de passe d’application.] [Il compte {length:one} caractère.] [Il compte {length:other} caractères.] [Il compte au moins {minLength:one} caractère.] [Il compte au moins {minLength:other} caractères.] [Pour en créer un : {place}.]",
    },
    servicePasswordExpected: {
      may: "Mot de passe : c’est peut-être celui d’autre chose. Ce formulaire demande celui de l’utilisateur indiqué plus haut. [Pour en définir un nouveau : {place}.]",
      probably: "Mot de passe : ceci ressemble à celui d’autre chose. Ce formulaire demande celui de l’utilisateur indiqué plus haut. [Pour en définir un nouveau : {place}.]",
    },
    tokenExpected: {
      may: "Mot de passe : c’est peut-être un mot de passe ordinaire. Ce formulaire demande plutôt un jeton d’accès. [Pour en créer un : {place}.]",
      probably: "Mot de passe : ceci ressemble à un mot de passe ordinaire. Ce formulaire demande plutôt un jeton d’accès. [Pour en créer un : {place}.]",
    },

    oneTimeCodeTyped: {
      may: "Mot de passe : c’est peut-être un code à usage unique. Les codes sont demandés à une étape suivante ; ce champ attend votre mot de passe.",
      probably: "Mot de passe : ceci ressemble à un code à usage unique. Les codes sont demandés à une étape suivante ; ce champ attend votre mot de passe.",
    },
    recoveryCodeTyped: {
      may: "Mot de passe : c’est peut-être un code de secours. Il remplace une seule fois le code à usage unique ; ce champ attend votre mot de passe.",
      probably: "Mot de passe : ceci ressemble à un code de secours. Il remplace une seule fois le code à usage unique ; ce champ attend votre mot de passe.",
    },
    tokenTyped: {
      may: "Mot de passe : c’est peut-être un jeton d’accès pour un logiciel. Ce champ attend votre mot de passe ; gardez le jeton pour le logiciel.",
      probably: "Mot de passe : ceci ressemble à un jeton d’accès pour un logiciel. Ce champ attend votre mot de passe ; gardez le jeton pour le logiciel.",
    },
    privateKeyTyped: {
      may: "Mot de passe : c’est peut-être une clé privée, qu’il vaut mieux garder sur votre appareil. Ce champ attend un mot de passe.",
      probably: "Mot de passe : ceci ressemble à une clé privée, qu’il vaut mieux garder sur votre appareil. Ce champ attend un mot de passe.",
    },
    seedPhraseTyped: {
      may: "Mot de passe : c’est peut-être la phrase de récupération d’un portefeuille. Aucune connexion ne la demande : videz ce champ.",
      probably: "Mot de passe : ceci ressemble à la phrase de récupération d’un portefeuille. Aucune connexion ne la demande : videz ce champ.",
    },
    paymentNumberTyped: {
      may: "Mot de passe : c’est peut-être un numéro de carte ou de compte bancaire. Aucune connexion ne le demande : videz ce champ.",
      probably: "Mot de passe : ceci ressemble à un numéro de carte ou de compte bancaire. Aucune connexion ne le demande : videz ce champ.",
    },
    identifierTyped: {
      may: "Mot de passe : c’est peut-être de nouveau votre nom d’utilisateur. Ce champ attend votre mot de passe.",
      probably: "Mot de passe : ceci ressemble de nouveau à votre nom d’utilisateur. Ce champ attend votre mot de passe.",
    },
    urlTyped: {
      may: "Mot de passe : c’est peut-être une adresse web. Ce champ attend votre mot de passe.",
      probably: "Mot de passe : ceci ressemble à une adresse web. Ce champ attend votre mot de passe.",
    },

    capsLockOn: "Le verrouillage des majuscules est actif : le mot de passe s’écrit avec majuscules et minuscules inversées.",
    caseInverted: "Mot de passe : majuscules et minuscules semblent inversées, comme avec le verrouillage des majuscules. Désactivez-le et retapez le mot de passe.",
    edgeSpace: {
      start: "Il y a un espace au début, dans {field}. Retirez-le s’il n’en fait pas partie.",
      end: "Il y a un espace à la fin, dans {field}. Retirez-le s’il n’en fait pas partie.",
      both: "Il y a des espaces au début et à la fin, dans {field}. Retirez-les s’ils n’en font pas partie.",
    },
    invisibleCharacter: {
      zeroWidth: "Un caractère invisible, de largeur nulle, s’est glissé dans {field}. Tapez à la main pour l’éviter.",
      softHyphen: "Un trait d’union conditionnel, invisible, s’est glissé dans {field}. Tapez à la main pour l’éviter.",
      direction: "Une marque invisible de sens d’écriture s’est glissée dans {field}. Tapez à la main pour l’éviter.",
      noBreakSpace: "Un espace insécable, semblable aux autres, s’est glissé dans {field}. Tapez à la main pour l’éviter.",
      control: "Un caractère de commande invisible, comme une tabulation, s’est glissé dans {field}. Tapez à la main pour l’éviter.",
    },
    smartPunctuation: {
      dash: "Mot de passe : il contient un tiret long, souvent mis à la place d’un trait d’union. Comparez avec l’original.",
      quote: "Mot de passe : il contient un guillemet courbe, souvent mis à la place d’un guillemet droit. Comparez avec l’original.",
      ellipsis: "Mot de passe : il contient un signe de suspension, souvent mis à la place de trois points. Comparez avec l’original.",
    },
    wrapperTyped: {
      label: "Mot de passe : un libellé comme « Mot de passe : » semble avoir été copié aussi. Ce champ n’attend que la suite.",
      quotes: "Mot de passe : des guillemets semblent avoir été copiés aussi. Ce champ n’attend que ce qu’ils entourent.",
      user: "Mot de passe : le nom d’utilisateur et un deux-points semblent avoir été copiés aussi. Ce champ n’attend que la suite.",
    },
    notComposed: "Mot de passe : il contient une lettre accentuée faite de deux caractères, sans que cela se voie. Tapez cette lettre à la main.",

    domainTypo: "Nom d’utilisateur : {domain} est proche de {suggestion}. Vérifiez l’orthographe.",
    lookalikeDomain: {
      cyrillic: "Nom d’utilisateur : {domain} contient des lettres cyrilliques parmi les lettres latines ou à leur place. [L’une d’elles ressemble à la lettre latine {letter}.] [La forme courante est {suggestion}.]",
      greek: "Nom d’utilisateur : {domain} contient des lettres grecques parmi les lettres latines ou à leur place. [L’une d’elles ressemble à la lettre latine {letter}.] [La forme courante est {suggestion}.]",
      other: "Nom d’utilisateur : {domain} contient des lettres qui ressemblent à d’autres. [L’une d’elles ressemble à une simple lettre {letter}.] [La forme courante est {suggestion}.]",
    },
    invalidAddress: "Nom d’utilisateur : ceci n’a pas la forme d’une simple adresse e-mail. [Vouliez-vous dire {suggestion} ?]",
    serverTypo: "Serveur : ce nom est proche de {suggestion}. Vérifiez l’orthographe.",
    unusualAddress: "Nom d’utilisateur : cette adresse e-mail s’écrit de façon inhabituelle. Relisez-la.",

    noPasswordWorks: "Aucun mot de passe n’ouvre ce service d’ici : on s’y connecte autrement, par exemple dans le navigateur. [Ou utilisez {place}.]",
    pickOtherSaved: "Mot de passe : il a été rempli automatiquement. Votre gestionnaire de mots de passe en propose peut-être un autre pour ce site.",
    showPassword: "Mot de passe : affichez-le et comparez-le caractère par caractère.",
    tryOtherPassword: "Mot de passe : vous en avez peut-être plusieurs, un par service. Essayez-en un autre avant d’en définir un nouveau.",
    testMailboxPair: "Testez cette adresse avec son mot de passe dans un logiciel de messagerie avant d’en créer un nouveau.",
    resetAccountPassword: "Étape suivante : définir un nouveau mot de passe pour votre compte. [C’est ici : {place}.]",
    resetMailboxPassword: "Étape suivante : créer un nouveau mot de passe pour cette adresse e-mail. [C’est ici : {place}.]",
    resetServicePassword: "Étape suivante : définir un nouveau mot de passe pour cet utilisateur. [C’est ici : {place}.]",
    createAppPassword: "Étape suivante : créer un mot de passe d’application et l’utiliser ici. [C’est ici : {place}.]",
    noPasswordYet: "Une nouvelle adresse e-mail n’a pas de mot de passe tant qu’on n’en a pas créé. [C’est ici : {place}.]",
    noAccountYet: "Une boîte e-mail peut exister sans compte. La personne qui la gère peut vous inviter ; ce formulaire demande le compte.",
    askAdministrator: "Une autre personne gère peut-être ceci pour vous. Elle peut définir un nouveau mot de passe.",
    applicationPasswordNotForMail: "Un mot de passe d’application n’ouvre pas de boîte e-mail. Ce formulaire en demande un créé pour cette adresse e-mail. [Pour en créer un : {place}.]",
    supportHasNoPasswords: "Le support ne connaît aucun mot de passe : le plus rapide est d’en définir un nouveau vous-même.",
    serverNotOfAddress: "Serveur : celui-ci n’est pas à {name}. Vérifiez son nom et l’adresse.",
    pauseBeforeLockout: "Faites une pause : après de nombreux essais, la connexion peut rester fermée quelque temps.",
    checkIssuedPassword: "Mot de passe : vérifiez qu’il a été créé pour ce compte et qu’il y figure encore.",
    tryWholeAddress: "Nom d’utilisateur : essayez l’adresse e-mail entière.",
    tryLoginName: "Nom d’utilisateur : certains serveurs demandent un identifiant à la place de l’adresse. Le panneau de votre hébergeur l’indique.",
    serviceHasOwnUsers: "Nom d’utilisateur : ce service a ses propres utilisateurs, avec leurs propres mots de passe. Le panneau de votre hébergeur les indique.",
    addressMoved: "Nom d’utilisateur : cette adresse peut être hébergée ailleurs désormais, ou être un alias. Utilisez la boîte où arrivent ses messages.",
    switchAccessOn: "Serveur : l’accès des logiciels de messagerie est-il activé ? [Cela se règle ici : {place}.]",
    trySingleSignOn: "Connexion : essayez d’abord le bouton d’authentification unique (SSO).",
    secondFactorNeeded: "Le serveur demande un second facteur. Utilisez ici un mot de passe d’application, ou saisissez le code là où il est demandé.",
    tryOtherNetwork: "Le serveur refuse les connexions depuis ce réseau. Essayez sans VPN ou depuis un autre réseau.",
    signInOnTheWeb: "Le serveur demande une connexion sur le web. Réessayez ensuite ici.",
    passwordNotChecked: {
      encryption: "Le mot de passe n’a pas été vérifié : le serveur exige une connexion chiffrée. Changez le chiffrement ou le port.",
      method: "Le mot de passe n’a pas été vérifié : le serveur attend un autre mode d’authentification. Changez les réglages de la connexion.",
      sender: "Le mot de passe n’a pas été vérifié : le serveur refuse l’adresse de l’expéditeur. Envoyez depuis une adresse de ce compte.",
      busy: "Le mot de passe n’a pas été vérifié : le serveur est surchargé. Réessayez plus tard.",
      unrelated: "Le mot de passe n’a pas été vérifié : la cause est ailleurs. Lisez le message du serveur.",
    },
  },
  links: {
    reset: "Définir un nouveau mot de passe",
    create: "Créer un mot de passe",
    help: "Comprendre ces mots de passe",
    signIn: "Ouvrir la page de connexion",
  },
  fields: { identifier: "le nom d’utilisateur", password: "le mot de passe" },
  use: "Utiliser {suggestion}",
  dismiss: "Masquer les conseils",
  held: "Rien n’a encore été envoyé. Validez encore une fois pour envoyer le formulaire tel quel.",
  guideWords: {
    services: {
      account: "Compte",
      webmail: "Webmail",
      mailbox: "Logiciel de messagerie",
      caldav: "Agendas et contacts",
      webdav: "kDrive (WebDAV)",
      ftp: "FTP",
      ssh: "SSH",
      mysql: "MySQL",
      phpmyadmin: "phpMyAdmin",
      git: "Git",
      registry: "Registre de paquets",
      api: "API",
      publicCloud: "Public Cloud",
      swissBackup: "Swiss Backup",
    },
    roles: {
      accountPassword: "mot de passe du compte",
      mailboxPassword: "mot de passe de l’adresse e-mail",
      appPassword: "mot de passe d’application",
      servicePassword: "mot de passe de cet utilisateur",
      apiToken: "jeton d’accès",
    },
    forms: {
      empty: "rien",
      address: "adresse e-mail",
      localPart: "partie avant @",
      serviceUser: "utilisateur du service",
      syncName: "nom de synchronisation",
      customerNumber: "numéro de client",
      handle: "nom d’utilisateur attribué",
      fixed: "nom fixe",
      name: "nom d’utilisateur",
      other: "nom d’utilisateur",
    },
    guide: {
      title: "Quel mot de passe, à quel endroit",
      titleOf: "Quel mot de passe, à quel endroit chez {name}",
      example: "{form}, par exemple {example}",
      several: "Il peut y en avoir plusieurs à la fois, chacun supprimable seul.",
      columns: { name: "Vous vous connectez à", identifier: "Nom d’utilisateur", password: "Mot de passe", usedAt: "Utilisé sur", place: "Où le définir" },
    },
  },
});
