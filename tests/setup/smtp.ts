import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string[]; mail: Email };

export type MailServer = {
  /** where it listens */
  url: string;
  received: ReceivedMail[];
  /** answers these recipients with this code */
  refuse: Map<string, number>;
  close(): Promise<void>;
};

/**
 * A mail server for a test file. The app reads its environment once, before any test runs, so the file says
 * where mail goes ahead of its imports: `vi.hoisted(() => { process.env.SMTP_URL = "smtp://127.0.0.1:…" })`; or, before
 * the first mail, `env.SMTP_URL = server.url` of one at any free port ("smtp://127.0.0.1:0").
 */
export async function openMailServer(url = process.env.SMTP_URL ?? ""): Promise<MailServer> {
  const port = Number(new URL(url).port);
  const received: ReceivedMail[] = [];
  const refuse = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      const responseCode = refuse.get(address);
      done(responseCode ? Object.assign(new Error("Not here"), { responseCode }) : null);
    },
    onData(stream, session, done) {
      read(stream)
        .then((raw) => PostalMime.parse(raw))
        .then((mail) => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
          done();
        }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  const listensAt = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${listensAt}`,
    received,
    refuse,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
