import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type Actor, returnFact } from "./facts";
import { promisedFrom } from "./inspect-return.server";
import { promisesOf } from "./ledger-store.server";
import { outcomeAt } from "./run-outcome.server";
import { step } from "./states";
import * as store from "./store.server";

/**
 * Notes what has come back, line by line (return line id → how many), before anybody looked at it closely. It
 * may be corrected until the payout starts or somebody inspected it. Where the policy pays on receipt, the
 * payout starts. Refuses `returns.notFound`, `returns.lineUnknown`, `returns.quantityTooLarge`,
 * `returns.nothingChosen` when nothing came, `returns.notAllowedNow`, `returns.alreadyDecided`.
 */
export const receiveReturn = (
  shop: Shop,
  returnId: string,
  quantities: Readonly<Record<string, number>>,
  by: Actor,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const pending = await store.lock(tx, returnId);
    if (!pending) return refuse("returns.notFound");
    const next = step(pending.state, "receive");
    if (!next.ok) return next;
    const promises = await promisesOf(tx, pending.id);
    if (pending.inspectedAt || promises.some((one) => one.state === "intended" && one.kind !== "exchange"))
      return refuse("returns.alreadyDecided", { state: "refund" });
    const known = new Map(pending.lines.map((line) => [line.id, line]));
    for (const [lineId, quantity] of Object.entries(quantities)) {
      const line = known.get(lineId);
      if (!line) return refuse("returns.lineUnknown");
      if (quantity > line.quantity) return refuse("returns.quantityTooLarge", { most: line.quantity });
    }
    const came = pending.lines.map((line) => ({ id: line.id, quantity: quantities[line.id] ?? 0 }));
    if (came.every(({ quantity }) => quantity === 0)) return refuse("returns.nothingChosen");
    for (const { id, quantity } of came) await store.saveLine(tx, id, { receivedQuantity: quantity });
    await store.save(tx, pending.id, {
      state: pending.refundedAt ? pending.state : next.value,
      receivedAt: pending.receivedAt ?? tx.now,
      ...(pending.receivedAt ? {} : await promisedFrom(tx)),
    });
    await record(tx, returnFact("return.received", pending, by));
    const latest = await store.load(tx, pending.id);
    if (latest) await outcomeAt(tx, latest, by, "receipt");
    return ok(null);
  });
