import { once } from "node:events";
import { createTransport } from "nodemailer";
import { freePort } from "#tests/demo/processes";
import { mintSessionToken } from "#tests/store/oauth/session-token";
import { listConversations } from "~/features/inbox/list-queries.server";
import { mailboxAddress } from "~/platform/channels/email/reply-address.server";
import { openDatabase } from "~/platform/database/database.server";
import { mintShop, type Shop } from "~/platform/database/shop.server";
import type { ShopId } from "~/values/ids";
import { type House, SHOP } from "./house";
import { MESSAGES, makeInboxes, OURS, questions } from "./inbox-past";
import { type Measure, measure, median, now, percentile, say } from "./measure";
import { BROWSER, STAFF, signInStaff } from "./pages";
import { API_KEY, SECRET } from "./surroundings";

const ROUNDS = 300;
const PAGES = 60;
const MAILS = 60;

/**
 * The inbox of a shop with 130,000 of a million messages: a list, a search, the page, and how soon a mail that comes
 * in stands in an inbox that is open.
 */
export async function inboxMeasures(house: House): Promise<Measure[]> {
  say(`Inbox: making ${MESSAGES} messages, ${OURS} of them the shop's`);
  await makeInboxes(house.owner, SHOP);
  const database = await openDatabase(house.databaseUrl);
  const shop = mintShop(SHOP as ShopId);
  say("Inbox: lists and searches");
  const lists = await lists50(shop);
  const searches = await searched(shop);
  await database.close();
  const inboundPort = await freePort();
  const web = await house.startWeb({ INBOUND_SMTP_PORT: String(inboundPort) });
  const worker = await house.startWorker({ INBOUND_SMTP_PORT: String(inboundPort) });
  await signInStaff(house);
  say("Inbox: the page");
  const pages: number[] = [];
  for (let at = 0; at < PAGES; at++) {
    const began = now();
    await page(web.port);
    pages.push(now() - began);
  }
  say(`Inbox: ${MAILS} mails, one after the other`);
  const seen = await mailsSeen(web.port, inboundPort);
  await Promise.all([web.running.stop(), worker.stop()]);
  const p95 = (name: string, all: number[], most: number) =>
    measure(name, percentile(all, 0.95), "ms", { targets: [{ of: "value", atMost: most }] });
  return [
    measure("list of 50 conversations p50", median(lists), "ms"),
    p95("list of 50 conversations p95, in the database", lists, 30),
    measure("search p50", median(searches), "ms"),
    p95("search p95, in the database", searches, 30),
    p95("inbox page p95", pages.slice(10), 150),
    p95("mail to an open inbox p95", seen, 1_000),
  ];
}

async function lists50(shop: Shop): Promise<number[]> {
  const taken: number[] = [];
  const after: string[] = [];
  for (let at = 0; at < ROUNDS; at++) {
    const query = {
      view: "open" as const,
      tag: "",
      team: "",
      q: "",
      before: null,
      after: after[at % 20] ?? null,
    };
    const began = now();
    const { rows, next } = await shop.transact((tx) => listConversations(tx, query, "42"));
    taken.push(now() - began);
    if (rows.length !== 50) throw new Error(`A list of ${rows.length}`);
    if (next && after.length < 20) after.push(next);
  }
  return taken.slice(20);
}

async function searched(shop: Shop): Promise<number[]> {
  const taken: number[] = [];
  let found = 0;
  for (const q of questions(ROUNDS)) {
    const query = { view: "open" as const, tag: "", team: "", q, before: null, after: null };
    const began = now();
    const { rows } = await shop.transact((tx) => listConversations(tx, query, "42"));
    taken.push(now() - began);
    found += rows.length;
  }
  if (found < ROUNDS) throw new Error(`Only ${found} conversations were found`);
  return taken.slice(20);
}

const token = () => mintSessionToken({ shop: SHOP, apiKey: API_KEY, apiSecret: SECRET, userId: STAFF });

async function page(port: number): Promise<string> {
  const host = Buffer.from(`admin.shopify.com/store/${SHOP.split(".")[0]}`).toString("base64url");
  const query = new URLSearchParams({ shop: SHOP, host, embedded: "1", id_token: token() });
  const answer = await fetch(`http://127.0.0.1:${port}/app/inbox?${query}`, {
    headers: { "user-agent": BROWSER },
  });
  if (answer.status !== 200) throw new Error(`The inbox answered ${answer.status}`);
  return answer.text();
}

/** From handing a mail to our door until the inbox, told of it, shows it. */
async function mailsSeen(port: number, smtpPort: number): Promise<number[]> {
  const stopping = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/app/inbox/live`, {
    headers: { authorization: `Bearer ${token()}`, "user-agent": BROWSER },
    signal: stopping.signal,
  });
  if (stream.status !== 200 || !stream.body) throw new Error(`The live changes answered ${stream.status}`);
  const heard = new EventTarget();
  const listening = (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of stream.body as unknown as AsyncIterable<Uint8Array>)
      if (decoder.decode(bytes).includes('"conversation"')) heard.dispatchEvent(new Event("change"));
  })().catch(() => undefined);
  const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
  const taken: number[] = [];
  for (let at = 0; at < MAILS; at++) {
    const mark = `Bench mail ${at} of ${process.pid}`;
    const began = now();
    let next = once(heard, "change");
    await transport.sendMail({
      from: { name: mark, address: `writer-${at}@bench.example` },
      to: mailboxAddress(SHOP as ShopId),
      subject: mark,
      text: "Where is my order?",
    });
    for (;;) {
      await next;
      next = once(heard, "change");
      if ((await page(port)).includes(mark)) break;
    }
    taken.push(now() - began);
  }
  stopping.abort();
  await listening;
  transport.close();
  return taken.slice(5);
}
