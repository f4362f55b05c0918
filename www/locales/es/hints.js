/**
 * Spanish. Not yet reviewed by a native speaker.
 */

/** @import {Messages} from "../../describe.js" */

export default /** @satisfies {Messages} */ ({
  lang: "es",
  hints: {
    addressExpected: "Nombre de usuario: este formulario pide una dirección de correo completa, con la @ y lo que le sigue.",
    serviceUserExpected: "Nombre de usuario: este servicio tiene usuarios propios. [Un ejemplo: {example}.] [El suyo figura aquí: {place}.]",
    syncNameExpected: "Nombre de usuario: calendarios y contactos piden un nombre de sincronización corto. [Un ejemplo: {example}.] [El suyo figura aquí: {place}.]",
    usernameExpected: "Nombre de usuario: este formulario pide un nombre y no una dirección de correo. [Un ejemplo: {example}.] [El suyo figura aquí: {place}.]",
    fixedUsernameExpected: "Nombre de usuario: este formulario pide a todos el mismo: {username}.",
    accountNotMailbox: "Nombre de usuario: {domain} es de otro proveedor de correo. Este formulario pide la dirección de un buzón alojado aquí.",
    secretInIdentifier: "Nombre de usuario: esto parece una contraseña, y aquí se puede leer. Pásela al campo de la contraseña.",
    mailboxNotAccount: "Nombre de usuario: una dirección de {domain} puede ser solo un buzón. Este formulario pide la dirección de correo con la que se registró.",
    sameAddressTwoPasswords: "Una dirección de {domain} puede ser a la vez cuenta y buzón, con dos contraseñas. Este formulario pide la de la cuenta.",

    accountPasswordExpected: {
      may: "Contraseña: tal vez sea la de un dispositivo o un programa. Este formulario pide la de su cuenta. [Puede establecer otra aquí: {place}.]",
      probably: "Contraseña: parece la de un dispositivo o un programa. Este formulario pide la de su cuenta. [Puede establecer otra aquí: {place}.]",
    },
    mailboxPasswordExpected: {
      may: "Contraseña: tal vez sea otra, por ejemplo la de su cuenta. Este formulario pide una creada para esta dirección de correo. [Tiene al menos {minLength:one} carácter.] [Tiene al menos {minLength:other} caracteres.] [Puede crear una aquí: {place}.]",
      probably: "Contraseña: parece otra, por ejemplo la de su cuenta. Este formulario pide una creada para esta dirección de correo. [Tiene al menos {minLength:one} carácter.] [Tiene al menos {minLength:other} caracteres.] [Puede crear una aquí: {place}.]",
    },
    appPasswordExpected: {
      may: "Contraseña: tal vez sea de otro tipo. [{name} quizá pida aquí una contraseña de aplicación.] [Tiene {length:one} carácter.] [Tiene {length:other} caracteres.] [Tiene al menos {minLength:one} carácter.] [Tiene al menos {minLength:other} caracteres.] [Puede crear una aquí: {place}.]",
      probably: "Contraseña: parece de otro tipo. [{name} pide aquí una contraseña de aplicación.] [Tiene {length:one} carácter.] [Tiene {length:other} caracteres.] [Tiene al menos {minLength:one} carácter.] [Tiene al menos {minLength:other} caracteres.] [Puede crear una aquí: {place}.]",
    },
    servicePasswordExpected: {
      may: "Contraseña: tal vez sea de otra cosa. Este formulario pide la del usuario indicado arriba. [Puede establecer otra aquí: {place}.]",
      probably: "Contraseña: parece de otra cosa. Este formulario pide la del usuario indicado arriba. [Puede establecer otra aquí: {place}.]",
    },
    tokenExpected: {
      may: "Contraseña: tal vez sea una contraseña corriente. Este formulario pide en su lugar un token de acceso. [Puede crear uno aquí: {place}.]",
      probably: "Contraseña: parece una contraseña corriente. Este formulario pide en su lugar un token de acceso. [Puede crear uno aquí: {place}.]",
    },

    oneTimeCodeTyped: {
      may: "Contraseña: tal vez sea un código de un solo uso. Los códigos se piden en un paso posterior; este campo es para la contraseña.",
      probably: "Contraseña: parece un código de un solo uso. Los códigos se piden en un paso posterior; este campo es para la contraseña.",
    },
    recoveryCodeTyped: {
      may: "Contraseña: tal vez sea un código de recuperación. Sirve una sola vez, en lugar de un código de un solo uso; este campo es para la contraseña.",
      probably: "Contraseña: parece un código de recuperación. Sirve una sola vez, en lugar de un código de un solo uso; este campo es para la contraseña.",
    },
    tokenTyped: {
      may: "Contraseña: tal vez sea un token de acceso para un programa. Este campo es para la contraseña; reserve el token al programa.",
      probably: "Contraseña: parece un token de acceso para un programa. Este campo es para la contraseña; reserve el token al programa.",
    },
    privateKeyTyped: {
      may: "Contraseña: tal vez sea una clave privada, que conviene guardar en el propio dispositivo. Este campo es para una contraseña.",
      probably: "Contraseña: parece una clave privada, que conviene guardar en el propio dispositivo. Este campo es para una contraseña.",
    },
    seedPhraseTyped: {
      may: "Contraseña: tal vez sea la frase de recuperación de un monedero digital. Ningún inicio de sesión la necesita: vacíe este campo.",
      probably: "Contraseña: parece la frase de recuperación de un monedero digital. Ningún inicio de sesión la necesita: vacíe este campo.",
    },
    paymentNumberTyped: {
      may: "Contraseña: tal vez sea un número de tarjeta o de cuenta bancaria. Ningún inicio de sesión lo necesita: vacíe este campo.",
      probably: "Contraseña: parece un número de tarjeta o de cuenta bancaria. Ningún inicio de sesión lo necesita: vacíe este campo.",
    },
    identifierTyped: {
      may: "Contraseña: tal vez sea otra vez su nombre de usuario. Este campo es para la contraseña.",
      probably: "Contraseña: parece otra vez su nombre de usuario. Este campo es para la contraseña.",
    },
    urlTyped: {
      may: "Contraseña: tal vez sea una dirección web. Este campo es para la contraseña.",
      probably: "Contraseña: parece una dirección web. Este campo es para la contraseña.",
    },

    capsLockOn: "Bloq Mayús está activado: en la contraseña se intercambian mayúsculas y minúsculas.",
    caseInverted: "Contraseña: mayúsculas y minúsculas parecen intercambiadas, como con Bloq Mayús activado. Desactívelo y escriba de nuevo.",
    edgeSpace: {
      start: "Hay un espacio {field}, al principio. Quítelo si no va ahí.",
      end: "Hay un espacio {field}, al final. Quítelo si no va ahí.",
      both: "Hay espacios {field}, al principio y al final. Quítelos si no van ahí.",
    },
    invisibleCharacter: {
      zeroWidth: "Un carácter invisible, de ancho cero, se ha colado {field}. Escriba a mano para evitarlo.",
      softHyphen: "Un guion opcional, invisible, se ha colado {field}. Escriba a mano para evitarlo.",
      direction: "Una marca invisible de dirección del texto se ha colado {field}. Escriba a mano para evitarla.",
      noBreakSpace: "Un espacio de no separación, igual a la vista que los demás, se ha colado {field}. Escriba a mano para evitarlo.",
      control: "Un carácter de control invisible, como una tabulación, se ha colado {field}. Escriba a mano para evitarlo.",
    },
    smartPunctuation: {
      dash: "Contraseña: contiene una raya larga, que a menudo sustituye a un guion. Compárela con el original.",
      quote: "Contraseña: contiene una comilla curva, que a menudo sustituye a una recta. Compárela con el original.",
      ellipsis: "Contraseña: contiene el signo de puntos suspensivos, que a menudo sustituye a tres puntos. Compárela con el original.",
    },
    wrapperTyped: {
      label: "Contraseña: parece que se copió también una etiqueta como «Contraseña:». Este campo es solo para lo que le sigue.",
      quotes: "Contraseña: parece que se copiaron también unas comillas. Este campo es solo para lo que encierran.",
      user: "Contraseña: parece que se copiaron también el nombre de usuario y dos puntos. Este campo es solo para lo que les sigue.",
    },
    notComposed: "Contraseña: contiene una letra con tilde hecha de dos caracteres, que a la vista es igual. Escriba esa letra a mano.",

    domainTypo: "Nombre de usuario: {domain} se parece a {suggestion}. Revise cómo está escrito.",
    lookalikeDomain: {
      cyrillic: "Nombre de usuario: {domain} contiene letras cirílicas entre las latinas o en su lugar. [Una de ellas se parece a la {letter} latina.] [La grafía habitual es {suggestion}.]",
      greek: "Nombre de usuario: {domain} contiene letras griegas entre las latinas o en su lugar. [Una de ellas se parece a la {letter} latina.] [La grafía habitual es {suggestion}.]",
      other: "Nombre de usuario: {domain} contiene letras que se parecen a otras. [Una de ellas se parece a una simple {letter}.] [La grafía habitual es {suggestion}.]",
    },
    invalidAddress: "Nombre de usuario: esto no tiene la forma de una simple dirección de correo. [¿Quería decir {suggestion}?]",
    serverTypo: "Servidor: este nombre se parece a {suggestion}. Revise cómo está escrito.",
    unusualAddress: "Nombre de usuario: esta dirección de correo está escrita de forma poco común. Vuelva a leerla.",

    noPasswordWorks: "Ninguna contraseña abre este servicio desde aquí: se entra de otro modo, por ejemplo con el navegador. [O use {place}.]",
    pickOtherSaved: "Contraseña: se rellenó automáticamente. Su gestor de contraseñas quizá tenga otra para este sitio.",
    showPassword: "Contraseña: muéstrela y compárela carácter por carácter.",
    tryOtherPassword: "Contraseña: aquí quizá tenga varias, una para cada servicio. Pruebe otra antes de establecer una nueva.",
    testMailboxPair: "Pruebe esta dirección con su contraseña en un programa de correo antes de crear una nueva.",
    resetAccountPassword: "Paso siguiente: establecer una nueva contraseña para su cuenta. [Se hace aquí: {place}.]",
    resetMailboxPassword: "Paso siguiente: crear una nueva contraseña para esta dirección de correo. [Se hace aquí: {place}.]",
    resetServicePassword: "Paso siguiente: establecer una nueva contraseña para este usuario. [Se hace aquí: {place}.]",
    createAppPassword: "Paso siguiente: crear una contraseña de aplicación y usarla aquí. [Se hace aquí: {place}.]",
    noPasswordYet: "Una dirección de correo nueva no tiene contraseña hasta que se crea una. [Se hace aquí: {place}.]",
    noAccountYet: "Un buzón puede existir sin cuenta. Quien lo administra puede enviarle una invitación; este formulario pide la cuenta.",
    askAdministrator: "Quizá otra persona administre esto por usted. Ella puede establecer una nueva contraseña.",
    applicationPasswordNotForMail: "Las contraseñas de aplicación no abren buzones. Este formulario pide una creada para esta dirección de correo. [Puede crear una aquí: {place}.]",
    supportHasNoPasswords: "El servicio de asistencia no conoce las contraseñas: lo más rápido es establecer una nueva.",
    serverNotOfAddress: "Servidor: este no es de {name}. Revise su nombre y la dirección.",
    pauseBeforeLockout: "Haga una pausa: tras muchos intentos, el inicio de sesión puede quedar cerrado un rato.",
    checkIssuedPassword: "Contraseña: compruebe que se creó para esta cuenta y que sigue en su lista.",
    tryWholeAddress: "Nombre de usuario: pruebe con la dirección de correo completa.",
    tryLoginName: "Nombre de usuario: algunos servidores piden un nombre de acceso en lugar de la dirección. El panel de su proveedor lo indica.",
    serviceHasOwnUsers: "Nombre de usuario: este servicio tiene usuarios propios, con contraseñas propias. El panel de su proveedor los indica.",
    addressMoved: "Nombre de usuario: esta dirección puede estar alojada ahora en otro sitio o ser un alias. Use el buzón al que llegan sus mensajes.",
    switchAccessOn: "Servidor: ¿está activado el acceso para programas de correo? [Se hace aquí: {place}.]",
    trySingleSignOn: "Inicio de sesión: pruebe primero con el botón de inicio de sesión único.",
    secondFactorNeeded: "El servidor pide un segundo factor. Use aquí una contraseña de aplicación o escriba el código donde se pida.",
    tryOtherNetwork: "El servidor rechaza los accesos desde esta red. Pruebe sin VPN o desde otra red.",
    signInOnTheWeb: "El servidor pide que inicie sesión una vez en la web. Después pruebe aquí.",
    passwordNotChecked: {
      encryption: "La contraseña no se comprobó: el servidor exige una conexión cifrada. Cambie el cifrado o el puerto.",
      method: "La contraseña no se comprobó: el servidor espera otro modo de autenticación. Cambie los ajustes de la conexión.",
      sender: "La contraseña no se comprobó: el servidor rechaza la dirección del remitente. Envíe desde una dirección de esta cuenta.",
      busy: "La contraseña no se comprobó: el servidor está ocupado. Pruebe de nuevo más tarde.",
      unrelated: "La contraseña no se comprobó: la causa es otra. Lea el mensaje del servidor.",
    },
  },
  links: {
    reset: "Establecer una nueva contraseña",
    create: "Crear una contraseña",
    help: "Cómo funcionan estas contraseñas",
    signIn: "Abrir la página de inicio de sesión",
  },
  fields: { identifier: "en el nombre de usuario", password: "en la contraseña" },
  use: "Usar {suggestion}",
  dismiss: "Ocultar las indicaciones",
  held: "Aún no se ha enviado nada. Envíe de nuevo el formulario para usarlo tal como está.",
  guideWords: {
    services: {
      account: "Cuenta",
      webmail: "Correo web",
      mailbox: "Programa de correo",
      caldav: "Calendarios y contactos",
      webdav: "kDrive (WebDAV)",
      ftp: "FTP",
      ssh: "SSH",
      mysql: "MySQL",
      phpmyadmin: "phpMyAdmin",
      git: "Git",
      registry: "Registro de paquetes",
      api: "API",
      publicCloud: "Public Cloud",
      swissBackup: "Swiss Backup",
    },
    roles: {
      accountPassword: "contraseña de la cuenta",
      mailboxPassword: "contraseña de la dirección de correo",
      appPassword: "contraseña de aplicación",
      servicePassword: "contraseña de este usuario",
      apiToken: "token de acceso",
    },
    forms: {
      empty: "nada",
      address: "dirección de correo",
      localPart: "parte anterior a la @",
      serviceUser: "usuario del servicio",
      syncName: "nombre de sincronización",
      customerNumber: "número de cliente",
      handle: "nombre de usuario asignado",
      fixed: "nombre fijo",
      name: "nombre de usuario",
      other: "nombre de usuario",
    },
    guide: {
      title: "Qué contraseña va en cada sitio",
      titleOf: "Qué contraseña va en cada sitio con {name}",
      example: "{form}, por ejemplo {example}",
      several: "Puede haber varias a la vez; cada una se elimina por separado.",
      columns: { name: "Usted accede a", identifier: "Nombre de usuario", password: "Contraseña", usedAt: "Se usa en", place: "Dónde se establece" },
    },
  },
});
