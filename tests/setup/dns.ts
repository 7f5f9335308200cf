import dgram from "node:dgram";
import type { AddressInfo } from "node:net";

/** A name server that knows TXT records only; names it does not know it denies, and it can fall silent. */
export type NameServer = {
  address: string;
  txt: Map<string, string[]>;
  silent: boolean;
  asked: string[];
  close(): Promise<void>;
};

const TXT = 16;

export async function openNameServer(): Promise<NameServer> {
  const socket = dgram.createSocket("udp4");
  const server: NameServer = {
    address: "",
    txt: new Map(),
    silent: false,
    asked: [],
    close: () => new Promise<void>((closed) => socket.close(() => closed())),
  };
  socket.on("message", (query, from) => {
    const { name, end } = question(query);
    server.asked.push(name);
    if (server.silent) return;
    const records = server.txt.get(name.toLowerCase()) ?? [];
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(records.length > 0 ? 0x8180 : 0x8183, 2); // an answer, or "no such name"
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    const answer = Buffer.concat([head, query.subarray(12, end), ...records.map(record)]);
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((bound) => socket.bind(0, "127.0.0.1", bound));
  server.address = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
  return server;
}

function question(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 5 };
}

/** A TXT record for the name asked for; a text is cut into strings of at most 255 bytes (RFC 1035 §3.3.14). */
function record(text: string): Buffer {
  const pieces = (text.match(/.{1,255}/gs) ?? [""]).map((piece) =>
    Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece, "latin1")]),
  );
  const data = Buffer.concat(pieces);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
