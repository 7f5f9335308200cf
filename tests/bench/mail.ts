import { setTimeout as sleep } from "node:timers/promises";
import PostalMime from "postal-mime";
import { HISTORY } from "./history";
import { type House, SHOP, SHOP_NUMBER } from "./house";
import type { Sent } from "./load-part";
import { type Measure, measure, median, now, percentile, say } from "./measure";
import { shopperOf } from "./order-body";
import { type Part, startPart } from "./part";
import type { Accepted } from "./smtp-part";
import { SECRET } from "./surroundings";

const AT_REST = { count: 30, perSecond: 6 };
const STEADY = { count: 500, perSecond: 50 };
const BURST = 2_000;
const BURSTS = 3;
const LONGEST_MS = 90_000;

/** One way from webhook to mail: the app's, or the bare one. */
type Way = { name: string; port: number; smtp: Part };
type Run = {
  latencies: number[];
  /** from the first request to the last mail, in milliseconds */
  drainedMs: number;
  lost: number;
  doubled: number;
};

/**
 * From an order's webhook to its mail, accepted by a real SMTP server: at rest, at 50 orders a second, and in
 * a burst of 2,000. Beside it a bare pipeline (the same intake, one job an order, the same mail), with as
 * many processes. Each has an SMTP server of its own, so that nothing of one is counted for the other.
 */
export async function mailMeasures(house: House, load: Part): Promise<Measure[]> {
  say("Mail: starting web and worker, and the bare pipeline");
  const [appSmtp, bareSmtp] = await Promise.all([startPart("smtp-part.ts"), startPart("smtp-part.ts")]);
  const smtpUrl = async (smtp: Part) => `smtp://127.0.0.1:${await smtp.ask<number>("port")}`;
  const web = await house.startWeb();
  const worker = await house.startWorker({ SMTP_URL: await smtpUrl(appSmtp) });
  const app: Way = { name: "app", port: web.port, smtp: appSmtp };

  let next = HISTORY + 1;
  const run = async (way: Way, count: number, perSecond: number | null) => {
    const from = next;
    next += count;
    return sendAndWait(load, way, { from, count, perSecond });
  };
  const about = { shop: SHOP, shopNumber: SHOP_NUMBER, secret: SECRET, placedAt: new Date() };
  await load.ask("prepare", about);
  await run(app, 100, null);

  const bareEnv = {
    BARE_DATABASE_URL: await house.queueOf("bare"),
    BARE_SECRET: SECRET,
    BARE_JOBS: "1",
    BARE_SMTP_URL: await smtpUrl(bareSmtp),
  };
  const bareWeb = await startPart("bare-intake-part.ts", bareEnv);
  const bareWorker = await startPart("bare-worker-part.ts", bareEnv);
  const bare: Way = { name: "bare", port: await bareWeb.ask<number>("port"), smtp: bareSmtp };
  const {
    subject = "",
    html = "",
    text = "",
  } = await PostalMime.parse(await appSmtp.ask<string>("lastMail"));
  await bareWorker.ask("write", { subject, html, text });
  await run(bare, 100, null);

  const runs = new Map<string, Run[]>();
  const both = async (name: string, count: number, perSecond: number | null) => {
    for (const way of [app, bare]) {
      const key = `${way.name} ${name}`;
      runs.set(key, [...(runs.get(key) ?? []), await run(way, count, perSecond)]);
    }
  };
  say(`Mail: at rest, then ${STEADY.perSecond} orders a second`);
  await both("at rest", AT_REST.count, AT_REST.perSecond);
  await both("steady", STEADY.count, STEADY.perSecond);
  for (let round = 1; round <= BURSTS; round++) {
    say(`Mail: burst ${round} of ${BURSTS}, ${BURST} orders`);
    await both("burst", BURST, null);
  }
  await Promise.all([web.running, worker, bareWeb, bareWorker, appSmtp, bareSmtp].map((one) => one.stop()));
  return tell(runs);
}

/** Sends orders' webhooks and waits until every shopper has a mail, or `longestMs` have passed. */
export async function sendAndWait(
  load: Part,
  way: Way,
  orders: { from: number; count: number; perSecond: number | null },
  longestMs = LONGEST_MS,
): Promise<Run> {
  await load.ask("make", orders);
  await way.smtp.ask("take");
  const began = now();
  const sent = await load.ask<Sent>("sendOrders", { port: way.port, ...orders });
  if (sent.failures > 0) throw new Error(`${sent.failures} webhooks were not taken in by ${way.name}`);
  while ((await way.smtp.ask<number>("count")) < orders.count && now() - began < longestMs) await sleep(50);
  await sleep(300); // time for a copy that should not be
  const mails = await way.smtp.ask<Accepted[]>("take");
  const firstTo = new Map<string, number>();
  for (const { to, at } of mails) if (!firstTo.has(to)) firstTo.set(to, at);
  const arrived = sent.startedAt.flatMap(([number, startedAt]) => {
    const at = firstTo.get(shopperOf(number));
    return at === undefined ? [] : [{ startedAt, at }];
  });
  return {
    latencies: arrived.map(({ startedAt, at }) => at - startedAt),
    drainedMs: Math.max(...mails.map(({ at }) => at)) - Math.min(...sent.startedAt.map(([, at]) => at)),
    lost: orders.count - arrived.length,
    doubled: mails.length - firstTo.size,
  };
}

function tell(runs: Map<string, Run[]>): Measure[] {
  const of = (key: string, what: (run: Run) => number) => median((runs.get(key) ?? []).map(what));
  const drained = (way: string) => (runs.get(`${way} burst`) ?? []).map((run) => run.drainedMs);
  const latency = (way: string, name: string, at: number) =>
    of(`${way} ${name}`, (run) => percentile(run.latencies, at));
  const pair = (title: string, name: string, at: number, most?: number) =>
    measure(`order webhook to mail, ${title}`, latency("app", name, at), "ms", {
      ceiling: latency("bare", name, at),
      targets: most === undefined ? [] : [{ of: "value", atMost: most }],
    });
  const ours = [...runs].filter(([key]) => key.startsWith("app")).flatMap(([, all]) => all);
  const none = { targets: [{ of: "value", atMost: 0 } as const] };
  return [
    pair("p50 at rest", "at rest", 0.5),
    pair("p95 at rest", "at rest", 0.95),
    pair(`p50 at ${STEADY.perSecond} orders/s`, "steady", 0.5),
    pair(`p95 at ${STEADY.perSecond} orders/s`, "steady", 0.95, 500),
    measure(
      `burst of ${BURST} orders, to the last mail`,
      of("app burst", (run) => run.drainedMs),
      "ms",
      {
        ceiling: of("bare burst", (run) => run.drainedMs),
        ratio: median(drained("app").map((ms, round) => ms / (drained("bare")[round] ?? Number.NaN))),
        targets: [{ of: "ratio", atMost: 2.5 }],
      },
    ),
    measure(
      "orders without their mail",
      ours.reduce((all, run) => all + run.lost, 0),
      "mails",
      none,
    ),
    measure(
      "mails sent twice",
      ours.reduce((all, run) => all + run.doubled, 0),
      "mails",
      none,
    ),
  ];
}
