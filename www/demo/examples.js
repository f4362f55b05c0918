/** The invented pairs and passwords that the demo offers. Nothing here is a real credential. */

/** @import {Texts} from "./words.js" */

/** What an example shows; also its name on the page. @typedef {keyof Texts["kinds"]} Kind */
/** @typedef {{ kind: Kind, identifier: string, password: string }} Example */

const ACCOUNT = "anna.muster@example.com";
const MAILBOX = "hello@atelier-muster.example";
const CHOSEN = "Regenschirm-im-Juli";
const SHORT = "Regenschirm7";
const DEVICE = "q7Rk w2Mx t9Bd z4Hn";
const APPLICATION = "Zk3vQ8mPw2RtX9bN";
const SERVICE = "Werkbank24Nordhang";

/** The service of the mail set-up form, which leaves the provider to the address. */
export const ANY_MAIL = "anyMail";

/** @param {string} user @param {Example[]} more @returns {Example[]} */
const userService = (user, ...more) => [
  { kind: "right", identifier: user, password: SERVICE },
  { kind: "mailAddress", identifier: ACCOUNT, password: SERVICE },
  { kind: "twice", identifier: user, password: user },
  ...more,
];

/** By service, in the order of the pages. @type {Record<string, Example[]>} */
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
    { kind: "syncName", identifier: "AB12345", password: APPLICATION },
  ],
  ftp: userService("abcd_anna", { kind: "devicePassword", identifier: "abcd_anna", password: DEVICE }),
  ssh: userService("abcd_anna", { kind: "root", identifier: "root", password: SERVICE }),
  mysql: userService("abcd_shop", { kind: "root", identifier: "root", password: SERVICE }),
  phpmyadmin: userService("abcd_WP123456"),
  publicCloud: userService("PCU-ABCD12"),
  swissBackup: userService("SBI-AB123456"),
  [ANY_MAIL]: [
    { kind: "right", identifier: "anna.muster@gmail.com", password: "tkwo vqea zjmu hxib" },
    { kind: "accountPassword", identifier: "anna.muster@gmail.com", password: SHORT },
    { kind: "noPassword", identifier: "anna.muster@outlook.com", password: SHORT },
    // Invented, and put together here so that no scanner takes it for a real one.
    { kind: "token", identifier: "anna.muster@icloud.com", password: ["gh", "p_", "aB3dE5fG7".repeat(4)].join("") },
    { kind: "typo", identifier: "anna.muster@yaho.com", password: CHOSEN },
  ],
};

/** Which services a page offers. @type {Record<"signIn" | "hosting" | "mail" | "classic", readonly string[]>} */
export const SERVICES = {
  signIn: ["account", "webmail", "mailbox", "caldav", "webdav"],
  hosting: ["ftp", "ssh", "mysql", "phpmyadmin", "publicCloud", "swissBackup"],
  mail: [ANY_MAIL],
  classic: ["account", "mailbox", "ftp"],
};

/** @typedef {{ kind: keyof Texts["passwordKinds"], password: string, account?: string }} PasswordExample */

/** For the page of a new password. @type {PasswordExample[]} */
export const passwordExamples = [
  { kind: "phrase", password: "vier Igel tanzen im Nebel" },
  { kind: "accents", password: "pässwörd" },
  { kind: "town", password: "Genève1291" },
  { kind: "brand", password: "Infomaniak2026!" },
  { kind: "signs", password: "P4ssw0rd-P4ssw0rd" },
  { kind: "same", password: `${CHOSEN}2`, account: CHOSEN },
  { kind: "random", password: "q7Rk-w2Mx-t9Bd-z4Hn" },
];
