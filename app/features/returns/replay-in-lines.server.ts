import type { Shop } from "~/platform/database/shop.server";
import type { PolicyValue } from "./policy-schema";
import { writeLine } from "./replay-lines";
import { replayPolicy } from "./replay-policy.server";

/** Replays a policy and writes how far it is, line by line, and at last the result. Whoever leaves ends it. */
export function replayInLines(shop: Shop, value: PolicyValue): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (...line: Parameters<typeof writeLine>) =>
        controller.enqueue(encoder.encode(writeLine(...line)));
      try {
        const onProgress = (done: number, of: number) => say({ done, of });
        say({ replayed: await replayPolicy(shop, value, { onProgress, signal: left.signal }) });
        controller.close();
      } catch (error) {
        if (!left.signal.aborted) throw error;
      }
    },
    cancel: () => left.abort(),
  });
}
