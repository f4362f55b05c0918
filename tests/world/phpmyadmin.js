/** phpMyAdmin for tests: Debian's program under PHP's own server, with configuration, temporary files and sessions in a folder of its own. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, freePort, remove, start } from "./programs.js";

const PROGRAM = "/usr/share/phpmyadmin";
const EXAMPLE = fileURLToPath(new URL("../../examples/phpmyadmin/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../www/", import.meta.url));
/** Where Debian's phpMyAdmin says where its files are: the one file of the program that the folder has its own of. */
const PATHS = "libraries/vendor_config.php";
/** phpMyAdmin wants exactly so many. */
const SECRET_BYTES = 32;

/** What a web server does in front of phpMyAdmin: hands out scripts, styles and pictures, and runs nothing but its first page and the words of its scripts. */
const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('#^/(js|themes|passkind)/.+\\.(js|css|svg|png|gif|woff2?|ico|wasm)$|^/(passkind\\.js|favicon\\.ico)$#', $path)) return false;
define('ROOT_PATH', __DIR__ . '/');
if (in_array($path, ['/', '/index.php', '/js/messages.php'], true)) require '${PROGRAM}/' . ltrim($path === '/' ? 'index.php' : $path, '/');
else http_response_code(404);
`;

/**
 * Starts it on a free port.
 * @param {object} options
 * @param {number} options.database the port of the database server
 * @param {string | false} [options.settings] PHP that follows the example's settings; `false`: phpMyAdmin runs without the example
 * @returns {Promise<{ origin: string, home: string, log(): string, stop(): Promise<void> }>}
 */
export async function startPhpMyAdmin({ database, settings = "" }) {
  const [top, port] = [folder("phpmyadmin"), await freePort()];
  const [home, temporary] = [join(top, "site"), join(top, "temporary")];
  mkdirSync(join(home, "libraries"), { recursive: true });
  mkdirSync(temporary);
  for (const name of ["index.php", "js", "themes", "templates", "locale", "sql", "autoload.php", "favicon.ico"]) symlinkSync(join(PROGRAM, name), join(home, name));
  for (const name of readdirSync(join(PROGRAM, "libraries"))) if (!PATHS.endsWith(name)) symlinkSync(join(PROGRAM, "libraries", name), join(home, "libraries", name));
  writeFileSync(join(home, PATHS), `<?php
$own = ['configFile' => '${top}/config.inc.php', 'tempDir' => '${temporary}/', 'cacheDir' => '${temporary}/'];
return $own + require '${PROGRAM}/${PATHS}';
`);
  if (settings !== false) install(home);
  writeFileSync(join(top, "config.inc.php"), `<?php
$cfg['blowfish_secret'] = hex2bin('${randomBytes(SECRET_BYTES).toString("hex")}');
$cfg['Servers'][1] = ['auth_type' => 'cookie', 'host' => '127.0.0.1', 'port' => ${database}];
${settings === false ? "" : `require '${EXAMPLE}config.inc.php';\n${settings}`}
`);
  writeFileSync(join(home, "router.php"), ROUTER);
  const program = await start("/usr/bin/php", ["-d", `session.save_path=${temporary}`, "-S", `127.0.0.1:${port}`, "-t", home, join(home, "router.php")], { port, home: top });
  const stop = async () => {
    await program.stop();
    remove(top);
  };
  return { origin: `http://127.0.0.1:${port}`, home: top, log: program.log, stop };
}

/** As its README says: two files and the package's folder. @param {string} home */
function install(home) {
  for (const name of ["config.footer.inc.php", "passkind.js"]) symlinkSync(join(EXAMPLE, name), join(home, name));
  symlinkSync(PACKAGE, join(home, "passkind"));
}
