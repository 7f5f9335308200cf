import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { approveReturn } from "../approve-return.server";
import { type Actor, returnFact } from "../facts";
import { requestReturn } from "../request-return.server";
import { insertNote } from "../staff-return-queries.server";
import * as store from "../store.server";
import { actionWords as words } from "../words/actions-staff";
import { actionFact } from "./facts";
import type { StartReturn } from "./schema";
import { tellOf } from "./start-action.server";

/**
 * Staff start a return for a shopper who wrote to them. It goes on like any other: it is told to Shopify, gets its
 * label and its mail. Approved at once, unless they want it looked at first. `late`: taken back though its days are
 * over, with the reason noted. The same form sent again is the same return. Answers its id. Refuses
 * `input.invalid` for a late one without a reason, and as `requestReturn` does.
 */
export async function startReturn(
  shop: Shop,
  {
    orderId,
    conversationId,
    requestKey,
    lines,
    method,
    late,
    why,
    approve,
  }: StartReturn & { orderId: string },
  by: Extract<Actor, { kind: "staff" }>,
): Promise<Result<{ returnId: string }>> {
  if (late && why === "") return refuse("input.invalid");
  const request = { orderId, requestKey, lines, ...(method ? { method } : {}) };
  const asked = await requestReturn(shop, request, by, { late });
  if (!asked.ok) return asked;
  const { id: returnId, next } = asked.value;
  if (late) await noteWhy(shop, returnId, { requestKey, why }, by);
  if (conversationId) await tell(shop, { id: requestKey, kind: "return", orderId, conversationId }, by);
  // Decided already: the form was sent twice, and the other one was faster.
  if (next === "review" && approve) await approveReturn(shop, returnId, by);
  return ok({ returnId });
}

/** Whoever looks at the conversation sees it there, too. */
const tell = (
  shop: Shop,
  about: { id: string; kind: "return"; orderId: string; conversationId: string },
  by: Extract<Actor, { kind: "staff" }>,
): Promise<void> =>
  shop.transact(async (tx) => {
    await record(tx, actionFact("started", about, by));
    await tellOf(tx, about);
  });

const noteWhy = (
  shop: Shop,
  returnId: string,
  { requestKey, why }: { requestKey: string; why: string },
  by: Extract<Actor, { kind: "staff" }>,
): Promise<void> =>
  shop.transact(async (tx) => {
    const about = await store.load(tx, returnId);
    if (!about || !(await record(tx, returnFact("return.noted", about, by, {}, requestKey)))) return;
    const text = words.takenLate(why);
    await insertNote(tx, { id: requestKey, returnId, text, staffId: by.id, actorName: by.name });
  });
