import { shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { type KeptAction, loadAction, lockAction, saveAction } from "../action-store.server";
import type { Actor } from "../facts";
import { limitFor } from "../start-payout.server";
import { lockOrder } from "../store.server";
import { actionFact } from "./facts";
import { kindOfAction } from "./registry.server";
import { heldStanding, startAction, tellOf } from "./start-action.server";

type StaffActor = Extract<Actor, { kind: "staff" }>;

/**
 * Grants or declines what waits for an approval, or takes it back. Granting starts it, if it is still possible. Who
 * decides must be the account's owner or have a limit of their own that reaches; nobody grants what they asked for
 * themselves, and only who asked takes it back. `why` is told to whoever asked when it is declined. Refuses `actions.notFound`, `actions.alreadyDecided`,
 * `staff.forbidden`, and as the kind does; it goes on waiting then.
 */
export const decideAction = (
  shop: Shop,
  actionId: string,
  decision: "grant" | "decline" | "withdraw",
  by: StaffActor,
  why = "",
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const about = await loadAction(tx, actionId);
    const held = about && (await lockOrder(tx, about.orderId));
    const action = held && (await lockAction(tx, actionId));
    const kind = action && kindOfAction(action.kind);
    if (!action || !kind) return refuse("actions.notFound");
    if (action.state !== "waiting") return refuse("actions.alreadyDecided", { state: action.state });
    if (!(await mayDecide(tx, action, decision, by))) return refuse("staff.forbidden");
    if (decision === "grant") {
      const standing = await heldStanding(tx, action.orderId);
      if (!standing) return refuse("orders.notFound");
      const weighed = kind.weigh(standing, kind.schema.parse(action.asked));
      if (!weighed.ok) return weighed;
      await saveAction(tx, action.id, decidedBy(tx, by));
      await record(tx, actionFact("granted", action, by));
      await startAction(tx, action, weighed.value, by);
      return ok(null);
    }
    const state = decision === "decline" ? "declined" : "withdrawn";
    const asked = kind.keeps(kind.schema.parse(action.asked)) as object;
    const reason = decision === "decline" && why !== "" ? why : null;
    await saveAction(tx, action.id, { ...decidedBy(tx, by), state, asked, reason, endedAt: tx.now });
    await record(tx, actionFact(state, action, by));
    await tellOf(tx, action);
    return ok(null);
  });

const decidedBy = (tx: ShopTx, by: StaffActor) => ({
  decidedBy: by.id,
  decidedName: by.name,
  decidedAt: tx.now,
});

/** May they say so? As with payouts of returns. */
export async function mayDecide(
  tx: ShopTx,
  action: Pick<KeptAction, "orderId" | "askedBy" | "cost">,
  decision: "grant" | "decline" | "withdraw",
  by: StaffActor,
): Promise<boolean> {
  if (decision === "withdraw") return action.askedBy === by.id;
  if (by.owner === true) return true;
  const { settings } = await shopFace(tx);
  const hasOwn = settings.staff.limits.people.some((one) => one.staffId === by.id);
  if (!hasOwn || action.askedBy === by.id) return false;
  const limit = await limitFor(tx, action.orderId, by);
  return decision === "decline" || limit === null || action.cost <= limit;
}
