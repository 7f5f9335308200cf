import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as an SMTP server took it: envelope and raw text. */
export type SunkMail = { from: string; to: string[]; raw: string; messageId: string; subject: string };

/**
 * A real SMTP server that counts what it accepted, and misbehaves on request. A mail counts once its sender
 * has been told yes; `texts` also counts those whose connection broke after their text had come.
 */
export type MailSink = {
  url: string;
  port: number;
  accepted: SunkMail[];
  /** Message-IDs of every text that came whole, accepted or not */
  texts: string[];
  /** how many senders wait for their answer now */
  busy(): number;
  /** milliseconds before each text is answered */
  delayMs: number;
  /** ends the connection instead of answering the next so many texts */
  dropAfterText: number;
  /** answers these recipients with this code */
  refuse: Map<string, number>;
  /** answers every text with this code */
  answer: number;
  close(): Promise<void>;
  /** listens again on the same port */
  reopen(): Promise<void>;
};

export async function openMailSink(more: SMTPServerOptions = {}): Promise<MailSink> {
  let server: SMTPServer;
  let waiting = 0;
  const gone = new Set<string>();
  const options: SMTPServerOptions = {
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    closeTimeout: 10,
    onRcptTo({ address }, _session, done) {
      const code = sink.refuse.get(address);
      done(code ? refusal(code) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const mail = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          messageId: headerOf(raw, "message-id"),
          subject: headerOf(raw, "subject"),
        };
        sink.texts.push(mail.messageId);
        waiting++;
        await sleep(sink.delayMs);
        waiting--;
        if (gone.has(session.id)) return;
        if (sink.dropAfterText > 0) {
          sink.dropAfterText--;
          for (const connection of connectionsOf(server)) connection.close();
          return;
        }
        if (sink.answer !== 250) return done(refusal(sink.answer));
        sink.accepted.push(mail);
        done();
      });
    },
    onClose: (session) => void gone.add(session.id),
    ...more,
  };
  const listen = async (port: number) => {
    server = new SMTPServer(options);
    server.on("error", () => undefined);
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  };
  const sink: MailSink = {
    url: "",
    port: 0,
    accepted: [],
    texts: [],
    busy: () => waiting,
    delayMs: 0,
    dropAfterText: 0,
    refuse: new Map(),
    answer: 250,
    close: () => new Promise<void>((closed) => server.close(closed)),
    reopen: () => listen(sink.port),
  };
  await listen(0);
  // biome-ignore lint/style/noNonNullAssertion: set by listen
  sink.port = (server!.server.address() as AddressInfo).port;
  sink.url = `smtp://127.0.0.1:${sink.port}`;
  return sink;
}

const refusal = (code: number) => Object.assign(new Error("Not today"), { responseCode: code });

const connectionsOf = (server: SMTPServer) =>
  (server as unknown as { connections: Set<{ close(): void }> }).connections;

/** A header's value, unfolded, as written. */
export const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, "im")
    .exec(raw.split(/\r?\n\r?\n/)[0] ?? "")?.[1]
    ?.replace(/\r?\n[ \t]+/g, " ") ?? "";
