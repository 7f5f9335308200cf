import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type ReceivedMail = { to: string[]; mail: Email };

export type MailServer = {
  /** where it listens */
  url: string;
  received: ReceivedMail[];
  /** answers these recipients with this code */
  refuse: Map<string, number>;
  close(): Promise<void>;
  /** listens again on the same port */
  reopen(): Promise<void>;
};

/** A mail server for a test file, at any free port; the app is sent to it by `env.SMTP_URL = server.url`. */
export async function openMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refuse = new Map<string, number>();
  const options: SMTPServerOptions = {
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
  };
  let server: SMTPServer;
  const listen = async (at: number) => {
    server = new SMTPServer(options);
    await new Promise<void>((listening) => server.listen(at, "127.0.0.1", listening));
    return (server.server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse,
    close: () => new Promise<void>((closed) => server.close(closed)),
    reopen: () => listen(port).then(() => undefined),
  };
}

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
