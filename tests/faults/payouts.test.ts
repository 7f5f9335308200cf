import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, type Running } from "#tests/demo/processes";
import { type Stack, startStack } from "#tests/demo/stack";
import { openShopifyGate, type ShopifyGate } from "#tests/setup/shopify-gate";
import { ship } from "#tests/store/actions/parcels";
import { placeOrder } from "#tests/store/actions/place-order";
import { changeReturn, requestReturn } from "#tests/store/actions/returns";
import { scanParcel } from "#tests/store/actions/scans";
import { policySchema } from "~/features/returns/policy-schema";
import { OPTIONAL_SCOPES } from "~/platform/shopify/scopes";
import { newId, numberOf } from "~/values/ids";

// A worker of the build that is killed in the middle of a payout: whatever it had asked Shopify for, and whatever
// it knew of the answer, the shopper is paid once.

const PATIENCE = { timeout: 90_000, interval: 150 };
let folder: string;
let stack: Stack;
let gate: ShopifyGate;
let owner: pg.Pool;
let shop: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "aftercare-payouts-"));
  const ports = { web: await freePort(), store: await freePort(), mailbox: await freePort() };
  gate = await openShopifyGate(`http://127.0.0.1:${ports.store}`);
  stack = await startStack({ folder, ports, env: { AFTERCARE_STORE_ORIGIN: gate.url, LOG_LEVEL: "info" } });
  owner = new pg.Pool({ connectionString: stack.databaseUrl, max: 2 });
  owner.on("error", () => undefined);
  shop = stack.store.shopify.shops()[0]?.domain ?? "";
  // store credit is paid only where the merchant allowed it
  stack.store.installs.grant(shop, Object.values(OPTIONAL_SCOPES));
}, 120_000);

afterAll(async () => {
  gate?.release();
  await owner?.end();
  await stack?.stop();
  await gate?.close();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function value(query: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await owner.query({ text: query, values, rowMode: "array" });
  return rows[0]?.[0];
}

async function ask<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const asked = { shop, apiVersion: "2026-07", query, variables, throttle: false };
  const { body } = await stack.store.shopify.execute(asked);
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data as T;
}

/** Staff press a button on the return's page. */
async function act(returnId: string, form: Record<string, string>): Promise<void> {
  const token = stack.store.sessionToken(shop);
  const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
  const query = new URLSearchParams({ shop, host, embedded: "1", id_token: token });
  const answer = await fetch(`${stack.appUrl}/app/returns/${returnId}?${query}`, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: {
      authorization: `Bearer ${token}`,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
    },
  });
  if (answer.status !== 200) throw new Error(`${form.intent} answered ${answer.status}`);
  await answer.text();
}

/** A return of one thing, approved in Shopify's admin and known here. */
async function approved(): Promise<{ orderId: string; order: string; returnId: string; lineId: string }> {
  const { id: order } = await placeOrder(stack.store, { cart: "single" });
  await ship(stack.store, { order });
  await scanParcel(stack.store, { order, scan: "delivered" });
  const { id } = await requestReturn(stack.store, { order });
  await changeReturn(stack.store, { return: id, to: "approve" });
  const orderId = numberOf(order);
  const known = `from return_line l join "return" r on r."shopId" = l."shopId" and r.id = l."returnId"
    where r."orderId" = $1 and r.state in ('approved', 'labelled') and r."shopifyReturnId" is not null`;
  await expect.poll(() => value(`select count(*)::int ${known}`, [orderId]), PATIENCE).toBe(1);
  const { rows } = await owner.query<{ returnId: string; id: string }>(`select l."returnId", l.id ${known}`, [
    orderId,
  ]);
  return { orderId, order, returnId: rows[0]?.returnId ?? "", lineId: rows[0]?.id ?? "" };
}

/** What the store paid for an order: its refunds, and the credit its customer has. */
async function paidThere(order: string) {
  const { order: is } = await ask<{
    order: {
      refunds: { id: string; totalRefundedSet: { shopMoney: { amount: string } } }[];
      customer: { storeCreditAccounts: { nodes: { balance: { amount: string } }[] } } | null;
    };
  }>(
    `query ($id: ID!) { order(id: $id) { refunds(first: 10) { id totalRefundedSet { shopMoney { amount } } }
      customer { storeCreditAccounts(first: 3) { nodes { balance { amount } } } } } }`,
    { id: order },
  );
  const minor = (amount: string | undefined) => Math.round(Number(amount ?? 0) * 100);
  return {
    refunds: is.refunds.length,
    refunded: is.refunds.reduce((sum, one) => sum + minor(one.totalRefundedSet.shopMoney.amount), 0),
    credit: minor(is.customer?.storeCreditAccounts.nodes[0]?.balance.amount),
  };
}

const ledger = async (orderId: string) =>
  (
    await owner.query<{ kind: string; state: string; amount: number; paidOut: number }>(
      `select e.kind, e.state, e.amount::int as amount, l."paidOut"::int as "paidOut" from ledger_entry e
       join ledger l on l."shopId" = e."shopId" and l.id = e."orderId" where e."orderId" = $1 and e.state <> 'voided'`,
      [orderId],
    )
  ).rows;

it("the stack is up, knows its shops, and pays when a parcel comes", async () => {
  await expect.poll(() => value(`select count(*)::int from shop_profile`), PATIENCE).toBe(2);
  const policy = policySchema.parse({ refund: { when: "onReceipt" } });
  await owner.query(
    `insert into policy_version ("shopId", id, version, value, "savedAt", "publishedAt")
     values ($1, $2, 1, $3, now(), now())`,
    [shop, newId(), JSON.stringify(policy)],
  );
}, 120_000);

describe.each(["refund", "credit"] as const)("a %s", (kind) => {
  it.each([
    ["before Shopify heard of it", "before"],
    ["after Shopify paid, and before anybody knew", "after"],
  ] as const)(
    "is paid once though the worker is killed -9 %s",
    async (_, where) => {
      const { orderId, order, returnId, lineId } = await approved();
      if (kind === "credit") await act(returnId, { intent: "outcome", lineId, outcome: "credit" });
      const before = await paidThere(order);
      const asked = gate.passed("ProcessReturn");
      const stopped = gate.stop("ProcessReturn", where);
      await act(returnId, { intent: "receive", [`received-${lineId}`]: "1" });
      await stopped;
      const [promised] = await ledger(orderId);
      // What Shopify paid it also tells in a webhook, which may have been read by now.
      expect(promised).toMatchObject(where === "before" ? { kind, state: "intended" } : { kind });
      expect((await paidThere(order)).refunds).toBe(where === "after" ? 1 : 0);
      await (stack.workers.at(-1) as Running).kill();
      gate.release();
      await stack.startWorker();
      await expect
        .poll(() => value(`select state from "return" where id = $1`, [returnId]), PATIENCE)
        .toBe("closed");

      const amount = promised?.amount ?? 0;
      expect(amount).toBeGreaterThan(0);
      expect(gate.passed("ProcessReturn") - asked).toBe(1);
      expect(await ledger(orderId)).toEqual([{ kind, state: "paid", amount, paidOut: amount }]);
      const after = await paidThere(order);
      expect(after.refunds).toBe(1);
      expect(after.credit - before.credit).toBe(kind === "credit" ? amount : 0);
      if (kind === "refund") expect(after.refunded).toBe(amount);
      expect(await value(`select problem from "return" where id = $1`, [returnId])).toBeNull();
    },
    180_000,
  );
});
