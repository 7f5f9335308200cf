import { fetchElsewhere, type PublicWire, publicWire } from "./fetch-elsewhere.server";
import { inTurns } from "./in-turns";
import { sniff } from "./sniff";

/** A picture of somebody else's, as its own bytes show it. */
export type FetchedPicture = { bytes: Uint8Array; contentType: string };

/** More than this of a picture is not worth the wait, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;
/** For all of it, redirects and waiting for its turn included: no page of slow ones holds up the next for longer. */
const PATIENCE_MS = 10_000;
/** At once, in this process: a page's pictures wait for each other, and the mails of others are not held up. */
const inTurn = inTurns(24);

const PICTURE_TYPES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/**
 * A picture at an address that a stranger wrote into a mail; null for whatever goes wrong. Fetched as `fetchElsewhere`
 * does, over http too, bounded in size (5 MB) and time (10 seconds); what its bytes do not show to be a PNG, JPEG, GIF
 * or WebP is none.
 */
export function fetchPicture(address: string, wire: PublicWire = publicWire): Promise<FetchedPicture | null> {
  const until = AbortSignal.timeout(PATIENCE_MS);
  return inTurn(async () => {
    if (until.aborted) return null;
    const { bytes } = await fetchElsewhere(address, {
      wire,
      until,
      mostBytes: MOST_BYTES,
      isHttpToo: true,
      headers: { accept: "image/*", "user-agent": "Mozilla/5.0 (compatible; mail pictures)" },
    });
    const contentType = bytes ? sniff(bytes) : "";
    return bytes && PICTURE_TYPES.has(contentType) ? { bytes, contentType } : null;
  });
}
