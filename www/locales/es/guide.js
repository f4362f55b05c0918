/** Textos españoles de la guía. Aún no revisados por una persona de lengua materna. */

/** @import {GuideTexts} from "../../guide/texts.js" */

export default /** @satisfies {GuideTexts} */ ({
  lang: "es",
  open: "¿Qué quiere abrir?",
  services: {
    account: "Mi cuenta: productos, facturas, ajustes",
    webmail: "Mi correo en el navegador",
    mailbox: "Mi correo en un programa o en el teléfono",
    caldav: "Mi calendario y contactos en un dispositivo",
    webdav: "Mis archivos, por WebDAV",
    ftp: "Los archivos de un sitio web, por FTP",
    ssh: "Un servidor, por SSH",
    mysql: "Una base de datos, desde un programa",
    phpmyadmin: "Una base de datos, en phpMyAdmin",
    git: "Un repositorio de código, por Git",
    registry: "Un registro de paquetes",
    api: "Una API, desde un programa",
    publicCloud: "Un proyecto de Public Cloud",
    swissBackup: "Un Swiss Backup",
  },
  happened: "¿Qué ha pasado?",
  situations: {
    unsure: "Nada todavía: quiero saber qué contraseña es",
    refused: "Mi usuario y mi contraseña han sido rechazados",
    none: "No tengo contraseña o la he perdido",
  },
  show: "Mostrar qué contraseña",
  choose: "Elija primero qué quiere abrir.",
  label: "{label}:",
  sameAddress: "Una misma dirección de correo puede ser el nombre de usuario de varios servicios, cada uno con su propia contraseña.",
  steps: {
    tryOtherPassword: "Pruebe otra de sus contraseñas: puede haber varias, una para cada servicio.",
    testMailboxPair: "Pruebe la dirección con su contraseña donde seguro que corresponde, por ejemplo en un programa de correo.",
    resetAccountPassword: "Establezca una nueva contraseña para la cuenta.",
    resetMailboxPassword: "Cree una nueva contraseña para esta dirección de correo.",
    resetServicePassword: "Establezca una nueva contraseña para este usuario.",
    createAppPassword: "Cree una contraseña de aplicación y úsela aquí.",
    noPasswordYet: "Una dirección nueva no tiene contraseña hasta que se crea una.",
    noAccountYet: "Un buzón puede existir sin cuenta: quien lo gestiona puede invitarle.",
  },
  make: {
    accountPassword: "La contraseña se eligió al crear la cuenta. Si se ha perdido, establezca una nueva.",
    mailboxPassword: "Cree una contraseña para esta dirección de correo o pídala a quien la gestiona.",
    appPassword: "Cree una contraseña de aplicación y úsela en lugar de la contraseña de la cuenta.",
    servicePassword: "Establezca una contraseña para este usuario o pídala a quien lo gestiona.",
    apiToken: "Cree un token de acceso y úselo como contraseña.",
  },
});
