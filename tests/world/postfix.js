/** Postfix for tests: one that takes mail from people who sign in (submission), all its files in a folder of its own, nothing delivered anywhere. */
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, freePort, remove, start } from "./programs.js";

/** Postfix refuses to run its services as anybody else. */
const OWNER = "postfix";

/** Those that a session needs; none in a chroot, which would have to be filled first. */
const SERVICES = `
postlog   unix-dgram n - n - 1 postlogd
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
tlsmgr    unix  -       -       n       1000?   1       tlsmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
anvil     unix  -       -       n       -       1       anvil
proxymap  unix  -       -       n       -       -       proxymap
discard   unix  -       -       n       -       -       discard
`;

/**
 * Starts it on a free port. Whether a pair is right is asked of Dovecot.
 * @param {object} options
 * @param {string} options.auth where Dovecot answers Postfix: `inet:127.0.0.1:12345`, or the path of a socket that everybody may open
 * @param {{ key: string, cert: string }} [options.tls] files: then STARTTLS is offered, and nobody signs in without it
 * @param {Record<string, string>} [options.more] more of main.cf, or otherwise
 * @param {string} [options.listen] another address of this machine than 127.0.0.1, where it answers too
 * @returns {Promise<{ port: number, home: string, log(): string, stop(): Promise<void> }>}
 */
export async function startPostfix({ auth, tls, more, listen }) {
  const [home, port] = [folder("postfix"), await freePort()];
  const [config, queue, data] = ["etc", "queue", "data"].map((name) => join(home, name));
  chmodSync(home, 0o755);
  for (const path of [config, queue, data]) mkdirSync(path, { mode: 0o755 });
  chownSync(data, ...idsOf(OWNER));
  const settings = {
    compatibility_level: "3.6",
    queue_directory: queue,
    data_directory: data,
    mail_owner: OWNER,
    maillog_file: "/dev/stdout",
    myhostname: "mail.example",
    mydestination: "",
    mynetworks: "",
    inet_interfaces: "all",
    inet_protocols: "ipv4",
    alias_maps: "",
    alias_database: "",
    default_transport: "discard",
    relay_transport: "discard",
    local_transport: "discard",
    smtpd_sasl_auth_enable: "yes",
    smtpd_sasl_type: "dovecot",
    smtpd_sasl_path: auth,
    smtpd_relay_restrictions: "permit_sasl_authenticated, reject",
    smtpd_recipient_restrictions: "permit_sasl_authenticated, reject",
    ...(tls ? { smtpd_tls_security_level: "may", smtpd_tls_auth_only: "yes", smtpd_tls_cert_file: tls.cert, smtpd_tls_key_file: tls.key } : {}),
    ...more,
  };
  writeFileSync(join(config, "main.cf"), Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`).join(""));
  writeFileSync(join(config, "master.cf"), ["127.0.0.1", listen].flatMap((address) => (address ? [`${address}:${port} inet n - n - - smtpd\n`] : [])).join("") + SERVICES);
  for (const file of ["main.cf", "master.cf"]) chmodSync(join(config, file), 0o644);
  const program = await start("/usr/sbin/postfix", ["-c", config, "start-fg"], { port, home });
  const stop = async () => {
    await endMaster(join(queue, "pid/master.pid"));
    await program.stop();
    remove(home);
  };
  return { port, home, log: program.log, stop };
}

/** Postfix's own first process is in a session of its own: no signal to the one that was started reaches it. @param {string} path the file with its number */
async function endMaster(path) {
  const pid = Number(readFileSync(path, "utf8"));
  process.kill(pid, "SIGTERM");
  while (isAlive(pid)) await new Promise((turn) => setTimeout(turn, 20));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} user @returns {[uid: number, gid: number]} */
function idsOf(user) {
  const [, , uid, gid] = readFileSync("/etc/passwd", "utf8").split("\n").find((line) => line.startsWith(`${user}:`))?.split(":") ?? [];
  return [Number(uid), Number(gid)];
}
