import type { AddressInfo } from "node:net";
import tls, { type TLSSocket } from "node:tls";
import { TEST_CERTIFICATE, TEST_KEY } from "./certificate";

/** A mailbox on this machine, over TLS: as much of IMAP4rev1 (RFC 3501) with IDLE (RFC 2177) as reading one takes. */
export type ImapServer = {
  port: number;
  /** everything that was asked, without tags */
  asked: string[];
  /** what is in the mailbox; `arrive` adds to it and tells who idles */
  mails: { uid: number; raw: Buffer }[];
  uidValidity: number;
  password: string;
  /** the access token it takes (XOAUTH2); null: none */
  token: string | null;
  hasIdle: boolean;
  /** how many there have been, and how many there are */
  connections: number;
  open: number;
  arrive(raw: string | Buffer): void;
  /** ends every connection, as a restarted server does */
  hangUp(): void;
  close(): Promise<void>;
};

type Client = { socket: TLSSocket; idleTag: string | null; told: number };

export async function openImap(): Promise<ImapServer> {
  const clients = new Set<Client>();
  let nextUid = 1;
  const imap: ImapServer = {
    port: 0,
    asked: [],
    mails: [],
    uidValidity: 1,
    password: "secret",
    token: null,
    hasIdle: true,
    connections: 0,
    open: 0,
    arrive(raw) {
      imap.mails.push({ uid: nextUid++, raw: Buffer.from(raw) });
      for (const client of clients) if (client.idleTag) client.socket.write(news(imap, client));
    },
    hangUp() {
      for (const { socket } of clients) socket.destroy();
    },
    async close() {
      imap.hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = tls.createServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, (socket) => {
    const client: Client = { socket, idleTag: null, told: 0 };
    clients.add(client);
    imap.connections++;
    imap.open++;
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clients.delete(client);
      imap.open--;
    });
    socket.write("* OK ready\r\n");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        socket.write(answer(imap, client, line, nextUid), "latin1");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  imap.port = (server.address() as AddressInfo).port;
  return imap;
}

/** What came since this client was last told. */
function news(imap: ImapServer, client: Client): string {
  if (client.told === imap.mails.length) return "";
  client.told = imap.mails.length;
  return `* ${client.told} EXISTS\r\n`;
}

function answer(imap: ImapServer, client: Client, line: string, uidNext: number): string {
  if (line === "DONE") {
    const tag = client.idleTag;
    client.idleTag = null;
    return `${tag} OK done\r\n`;
  }
  const [tag = "", ...words] = line.split(" ");
  const asked = words.join(" ");
  imap.asked.push(asked);
  const done = (untagged = "") => `${untagged}${tag} OK done\r\n`;
  const no = (why: string) => `${tag} NO ${why}\r\n`;
  const capabilities = `* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2${imap.hasIdle ? " IDLE" : ""}\r\n`;
  if (/^CAPABILITY/i.test(asked)) return done(capabilities);
  if (/^(LOGIN|AUTHENTICATE)/i.test(asked))
    return isRight(imap, asked) ? done(capabilities) : no("[AUTHENTICATIONFAILED] wrong");
  if (/^LIST "" ""$/i.test(asked)) return done(`* LIST (\\Noselect) "/" ""\r\n`);
  if (/^LIST .*INBOX/i.test(asked)) return done(`* LIST (\\HasNoChildren) "/" INBOX\r\n`);
  if (/^(EXAMINE|SELECT)/i.test(asked)) {
    if (!/INBOX/i.test(asked)) return no("[NONEXISTENT] no such folder");
    client.told = imap.mails.length;
    const says = [`${imap.mails.length} EXISTS`, "0 RECENT", "FLAGS (\\Seen)"];
    const codes = [`UIDVALIDITY ${imap.uidValidity}`, `UIDNEXT ${uidNext}`];
    return `${says.map((one) => `* ${one}\r\n`).join("")}${codes.map((one) => `* OK [${one}]\r\n`).join("")}${tag} OK [READ-ONLY] done\r\n`;
  }
  if (/^UID SEARCH/i.test(asked)) return done(`* SEARCH ${searched(imap, asked).join(" ")}\r\n`);
  if (/^UID FETCH/i.test(asked)) return done(fetched(imap, asked));
  if (/^IDLE/i.test(asked)) {
    client.idleTag = tag;
    return `+ idling\r\n${news(imap, client)}`;
  }
  return /^LOGOUT/i.test(asked) ? done("* BYE\r\n") : done(news(imap, client));
}

function isRight(imap: ImapServer, asked: string): boolean {
  const last = asked.split(" ").at(-1) ?? "";
  if (!/XOAUTH2/i.test(asked)) return last.replaceAll('"', "") === imap.password;
  return (
    imap.token !== null && Buffer.from(last, "base64").toString().includes(`auth=Bearer ${imap.token}\x01`)
  );
}

/** "UID 5:*" names the last one even where its number is smaller (RFC 3501 §6.4.8). */
function searched(imap: ImapServer, asked: string): number[] {
  const from = Number(/UID (\d+):\*/i.exec(asked.replace(/^UID SEARCH/i, ""))?.[1] ?? 0);
  const last = imap.mails.at(-1)?.uid ?? 0;
  return imap.mails.map(({ uid }) => uid).filter((uid) => uid >= from || uid === last);
}

function fetched(imap: ImapServer, asked: string): string {
  const uids = (/FETCH ([\d,]+)/i.exec(asked)?.[1] ?? "").split(",").map(Number);
  return imap.mails
    .map(({ uid, raw }, at) => {
      if (!uids.includes(uid)) return "";
      const source = /BODY/i.test(asked) ? ` BODY[] {${raw.length}}\r\n${raw.toString("latin1")}` : "";
      return `* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${raw.length}${source})\r\n`;
    })
    .join("");
}
