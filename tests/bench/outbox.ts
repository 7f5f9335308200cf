import { generateKeyPairSync } from "node:crypto";
import fs from "node:fs";
import PostalMime from "postal-mime";
import { selectorOf } from "~/platform/channels/email/signing-key.server";
import { encrypt } from "~/platform/secrets.server";
import type { ShopId } from "~/values/ids";
import { HISTORY } from "./history";
import { type House, SHOP, SHOP_NUMBER } from "./house";
import { sendAndWait } from "./mail";
import { type Measure, measure, say } from "./measure";
import { type Part, startPart } from "./part";
import type { Pooled } from "./pooled-part";
import { SECRET } from "./surroundings";

const BURST = 10_000;
const DOMAIN = "bench-shop.example";

/**
 * A burst of 10,000 orders through the outbox, unsigned and signed with the merchant's key, beside the mail library
 * alone sending one of those mails as often from one pool. And that the worker's memory, once it has grown to what a
 * burst needs, does not grow with the next.
 */
export async function outboxMeasures(house: House, load: Part): Promise<Measure[]> {
  say("Outbox: starting web and worker");
  const smtp = await startPart("smtp-part.ts");
  const smtpUrl = `smtp://127.0.0.1:${await smtp.ask<number>("port")}`;
  const web = await house.startWeb();
  const worker = await house.startWorker({ SMTP_URL: smtpUrl });
  const pooled = await startPart("pooled-part.ts");
  const memory = () => residentMb(worker.child.pid ?? 0);
  await load.ask("prepare", { shop: SHOP, shopNumber: SHOP_NUMBER, secret: SECRET, placedAt: new Date() });
  let next = HISTORY + 100_001;
  const burst = async (count: number) => {
    const from = next;
    next += count;
    return sendAndWait(
      load,
      { name: "app", port: web.port, smtp },
      { from, count, perSecond: null },
      300_000,
    );
  };
  await burst(200);
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKey = key.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const measures: Measure[] = [];
  const held: number[] = [];
  for (const signed of [false, true]) {
    if (signed) await signFrom(house, privateKey, key.publicKey.export({ type: "spki", format: "der" }));
    await burst(200);
    say(`Outbox: ${BURST} orders, ${signed ? "signed" : "unsigned"}`);
    const run = await burst(BURST);
    held.push(memory());
    if (run.lost + run.doubled > 0) throw new Error(`${run.lost} lost, ${run.doubled} doubled`);
    const { subject = "", html = "", text = "" } = await PostalMime.parse(await smtp.ask<string>("lastMail"));
    const from = signed ? `orders@${DOMAIN}` : "no-reply@bench.example";
    const dkim = signed ? { domainName: DOMAIN, keySelector: selectorOf(SHOP as ShopId), privateKey } : null;
    say(`Outbox: the mail library alone, ${signed ? "signed" : "unsigned"}`);
    const asked: Pooled = { smtpUrl, count: BURST, subject, html, text, from, dkim };
    const bareMs = await pooled.ask<number>("send", asked);
    await smtp.ask("take");
    const perSecond = (ms: number) => (BURST / ms) * 1_000;
    const how = signed ? "signed (DKIM)" : "unsigned";
    measures.push(
      measure(`burst of ${BURST} orders to mails, ${how}`, perSecond(run.drainedMs), "mails/s", {
        ceiling: perSecond(bareMs),
        targets: [{ of: "ratio", atLeast: 0.4 }],
      }),
    );
  }
  measures.push(
    measure("worker's memory after the second burst, beside the first", held[1] ?? 0, "MB", {
      ceiling: held[0] ?? 0,
      targets: [{ of: "ratio", atMost: 1.15 }],
    }),
  );
  await Promise.all([web.running, worker, smtp, pooled].map((one) => one.stop()));
  return measures;
}

/** The shop sends from a domain of its own, whose DNS holds its key. */
async function signFrom({ owner }: House, privateKey: string, publicKey: Buffer): Promise<void> {
  await owner.query(
    `insert into sending_domain ("shopId", id, selector, "publicKey", "privateKey", "verifiedAt", "checkedAt", "createdAt")
     values ($1, $2, $3, $4, $5, now(), now(), now())`,
    [SHOP, DOMAIN, selectorOf(SHOP as ShopId), publicKey.toString("base64"), encrypt("dkim key", privateKey)],
  );
  await owner.query(
    `insert into settings ("shopId", id, version, value, "updatedAt") values ($1, 'settings', 1, $2, now())
     on conflict ("shopId", id) do update set value = settings.value || excluded.value, version = settings.version + 1`,
    [SHOP, JSON.stringify({ mail: { fromName: "Fern & Fable", fromAddress: `orders@${DOMAIN}` } })],
  );
}

/** What a process holds in memory, in megabytes, as Linux counts it; 0 elsewhere. */
function residentMb(pid: number): number {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, "utf8") : "";
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}
