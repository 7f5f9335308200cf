import type { Readable } from "node:stream";
import nodemailer, { type SendMailOptions, type Transporter, type TransportOptions } from "nodemailer";
import { env } from "~/env.server";
import { log } from "~/platform/log.server";
import { type Circuit, closedCircuit, enter, reached, unreached } from "./circuit";

type MailServer = { url: string; transport: Transporter; circuit: Circuit };

let servers: MailServer[] | null = null;

/** The mail servers in the order in which they are asked: one pool of SMTP connections each, a process. */
function mailServers(): MailServer[] {
  servers ??= [env.SMTP_URL, env.SMTP_URL_SECOND]
    .filter((url) => url !== undefined)
    .map((url) => ({ url, transport: pooled(url), circuit: closedCircuit }));
  return servers;
}

/** Ends the pools, so that a stopping process does not wait for idle connections. */
export function closeMailServers(): void {
  for (const { transport } of servers ?? []) transport.close();
  servers = null;
}

/** Who did not get a mail that the server took for others. */
export type RefusedRecipient = { address: string; forGood: boolean };

/**
 * Hands a mail to the first server that can be reached; answers for whom it was refused while others get it. The next one is asked only when not a byte of this mail's
 * text was read by the one before, and it was not the mail that was refused: a mail whose fate is unknown is
 * nobody's but the queue's, which sends it again under the same Message-ID. Throws what the last one threw.
 */
export async function handOver(mail: SendMailOptions): Promise<RefusedRecipient[]> {
  const all = mailServers();
  let failure: unknown = null;
  for (const [at, server] of all.entries()) {
    const isLast = at === all.length - 1;
    const now = performance.now();
    const asked = enter(server.circuit, now);
    server.circuit = asked.circuit;
    // With nobody else to ask, an open circuit is no reason not to: the queue spaces its tries already.
    if (!asked.may && !(isLast && failure === null)) continue;
    const sent: Sent = { text: null };
    try {
      const took = (await server.transport.sendMail({ ...mail, sent } as SendMailOptions)) as Took;
      server.circuit = reached();
      return (took.rejectedErrors ?? []).map(({ recipient = "", responseCode = 0 }) => ({
        address: recipient,
        forGood: responseCode >= 500,
      }));
    } catch (error) {
      failure = error;
      if (isAboutMail(error) || sent.text?.readableDidRead === true) {
        if (isAboutMail(error)) server.circuit = reached();
        throw error;
      }
      server.circuit = unreached(server.circuit, performance.now());
      if (!isLast)
        log.warn({ host: hostOf(server.url) }, "a mail server cannot be reached; the next one is asked");
    }
  }
  throw failure;
}

/** What nodemailer tells of a mail that a server took for at least one. */
type Took = { rejectedErrors?: { recipient?: string; responseCode?: number }[] };

type Failure = { code?: string; responseCode?: number };

/** Did the server refuse this mail or its recipient (any 4xx or 5xx to it), rather than all of us? 421 is good-bye. */
function isAboutMail(error: unknown): boolean {
  const { code, responseCode } = error as Failure;
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== 421;
}

const hostOf = (url: string) => new URL(url).hostname;

/** The text of a mail on its way, once there is a connection for it: tells whether any of it was read. */
type Sent = { text: Readable | null };

function pooled(url: string): Transporter {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 6,
    maxMessages: Number.POSITIVE_INFINITY,
    // A connection that breaks after the text was handed over may have delivered it: the queue decides when to
    // try again, and nodemailer, which would at once and five times, does not.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as TransportOptions);
  transport.use("stream", ({ data, message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const text = open(options);
      (data as unknown as { sent: Sent }).sent.text = text;
      return text;
    };
    done();
  });
  return transport;
}
