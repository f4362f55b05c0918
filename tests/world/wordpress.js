/** WordPress for tests: Debian's program under PHP's own server, with configuration, content and database of its own. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { folder, freePort, remove, start } from "./programs.js";

/** @import {MariaDB} from "./mariadb.js" */

const run = promisify(execFile);
const PROGRAM = "/usr/share/wordpress";
const EXAMPLE = fileURLToPath(new URL("../../examples/wordpress/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../www/", import.meta.url));
const KEYS = ["AUTH_KEY", "SECURE_AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY", "AUTH_SALT", "SECURE_AUTH_SALT", "LOGGED_IN_SALT", "NONCE_SALT"];

/** What WordPress' own installation page does, then the users, and one application password each; prints those as JSON. */
const INSTALL = `<?php
define('WP_INSTALLING', true);
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A site for tests', 'operator', 'operator@example.com', false, '', bin2hex(random_bytes(16)));
$made = [];
foreach (json_decode(getenv('USERS'), true) as $name => $password) {
    $id = wp_create_user($name, $password, "$name@example.com");
    [$plain] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'a program']);
    $made[$name] = WP_Application_Passwords::chunk_password($plain);
}
echo "\\n", json_encode($made);
`;

/**
 * Installs it into a database of its own, and starts it on a free port.
 * @param {object} options
 * @param {MariaDB} options.database
 * @param {Record<string, string>} options.users passwords by name; their addresses are at example.com
 * @param {boolean} [options.plugin] `false`: without the example
 * @returns {Promise<{ origin: string, home: string, applicationPasswords: Record<string, string>, log(): string, stop(): Promise<void> }>}
 */
export async function startWordPress({ database, users, plugin = true }) {
  const [home, port, name] = [folder("wordpress"), await freePort(), `wordpress_${randomBytes(4).toString("hex")}`];
  const [site, origin, password] = [join(home, "site"), `http://127.0.0.1:${port}`, randomBytes(12).toString("hex")];
  mkdirSync(join(site, "wp-content/mu-plugins"), { recursive: true });
  for (const file of ["index.php", "wp-login.php", "wp-admin", "wp-includes", "wp-settings.php", "wp-load.php", "wp-blog-header.php", "wp-cron.php"]) symlinkSync(join(PROGRAM, file), join(site, file));
  symlinkSync(join(PROGRAM, "wp-content/themes"), join(site, "wp-content/themes"));
  if (plugin) install(join(site, "wp-content/mu-plugins"));
  await database.sql(`CREATE DATABASE ${name}; CREATE USER ${name}@localhost IDENTIFIED BY '${password}'; GRANT ALL ON ${name}.* TO ${name}@localhost`);
  writeFileSync(join(site, "wp-config.php"), `<?php
${Object.entries({ DB_NAME: name, DB_USER: name, DB_PASSWORD: password, DB_HOST: `localhost:${database.socket}`, WP_HOME: origin, WP_SITEURL: origin, ...Object.fromEntries(KEYS.map((key) => [key, randomBytes(32).toString("hex")])) }).map(([key, value]) => `define('${key}', '${value}');`).join("\n")}
// No request leaves the machine, and no other process is started by a visit.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';
`);
  // Its files are links, and it would look for its configuration beside what they point to.
  writeFileSync(join(home, "before.php"), `<?php\ndefine('ABSPATH', '${site}/');\n`);
  writeFileSync(join(home, "install.php"), INSTALL);
  const settings = ["-d", `auto_prepend_file=${join(home, "before.php")}`, "-d", "sendmail_path=/bin/true"];
  const { stdout } = await run("/usr/bin/php", [...settings, join(home, "install.php")], { env: { ...process.env, USERS: JSON.stringify(users) } });
  const program = await start("/usr/bin/php", [...settings, "-S", `127.0.0.1:${port}`, "-t", site], { port, home });
  const stop = async () => {
    await program.stop();
    remove(home);
  };
  return { origin, home, applicationPasswords: JSON.parse(stdout.trim().split("\n").at(-1) ?? ""), log: program.log, stop };
}

/** As its README says: the plugin's file, and a folder with its script and the package's. @param {string} path */
function install(path) {
  mkdirSync(join(path, "passkind"));
  symlinkSync(join(EXAMPLE, "passkind.php"), join(path, "passkind.php"));
  symlinkSync(join(EXAMPLE, "passkind.js"), join(path, "passkind/passkind.js"));
  symlinkSync(PACKAGE, join(path, "passkind/package"));
}
