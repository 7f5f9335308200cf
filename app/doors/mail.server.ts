import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { inboundMail } from "~/platform/channels/email/inbound.server";
import { keepBounce, readReturned } from "~/platform/channels/email/keep-bounce.server";
import { keepMail } from "~/platform/channels/email/keep-mail.server";
import {
  readBounceAddress,
  readMailboxAddress,
  readReplyAddress,
  shopKeyOf,
} from "~/platform/channels/email/reply-address.server";
import { mintShop } from "~/platform/database/shop.server";
import { installedShops, isInstalled } from "~/platform/database/shops.server";
import { log, SafeError, withLogContext } from "~/platform/log.server";
import type { ShopId } from "~/values/ids";
import { countMail, MAIL_LIMITS } from "./mail-limits";

/** Where certificate and key are, in PEM. */
type CertificateFiles = { certificateFile?: string | undefined; keyFile?: string | undefined };

export type MailDoor = { port: number; close(): Promise<void> };

/** What larger mail systems take as well. */
const MOST_BYTES = 25 * 1024 * 1024;
/** Mails being received, together; more have to come back later. */
const MOST_BYTES_AT_ONCE = 8 * MOST_BYTES;
const MOST_RECIPIENTS = 5;
const MOST_CLIENTS = 100;

/**
 * The door for mail: a plain SMTP server. It lets in nobody but letters to a signed reply address or the
 * mailbox of an installed shop, or back to the bounce address of a message, refuses all others before their
 * text is sent, and says yes only once a mail is kept. With a certificate it offers STARTTLS; mail without is
 * taken all the same, as servers of the internet have to (RFC 3207 §4.1).
 */
export async function startMailDoor(
  port = inboundMail.port,
  files: CertificateFiles = inboundMail,
): Promise<MailDoor> {
  const tls = await certificate(files);
  const shops = shopRegister();
  const limits = countMail(MAIL_LIMITS);
  const counted = new Set<string>();
  let held = 0;
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    let size = 0;
    try {
      const raw = await collect(stream, (bytes) => {
        size += bytes;
        held += bytes;
        return held <= MOST_BYTES_AT_ONCE;
      });
      if (stream.sizeExceeded) return refusal(552, "This mail is too large");
      if (!raw) return refusal(452, "Too much mail at once; try again later");
      await keepForEach(shops, session, raw);
      return null;
    } finally {
      held -= size;
    }
  };
  const server = new SMTPServer({
    name: inboundMail.domain,
    banner: "Aftercare",
    size: MOST_BYTES,
    rejectOversized: true,
    maxRecipients: MOST_RECIPIENTS,
    maxClients: MOST_CLIENTS,
    ...(tls ?? {}),
    disabledCommands: tls ? ["AUTH"] : ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onConnect: ({ id, remoteAddress }, done) => {
      if (!limits.connect(remoteAddress)) return done(refusal(421, "Too many connections; try again later"));
      counted.add(id);
      done();
    },
    onClose: ({ id, remoteAddress }) => {
      if (counted.delete(id)) limits.leave(remoteAddress);
    },
    onMailFrom: (_address, { remoteAddress }, done) => {
      const isWithin = limits.mail(remoteAddress, performance.now());
      done(isWithin ? null : refusal(451, "Too many mails; try again in a minute"));
    },
    onRcptTo: ({ address }, _session, done) => {
      recipientShop(shops, address).then(
        (shopId) => done(shopId ? null : refusal(550, "No such address here")),
        () => done(refusal(451, "Try again later")),
      );
    },
    onData: (stream, session, done) => {
      receive(stream, session).then(
        (refused) => done(refused, "Kept"),
        (error: unknown) => {
          log.warn({ error }, "a mail could not be kept; its sender tries again");
          done(refusal(451, "Try again later"));
        },
      );
    },
  });
  // A client that hangs up in the middle is its own trouble; without a listener it would be ours.
  server.on("error", (error) => log.debug({ error }, "a mail connection broke"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, inboundMail.host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What STARTTLS (RFC 3207) is offered with; null: it is not. Read at the start: a new one counts after the next. */
async function certificate({
  certificateFile,
  keyFile,
}: CertificateFiles): Promise<{ cert: Buffer; key: Buffer } | null> {
  if (!certificateFile || !keyFile) return null;
  const [cert, key] = await Promise.all([readFile(certificateFile), readFile(keyFile)]);
  return { cert, key };
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** Everything the sender wrote, or null when it was too much; it is read to its end all the same. */
async function collect(stream: SMTPServerDataStream, mayHold: (bytes: number) => boolean) {
  let chunks: Buffer[] | null = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (!chunks) continue;
    chunks.push(chunk);
    if (!mayHold(chunk.length) || stream.sizeExceeded) chunks = null;
  }
  return chunks && Buffer.concat(chunks);
}

/** One row for each recipient. When a later one fails, the sender repeats all, and the first is a copy. */
async function keepForEach(shops: ShopRegister, session: SMTPServerSession, raw: Buffer): Promise<void> {
  const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
  for (const { address: recipient } of session.envelope.rcptTo) {
    const shopId = await recipientShop(shops, recipient);
    if (!shopId) continue; // removed the app between RCPT and DATA
    await withLogContext({ shopId }, async () => {
      const bounced = readBounceAddress(recipient);
      if (bounced) return keepReturned(shopId, bounced.id, raw);
      const isNew = await mintShop(shopId).transact((tx) => keepMail(tx, { sender, recipient, raw }));
      log.info({ bytes: raw.length, isNew }, "kept a mail");
    });
  }
}

/** Of a mail to a bounce address only what it says of the message is kept; anything but a notice is let go. */
async function keepReturned(shopId: ShopId, notificationId: string, raw: Buffer): Promise<void> {
  const told = readReturned(raw);
  if (told) await mintShop(shopId).transact((tx) => keepBounce(tx, notificationId, told));
  log.info({ notificationId, reason: told?.reason ?? "no notice" }, "a mail came back");
}

async function recipientShop(shops: ShopRegister, address: string): Promise<ShopId | null> {
  const says = readReplyAddress(address) ?? readMailboxAddress(address) ?? readBounceAddress(address);
  const shopId = says && (await shops.find(says.shopKey));
  return shopId && (await isInstalled(shopId)) ? shopId : null;
}

type ShopRegister = { find(shopKey: string): Promise<ShopId | null> };

const REFRESH_AT_MOST_EVERY_MS = 5_000;

/** Which shop a reply address means. Read from the register of shops, again when a new one is named. */
function shopRegister(): ShopRegister {
  let known = new Map<string, ShopId>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const read = async () => {
    const next = new Map<string, ShopId>();
    for await (const shopId of installedShops()) next.set(shopKeyOf(shopId), shopId);
    known = next;
    readAt = performance.now();
  };
  return {
    async find(shopKey) {
      if (!known.has(shopKey)) {
        if (!reading && performance.now() - readAt < REFRESH_AT_MOST_EVERY_MS)
          throw new SafeError("The register was read just now"); // the sender comes back in a minute
        reading ??= read().finally(() => {
          reading = null;
        });
        await reading;
      }
      return known.get(shopKey) ?? null;
    },
  };
}
