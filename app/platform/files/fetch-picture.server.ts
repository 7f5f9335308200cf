import { lookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./download.server";
import { inTurns } from "./in-turns";
import { sniff } from "./sniff";

/** A picture of somebody else's, as its own bytes show it. */
export type FetchedPicture = { bytes: Uint8Array; contentType: string };

/**
 * Where a connection goes: an address that was looked at, not a name that may mean another one later. `ca` vouches for
 * a server that the public authorities do not.
 */
export type Place = { address: string; port: number; ca?: string };

/** How the world is reached: given, so that a test can stand in for the network, never the code. */
export type PictureWire = {
  /** where the host of an address is; null when that is not on the public internet */
  reach(host: string, port: number): Promise<Place | null>;
};

/** The network as it is. Every address of a name must be public: one private one beside it is a trap. */
export const pictureWire: PictureWire = {
  async reach(host, port) {
    const found = await lookup(host, { all: true });
    // Where both are, the older kind is reachable from everywhere.
    const first = found.find(({ family }) => family === 4) ?? found[0];
    if (!first || !found.every(({ address }) => isPublicAddress(address))) return null;
    return { address: first.address, port };
  },
};

/** More than this of a picture is not worth the wait, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 4;
/** For all of it, redirects and waiting for its turn included: no page of slow ones holds up the next for longer. */
const PATIENCE_MS = 10_000;
/** At once, in this process: a page's pictures wait for each other, and the mails of others are not held up. */
const inTurn = inTurns(24);
const PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

const PICTURE_TYPES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/**
 * A picture at an address that a stranger wrote into a mail; null for whatever goes wrong. It is asked for as nobody:
 * without cookies, referrer or a reader's address. Only http and https on their own ports, only the public internet:
 * the name is looked up once and the connection goes to what was found, with every redirect anew. Bounded in size
 * (5 MB), time (10 seconds) and redirects (4); what its bytes do not show to be a PNG, JPEG, GIF or WebP is none.
 * (OWASP, Server-Side Request Forgery Prevention.)
 */
export function fetchPicture(
  address: string,
  wire: PictureWire = pictureWire,
): Promise<FetchedPicture | null> {
  const until = AbortSignal.timeout(PATIENCE_MS);
  return inTurn(async () => {
    if (until.aborted) return null;
    const bytes = await Promise.race([follow(address, wire, until), ended(until)]).catch(() => null);
    const contentType = bytes ? sniff(bytes) : "";
    return bytes && PICTURE_TYPES.has(contentType) ? { bytes, contentType } : null;
  });
}

/** A name's server may take its time, too. */
const ended = (until: AbortSignal) =>
  new Promise<null>((over) => until.addEventListener("abort", () => over(null), { once: true }));

async function follow(address: string, wire: PictureWire, until: AbortSignal): Promise<Buffer | null> {
  let next: string | null = address;
  for (let hop = 0; next !== null && hop <= MOST_REDIRECTS && !until.aborted; hop++) {
    const url: URL | null = readAddress(next);
    const place = url && (await placeOf(url, wire));
    if (!url || !place) return null;
    const answer = await ask(url, place, until);
    if (answer.statusCode === 200) return body(answer, until);
    answer.destroy();
    const to: string | undefined = answer.headers.location;
    next = isRedirect(answer.statusCode) && to && URL.canParse(to, url) ? new URL(to, url).href : null;
  }
  return null;
}

const isRedirect = (status = 0) => [301, 302, 303, 307, 308].includes(status);

function readAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain =
    url && url.protocol in PORTS && url.port === "" && url.username === "" && url.password === "";
  return isPlain ? url : null;
}

/** The parser has made every spelling of an IP address a plain one ("0x7f.1", "2130706433"). */
async function placeOf(url: URL, wire: PictureWire): Promise<Place | null> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isPublicAddress(host)) return null;
  return wire.reach(host, PORTS[url.protocol] ?? 443);
}

function ask(url: URL, place: Place, signal: AbortSignal): Promise<IncomingMessage> {
  const options: https.RequestOptions = {
    host: place.address,
    port: place.port,
    ...(place.ca ? { ca: place.ca } : {}),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      accept: "image/*",
      "accept-encoding": "identity",
      "user-agent": "Mozilla/5.0 (compatible; mail pictures)",
    },
    agent: false,
    signal,
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
async function body(answer: IncomingMessage, until: AbortSignal): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  until.addEventListener("abort", () => answer.destroy(), { once: true });
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      answer.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return answer.complete ? Buffer.concat(chunks) : null;
}
