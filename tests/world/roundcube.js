/** Roundcube for tests: Debian's program under PHP's own server, with configuration, database and plugins in a folder of its own. */
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, freePort, remove, start } from "./programs.js";

const PROGRAM = "/usr/share/roundcube";
/** Where Debian has the configuration that the program itself needs; the site's own beside it is not used. */
const DEFAULTS = "/etc/roundcube";
const PLUGIN = fileURLToPath(new URL("../../examples/roundcube/passkind/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../www/", import.meta.url));
/** Requests at a time: most of one that is refused is the pause that Dovecot and Roundcube make. */
const WORKERS = 4;
/** Roundcube wants exactly so many signs. */
const KEY_LENGTH = 24;

/** What a web server does in front of Roundcube: hands out files of skins and plugins, and runs nothing but its first page. */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('#^/(skins|plugins|program)/.+\\.(js|css|svg|png|gif|woff2?|ico|html)$#', $path)) return false;
if ($path !== '/') { http_response_code(404); return true; }
define('INSTALL_PATH', __DIR__ . '/');
require INSTALL_PATH . 'index.php';
`;

/**
 * Starts it on a free port.
 * @param {object} options
 * @param {number} options.imap the mail server's port
 * @param {Record<string, unknown>} [options.plugin] the example's settings; left out, Roundcube runs without it
 * @returns {Promise<{ origin: string, home: string, log(): string, stop(): Promise<void> }>}
 */
export async function startRoundcube({ imap, plugin }) {
  const [home, port] = [folder("roundcube"), await freePort()];
  for (const name of ["config", "plugins", "logs", "temp"]) mkdirSync(join(home, name));
  for (const name of ["index.php", "program", "skins", "SQL"]) symlinkSync(join(PROGRAM, name), join(home, name));
  for (const name of ["defaults.inc.php", "mimetypes.php"]) symlinkSync(join(DEFAULTS, name), join(home, "config", name));
  for (const name of ["filesystem_attachments", "jqueryui"]) symlinkSync(join(PROGRAM, "plugins", name), join(home, "plugins", name));
  if (plugin) install(join(home, "plugins/passkind"), plugin);
  writeFileSync(join(home, "config/config.inc.php"), php({
    db_dsnw: `sqlite:///${home}/roundcube.sqlite?mode=0600`,
    imap_host: `127.0.0.1:${imap}`,
    des_key: randomBytes(KEY_LENGTH).toString("base64").slice(0, KEY_LENGTH),
    plugins: plugin ? ["passkind"] : [],
    enable_spellcheck: false,
  }));
  writeFileSync(join(home, "router.php"), ROUTER);
  const program = await start("/usr/bin/php", ["-S", `127.0.0.1:${port}`, "-t", home, join(home, "router.php")], { port, home, env: { PHP_CLI_SERVER_WORKERS: `${WORKERS}` } });
  const stop = async () => {
    await program.stop();
    remove(home);
  };
  return { origin: `http://127.0.0.1:${port}`, home, log: program.log, stop };
}

/** As its README says: the plugin's folder copied, the package's inside it, its settings beside it. @param {string} path @param {Record<string, unknown>} settings */
function install(path, settings) {
  cpSync(PLUGIN, path, { recursive: true });
  symlinkSync(PACKAGE, join(path, "passkind"));
  writeFileSync(join(path, "config.inc.php"), php(settings));
}

/** A file of settings. @param {Record<string, unknown>} settings */
function php(settings) {
  const encoded = Buffer.from(JSON.stringify(settings)).toString("base64");
  return `<?php\n$config = json_decode(base64_decode('${encoded}'), true);\n`;
}
