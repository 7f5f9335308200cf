import type { Inspection } from "~/features/returns/inspection";
import { policySchema } from "~/features/returns/policy-schema";
import { newId } from "~/values/ids";
import type { DeliveredOrder, ReturnDay } from "./return-day";

export const MAYA = { kind: "staff" as const, id: "42", name: "Maya" };

/** Publishes a policy as it would stand after the editor; the rest is as in a new shop. */
export async function inForce(day: ReturnDay, policy: object): Promise<void> {
  const { rows } = await day.owner.query<{ version: number }>(
    `select coalesce(max(version), 0) + 1 as version from policy_version where "shopId" = $1`,
    [day.shop.id],
  );
  await day.owner.query(
    `insert into policy_version ("shopId", id, version, value, "savedAt", "publishedAt")
     values ($1, $2, $3, $4, now(), now())`,
    [day.shop.id, newId(), Number(rows[0]?.version), JSON.stringify(policySchema.parse(policy))],
  );
}

/** What a variant of the store's shelves is called and costs, in the shop's currency. */
export async function variant(day: ReturnDay, sku: string): Promise<{ id: string; price: bigint }> {
  const { productVariants } = await day.ask<{
    productVariants: { nodes: { id: string; sku: string; price: string }[] };
  }>("{ productVariants(first: 50) { nodes { id sku price } } }");
  const found = productVariants.nodes.find((one) => one.sku === sku);
  if (!found) throw new Error(`Nothing is called ${sku}`);
  return { id: found.id.split("/").at(-1) ?? "", price: BigInt(Math.round(Number(found.price) * 100)) };
}

type Wish = {
  outcome: string;
  exchangeVariantId?: string;
  exchangePrice?: bigint;
  bonus?: bigint;
  restockingFee?: bigint;
};

/** A return of the order's first line with this wish, asked for but not worked on yet. Answers its id. */
export async function wished(
  day: ReturnDay,
  order: DeliveredOrder,
  wish: Wish,
  more: { quantity?: number; returnFee?: bigint; gift?: boolean } = {},
): Promise<string> {
  const id = await day.requested(order, more.quantity);
  await day.shop.transact(async (tx) => {
    await tx.db.returnLine.updateMany({ where: { shopId: tx.shopId, returnId: id }, data: wish });
    const row = await tx.db.return.findUnique({ where: { shopId_id: { shopId: tx.shopId, id } } });
    await tx.db.return.update({
      where: { shopId_id: { shopId: tx.shopId, id } },
      data: {
        gift: more.gift ?? false,
        quote: { ...QUOTE, ...(row?.quote as object | null), returnFee: String(more.returnFee ?? 0n) },
      },
    });
  });
  return id;
}

const NOTHING = { refund: "0", credit: "0", giftCard: "0", bonus: "0", total: "0", restockingFee: "0" };
const QUOTE = {
  ...NOTHING,
  currency: "GBP",
  method: "label",
  lines: [],
  exchange: "0",
  exchangeValue: "0",
  exchangeDifference: "0",
  returnFee: "0",
  refundBy: null,
  shopify: null,
};

/** All that was asked for came, and all of it was accepted. */
export async function allAccepted(day: ReturnDay, returnId: string): Promise<Inspection> {
  const { items } = await day.detail(returnId);
  return {
    lines: items.map((item) => ({
      lineId: item.id,
      received: item.quantity,
      accepted: item.quantity,
      rejected: 0,
      disposition: "restock" as const,
    })),
    strays: [],
  };
}

/** The ledger of an order as rows: kind, amount, state. */
export async function ledgerOf(day: ReturnDay, orderId: string) {
  const { rows } = await day.owner.query<{ kind: string; amount: number; state: string }>(
    `select kind, amount::int as amount, state from ledger_entry
     where "shopId" = $1 and "orderId" = $2 and state <> 'voided' order by kind, id`,
    [day.shop.id, orderId],
  );
  return rows;
}
