/** A certificate for a test's own servers, made while it runs: no key lies anywhere. X.509 (RFC 5280) by hand, since Node only reads it. */
import { generateKeyPairSync, sign } from "node:crypto";

/** @param {number} tag @param {Buffer[]} parts */
function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const size = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const list = (/** @type {Buffer[]} */ ...parts) => der(0x30, ...parts);
const id = (/** @type {string} */ hex) => der(0x06, Buffer.from(hex, "hex"));
const time = (/** @type {number} */ ms) => der(0x17, Buffer.from(new Date(ms).toISOString().replace(/^..|[-:T]|\.\d+/g, "")));

const ECDSA_WITH_SHA256 = id("2a8648ce3d040302");
const COMMON_NAME = id("550403");
const SUBJECT_ALT_NAME = id("551d11");
const A_DAY_MS = 86_400_000;

/** Signed by itself, for these hosts, from yesterday until tomorrow. @param {string[]} hosts */
export function certificate(hosts) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = list(der(0x31, list(COMMON_NAME, der(0x0c, Buffer.from("passkind's tests")))));
  const names = list(...hosts.map((host) => der(0x82, Buffer.from(host))));
  const body = list(
    der(0xa0, der(0x02, Buffer.from([2]))), // the third version
    der(0x02, Buffer.from([1])),
    list(ECDSA_WITH_SHA256),
    name,
    list(time(Date.now() - A_DAY_MS), time(Date.now() + A_DAY_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, list(list(SUBJECT_ALT_NAME, der(0x04, names)))),
  );
  const whole = list(body, list(ECDSA_WITH_SHA256), der(0x03, Buffer.from([0]), sign("sha256", body, privateKey)));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
  return { cert, key: /** @type {string} */ (privateKey.export({ type: "pkcs8", format: "pem" })) };
}
