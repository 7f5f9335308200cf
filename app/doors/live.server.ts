import { type Change, type Missed, onChange } from "~/platform/database/changes.server";
import { isInstalled } from "~/platform/database/shops.server";
import { sessionStorage } from "~/platform/shopify/session-storage.server";
import type { AdminVisit } from "./admin.server";

/** Whoever loses their session, or the app, hears nothing after so long. */
const CHECK_EVERY_MS = 4_000;
/** Proxies cut connections that are silent for longer. */
const PING_EVERY_MS = 20_000;
/** Then the screen asks anew, with a new token. */
const LONGEST_MS = 10 * 60_000;

const open = new Set<() => void>();

/** Ends every stream of this process: a server that stops would wait for them. */
export function endLiveStreams(): void {
  for (const end of open) end();
}

/**
 * The shop's changes as they happen, as server-sent events (HTML Living Standard §9.2), for a staff member who has
 * come in by the admin door. Only what kind of thing changed and its id: screens ask for the rest as always.
 */
export function liveChanges(request: Request, { shop, staff }: AdminVisit): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = (change: Change | Missed) => write(`data: ${JSON.stringify(change)}\n\n`);
      const unsubscribe = onChange(shop.id, tell);
      const check = setInterval(() => {
        stillMay(shop.id, staff.id).then(
          (may) => may || end(),
          () => end(), // the database is away: the screen comes back later
        );
      }, CHECK_EVERY_MS);
      const ping = setInterval(() => write(": still here\n\n"), PING_EVERY_MS);
      const longest = setTimeout(() => end(), LONGEST_MS);
      end = () => {
        if (!open.delete(end)) return;
        unsubscribe();
        clearInterval(check);
        clearInterval(ping);
        clearTimeout(longest);
        try {
          controller.close();
        } catch {
          // the other side has gone first
        }
      };
      open.add(end);
      request.signal.addEventListener("abort", end, { once: true });
      // What happened while the screen was on its way here it has not seen.
      tell({ kind: "missed" });
    },
    cancel: () => end(),
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

async function stillMay(shopId: AdminVisit["shop"]["id"], userId: string): Promise<boolean> {
  const [installed, session] = await Promise.all([
    isInstalled(shopId),
    sessionStorage.loadSession(`${shopId}_${userId}`),
  ]);
  return installed && session !== undefined;
}
