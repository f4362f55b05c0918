/** @import {Messages} from "../../describe.js" */
/** Without what is said after a refusal alone. @typedef {Omit<Messages, "hints"> & { hints: Omit<Messages["hints"], keyof typeof import("./refused.js").default> }} EarlyMessages */

export default /** @satisfies {EarlyMessages} */ ({
  lang: "en",
  hints: {
    addressExpected: "User name: this form takes a full e-mail address, with the @ and what follows it.",
    serviceUserExpected: "User name: this service has users of its own. [They look like {example}.] [You find yours here: {place}.]",
    syncNameExpected: "User name: calendars and contacts take a short sync name. [It looks like {example}.] [You find yours here: {place}.]",
    usernameExpected: "User name: this form takes a name rather than an e-mail address. [It looks like {example}.] [You find yours here: {place}.]",
    fixedUsernameExpected: "User name: this form takes the same one from everybody: {username}.",
    accountNotMailbox: "User name: {domain} belongs to another mail provider. This form takes the address of a mailbox hosted here.",
    secretInIdentifier: "User name: this looks like a password, and it can be read here. Move it to the password field.",
    mailboxNotAccount: "User name: an address at {domain} can be a mailbox only. This form takes the e-mail address you signed up with.",
    sameAddressTwoPasswords: "One address at {domain} can be account and mailbox, with two passwords. This form takes the account password.",

    accountPasswordExpected: {
      may: "Password: this may be one made for a device or program. This form takes your account password. [Set a new one here: {place}.]",
      probably: "Password: this looks like one made for a device or program. This form takes your account password. [Set a new one here: {place}.]",
    },
    mailboxPasswordExpected: {
      may: "Password: this may be another one, such as your account password. This form takes one made for this e-mail address. [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
      probably: "Password: this looks like another one, such as your account password. This form takes one made for this e-mail address. [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
    },
    appPasswordExpected: {
      may: "Password: this may be another kind. [{name} may want an app password here.] [It has {length:one} character.] [It has {length:other} characters.] [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
      probably: "Password: this looks like another kind. [{name} takes an app password here.] [It has {length:one} character.] [It has {length:other} characters.] [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
    },
    servicePasswordExpected: {
      may: "Password: this may belong to something else. This form takes the password of the user named above. [Set a new one here: {place}.]",
      probably: "Password: this looks like it belongs to something else. This form takes the password of the user named above. [Set a new one here: {place}.]",
    },
    tokenExpected: {
      may: "Password: this may be an ordinary password. This form takes an access token in its place. [Create one here: {place}.]",
      probably: "Password: this looks like an ordinary password. This form takes an access token in its place. [Create one here: {place}.]",
    },

    oneTimeCodeTyped: {
      may: "Password: this may be a one-time code. Codes are asked for in a later step; this field takes your password.",
      probably: "Password: this looks like a one-time code. Codes are asked for in a later step; this field takes your password.",
    },
    recoveryCodeTyped: {
      may: "Password: this may be a recovery code. It works once, in place of a one-time code; this field takes your password.",
      probably: "Password: this looks like a recovery code. It works once, in place of a one-time code; this field takes your password.",
    },
    tokenTyped: {
      may: "Password: this may be an access token for a program. This field takes your password; keep the token to the program.",
      probably: "Password: this looks like an access token for a program. This field takes your password; keep the token to the program.",
    },
    privateKeyTyped: {
      may: "Password: this may be a private key, which is best kept on your own device. This field takes a password.",
      probably: "Password: this looks like a private key, which is best kept on your own device. This field takes a password.",
    },
    seedPhraseTyped: {
      may: "Password: this may be the recovery phrase of a wallet. No sign-in form needs it: clear this field.",
      probably: "Password: this looks like the recovery phrase of a wallet. No sign-in form needs it: clear this field.",
    },
    paymentNumberTyped: {
      may: "Password: this may be a card or bank account number. No sign-in form needs it: clear this field.",
      probably: "Password: this looks like a card or bank account number. No sign-in form needs it: clear this field.",
    },
    identifierTyped: {
      may: "Password: this may be your user name once more. This field takes your password.",
      probably: "Password: this looks like your user name once more. This field takes your password.",
    },
    urlTyped: {
      may: "Password: this may be a web address. This field takes your password.",
      probably: "Password: this looks like a web address. This field takes your password.",
    },

    capsLockOn: "Caps Lock is on: letters of the password come out in the other case.",
    caseInverted: "Password: capitals and small letters look swapped, as when Caps Lock is on. Switch it off and type again.",
    edgeSpace: {
      start: "There is a space at the start, in {field}. Remove it unless it belongs there.",
      end: "There is a space at the end, in {field}. Remove it unless it belongs there.",
      both: "There are spaces at both ends, in {field}. Remove them unless they belong there.",
    },
    invisibleCharacter: {
      zeroWidth: "An invisible zero-width character came along in {field}. Type it by hand to leave that out.",
      softHyphen: "An invisible soft hyphen came along in {field}. Type it by hand to leave that out.",
      direction: "An invisible mark for writing direction came along in {field}. Type it by hand to leave that out.",
      noBreakSpace: "A no-break space, which looks like any space, came along in {field}. Type it by hand to leave that out.",
      control: "An invisible control character, such as a tab, came along in {field}. Type it by hand to leave that out.",
    },
    smartPunctuation: {
      dash: "Password: it holds a long dash, often put in place of a hyphen. Check it against the original.",
      quote: "Password: it holds a curly quotation mark, often put in place of a straight one. Check it against the original.",
      ellipsis: "Password: it holds an ellipsis sign, often put in place of three dots. Check it against the original.",
    },
    wrapperTyped: {
      label: "Password: a label such as “Password:” seems to have come along. This field takes only what follows it.",
      quotes: "Password: quotation marks seem to have come along. This field takes only what stands between them.",
      user: "Password: the user name and a colon seem to have come along. This field takes only what follows them.",
    },
    notComposed: "Password: it holds an accented letter made of two characters, which looks the same. Type that letter by hand.",

    domainTypo: "User name: {domain} is close to {suggestion}. Check the spelling.",
    lookalikeDomain: {
      cyrillic: "User name: {domain} holds Cyrillic letters among its Latin ones or in their place. [One of them looks like the Latin {letter}.] [The common spelling is {suggestion}.]",
      greek: "User name: {domain} holds Greek letters among its Latin ones or in their place. [One of them looks like the Latin {letter}.] [The common spelling is {suggestion}.]",
      other: "User name: {domain} holds letters that look like others. [One of them looks like a plain {letter}.] [The common spelling is {suggestion}.]",
    },
    invalidAddress: "User name: this does not read as a plain e-mail address. [Did you mean {suggestion}?]",
    serverTypo: "Server: this name is close to {suggestion}. Check the spelling.",
    unusualAddress: "User name: this e-mail address is written in a rare way. Look at it again.",

    noPasswordWorks: "No password opens this service from here: it signs you in another way, such as in the browser. [Or use {place}.]",
  },
  links: {
    reset: "Set a new password",
    create: "Create a password",
    help: "How these passwords work",
    signIn: "Open the sign-in page",
  },
  fields: { identifier: "the user name", password: "the password" },
  use: "Use {suggestion}",
  dismiss: "Hide hints",
  held: "Nothing has been sent yet. Send the form again to use this as it is.",
});
