import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { now } from "./measure";
import { answerQuestions } from "./part";

/** A real SMTP server in a process of its own: accepts everything, and notes to whom, what and when. */
export type Accepted = { to: string; messageId: string; at: number; bytes: number };

let accepted: Accepted[] = [];
let lastMail = Buffer.alloc(0);

const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  authOptional: true,
  logger: false,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const mail = Buffer.concat(chunks);
      const messageId = /^message-id:\s*(\S+)/im.exec(mail.subarray(0, 4_096).toString("latin1"))?.[1] ?? "";
      for (const { address } of session.envelope.rcptTo)
        accepted.push({ to: address, messageId, at: now(), bytes: mail.length });
      lastMail = mail;
      done();
    });
  },
});

await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
answerQuestions({
  port: () => (server.server.address() as AddressInfo).port,
  count: () => accepted.length,
  take: () => {
    const taken = accepted;
    accepted = [];
    return taken;
  },
  lastMail: () => lastMail.toString("latin1"),
});
