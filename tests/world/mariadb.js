/** MariaDB for tests: a server with all its files in a folder of its own, and one user who may do everything. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { folder, freePort, remove, start } from "./programs.js";

const run = promisify(execFile);
/** Who may do everything. */
const USER = "root";

/** @typedef {{ port: number, socket: string, home: string, user: string, password: string, sql(statements: string): Promise<void>, log(): string, stop(): Promise<void> }} MariaDB */

/**
 * Starts it on a free port.
 * @returns {Promise<MariaDB>} `sql` runs statements as `user`
 */
export async function startMariaDB() {
  const [home, port, password] = [folder("mariadb"), await freePort(), randomBytes(12).toString("hex")];
  const [data, socket, first] = ["data", "sql.sock", "first.sql"].map((name) => join(home, name));
  await run("mariadb-install-db", ["--no-defaults", `--datadir=${data}`, "--user=root", "--auth-root-authentication-method=normal", "--skip-test-db"]);
  // The installation makes a nameless user, for whom everybody would be somebody, and others without a password.
  writeFileSync(/** @type {string} */ (first), `DELETE FROM mysql.global_priv WHERE User = '' OR User = '${USER}' AND Host <> 'localhost';\nFLUSH PRIVILEGES;\nALTER USER ${USER}@localhost IDENTIFIED BY '${password}';\n`, { mode: 0o600 });
  const program = await start("/usr/sbin/mariadbd", ["--no-defaults", "--user=root", `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, `--init-file=${first}`, "--bind-address=127.0.0.1", "--skip-name-resolve", "--skip-log-bin"], { port, home });
  const sql = async (/** @type {string} */ statements) => {
    // By the environment: other users of the machine can read a command line.
    await run("mariadb", ["--no-defaults", `--socket=${socket}`, `--user=${USER}`, "--execute", statements], { env: { ...process.env, MYSQL_PWD: password } });
  };
  const stop = async () => {
    await program.stop();
    remove(home);
  };
  return { port, socket: /** @type {string} */ (socket), home, user: USER, password, sql, log: program.log, stop };
}
