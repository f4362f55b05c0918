/** @import {Messages} from "../../describe.js" */
/** Without what is loaded when it is to be said. @typedef {Omit<Messages, "hints"> & { hints: Omit<Messages["hints"], keyof typeof import("./refused.js").default> }} EarlyMessages */

export default /** @satisfies {EarlyMessages} */ ({
  lang: "en",
  hints: {
    addressExpected: "{label}: this form takes a full e-mail address, with the @ and what follows it.",
    secretInIdentifier: "{label}: this looks like a password, and it can be read here. Move it to the password field.",

    accountPasswordExpected: {
      may: "{label}: this may be one made for a device or program. This form takes your account password. [Set a new one here: {place}.]",
      probably: "{label}: this looks like one made for a device or program. This form takes your account password. [Set a new one here: {place}.]",
    },
    mailboxPasswordExpected: {
      may: "{label}: this may be another one, such as your account password. This form takes one made for this e-mail address. [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
      probably: "{label}: this looks like another one, such as your account password. This form takes one made for this e-mail address. [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
    },
    appPasswordExpected: {
      may: "{label}: this may be another kind. [{name} may want an app password here.] [It has {length:one} character.] [It has {length:other} characters.] [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
      probably: "{label}: this looks like another kind. [{name} takes an app password here.] [It has {length:one} character.] [It has {length:other} characters.] [It has at least {minLength:one} character.] [It has at least {minLength:other} characters.] [Create one here: {place}.]",
    },
    servicePasswordExpected: {
      may: "{label}: this may belong to something else. This form takes the password of the user named above. [Set a new one here: {place}.]",
      probably: "{label}: this looks like it belongs to something else. This form takes the password of the user named above. [Set a new one here: {place}.]",
    },
    tokenExpected: {
      may: "{label}: this may be an ordinary password. This form takes an access token in its place. [Create one here: {place}.]",
      probably: "{label}: this looks like an ordinary password. This form takes an access token in its place. [Create one here: {place}.]",
    },

    oneTimeCodeTyped: {
      may: "{label}: this may be a one-time code. Codes are asked for in a later step; this field takes your password.",
      probably: "{label}: this looks like a one-time code. Codes are asked for in a later step; this field takes your password.",
    },
    recoveryCodeTyped: {
      may: "{label}: this may be a recovery code. It works once, in place of a one-time code; this field takes your password.",
      probably: "{label}: this looks like a recovery code. It works once, in place of a one-time code; this field takes your password.",
    },
    tokenTyped: {
      may: "{label}: this may be an access token for a program. This field takes your password; keep the token to the program.",
      probably: "{label}: this looks like an access token for a program. This field takes your password; keep the token to the program.",
    },
    privateKeyTyped: {
      may: "{label}: this may be a private key, which is best kept on your own device. This field takes a password.",
      probably: "{label}: this looks like a private key, which is best kept on your own device. This field takes a password.",
    },
    seedPhraseTyped: {
      may: "{label}: this may be the recovery phrase of a wallet. No sign-in form needs it: clear this field.",
      probably: "{label}: this looks like the recovery phrase of a wallet. No sign-in form needs it: clear this field.",
    },
    paymentNumberTyped: {
      may: "{label}: this may be a card or bank account number. No sign-in form needs it: clear this field.",
      probably: "{label}: this looks like a card or bank account number. No sign-in form needs it: clear this field.",
    },
    identifierTyped: {
      may: "{label}: this may be your user name once more. This field takes your password.",
      probably: "{label}: this looks like your user name once more. This field takes your password.",
    },
    urlTyped: {
      may: "{label}: this may be a web address. This field takes your password.",
      probably: "{label}: this looks like a web address. This field takes your password.",
    },

    capsLockOn: "Caps Lock is on: letters of the password come out in the other case.",
    caseInverted: "{label}: capitals and small letters look swapped, as when Caps Lock is on. Switch it off and type again.",
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
      dash: "{label}: it holds a long dash, often put in place of a hyphen. Check it against the original.",
      quote: "{label}: it holds a curly quotation mark, often put in place of a straight one. Check it against the original.",
      ellipsis: "{label}: it holds an ellipsis sign, often put in place of three dots. Check it against the original.",
    },
    wrapperTyped: {
      label: "{label}: a label such as “Password:” seems to have come along. This field takes only what follows it.",
      quotes: "{label}: quotation marks seem to have come along. This field takes only what stands between them.",
      user: "{label}: the user name and a colon seem to have come along. This field takes only what follows them.",
    },
    notComposed: "{label}: it holds an accented letter made of two characters, which looks the same. Type that letter by hand.",

    domainTypo: "{label}: {domain} is close to {suggestion}. Check the spelling.",

    noPasswordWorks: "No password opens this service from here: it signs you in another way, such as in the browser. [Or use {place}.]",
  },
  links: {
    reset: "Set a new password",
    create: "Create a password",
    help: "How these passwords work",
    signIn: "Open the sign-in page",
  },
  labels: { identifier: "User name", password: "Password", server: "Server" },
  fields: { identifier: "the user name", password: "the password" },
  use: "Use {suggestion}",
  dismiss: "Hide hints",
  again: "Show hints again",
  held: "Nothing has been sent yet. Send the form again to use this as it is.",
});
