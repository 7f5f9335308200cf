import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import { limitOf } from "~/features/settings/rules";
import type { ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { closeApproval, insertApproval, waitingFor } from "./approvals-store.server";
import { type Actor, returnFact } from "./facts";
import { inOrdersCurrency } from "./fees";
import type { OutcomeRun } from "./inspection";
import { lockLedger, type Promised, promise, promisesOf } from "./ledger-store.server";
import { owedFor } from "./owed-for-return.server";
import { adjusted, moneyOf, promisesFor } from "./payout";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";

type Wish = {
  /** what somebody confirmed, in minor units; null: what is owed */
  amount: bigint | null;
  /** do accepted things go back on the shelf, where nobody said it line by line? */
  restock: boolean;
  /** was it approved by somebody who may? */
  approved: boolean;
  /** put it before somebody else whatever the amount */
  ask?: boolean;
};

/**
 * Promises what is owed for a return in the order's ledger, and lets a task pay it; above what this person may
 * pay out alone, it is put before somebody who may. Hold the return. Refuses `returns.refundTooLarge` (with
 * what is `left`), `returns.alreadyDecided` when it was paid.
 */
export async function startPayout(
  tx: ShopTx,
  ours: KeptReturn,
  by: Actor,
  wish: Wish,
): Promise<Result<OutcomeRun>> {
  const ledger = await lockLedger(tx, ours.orderId);
  const before = await promisesOf(tx, ours.id);
  if (before.some((entry) => entry.state === "paid" && entry.kind !== "exchange"))
    return refuse("returns.alreadyDecided", { state: "refunded" });
  const isUnderWay = before.some((entry) => entry.state === "intended" && entry.kind !== "exchange");
  if (isUnderWay && ours.problem === null) return ok({ kind: "started", amount: ours.refundAmount ?? 0n });

  const held = before.filter((entry) => entry.state === "intended" && entry.kind !== "bonus");
  const owed = await owedFor(tx, ours);
  const promised = adjusted(owed ? promisesFor(owed) : [], wish.amount);
  const isSent = before.some((entry) => entry.kind === "exchange" && entry.state === "paid");
  const counted = sum(
    promised
      .filter((one) => one.kind !== "bonus" && !(isSent && one.kind === "exchange"))
      .map((one) => one.amount),
  );
  const left = ledger ? ledger.paid - ledger.paidOut + sum(held.map((entry) => entry.amount)) : 0n;
  if (counted > left || moneyOf(promised) < 0n)
    return refuse("returns.refundTooLarge", { left: String(left) });

  const amount = moneyOf(promised);
  const limit = wish.approved ? null : await limitFor(tx, ours.orderId, by);
  const given = amount + sum(promised.filter((one) => one.kind === "bonus").map((one) => one.amount));
  const isAbove = wish.ask === true || (limit !== null && given > limit);
  if (isAbove && by.kind === "staff")
    return ok(await ask(tx, ours, by, { amount, limit: limit ?? 0n, restock: wish.restock }));
  await withdraw(tx, ours.id, wish.approved);
  const owes = owed && owed.exchangeDifference > 0n ? owed.exchangeDifference : 0n;
  const terms = { amount, owes, promised: ledger ? promised : [], restock: wish.restock };
  return ok(await start(tx, ours, by, terms));
}

async function start(
  tx: ShopTx,
  ours: KeptReturn,
  by: Actor,
  {
    amount,
    owes,
    promised,
    restock,
  }: { amount: bigint; owes: bigint; promised: Promised[]; restock: boolean },
): Promise<OutcomeRun> {
  await promise(tx, ours, promised, by.kind === "staff" ? by.name : by.kind);
  await store.save(tx, ours.id, { refundAmount: amount, problem: null });
  const how = { restock, owes: String(owes) };
  const isFirst = await record(tx, returnFact("return.refundStarted", ours, by, how));
  if (!isFirst) await record(tx, returnFact("return.refundStarted", ours, by, how, newId(tx.now)));
  return { kind: "started", amount };
}

/** The most somebody may pay out alone for this order, in its currency at its own rate; null: as much as they like. */
export async function limitFor(tx: ShopTx, orderId: string, by: Actor): Promise<bigint | null> {
  const { settings } = await shopFace(tx);
  const limit = limitOf(settings.staff.limits, by);
  if (limit === null) return null;
  const order = await orderDetail(tx, orderId);
  const rate = order ? { total: order.total.amount, totalShop: order.totalShop.amount } : undefined;
  return inOrdersCurrency(limit, rate);
}

/** Asks for an approval, unless the same is waiting already. */
async function ask(
  tx: ShopTx,
  ours: KeptReturn,
  by: Extract<Actor, { kind: "staff" }>,
  { amount, limit, restock }: { amount: bigint; limit: bigint; restock: boolean },
): Promise<OutcomeRun> {
  const waiting = await waitingFor(tx, ours.id);
  if (waiting?.amount === amount) return { kind: "needsApproval", approvalId: waiting.id, amount, limit };
  if (waiting) await closeApproval(tx, waiting.id, "withdrawn", by.id);
  const asked = { returnId: ours.id, amount, restock, askedBy: by.id, askedName: by.name };
  const approvalId = await insertApproval(tx, asked);
  await record(tx, returnFact("return.approvalAsked", ours, by, { approvalId }, approvalId));
  return { kind: "needsApproval", approvalId, amount, limit };
}

/** Somebody who may has started it: nobody needs to decide any more. */
async function withdraw(tx: ShopTx, returnId: string, isGranted: boolean): Promise<void> {
  const waiting = isGranted ? null : await waitingFor(tx, returnId);
  if (waiting) await closeApproval(tx, waiting.id, "withdrawn", null);
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
