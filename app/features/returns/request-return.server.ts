import { orderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { currentPolicy, returnable } from "./policy";
import { type Allowed, decideReturn } from "./rules";
import { keepDecision, type RequestReturn } from "./schema";
import * as store from "./store.server";

/** Asking and cancelling in turn costs mails and calls: nobody needs it more often than this. */
const MOST_A_DAY = 20;
const dayBefore = (now: Date) => new Date(now.getTime() - 86_400_000);

/**
 * Asks for a return. Whether the asker may see the order is the door's business; whether the things may come
 * back is decided here, anew, with the order held: the same form sent twenty times at once is one return.
 * Answers the return's id. Refuses as `decideReturn` does, `returns.notFound` for an order that is not
 * the shop's, and `limits.tooMany` beyond 20 a day for one order.
 */
export const requestReturn = (
  shop: Shop,
  request: RequestReturn,
  by: Actor = { kind: "shopper" },
): Promise<Result<{ id: string; next: Allowed["next"] }>> =>
  shop.transact(async (tx) => {
    const locked = await store.lockOrder(tx, request.orderId);
    const order = locked && (await orderDetail(tx, request.orderId));
    if (!order) return refuse("returns.notFound");
    const earlier = await store.byRequestKey(tx, request.requestKey);
    if (earlier && earlier.orderId !== order.id) return refuse("input.invalid", { rule: "requestKey" });
    if (earlier) return ok({ id: earlier.id, next: earlier.state === "requested" ? "review" : "approve" });

    if ((await store.askedSince(tx, order.id, dayBefore(tx.now))) >= MOST_A_DAY)
      return refuse("limits.tooMany");
    const taken = await store.takenLines(tx, order.id);
    const policy = await currentPolicy(tx);
    const decision = decideReturn(policy, returnable(order, taken), request, tx.now);
    if (!decision.ok) return decision;

    const { lines, next } = decision.value;
    const auto = next === "approve";
    const id = await store.insert(tx, {
      orderId: order.id,
      requestKey: request.requestKey,
      state: auto ? "approved" : "requested",
      source: by.kind === "staff" ? "staff" : "shopper",
      note: request.note,
      decision: keepDecision(decision.value),
      currency: order.total.currency,
      lines: lines.map(({ asked, ...line }) => ({
        ...line,
        reason: request.lines[asked]?.reason ?? "other-reason",
        note: null,
      })),
    });
    const about = { id, orderId: order.id };
    await record(
      tx,
      auto ? returnFact("return.approved", about, by, { auto }) : returnFact("return.requested", about, by),
    );
    return ok({ id, next });
  });
