import nodemailer, { type TransportOptions } from "nodemailer";
import { now } from "./measure";
import { answerQuestions } from "./part";

/** The mail library alone: one pool, as many connections as the app's, the same mail again and again. */
export type Pooled = {
  smtpUrl: string;
  count: number;
  subject: string;
  html: string;
  text: string;
  from: string;
  dkim: { domainName: string; keySelector: string; privateKey: string } | null;
};

answerQuestions({
  /** Sends them; answers the milliseconds it took. */
  send: async ({ smtpUrl, count, subject, html, text, from, dkim }: Pooled) => {
    const transport = nodemailer.createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: 6,
      maxMessages: Number.POSITIVE_INFINITY,
      ...(dkim ? { dkim } : {}),
    } as TransportOptions);
    const began = now();
    const all = Array.from({ length: count }, (_, at) =>
      transport.sendMail({
        from,
        to: `shopper-${at}@pooled.example`,
        subject,
        html,
        text,
        textEncoding: "quoted-printable",
      }),
    );
    await Promise.all(all);
    transport.close();
    return now() - began;
  },
});
