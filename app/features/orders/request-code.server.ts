import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { isMailbox, emailKey as keyOf } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import { codeRequested } from "./facts";
import * as store from "./look-up-store.server";
import { CODE_LASTS_MS, codeDigits, codeHash } from "./one-time-code";

const MINUTE_MS = 60_000;
const MOST_AN_HOUR = 5;
const MOST_BY_VISITOR = 10;

/**
 * Has a one-time code sent to the e-mail address of an order: one a minute and five an hour for an address
 * at most. Answers the same whether one is sent or not, so that nobody learns whether there is an address.
 * Refuses with `limits.tooMany` a visitor who asks more than ten times in ten minutes, and with
 * `orders.notFound` when there is no such order.
 */
export const requestCode = (
  shop: Shop,
  { orderId, visitor, giftAddress = null }: CodeAsked,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const asked = [`code asked by ${visitor}`];
    const visits = await countWithin(tx, {
      subjects: asked,
      most: MOST_BY_VISITOR,
      windowMs: 10 * MINUTE_MS,
    });
    if (!visits.within) return refuse("limits.tooMany");
    const order = await store.orderAddress(tx, orderId);
    if (!order) return refuse("orders.notFound");
    const { name } = order;
    const email = giftAddress ?? order.email;
    const emailKey = giftAddress ? keyOf(giftAddress) : order.emailKey;
    if (giftAddress && (emailKey === order.emailKey || !(await mayAskForGift(tx, orderId)))) return ok(null);
    if (!email || !emailKey || !isMailbox(email) || !(await mayMail(tx, emailKey))) return ok(null);
    const id = newId(tx.now);
    await store.saveCode(tx, {
      id,
      emailKey,
      orderId,
      codeHash: codeHash(tx.shopId, id, codeDigits(tx.shopId, id)),
      expiresAt: new Date(tx.now.getTime() + CODE_LASTS_MS),
    });
    await store.noteLookup(tx, { visitor, typed: name, outcome: "codeSent", orderId });
    await record(tx, codeRequested(orderId, id));
    return ok(null);
  });

export type CodeAsked = {
  orderId: string;
  visitor: string;
  /** a gift's recipient proves this address, not the order's */
  giftAddress?: string | null;
};

/** An order was given to one or few: its codes reach few addresses an hour. */
async function mayAskForGift(tx: ShopTx, orderId: string): Promise<boolean> {
  const hour = { subjects: [`gift codes of ${orderId}`], most: MOST_AN_HOUR, windowMs: 60 * MINUTE_MS };
  return (await countWithin(tx, hour)).within;
}

/** Counts against the hour only what the minute lets through. */
async function mayMail(tx: ShopTx, emailKey: string): Promise<boolean> {
  const minute = { subjects: [`code a minute to ${emailKey}`], most: 1, windowMs: MINUTE_MS };
  if (!(await countWithin(tx, minute)).within) return false;
  const hour = {
    subjects: [`code an hour to ${emailKey}`],
    most: MOST_AN_HOUR,
    windowMs: 60 * MINUTE_MS,
  };
  return (await countWithin(tx, hour)).within;
}
