/** Dovecot for tests: IMAP for the users that a test names, and an address at which Postfix asks whether a pair is right. All its files are in a folder of its own. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, freePort, remove, start } from "./programs.js";

/** Whose the mail is: Debian's `mail`. Dovecot opens no mailbox as root. */
const MAIL = { uid: 8, gid: 8 };

/**
 * What Dovecot answers when the pair is right and lets nobody in all the same; before it stands Dovecot's own `[CONTACTADMIN]`.
 * @param {string} text
 */
export const refusedFor = (text) => `nologin=y reason=${text.replaceAll(" ", "\u00a0")}`; // a blank would end the reason in Dovecot's file
/** Two that tests share. */
export const IMAP_OFF = refusedFor("IMAP access is disabled for this mailbox");
export const LOCKED = refusedFor("Too many failed attempts, locked for an hour");

/**
 * A user: its password, and what else stands in its line of Dovecot's file, such as `IMAP_OFF`.
 * @typedef {{ password: string, extra?: string }} User
 */

/**
 * Starts it on a free port.
 * @param {object} options
 * @param {Record<string, User>} options.users by the name that signs in
 * @param {{ key: string, cert: string }} [options.tls] files: then STARTTLS is offered, and no password is taken without it
 * @param {string[]} [options.listen] other addresses of this machine than 127.0.0.1, where it answers too. A client with the server's own
 *   address counts as safe, and may send its password without TLS
 * @returns {Promise<{ imap: number, auth: string, home: string, log(): string, stop(): Promise<void> }>} `imap`: the port; `auth`: Postfix's `smtpd_sasl_path`
 */
export async function startDovecot({ users, tls, listen = [] }) {
  const [home, imap] = [folder("dovecot"), await freePort()];
  const [mail, auth] = [join(home, "mail"), join(home, "auth")];
  chmodSync(home, 0o755);
  mkdirSync(mail);
  chmodSync(mail, 0o777); // each user's folder is made at the first sign-in, by `mail`
  const lines = Object.entries(users).map(([name, { password, extra = "" }]) => `${name}:{PLAIN.b64}${Buffer.from(password).toString("base64")}:${MAIL.uid}:${MAIL.gid}::${mail}/${name}::${extra}\n`);
  writeFileSync(join(home, "users"), lines.join(""));
  writeFileSync(join(home, "dovecot.conf"), settings({ home, imap, auth, listen: ["127.0.0.1", ...listen], ...(tls && { tls }) }));
  const program = await start("/usr/sbin/dovecot", ["-F", "-c", join(home, "dovecot.conf")], { port: imap, home });
  const stop = async () => {
    await program.stop();
    remove(home);
  };
  return { imap, auth, home, log: program.log, stop };
}

/** @param {{ home: string, imap: number, auth: string, listen: string[], tls?: { key: string, cert: string } }} options */
const settings = ({ home, imap, auth, listen, tls }) => `
base_dir = ${home}/run
log_path = /dev/stderr
listen = ${listen.join(", ")}
protocols = imap
${tls ? `ssl = required\nssl_cert = <${tls.cert}\nssl_key = <${tls.key}\ndisable_plaintext_auth = yes` : "ssl = no\ndisable_plaintext_auth = no"}
auth_failure_delay = 0
auth_verbose = yes
first_valid_uid = 1
mail_location = maildir:~/mail
# None of the folders outside of its own.
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  # Without it no address waits longer with each refusal: tests have one address, and refuse often.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
# Postfix, which runs as another user, asks here.
service auth {
  unix_listener ${auth} {
    mode = 0666
  }
}
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = passwd-file
  args = ${home}/users
}
`;
