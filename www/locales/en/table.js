/** English words of the guide, apart: a sign-in form needs none of them. */

/** @import {GuideWords} from "../../describe.js" */

export default /** @satisfies {GuideWords} */ ({
  services: {
    account: "Account",
    webmail: "Webmail",
    mailbox: "Mail program",
    caldav: "Calendar and contacts",
    webdav: "kDrive (WebDAV)",
    ftp: "FTP",
    ssh: "SSH",
    mysql: "MySQL",
    phpmyadmin: "phpMyAdmin",
    git: "Git",
    registry: "Package registry",
    api: "API",
    publicCloud: "Public Cloud",
    swissBackup: "Swiss Backup",
  },
  roles: {
    accountPassword: "account password",
    mailboxPassword: "password of the e-mail address",
    appPassword: "app password",
    servicePassword: "password of this very user",
    apiToken: "access token",
  },
  forms: {
    empty: "nothing",
    address: "e-mail address",
    localPart: "part before the @",
    serviceUser: "user of the service",
    syncName: "sync name",
    customerNumber: "customer number",
    handle: "user name given to you",
    fixed: "fixed name",
    name: "user name",
    other: "user name",
  },
  guide: {
    title: "Which password goes where",
    titleOf: "Which password goes where at {name}",
    example: "{form}, like {example}",
    several: "There can be several at a time, each removed alone.",
    columns: { name: "You sign in to", identifier: "User name", password: "Password", usedAt: "Used at", place: "Where to set it" },
  },
});
