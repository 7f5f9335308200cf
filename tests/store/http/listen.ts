import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listening {
  url: string;
  port: number;
  server: Server;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only. A wished-for port that is taken gives way to any free one, unless it is insisted on. */
export async function listen(
  handler: RequestListener,
  wish: { port: number; insist?: boolean },
): Promise<Listening> {
  const server = createServer(handler);
  const port = await bind(server, wish.port).catch((error: NodeJS.ErrnoException) => {
    if (wish.insist || error.code !== "EADDRINUSE") throw error;
    return bind(server, 0);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
