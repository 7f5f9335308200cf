import http from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP proxy in front of the store that can keep one operation's question, or its answer, for ever. */
export type ShopifyGate = {
  url: string;
  /**
   * The next call of this operation of the Admin API is stopped: `before` it reaches the store, or `after` the
   * store carried it out, its answer kept back. Resolves when that happened.
   */
  stop(operation: string, where: "before" | "after"): Promise<void>;
  /** how often the store was asked for an operation */
  passed(operation: string): number;
  /** hangs up on who still waits, and stops nobody any more */
  release(): void;
  close(): Promise<void>;
};

export async function openShopifyGate(target: string): Promise<ShopifyGate> {
  const seen: string[] = [];
  const waiting = new Set<http.ServerResponse>();
  let stopping: { operation: string; where: "before" | "after"; done: () => void } | null = null;
  const names = (body: string, operation: string) => new RegExp(`\\bmutation ${operation}\\b`).test(body);
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const text = body.toString();
    const stopped = stopping && names(text, stopping.operation) ? stopping : null;
    if (stopped) {
      stopping = null;
      waiting.add(response);
    }
    if (stopped?.where === "before") return stopped.done();
    const operation = /\bmutation (\w+)/.exec(text)?.[1];
    if (operation) seen.push(operation);
    // The body is whole by now: it goes on with its length, not in chunks as it came.
    const { "transfer-encoding": _chunked, ...headers } = request.headers;
    const onward = http.request(
      new URL(request.url ?? "/", target),
      { method: request.method, headers: { ...headers, "content-length": body.length } },
      (answer) => {
        if (!stopped) {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          return void answer.pipe(response);
        }
        answer.resume().on("end", stopped.done);
      },
    );
    onward.on("error", () => response.destroy());
    onward.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const release = () => {
    stopping = null;
    for (const response of waiting) response.destroy();
    waiting.clear();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: (operation, where) =>
      new Promise((done) => {
        stopping = { operation, where, done };
      }),
    passed: (operation) => seen.filter((one) => one === operation).length,
    release,
    async close() {
      release();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
