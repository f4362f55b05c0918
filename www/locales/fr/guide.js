/** Textes français du guide. Pas encore relus par une personne de langue maternelle. */

/** @import {GuideTexts} from "../../guide/texts.js" */

export default /** @satisfies {GuideTexts} */ ({
  lang: "fr",
  open: "Que voulez-vous ouvrir ?",
  services: {
    account: "Mon compte : produits, factures, réglages",
    webmail: "Mes e-mails dans le navigateur",
    mailbox: "Mes e-mails dans un logiciel ou un téléphone",
    caldav: "Mes agendas et contacts sur un appareil",
    webdav: "Mes fichiers, par WebDAV",
    ftp: "Les fichiers d’un site, par FTP",
    ssh: "Un serveur, par SSH",
    mysql: "Une base de données, par un logiciel",
    phpmyadmin: "Une base de données, dans phpMyAdmin",
    git: "Un dépôt de code, par Git",
    registry: "Un registre de paquets",
    api: "Une API, par un programme",
    publicCloud: "Un projet Public Cloud",
    swissBackup: "Un Swiss Backup",
  },
  happened: "Que s’est-il passé ?",
  situations: {
    unsure: "Rien encore : je veux savoir quel mot de passe il faut",
    refused: "Mon nom d’utilisateur et mon mot de passe ont été refusés",
    none: "Je n’ai pas de mot de passe, ou je l’ai perdu",
  },
  show: "Montrer quel mot de passe",
  choose: "Choisissez d’abord ce que vous voulez ouvrir.",
  label: "{label} :",
  sameAddress: "Une même adresse e-mail peut servir de nom d’utilisateur à plusieurs endroits, chacun avec son propre mot de passe.",
  steps: {
    tryOtherPassword: "Essayez un autre de vos mots de passe : il peut y en avoir plusieurs, un par service.",
    testMailboxPair: "Testez l’adresse avec son mot de passe là où il a sûrement sa place, par exemple dans un logiciel de messagerie.",
    resetAccountPassword: "Définissez un nouveau mot de passe pour le compte.",
    resetMailboxPassword: "Créez un nouveau mot de passe pour cette adresse e-mail.",
    resetServicePassword: "Changez le mot de passe de cet utilisateur.",
    createAppPassword: "Créez un mot de passe d’application et utilisez-le ici.",
    noPasswordYet: "Une nouvelle adresse e-mail n’a pas de mot de passe tant qu’on n’en a pas créé.",
    noAccountYet: "Une boîte e-mail peut exister sans compte : la personne qui la gère peut vous inviter.",
  },
  make: {
    accountPassword: "Le mot de passe a été choisi à la création du compte. S’il est perdu, définissez-en un nouveau.",
    mailboxPassword: "Créez un mot de passe pour cette adresse e-mail, ou demandez à la personne qui la gère.",
    appPassword: "Créez un mot de passe d’application et utilisez-le à la place du mot de passe du compte.",
    servicePassword: "Définissez un mot de passe pour cet utilisateur, ou demandez à la personne qui le gère.",
    apiToken: "Créez un jeton d’accès et utilisez-le comme mot de passe.",
  },
});
