import { lookup as resolve } from "node:dns";
import { request } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { TryAgain } from "~/platform/queue/failures";

const TIMEOUT_MS = 20_000;

// What is not the public internet: IANA special-purpose address registries (RFC 6890 and its updates).
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  PRIVATE.addSubnet(net, bits, "ipv4");
const PUBLIC6 = new BlockList();
PUBLIC6.addSubnet("2000::", 3, "ipv6");
const PRIVATE6 = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  PRIVATE6.addSubnet(net, bits, "ipv6");

/** Is this an address of the public internet? Not a neighbour's, a cloud's metadata, nor this machine's. */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !PRIVATE.check(ip, "ipv4");
  return family === 6 && PUBLIC6.check(ip, "ipv6") && !PRIVATE6.check(ip, "ipv6");
}

/** Resolves a name only to public addresses. The connection is made to what is answered here, so no later answer of the name's server counts. */
const publicLookup: LookupFunction = (hostname, options, done) =>
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(new Error("Not an address of the public internet"), "", 0);
    if (options.all) return done(null, addresses);
    done(null, addresses[0]?.address ?? "", addresses[0]?.family);
  });

/**
 * The bytes at an address that somebody else gave us: https on its own port, public addresses only, no redirect
 * followed, at most `mostBytes`. Throws TryAgain, without the address in it, for whatever is else.
 */
export function download(address: string, mostBytes: number): Promise<Uint8Array> {
  const url = URL.canParse(address) ? new URL(address) : null;
  const host = url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  if (
    url?.protocol !== "https:" ||
    url.port !== "" ||
    url.username !== "" ||
    (isIP(host) && !isPublicAddress(host))
  )
    return Promise.reject(new TryAgain("A file's address is not one of the public internet"));
  return new Promise((fulfil, reject) => {
    const fail = (why: string) => reject(new TryAgain(`A file could not be fetched: ${why}`));
    const asked = request(
      url,
      { lookup: publicLookup, signal: AbortSignal.timeout(TIMEOUT_MS), agent: false },
      (answer) => {
        if (answer.statusCode !== 200) {
          answer.destroy();
          return fail(`answered ${answer.statusCode}`);
        }
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > mostBytes) {
            fail("too large");
            asked.destroy();
          } else chunks.push(chunk);
        });
        answer.on("end", () => fulfil(Buffer.concat(chunks)));
        answer.on("error", () => fail("it broke off"));
      },
    );
    asked.on("error", () => fail("no connection"));
    asked.end();
  });
}
