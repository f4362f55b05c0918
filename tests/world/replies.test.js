/** What real servers say when they let somebody not in: each line is made by the program itself, on this machine, and read by the rules of `passkind/reply.js`. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { causeOf } from "../../www/reply.js";
import { IMAP_OFF, LOCKED, startDovecot } from "./dovecot.js";
import { startPostfix } from "./postfix.js";
import { folder, freePort, remove, start } from "./programs.js";

const run = promisify(execFile);
const secret = () => randomBytes(12).toString("base64url");
/** A server that never answers is a fault: nothing here takes longer than some seconds. */
const PATIENCE_MS = 30_000;
/** `nobody`: for a server that would want folders of the system's if it ran as root. */
const NOBODY = 65534;

/** A folder that every user may enter. @param {string} name */
function openFolder(name) {
  const home = folder(name);
  chmodSync(home, 0o755);
  return home;
}

/** @param {string} home */
async function certificate(home) {
  const [key, cert] = [join(home, "key.pem"), join(home, "cert.pem")];
  await run("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=mail.example", "-keyout", key, "-out", cert]);
  return { key, cert };
}

/**
 * Sends line after line, each once the one before has been answered in full, and gives the last answer.
 * @param {number} port @param {string[]} lines @param {RegExp} ended what the last line of an answer looks like @param {string} [address]
 * @returns {Promise<string>}
 */
function talk(port, lines, ended, address = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const left = [...lines];
    let answer = "";
    const socket = connect(port, address);
    socket.setEncoding("utf8").setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer after: ${answer}`)));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer.trim()));
    socket.on("data", (text) => {
      answer += text;
      if (!ended.test(answer)) return;
      const next = left.shift();
      if (next === undefined) return socket.destroy();
      answer = "";
      socket.write(`${next}\r\n`);
    });
  });
}
const BY_CODE = /^\d{3} .*\r\n$/m;
const BY_TAG = /^(\* OK|[a-z]\d (OK|NO|BAD)).*\r\n$/m;

/** What a client program prints on its way out. @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
async function printed(command, args, env = {}) {
  const ended = await run(command, args, { env: { ...process.env, ...env }, timeout: PATIENCE_MS }).catch((error) => error);
  assert.notEqual(ended.code ?? 0, 0, `${command} was let in`);
  return String(ended.stderr).trim();
}

/**
 * @typedef {object} Row
 * @property {string} reason
 * @property {(server: any) => Promise<string>} line asks the server, and gives its own line
 * @property {RegExp} says enough of it to see that it is the one meant
 * @property {string} cause
 */
/** Asks one server everything. @param {string} program @param {() => Promise<{ stop(): Promise<void> }>} begin @param {Row[]} rows */
function asks(program, begin, rows) {
  test(program, async (t) => {
    const server = await begin();
    try {
      for (const { reason, line, says, cause } of rows) {
        await t.test(reason, async () => {
          const said = await line(server);
          assert.match(said, says);
          assert.equal(causeOf(said), cause, said);
        });
      }
    } finally {
      await server.stop();
    }
  });
}

describe("FTP", () => {
  /** @param {Record<string, string>} settings */
  const vsftpd = async (settings) => {
    const [home, port] = [openFolder("vsftpd"), await freePort()];
    const empty = join(home, "empty");
    mkdirSync(empty, { mode: 0o555 });
    const { key, cert } = await certificate(home);
    const all = { listen: "YES", background: "NO", listen_address: "127.0.0.1", listen_port: `${port}`, anonymous_enable: "NO", secure_chroot_dir: empty, xferlog_enable: "NO", max_login_fails: "1", rsa_cert_file: cert, rsa_private_key_file: key, ...settings };
    const config = join(home, "vsftpd.conf");
    writeFileSync(config, Object.entries(all).map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o644 });
    const program = await start("/usr/sbin/vsftpd", [config], { port, home });
    return { port, stop: async () => { await program.stop(); remove(home); } };
  };
  const signIn = (/** @type {{ port: number }} */ { port }) => talk(port, [`USER nobody-${secret()}`, `PASS ${secret()}`], BY_CODE);
  const name = (/** @type {{ port: number }} */ { port }) => talk(port, [`USER nobody-${secret()}`], BY_CODE);

  asks("vsftpd that takes the system's users", () => vsftpd({ local_enable: "YES" }), [
    { reason: "name or password is wrong, and it does not say which", line: signIn, says: /^530 /, cause: "wrongPair" },
  ]);
  asks("vsftpd that wants encryption", () => vsftpd({ local_enable: "YES", ssl_enable: "YES", force_local_logins_ssl: "YES" }), [
    { reason: "no password has been sent yet", line: name, says: /^530 .*encryption/, cause: "encryption" },
  ]);
  asks("vsftpd for anonymous users alone", () => vsftpd({ local_enable: "NO", anonymous_enable: "YES" }), [
    { reason: "no name of one's own is taken", line: name, says: /^530 .*anonymous/, cause: "admin" },
  ]);
});

describe("SSH", () => {
  /** @param {string[]} settings */
  const sshd = async (settings) => {
    const [home, port] = [openFolder("sshd"), await freePort()];
    const [key, config, ask] = [join(home, "host-key"), join(home, "sshd_config"), join(home, "ask")];
    await run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
    chownSync(key, NOBODY, NOBODY);
    writeFileSync(ask, `#!/bin/sh\necho ${secret()}\n`, { mode: 0o755 });
    writeFileSync(config, [`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${key}`, "PidFile none", "UsePAM no", "KbdInteractiveAuthentication no", ...settings, ""].join("\n"), { mode: 0o644 });
    // As nobody it needs no folder under /run, and opens no session to anybody, whatever is typed.
    const program = await start("setpriv", [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", "/usr/sbin/sshd", "-D", "-e", "-f", config], { port, home });
    return { port, home, ask, stop: async () => { await program.stop(); remove(home); } };
  };
  /** @param {{ port: number, home: string, ask: string }} server */
  const signIn = ({ port, home, ask }) => printed("ssh", ["-F", "none", "-p", `${port}`, "-o", "StrictHostKeyChecking=no", "-o", `UserKnownHostsFile=${join(home, "known")}`, "-o", "LogLevel=ERROR", "-o", "PubkeyAuthentication=no", "-o", "NumberOfPasswordPrompts=1", "anna@127.0.0.1", "true"], { SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: "force", DISPLAY: "" });

  asks("OpenSSH that takes passwords and keys", () => sshd(["PasswordAuthentication yes"]), [
    { reason: "passwords are among what it takes, so this one was wrong", line: signIn, says: /Permission denied \(publickey,password\)/, cause: "wrongPair" },
  ]);
  asks("OpenSSH that takes keys alone", () => sshd(["PasswordAuthentication no"]), [
    { reason: "no password is taken, and none was looked at", line: signIn, says: /Permission denied \(publickey\)/, cause: "method" },
  ]);
  asks("OpenSSH after too many attempts", () => sshd(["PasswordAuthentication yes", "MaxAuthTries 1"]), [
    { reason: "it closes the connection and says why", line: signIn, says: /Too many authentication failures/, cause: "locked" },
  ]);
});

describe("a database", () => {
  const mariadb = async () => {
    const [home, port] = [openFolder("mariadb"), await freePort()];
    const [data, socket] = [join(home, "data"), join(home, "socket")];
    await run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, "--user=root", "--auth-root-authentication-method=normal", "--skip-test-db"]);
    const program = await start("/usr/sbin/mariadbd", ["--no-defaults", "--user=root", `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, "--bind-address=127.0.0.1", "--max-password-errors=2", "--skip-log-bin"], { port, home });
    const passwords = Object.fromEntries(["anna", "closed", "old", "often"].map((user) => [user, secret()]));
    const sql = (/** @type {string} */ statements) => run("mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", "--execute", statements]);
    await sql(Object.entries(passwords).map(([user, password]) => `CREATE USER ${user}@'127.0.0.1' IDENTIFIED BY '${password}';`).join(" ")
      + "ALTER USER closed@'127.0.0.1' ACCOUNT LOCK; ALTER USER old@'127.0.0.1' PASSWORD EXPIRE; SET GLOBAL disconnect_on_expired_password = ON;");
    const signIn = (/** @type {string} */ user, password = passwords[user]) => printed("mariadb", ["--no-defaults", "--protocol=tcp", "--host=127.0.0.1", `--port=${port}`, `--user=${user}`, `--password=${password}`, "--execute", "SELECT 1"]);
    return { signIn, sql, stop: async () => { await program.stop(); remove(home); } };
  };
  /** @typedef {Awaited<ReturnType<typeof mariadb>>} Server */

  asks("MariaDB", mariadb, [
    { reason: "a wrong password", line: (/** @type {Server} */ { signIn }) => signIn("anna", secret()), says: /^ERROR 1045 /m, cause: "wrongPair" },
    { reason: "an unknown user, in the same words", line: (/** @type {Server} */ { signIn }) => signIn("nobody", secret()), says: /^ERROR 1045 /m, cause: "wrongPair" },
    { reason: "a right pair of a locked account: an administrator has to open it", line: (/** @type {Server} */ { signIn }) => signIn("closed"), says: /^ERROR 4151 .*locked/m, cause: "admin" },
    { reason: "a right pair with a password that has expired", line: (/** @type {Server} */ { signIn }) => signIn("old"), says: /^ERROR 1862 .*expired/m, cause: "expired" },
    { reason: "too many wrong passwords: not even the right one is looked at, and waiting does not help", line: async (/** @type {Server} */ { signIn }) => {
      for (const _ of [1, 2]) await signIn("often", secret());
      return signIn("often");
    }, says: /^ERROR 4150 .*blocked/m, cause: "locked" },
    { reason: "encryption is wanted: it says no more than to a wrong password", line: async (/** @type {Server} */ { signIn, sql }) => {
      await sql("SET GLOBAL require_secure_transport = ON");
      return signIn("anna");
    }, says: /^ERROR 1045 /m, cause: "wrongPair" },
  ]);
});

describe("calendars and contacts", () => {
  const radicale = async () => {
    const [home, port] = [openFolder("radicale"), await freePort()];
    const [config, users, password] = [join(home, "config"), join(home, "users"), secret()];
    writeFileSync(users, `anna:${password}\n`);
    writeFileSync(config, `[server]\nhosts = 127.0.0.1:${port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = ${users}\nhtpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = ${join(home, "collections")}\n`);
    const program = await start("/usr/bin/radicale", ["--config", config], { port, home });
    return { port, password, stop: async () => { await program.stop(); remove(home); } };
  };
  /** @param {{ port: number }} server @param {string} name @param {string} password @param {string} [whose] */
  const signIn = async ({ port }, name, password, whose = name) => {
    const response = await fetch(`http://127.0.0.1:${port}/${whose}/`, { method: "PROPFIND", headers: { depth: "0", authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}` } });
    return `${response.status} ${response.statusText}\n${await response.text()}`;
  };

  asks("Radicale", radicale, [
    { reason: "a wrong password: 401, whatever its page says", line: (server) => signIn(server, "anna", secret()), says: /^401 /, cause: "wrongPair" },
    { reason: "an unknown user, in the same words", line: (server) => signIn(server, "nobody", secret()), says: /^401 /, cause: "wrongPair" },
    { reason: "a right pair at somebody else's calendars: 403 with the same page", line: (server) => signIn(server, "anna", server.password, "bert"), says: /^403 /, cause: "admin" },
  ]);
});

describe("mail", () => {
  const LISTEN = "127.0.0.2"; // an address other than the client's: Dovecot takes equal ones for a safe connection
  /** @param {{ isEncrypted?: boolean, more?: Record<string, string> }} [options] `more`: of Postfix's settings */
  const mail = async ({ isEncrypted = false, more = {} } = {}) => {
    const home = openFolder("replies");
    const [anna, off, locked] = [secret(), secret(), secret()];
    const tls = isEncrypted ? { tls: await certificate(home) } : {};
    const dovecot = await startDovecot({ users: { anna: { password: anna }, off: { password: off, extra: IMAP_OFF }, locked: { password: locked, extra: LOCKED } }, listen: [LISTEN], ...tls });
    const postfix = await startPostfix({ auth: dovecot.auth, more, ...tls }).catch(async (error) => {
      await dovecot.stop();
      throw error;
    });
    const imap = (/** @type {string} */ name, /** @type {string} */ password) => talk(dovecot.imap, [`a1 LOGIN ${name} ${password}`], BY_TAG, LISTEN);
    const smtp = (/** @type {string} */ name, /** @type {string} */ password) => talk(postfix.port, ["EHLO client.example", `AUTH PLAIN ${Buffer.from(`\0${name}\0${password}`).toString("base64")}`], BY_CODE);
    const stop = async () => {
      await postfix.stop();
      await dovecot.stop();
      remove(home);
    };
    return { imap, smtp, send: (/** @type {string[]} */ lines) => talk(postfix.port, lines, BY_CODE), passwords: { anna, off, locked }, stop };
  };
  /** @typedef {Awaited<ReturnType<typeof mail>>} Server */

  asks("Dovecot, and Postfix that asks it", mail, [
    { reason: "IMAP, a wrong password", line: (/** @type {Server} */ { imap }) => imap("anna", secret()), says: /^a1 NO \[AUTHENTICATIONFAILED\]/, cause: "wrongPair" },
    { reason: "IMAP, an unknown user, in the same words", line: (/** @type {Server} */ { imap }) => imap("nobody", secret()), says: /^a1 NO \[AUTHENTICATIONFAILED\]/, cause: "wrongPair" },
    { reason: "IMAP, a right pair whose access is off: the words say more than their code", line: (/** @type {Server} */ { imap, passwords }) => imap("off", passwords.off), says: /^a1 NO \[CONTACTADMIN\] IMAP/, cause: "accessOff" },
    { reason: "IMAP, a right pair that is locked", line: (/** @type {Server} */ { imap, passwords }) => imap("locked", passwords.locked), says: /^a1 NO \[CONTACTADMIN\] Too/, cause: "locked" },
    { reason: "SMTP, a wrong password", line: (/** @type {Server} */ { smtp }) => smtp("anna", secret()), says: /^535 5\.7\.8 /, cause: "wrongPair" },
    { reason: "SMTP, an unknown user, in the same words", line: (/** @type {Server} */ { smtp }) => smtp("nobody", secret()), says: /^535 5\.7\.8 /, cause: "wrongPair" },
    { reason: "SMTP, a way of signing in that it does not know", line: (/** @type {Server} */ { send }) => send(["EHLO client.example", "AUTH GSSAPI"]), says: /^535 .*mechanism/, cause: "method" },
    { reason: "SMTP, mail to others by somebody who has not signed in", line: (/** @type {Server} */ { send }) => send(["EHLO client.example", "MAIL FROM:<anna@mail.example>", "RCPT TO:<bert@elsewhere.example>"]), says: /^554 /, cause: "unrelated" },
  ]);
  asks("Dovecot and Postfix that let nobody sign in without encryption", () => mail({ isEncrypted: true }), [
    { reason: "IMAP, a password without it", line: (/** @type {Server} */ { imap }) => imap("anna", secret()), says: /^a1 NO \[PRIVACYREQUIRED\]/m, cause: "encryption" },
    { reason: "SMTP, a password without it: the line does not say that encryption would help, its greeting does", line: (/** @type {Server} */ { smtp }) => smtp("anna", secret()), says: /^503 /, cause: "method" },
  ]);
  asks("Postfix that does nothing without encryption", () => mail({ isEncrypted: true, more: { smtpd_tls_security_level: "encrypt", smtpd_tls_auth_only: "no" } }), [
    { reason: "SMTP, a password without it", line: (/** @type {Server} */ { smtp }) => smtp("anna", secret()), says: /^530 .*STARTTLS/, cause: "encryption" },
  ]);
});
