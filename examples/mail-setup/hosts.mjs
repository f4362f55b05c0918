// Which servers may be asked: mail ports at public addresses, and nothing in a network of one's own. A form that connects wherever somebody says
// would otherwise be a way into it.
import { lookup } from "node:dns/promises";
import { BlockList, isIPv4 } from "node:net";
import { domainToASCII } from "node:url";

const PORTS = { imap: [143, 993], smtp: [25, 465, 587] };
/** Of a host's name (RFC 1035). */
const MOST_CHARACTERS = 253;

/** IPv4 that is not public: private, loopback, link-local, shared, documentation, benchmarks, multicast, reserved (IANA's special-purpose registry). */
const NOT_PUBLIC = listOf("ipv4", [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
  "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
]);
/** All of IPv6 that is public, and inside it what holds an IPv4 address or is for documentation. */
const PUBLIC_6 = listOf("ipv6", ["2000::/3"]);
const NOT_PUBLIC_6 = listOf("ipv6", ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]);

function listOf(family, subnets) {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net, prefix] = subnet.split("/");
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}

export const isPublic = (address) => (isIPv4(address) ? !NOT_PUBLIC.check(address) : PUBLIC_6.check(address, "ipv6") && !NOT_PUBLIC_6.check(address, "ipv6"));

/** Addresses of a host, by the system's own resolver. */
export const resolveHost = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/**
 * The one address to connect to, checked; `undefined` if the server may not be asked, or has none. The name is resolved here and never again:
 * a second answer could be another one.
 *
 * `allowed`: further `{ address, port }` besides the public ones.
 */
export async function addressOf({ protocol, host, port }, { allowed = [], resolve = resolveHost } = {}) {
  const name = domainToASCII(host);
  if (!name || name.length > MOST_CHARACTERS) return undefined;
  const addresses = await resolve(name).catch(() => []);
  const mayAsk = (address) => (PORTS[protocol].includes(port) && isPublic(address)) || allowed.some((one) => one.address === address && one.port === port);
  return addresses.every(mayAsk) ? addresses[0] : undefined;
}
