import type { Shop } from "~/platform/database/shop.server";
import { recordAll } from "~/platform/queue/record.server";
import { returnFact } from "./facts";
import * as sweep from "./sweep-store.server";

/** Promised refunds are warned of this long before they are missed. */
const AHEAD_MS = 24 * 3_600_000;
const MOST = 200;

/**
 * Notes, once each, which returns' promised refunds will soon be missed, and which parcels are late though what
 * goes out instead was sent already. Staff see it on the return and in the list.
 */
export const warnOfDue = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const due = await sweep.dueBefore(tx, new Date(tx.now.getTime() + AHEAD_MS), MOST);
    const late = await sweep.overdueSince(tx, tx.now, MOST);
    await recordAll(tx, [
      ...due.map((one) => returnFact("return.refundDue", one, { kind: "system" })),
      ...late.map((one) => returnFact("return.exchangeOverdue", one, { kind: "system" })),
    ]);
  });
