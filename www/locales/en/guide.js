/** English words of the guide element. */

/** @import {GuideTexts} from "../../guide/texts.js" */

export default /** @satisfies {GuideTexts} */ ({
  lang: "en",
  open: "What do you want to open?",
  services: {
    account: "My account: products, invoices, settings",
    webmail: "My mail in the browser",
    mailbox: "My mail in a program or on a phone",
    caldav: "My calendar and contacts on a device",
    webdav: "My files, by WebDAV",
    ftp: "The files of a website, by FTP",
    ssh: "A server, by SSH",
    mysql: "A database, from a program",
    phpmyadmin: "A database, in phpMyAdmin",
    git: "A code repository, by Git",
    registry: "A package registry",
    api: "An API, from a program",
    publicCloud: "A Public Cloud project",
    swissBackup: "A Swiss Backup",
  },
  happened: "What has happened?",
  situations: {
    unsure: "Nothing yet: I want to know which password it is",
    refused: "My user name and password were refused",
    none: "I have no password for it, or have lost it",
  },
  show: "Show which password",
  choose: "Choose first what you want to open.",
  label: "{label}:",
  sameAddress: "One e-mail address can be the user name of several of these, and each can have its own password.",
  steps: {
    tryOtherPassword: "Try another password that you have here: there may be several, one for each service.",
    testMailboxPair: "Test the address with its password where it certainly belongs, such as in a mail program.",
    resetAccountPassword: "Set a new password for the account.",
    resetMailboxPassword: "Create a new password for this e-mail address.",
    resetServicePassword: "Set a new password for this user.",
    createAppPassword: "Create an app password and use it here.",
    noPasswordYet: "A new e-mail address has no password until one is created.",
    noAccountYet: "A mailbox can exist without an account: whoever manages it can invite you.",
  },
  make: {
    accountPassword: "The password was chosen when the account was made. Set a new one if it is lost.",
    mailboxPassword: "Create a password for this e-mail address, or ask whoever manages it.",
    appPassword: "Create an app password and use it in place of the account password.",
    servicePassword: "Set a password for this user, or ask whoever manages it.",
    apiToken: "Create an access token and use it as the password.",
  },
});
