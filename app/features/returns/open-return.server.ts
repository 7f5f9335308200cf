import type { OrderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { customerHistory } from "./customer-history-queries.server";
import { currentPolicy, returnable } from "./policy";
import { type ReturnDetail, type ReturnSummary, returnDetail, returnsOfOrder } from "./queries.server";
import { type ReturnableLine, returnableLines } from "./rules";
import { takenLines } from "./store.server";

export type ReturnChoice = {
  returnable: ReturnableLine[];
  /** is a return approved at once? */
  auto: boolean;
  windowDays: number;
  /** the returns there are */
  returns: ReturnSummary[];
};

/** What may come back of an order now, and what is coming back already. */
export const returnChoice = (shop: Shop, order: OrderDetail): Promise<ReturnChoice> =>
  shop.transact(async (tx) => {
    const policy = await currentPolicy(tx);
    const taken = await takenLines(tx, order.id);
    const customer = await customerHistory(tx, order, policy.review.days);
    return {
      returnable: returnableLines(policy, returnable(order, taken, { customer }), tx.now),
      auto: policy.autoApprove,
      windowDays: policy.windowDays,
      returns: (await returnsOfOrder(tx, order.id)).filter((one) => !one.gift),
    };
  });

/** A return of this order, or null: another order's is as absent. */
export const openReturn = (shop: Shop, orderId: string, returnId: string): Promise<ReturnDetail | null> =>
  shop.transact(async (tx) => {
    const found = await returnDetail(tx, returnId);
    return found?.orderId === orderId ? found : null;
  });
