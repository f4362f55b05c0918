/** Where connections go: a name is resolved first, and the connection goes to the very address that was looked at. */
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { BlockList, connect, isIP } from "node:net";
import { connect as connectTls } from "node:tls";

/**
 * @typedef {object} Network
 * @property {(host: string, port: number) => Promise<{ address: string, port: number }[]>} resolve
 * @property {(address: string, port: number) => boolean} isAllowed
 * @property {string} [ca] certificates to trust instead of those that Node brings
 *
 * @typedef {{ ms: number, bytes: number, redirects: number, groups: number, pauseMs: number }} Limits
 */

/** @type {Limits} */
export const LIMITS = {
  /** To connect and answer one request; for a mail server, the whole dialogue. */
  ms: 10_000,
  /** Of one answer, as it comes and unpacked. */
  bytes: 1_000_000,
  redirects: 5,
  /** So many registrable domains are asked at a time, each over one request at a time. */
  groups: 8,
  /** Between two pages of one host. */
  pauseMs: 250,
};

/** The address stands in a network that is nobody else's business. */
export class Refused extends Error {}

const NOT_PUBLIC = new BlockList();
// RFC 6890 and its registry: this network, private, shared, loopback, link-local, protocol assignments, documentation, benchmarks, multicast, reserved.
for (const [network, bits] of /** @type {[string, number][]} */ ([
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24],
  ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4],
])) NOT_PUBLIC.addSubnet(network, bits, "ipv4");
// Inside 2000::/3: Teredo, documentation and 6to4, which may carry a private address of IPv4.
for (const [network, bits] of /** @type {[string, number][]} */ ([["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]])) NOT_PUBLIC.addSubnet(network, bits, "ipv6");
/** Global unicast. Whatever else there is in IPv6 is local, or leads to IPv4. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");

/** Whether anybody may be there: no private, loopback, link-local or unique local address. @param {string} address */
export function isPublic(address) {
  const version = isIP(address);
  if (version === 4) return !NOT_PUBLIC.check(address, "ipv4");
  return version === 6 && GLOBAL.check(address, "ipv6") && !NOT_PUBLIC.check(address, "ipv6");
}

/**
 * The net as it is. The command knows no other: only a test, whose servers stand on 127.0.0.1, hands in one that allows those.
 * @type {Network}
 */
export const INTERNET = {
  // IPv4 first: where IPv6 is configured and leads nowhere, the deadline would pass.
  resolve: async (host, port) => (await lookup(host, { all: true })).sort((a, b) => a.family - b.family).map(({ address }) => ({ address, port })),
  isAllowed: isPublic,
};

/** A host of a URL, `[::1]` without its brackets. @param {string} hostname */
export const bare = (hostname) => hostname.replace(/^\[|\]$/g, "");

/**
 * A connection to the first address of a host that takes one.
 * @param {Network} network @param {string} host @param {number} port @param {AbortSignal} signal ends it, whenever that is
 * @returns {Promise<import("node:net").Socket>}
 */
export async function open(network, host, port, signal) {
  const found = isIP(host) ? [{ address: host, port }] : await before(signal, network.resolve(host, port));
  const allowed = found.filter((it) => network.isAllowed(it.address, it.port));
  if (allowed.length === 0) throw new Refused(`${host} is ${found.map(({ address }) => address).join(", ") || "nowhere"}, no public address`);
  let failure;
  for (const address of allowed) {
    const socket = connect({ host: address.address, port: address.port });
    try {
      endsWith(socket, signal);
      await once(socket, "connect", { signal });
      return socket;
    } catch (error) {
      socket.destroy();
      failure = error;
    }
    if (signal.aborted) break;
  }
  throw failure;
}

/** TLS over a connection, with the certificate checked. @param {Network} network @param {import("node:net").Socket} socket @param {string} host @param {AbortSignal} signal */
export async function secure(network, socket, host, signal) {
  const secured = connectTls({ socket, host, ...(isIP(host) ? {} : { servername: host }), ...(network.ca ? { ca: network.ca } : {}) });
  endsWith(secured, signal);
  try {
    await once(secured, "secureConnect", { signal });
    return secured;
  } catch (error) {
    secured.destroy();
    throw error;
  }
}

/** What happened, in words for a report. @param {any} error @param {Limits} limits */
export function told(error, limits) {
  if (error?.name === "AbortError" || error?.name === "TimeoutError") return `no answer within ${limits.ms / 1000} s`;
  const [message = ""] = String(error?.message || error?.errors?.[0]?.message || error).split("\n", 1);
  return error?.code && !message.includes(error.code) ? `${error.code} ${message}` : message;
}

/** @param {import("node:net").Socket} socket @param {AbortSignal} signal */
function endsWith(socket, signal) {
  const end = () => socket.destroy();
  signal.addEventListener("abort", end, { once: true });
  socket.once("close", () => signal.removeEventListener("abort", end));
  socket.on("error", () => undefined); // whoever waits is told by `once`; a later one ends the connection, which its user sees
}

/** @template T @param {AbortSignal} signal @param {Promise<T>} promise @returns {Promise<T>} */
function before(signal, promise) {
  return Promise.race([promise, new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))]);
}
