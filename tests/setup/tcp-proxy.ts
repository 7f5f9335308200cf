import net from "node:net";

/** A TCP proxy in front of a server, to cut the line, hold it, and lead it elsewhere. */
export type TcpProxy = {
  port: number;
  /** ends every connection and refuses new ones */
  cut(): void;
  /** keeps connections open and passes nothing on, as when a machine hangs */
  hold(): void;
  /** passes on what is asked and keeps back what is answered */
  mute(): void;
  /** passes on again, to another port if one is given */
  mend(port?: number): void;
  close(): Promise<void>;
};

export async function openProxy(target: number): Promise<TcpProxy> {
  let state: "open" | "cut" | "held" | "muted" = "open";
  let to = target;
  const sockets = new Set<net.Socket>();
  const watch = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = net.createServer((inside) => {
    watch(inside);
    if (state === "cut") return void inside.destroy();
    const outside = net.connect(to, "127.0.0.1");
    watch(outside);
    inside.on("data", (bytes) => void ((state === "open" || state === "muted") && outside.write(bytes)));
    outside.on("data", (bytes) => void (state === "open" && inside.write(bytes)));
    inside.on("close", () => outside.destroy());
    outside.on("close", () => inside.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as net.AddressInfo).port,
    cut() {
      state = "cut";
      end();
    },
    hold() {
      state = "held";
    },
    mute() {
      state = "muted";
    },
    mend(port = to) {
      to = port;
      if (state !== "open") end(); // what was lost on the way cannot be made good
      state = "open";
    },
    async close() {
      end();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
