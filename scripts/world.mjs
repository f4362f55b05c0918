// The programs that `make world` plays through: looks for them; installs Debian's where this is Debian and root, under a policy that starts none of
// their services; else says what is missing, and fails. `NO_INSTALL=1` installs nothing, and says what to install instead.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { onPath } from "./programs.mjs";

/** By Debian package: a file that is there once it is installed. */
const PACKAGES = {
  "dovecot-imapd": "/usr/lib/dovecot/imap-login",
  "dovecot-pop3d": "/usr/lib/dovecot/pop3-login",
  postfix: "/usr/sbin/postfix",
  "roundcube-core": "/usr/share/roundcube/index.php",
  "roundcube-sqlite3": "/usr/share/doc/roundcube-sqlite3",
  "php-cli": "/usr/bin/php",
  "php-sqlite3": "/usr/share/doc/php-sqlite3",
  "php-mbstring": "/usr/share/doc/php-mbstring",
  "php-xml": "/usr/share/doc/php-xml",
  "php-mysql": "/usr/share/doc/php-mysql",
  phpmyadmin: "/usr/share/phpmyadmin/index.php",
  "mariadb-server": "/usr/sbin/mariadbd",
  wordpress: "/usr/share/wordpress/wp-login.php",
  vsftpd: "/usr/sbin/vsftpd",
  "openssh-server": "/usr/sbin/sshd",
  "openssh-client": "/usr/bin/ssh",
  radicale: "/usr/bin/radicale",
};
/** Asked by what installs a service whether it may be started: 101 is no (invoke-rc.d's interface). */
const POLICY = "/usr/sbin/policy-rc.d";

const missing = () => Object.entries(PACKAGES).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));

if (missing().length > 0 && onPath(["apt-get"]) && process.getuid?.() === 0 && !process.env.NO_INSTALL) {
  console.log(`installing Debian's ${missing().join(", ")}; none of their services is started (NO_INSTALL=1: only say what is missing)`);
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update");
    apt("install", "--yes", "--no-install-recommends", ...missing());
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}
if (missing().length > 0) {
  console.error(`missing: ${missing().join(", ")}. To get them: sudo apt-get install --no-install-recommends ${missing().join(" ")} (Debian, Ubuntu). They start services of their own there, unless ${POLICY} forbids it; the tests use none of those.`);
  process.exit(1);
}
