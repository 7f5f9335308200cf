import type { RequestHandler } from "express";
import type { Store } from "../store";

/** Server-sent events: a nudge whenever something changed, so that the panel looks again. */
export function live(store: Store): RequestHandler {
  return (request, response) => {
    response.set({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
    });
    response.flushHeaders();
    let pending: NodeJS.Timeout | undefined;
    const nudge = () => {
      pending ??= setTimeout(() => {
        pending = undefined;
        response.write("event: changed\ndata: {}\n\n");
      }, 150);
    };
    const stops = [store.webhooks.onChange(nudge), store.clock.onMove(nudge), store.shopify.onWebhook(nudge)];
    const heartbeat = setInterval(() => response.write(": still here\n\n"), 15_000);
    request.on("close", () => {
      clearTimeout(pending);
      clearInterval(heartbeat);
      for (const stop of stops) stop();
    });
  };
}
