import { useEffect, useRef } from "react";

const AGAIN_MS = 2_000;
const LATEST_MS = 30_000;

/**
 * Calls `onChange` whenever the shop's conversations change, at most twice a second. A stream that ends is opened
 * again, ever later while that fails. Not an EventSource: inside Shopify's admin only `fetch` carries the session
 * token.
 */
export function useLive(path: string, onChange: () => void): void {
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const stopping = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = null;
        if (document.visibilityState === "visible") latest.current();
      }, 500);
    };
    void follow(path, stopping.signal, changed);
    return () => {
      stopping.abort();
      if (timer) clearTimeout(timer);
    };
  }, [path]);
}

async function follow(path: string, signal: AbortSignal, changed: () => void): Promise<void> {
  for (let waitMs = AGAIN_MS; !signal.aborted; waitMs = Math.min(LATEST_MS, waitMs * 2)) {
    const answer = await fetch(path, { signal, headers: { accept: "text/event-stream" } }).catch(() => null);
    if (answer?.ok && answer.body) {
      waitMs = AGAIN_MS;
      await readEvents(answer.body, changed).catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, changed: () => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let rest = ""; ; ) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (lines.some((line) => line.startsWith("data:"))) changed();
  }
}
