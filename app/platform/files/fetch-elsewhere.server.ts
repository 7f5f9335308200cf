import { lookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./download.server";

/**
 * Where a connection goes: an address that was looked at, not a name that may mean another one later. `ca` vouches for
 * a server that the public authorities do not.
 */
export type Place = { address: string; port: number; ca?: string };

/** How the world is reached: given, so that a test can stand in for the network, never the code. */
export type PublicWire = {
  /** where the host of an address is; null when that is not on the public internet */
  reach(host: string, port: number): Promise<Place | null>;
};

/** The network as it is. Every address of a name must be public: one private one beside it is a trap. */
export const publicWire: PublicWire = {
  async reach(host, port) {
    const found = await lookup(host, { all: true });
    // Where both are, the older kind is reachable from everywhere.
    const first = found.find(({ family }) => family === 4) ?? found[0];
    if (!first || !found.every(({ address }) => isPublicAddress(address))) return null;
    return { address: first.address, port };
  },
};

export type Elsewhere = {
  wire: PublicWire;
  /** more is cut off, in bytes */
  mostBytes: number;
  /** all of it is over by then: redirects, and a name's server that takes its time */
  until: AbortSignal;
  /** also http, where a stranger wrote the address for browsers */
  isHttpToo: boolean;
  /** which types are asked for, and as whom */
  headers: { accept: string; "user-agent": string };
};

/** Why there is nothing: no address of the public internet, this answer instead, too much, or no whole answer. */
export type NotFetched = "address" | "tooLarge" | "unreachable" | { status: number };

export type FromElsewhere =
  | { bytes: Buffer /** as its server says, which proves nothing */; declared: string; not: null }
  | { bytes: null; not: NotFetched };

const MOST_REDIRECTS = 4;
const PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
const not = (why: NotFetched): FromElsewhere => ({ bytes: null, not: why });

/**
 * What lies at an address that somebody else gave us. It is asked for as nobody: without cookies, referrer or a
 * reader's address. Only the protocols' own ports, only the public internet: the name is looked up once and the
 * connection goes to what was found, with every redirect (at most 4) anew. Bounded in size and time.
 * (OWASP, Server-Side Request Forgery Prevention.)
 */
export const fetchElsewhere = (address: string, how: Elsewhere): Promise<FromElsewhere> =>
  Promise.race([follow(address, how), ended(how.until)]).catch(() => not("unreachable"));

const ended = (until: AbortSignal) =>
  new Promise<FromElsewhere>((over) =>
    until.addEventListener("abort", () => over(not("unreachable")), { once: true }),
  );

async function follow(address: string, how: Elsewhere): Promise<FromElsewhere> {
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS && !how.until.aborted; hop++) {
    const url: URL | null = readAddress(next, how);
    const place = url && (await placeOf(url, how.wire));
    if (!url || !place) return not("address");
    const answer = await ask(url, place, how);
    if (answer.statusCode === 200) return whole(answer, how);
    answer.destroy();
    const to: string | undefined = answer.headers.location;
    if (!isRedirect(answer.statusCode) || !to || !URL.canParse(to, url))
      return not({ status: answer.statusCode ?? 0 });
    next = new URL(to, url).href;
  }
  return not("unreachable");
}

const isRedirect = (status = 0) => [301, 302, 303, 307, 308].includes(status);

function readAddress(address: string, { isHttpToo }: Elsewhere): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain =
    url &&
    (url.protocol === "https:" || (isHttpToo && url.protocol === "http:")) &&
    url.port === "" &&
    url.username === "" &&
    url.password === "";
  return isPlain ? url : null;
}

/** The parser has made every spelling of an IP address a plain one ("0x7f.1", "2130706433"). */
async function placeOf(url: URL, wire: PublicWire): Promise<Place | null> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isPublicAddress(host)) return null;
  return wire.reach(host, PORTS[url.protocol] ?? 443);
}

function ask(url: URL, place: Place, { headers, until }: Elsewhere): Promise<IncomingMessage> {
  const options: https.RequestOptions = {
    host: place.address,
    port: place.port,
    ...(place.ca ? { ca: place.ca } : {}),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, "accept-encoding": "identity", ...headers },
    agent: false,
    signal: until,
    // A server's name goes with the handshake, and its certificate is checked against it.
    ...(isIP(url.hostname.replace(/^\[|\]$/g, "")) ? {} : { servername: url.hostname }),
  };
  return new Promise((answered, failed) => {
    const asked = (url.protocol === "https:" ? https : http).request(options, answered);
    asked.on("error", failed);
    asked.end();
  });
}

/** What is too large is cut off as soon as that shows. */
async function whole(answer: IncomingMessage, { mostBytes, until }: Elsewhere): Promise<FromElsewhere> {
  const chunks: Buffer[] = [];
  let size = 0;
  until.addEventListener("abort", () => answer.destroy(), { once: true });
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) {
      answer.destroy();
      return not("tooLarge");
    }
    chunks.push(chunk);
  }
  if (!answer.complete) return not("unreachable");
  return { bytes: Buffer.concat(chunks), declared: answer.headers["content-type"] ?? "", not: null };
}
