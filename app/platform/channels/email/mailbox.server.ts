import { lookup } from "node:dns/promises";
import { ImapFlow } from "imapflow";
import { isPublicAddress } from "~/platform/files/download.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { IMAPS_PORT, type MailboxSettings } from "./mailbox-settings";
import { type MailboxToken, mailboxToken } from "./mailbox-token.server";

/** How the adapter reaches the world: given to it, so that a test can stand in for the network, never the code. */
export type MailboxWire = {
  /** where the host is */
  reach(host: string, port: number): Promise<{ address: string; port: number; ca?: string }>;
  fetch: typeof fetch;
};

/** The network as it is; a merchant's host may be on the public internet only. */
export const mailboxWire: MailboxWire = {
  async reach(host, port) {
    const found = await lookup(host, { all: true });
    // Where both are, the older kind is reachable from everywhere.
    const first = found.find(({ family }) => family === 4) ?? found[0];
    if (!first || !found.every(({ address }) => isPublicAddress(address))) throw new Error("not public");
    return { address: first.address, port };
  },
  fetch: (url, init) => fetch(url, init),
};

/** As much as our own mail door takes. */
const MOST_BYTES = 25 * 1024 * 1024;
/** A server that cannot tell of news is asked as often. */
const LOOK_EVERY_MS = 2 * 60_000;
const AT_A_TIME = 200;

/** A mail in the mailbox; null for one that is too large to be taken. */
export type FoundMail = { uid: number; raw: Buffer | null };

export type Mailbox = {
  /** what the numbers count in: another one, and all of them mean something else (RFC 9051 §2.3.1.1) */
  uidValidity: bigint;
  /** the last number given out when it was opened */
  lastUid: number;
  /** what came after this number, in order */
  after(uid: number): AsyncGenerator<FoundMail>;
  /** what came since this day, in order, however it is numbered */
  since(day: Date): AsyncGenerator<FoundMail>;
  /** Waits for news (IDLE), two minutes at most. Answers whether the connection is still there. */
  news(signal: AbortSignal): Promise<boolean>;
  close(): void;
};

/**
 * Opens a mailbox to read it: nothing in it is changed, not even what counts as read. `renewed` gets a new refresh
 * token, when there is one. Throws NeedsMerchant ("login", "token", "folder") and TryAgain ("unreachable"): the codes
 * of sentences that staff read.
 */
export async function openMailbox(
  settings: MailboxSettings,
  wire: MailboxWire,
  renewed: (refreshToken: string) => Promise<void>,
): Promise<Mailbox> {
  const client = new ImapFlow(await optionsOf(settings, wire, renewed));
  let hasNews = false;
  let wake = () => {};
  // Said as events, too; what was asked at the time rejects.
  client.on("error", () => wake());
  client.on("close", () => wake());
  client.on("exists", () => {
    hasNews = true;
    wake();
  });
  try {
    await client.connect();
    const { uidValidity, uidNext } = await client.mailboxOpen(settings.folder, { readOnly: true });
    return {
      uidValidity,
      lastUid: uidNext - 1,
      after: (uid) => found(client, { uid: `${uid + 1}:*` }, uid),
      since: (day) => found(client, { since: day }, 0),
      close: () => client.close(),
      async news(signal) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, LOOK_EVERY_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          signal.addEventListener("abort", wake, { once: true });
          if (hasNews || signal.aborted || !client.usable) wake();
        });
        signal.removeEventListener("abort", wake);
        hasNews = false;
        return client.usable;
      },
    };
  } catch (error) {
    client.close();
    throw failure(error);
  }
}

async function optionsOf(
  { host, port, user, login, secret }: MailboxSettings,
  wire: MailboxWire,
  renewed: (refreshToken: string) => Promise<void>,
) {
  const token = login === "password" ? null : await mailboxToken(login, secret, wire.fetch);
  await keepRenewed(token, secret, renewed);
  const at = await wire.reach(host, port).catch(() => {
    throw new TryAgain("unreachable");
  });
  return {
    host: at.address,
    port: at.port,
    servername: host,
    ...(port === IMAPS_PORT ? { secure: true } : { secure: false, doSTARTTLS: true }),
    auth: token ? { user, accessToken: token.access } : { user, pass: secret },
    ...(at.ca ? { tls: { ca: at.ca } } : {}),
    logger: false as const,
    autoIdleDelay: 500,
    maxIdleTime: LOOK_EVERY_MS,
    connectionTimeout: 20_000,
    maxLiteralSize: MOST_BYTES + 1024,
    maxLineLength: 4 * 1024 * 1024,
    maxResponseSize: 2 * MOST_BYTES,
  };
}

async function keepRenewed(
  token: MailboxToken | null,
  secret: string,
  renewed: (refreshToken: string) => Promise<void>,
): Promise<void> {
  if (token?.refresh && token.refresh !== secret) await renewed(token.refresh);
}

async function* found(
  client: ImapFlow,
  wanted: { uid: string } | { since: Date },
  beyond: number,
): AsyncGenerator<FoundMail> {
  const uids = (await client.search(wanted, { uid: true })) || [];
  // "after 7" finds the last one even when it is 7 or less.
  const fresh = uids.filter((uid) => uid > beyond).sort((a, b) => a - b);
  for (let from = 0; from < fresh.length; from += AT_A_TIME) {
    const some = fresh.slice(from, from + AT_A_TIME).join(",");
    const sized = await client.fetchAll(some, { uid: true, size: true }, { uid: true });
    for (const { uid, size = 0 } of sized.sort((a, b) => a.uid - b.uid)) {
      if (size > MOST_BYTES) yield { uid, raw: null };
      else {
        const mail = (await client.fetchOne(`${uid}`, { uid: true, source: true }, { uid: true })) || null;
        if (mail?.source) yield { uid, raw: mail.source };
      }
    }
  }
}

function failure(error: unknown): Error {
  const { authenticationFailed, mailboxMissing, responseStatus } = error as {
    authenticationFailed?: boolean;
    mailboxMissing?: boolean;
    responseStatus?: string;
  };
  if (authenticationFailed) return new NeedsMerchant("login");
  if (mailboxMissing || responseStatus === "NO") return new NeedsMerchant("folder");
  return error instanceof NeedsMerchant ? error : new TryAgain("unreachable");
}
