/** Servers on free ports of 127.0.0.1 that stand for the net: web servers by their names, mail servers by name and port. */
import { once } from "node:events";
import { createServer as createWebServer } from "node:https";
import { createServer } from "node:net";
import { TLSSocket } from "node:tls";
import { certificate } from "./certificate.js";

/**
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Buffer, isSilent?: boolean }} Played
 * @typedef {{ isSecure: boolean, greeting: string, answers(command: string, isSecure: boolean): string[] | undefined }} Mail
 */

/**
 * @param {Record<string, Played>} pages by host and path
 * @param {Record<string, Mail>} mail by host and port
 * @param {string[]} forbidden hosts that stand on a private address and are never to be reached
 */
export async function net(pages, mail, forbidden) {
  const hosts = [...new Set([...Object.keys(pages).map((page) => page.replace(/\/.*/s, "")), ...Object.keys(mail).map((name) => name.replace(/:.*/, "")), ...forbidden])];
  const { cert, key } = certificate(hosts);
  /** @type {Map<string, number>} connections by host, or by host and port */
  const connections = new Map();
  const connected = (/** @type {string} */ name) => connections.set(name, (connections.get(name) ?? 0) + 1);
  /** @type {string[]} what was asked for: `GET host/path` */
  const asked = [];
  /** @type {string[]} what mail servers heard */
  const heard = [];
  /** @type {Set<string>} */
  const agents = new Set();
  /** @type {import("node:net").Server[]} */
  const servers = [];
  /** @type {Map<string, number>} ports of 127.0.0.1 by host and port */
  const ports = new Map();

  const listening = async (/** @type {import("node:net").Server} */ server) => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    servers.push(server);
    return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  };

  const web = createWebServer({ cert, key }, (request, response) => {
    const page = `${request.headers.host}${request.url}`;
    asked.push(`${request.method} ${page}`);
    agents.add(request.headers["user-agent"] ?? "");
    const { status = 200, headers = {}, body = "", isSilent } = pages[page] ?? { status: 404 };
    if (!isSilent) response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(request.method === "HEAD" ? undefined : body);
  });
  web.on("secureConnection", (socket) => connected(socket.servername));
  const webPort = await listening(web);
  for (const host of hosts) ports.set(`${host}:443`, webPort);

  const insidePort = await listening(createServer((socket) => (connected("inside"), socket.destroy())));
  for (const host of forbidden) ports.set(`${host}:443`, insidePort);

  for (const [name, { isSecure, greeting, answers }] of Object.entries(mail)) {
    ports.set(name, await listening(createServer((plain) => {
      connected(name);
      const talk = (/** @type {import("node:net").Socket} */ socket, /** @type {boolean} */ secured) => {
        socket.on("error", () => undefined);
        socket.on("data", function listen(data) {
          for (const command of data.toString().split("\r\n").filter(Boolean)) {
            heard.push(command);
            const lines = answers(command, secured);
            if (lines) socket.write(`${lines.join("\r\n")}\r\n`);
            if (/STARTTLS$/.test(command)) {
              socket.off("data", listen);
              talk(new TLSSocket(socket, { isServer: true, cert, key }), true);
            }
          }
        });
      };
      const socket = isSecure ? new TLSSocket(plain, { isServer: true, cert, key }) : plain;
      talk(socket, isSecure);
      if (greeting) socket.write(`${greeting}\r\n`);
    })));
  }

  // Nothing listens where something has just stopped to.
  const gone = createServer();
  const closedPort = await listening(gone);
  gone.close();

  return {
    connections, asked, heard, agents, insidePort,
    /** @type {import("../../scripts/check-facts/network.mjs").Network} */
    network: {
      ca: cert,
      resolve: async (host, port) => {
        if (!hosts.includes(host)) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND", syscall: "getaddrinfo" });
        return [{ address: "127.0.0.1", port: ports.get(`${host}:${port}`) ?? closedPort }];
      },
      isAllowed: (address, port) => address === "127.0.0.1" && port !== insidePort,
    },
    close() {
      web.closeAllConnections();
      for (const server of servers) server.close();
    },
  };
}

/** @param {string} capabilities @param {{ port?: 993 | 143 }} [options] @returns {Mail} */
export function imap(capabilities, { port = 993 } = {}) {
  return {
    isSecure: port === 993,
    greeting: "* OK ready",
    answers(command, isSecure) {
      const [tag, word] = command.split(" ");
      if (word === "STARTTLS") return [`${tag} OK begin`];
      if (word === "CAPABILITY") return [`* CAPABILITY IMAP4rev1 ${isSecure ? capabilities : "STARTTLS LOGINDISABLED"}`, `${tag} OK done`];
      if (word === "LOGOUT") return ["* BYE", `${tag} OK done`];
      return [`${tag} OK done`];
    },
  };
}

/** @param {string} auth @param {{ port?: 465 | 587 }} [options] @returns {Mail} */
export function smtp(auth, { port = 465 } = {}) {
  return {
    isSecure: port === 465,
    greeting: "220-mail\r\n220 ready",
    answers(command, isSecure) {
      if (command === "STARTTLS") return ["220 go"];
      if (command === "QUIT") return ["221 bye"];
      return ["250-mail", ...(isSecure ? [`250-${auth}`] : ["250-STARTTLS"]), "250 HELP"];
    },
  };
}
