import type { Shop } from "~/platform/database/shop.server";
import { recordAll } from "~/platform/queue/record.server";
import { dayIn } from "~/values/calendar";
import { returnFact } from "./facts";
import { currentPolicy } from "./policy";
import * as sweep from "./sweep-store.server";

/** Promised refunds are warned of this long before they are missed. */
const AHEAD_MS = 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const MOST = 200;

/**
 * Notes, once each, which returns' promised refunds will soon be missed, and which parcels are due soon or late
 * though what goes out instead was sent already. Staff see it on the return and in the list; the shopper is
 * reminded of the parcel.
 */
export const warnOfDue = (shop: Shop): Promise<void> =>
  shop.transact(async (tx) => {
    const due = await sweep.dueBefore(tx, new Date(tx.now.getTime() + AHEAD_MS), MOST);
    const late = await sweep.overdueSince(tx, tx.now, MOST);
    const { timeZone, instantExchange } = await currentPolicy(tx);
    const { remindDays, whenLate } = instantExchange;
    const soon = new Date(tx.now.getTime() + remindDays * DAY_MS);
    const remind = await sweep.dueBackBetween(tx, tx.now, soon, MOST);
    await recordAll(tx, [
      ...due.map((one) => returnFact("return.refundDue", one, { kind: "system" })),
      ...remind.map(({ sendBackBy, ...one }) => {
        const said = { day: dayIn(sendBackBy ?? tx.now, timeZone), invoice: whenLate === "invoice" };
        return returnFact("return.exchangeReminder", one, { kind: "system" }, said);
      }),
      ...late.map((one) => returnFact("return.exchangeOverdue", one, { kind: "system" })),
    ]);
  });
