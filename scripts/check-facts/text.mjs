/** What a page says: its text, its language, the days it bears. */
import { Parser } from "htmlparser2";

/**
 * @typedef {object} Page
 * @property {string} text without tags and blanks
 * @property {string[]} languages two letters each, as the page or its server says
 * @property {{ day: string, where: string }[]} dates
 * @property {boolean} needsScript there is next to nothing to read, and a script that may bring it
 * @property {string} [unreadable] the type, where it is no text
 */

/** Fewer characters than any page that explains something has. */
const NEXT_TO_NOTHING = 200;
/** Made for this request: such a Last-Modified tells nothing. */
const JUST_NOW_MS = 60_000;
const HIDDEN = new Set(["script", "style", "noscript", "template"]);
const META_DATES = /^(article:(modified|published)_time|og:updated_time|datemodified|datepublished|last-modified|dcterms\.modified)$/i;

/** To be found whatever blanks and line ends stand between. @param {string} text */
export const squeezed = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200d\ufeff]+/g, "");

/** @param {Buffer} body @param {import("node:http").IncomingHttpHeaders} headers @returns {Page} */
export function read(body, headers) {
  const [type = "", charset] = (headers["content-type"] ?? "text/html").toLowerCase().split(/;\s*charset=/);
  const dates = lastModified(headers);
  const languages = tags(headers["content-language"] ?? "");
  if (!/html|^text\/|json|xml/.test(type)) return { text: "", languages, dates, needsScript: false, unreadable: type };
  const source = decoded(body, charset);
  if (!/html/.test(type)) return { text: squeezed(source), languages, dates, needsScript: false };
  const seen = parsed(source);
  return {
    text: squeezed(seen.shown + seen.data),
    languages: seen.language ? tags(seen.language) : languages,
    dates: [...dates, ...seen.dates],
    needsScript: seen.scripts > 0 && squeezed(seen.shown).length < NEXT_TO_NOTHING,
  };
}

/** @param {string} source */
function parsed(source) {
  const seen = { shown: "", data: "", language: "", scripts: 0, dates: /** @type {Page["dates"]} */ ([]) };
  const dated = (/** @type {string | undefined} */ text, /** @type {string} */ where) => {
    const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text?.trim() ?? "") ?? [];
    if (day) seen.dates.push({ day, where });
  };
  let hidden = 0;
  /** @type {string | undefined} a script's, while it is JSON */
  let json;
  new Parser({
    onopentag(name, attributes) {
      if (name === "html") seen.language = attributes["lang"] ?? attributes["xml:lang"] ?? "";
      if (name === "script") seen.scripts++;
      if (name === "script" && /json/i.test(attributes["type"] ?? "")) json = "";
      const meta = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? attributes["http-equiv"] ?? "";
      if (name === "meta" && META_DATES.test(meta)) dated(attributes["content"], meta);
      if (name === "time" || name === "relative-time") dated(attributes["datetime"], `<${name}>`);
      if (HIDDEN.has(name)) hidden++;
    },
    ontext(text) {
      if (json !== undefined) json += text;
      else if (!hidden) seen.shown += text;
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden--;
      if (name !== "script" || json === undefined) return;
      // What a script would show is often there as JSON.
      for (const [key, value] of strings(json)) {
        seen.data += `${value} `;
        if (/^date(Modified|Published)$/.test(key)) dated(value, `JSON-LD ${key}`);
      }
      json = undefined;
    },
  }, { decodeEntities: true }).end(source);
  return seen;
}

/** Each text in it with its key. @param {string} json @returns {[string, string][]} */
function strings(json) {
  /** @type {[string, string][]} */
  const found = [];
  try {
    JSON.parse(json, (key, value) => (typeof value === "string" && found.push([key, value]), value));
  } catch {
    // What is no JSON says nothing.
  }
  return found;
}

/** @param {import("node:http").IncomingHttpHeaders} headers @returns {Page["dates"]} */
function lastModified(headers) {
  const modified = Date.parse(headers["last-modified"] ?? "");
  const now = Date.parse(headers.date ?? "") || Date.now();
  if (Number.isNaN(modified) || now - modified < JUST_NOW_MS) return [];
  return [{ day: new Date(modified).toISOString().slice(0, 10), where: "Last-Modified" }];
}

/** `de-CH, en`: de, en. @param {string} list */
const tags = (list) => list.toLowerCase().split(",").map((tag) => tag.trim().split(/[-_]/)[0] ?? "").filter((tag) => /^[a-z]{2,3}$/.test(tag));

/** @param {Buffer} body @param {string | undefined} charset */
function decoded(body, charset) {
  const [, inPage] = /<meta[^>]+charset=["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString("latin1")) ?? [];
  try {
    return new TextDecoder(charset?.replace(/["']/g, "").split(";")[0] ?? inPage ?? "utf-8").decode(body);
  } catch {
    return body.toString("utf8"); // no such charset
  }
}
