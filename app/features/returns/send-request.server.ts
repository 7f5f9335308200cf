import { createHash } from "node:crypto";
import type { Shop } from "~/platform/database/shop.server";
import type { Refusal } from "~/values/result";
import { openRequest } from "./open-request.server";
import { readPhotoToken } from "./photos.server";
import type { Draft, DraftLine } from "./request-form";
import { requestReturn } from "./request-return.server";
import type { Scope } from "./request-scope.server";
import { type Problem, type Step, stepOfRefusal } from "./request-steps";
import { joinedBefore, madeBefore } from "./request-store.server";
import type { RequestView } from "./request-view";

export type Made = { orderId: string; orderName: string; id: string };
export type Failed = { orderId: string; orderName: string; refusal: Refusal };
/** What became of a request: made, for each order of it; or something to mend first. */
export type Sent =
  | { kind: "made"; made: Made[]; failed: Failed[] }
  | { kind: "mend"; step: Step; view: RequestView };

/**
 * Sends a filled-in request: one return for each of its orders, with one group's id. What cannot be returned
 * of one order does not hold up another; when nothing could be, the page that must be mended comes back with
 * everything as it was typed. Sent again, it is the same returns.
 */
export async function sendRequest(
  shop: Shop,
  scope: Scope,
  typed: Draft,
  giftEmail: string | null,
): Promise<Sent> {
  const view = await openRequest(shop, scope, typed, { checkTo: "check", show: "items" });
  const mend = async (step: Step, problems: Problem[]): Promise<Sent> => {
    // The same request, sent before or at the same moment, has taken what this one finds gone.
    const before = await sentBefore(shop, scope, typed);
    if (before) return before;
    const page = await openRequest(shop, scope, typed, { checkTo: null, show: step, live: step !== "check" });
    return { kind: "mend", step, view: { ...page, problems } };
  };
  const [first] = view.problems;
  if (first) return mend(first.step, view.problems);
  const { draft } = view;
  const orderOf = new Map(
    view.orders.flatMap((order) => order.lines.map((line) => [line.orderLineId, order] as const)),
  );
  const groups = [...Map.groupBy(draft.lines, (line) => orderOf.get(line.orderLineId)?.id ?? "")];
  const [made, failed]: [Made[], Failed[]] = [[], []];
  for (const [orderId, lines] of groups) {
    const orderName = view.orders.find((order) => order.id === orderId)?.name ?? "";
    const asked = await requestReturn(shop, {
      orderId,
      requestKey: keyOf(draft.requestKey, orderId, scope.orders[0]?.id),
      lines: lines.map((line) => asRequested(shop, scope, line)),
      note: draft.note || null,
      ...(draft.method ? { method: draft.method } : {}),
      insteadOf: orderId === scope.orders[0]?.id ? draft.instead : null,
      addTo: orderId === scope.orders[0]?.id ? (draft.addTo ?? null) : null,
      groupId: groups.length > 1 ? draft.requestKey : null,
      giftEmail,
    });
    if (asked.ok) made.push({ orderId, orderName, id: asked.value.id });
    else failed.push({ orderId, orderName, refusal: asked.refusal });
  }
  const [refused] = failed;
  if (made.length > 0 || !refused) return { kind: "made", made, failed };
  const step = stepOfRefusal(refused.refusal);
  const row = String(refused.refusal.detail?.orderLineId ?? "") || null;
  return mend(step, [{ step, refusal: refused.refusal, row }]);
}

/** What became of this very request when it was sent before; null when it was not. */
async function sentBefore(shop: Shop, scope: Scope, typed: Draft): Promise<Sent | null> {
  const made = await shop.transact(async (tx) => [
    ...(typed.addTo ? await joinedBefore(tx, typed.addTo, [typed.requestKey]) : []),
    ...(await madeBefore(tx, keysOf(scope, typed))),
  ]);
  return made.length > 0 ? { kind: "made", made, failed: [] } : null;
}

/** The keys that this request's returns have, whichever of the scope's orders they are of. */
const keysOf = ({ orders }: Scope, { requestKey }: Draft): string[] =>
  orders.map(({ id }) => keyOf(requestKey, id, orders[0]?.id));

const asRequested = (shop: Shop, { orders }: Scope, line: DraftLine) => ({
  orderLineId: line.orderLineId,
  quantity: line.quantity,
  reason: line.reason ?? ("other-reason" as const),
  ...(line.outcome ? { outcome: line.outcome } : {}),
  answers: line.answers,
  photoIds: line.photos.flatMap((token) => readPhotoToken(shop, orders[0]?.id ?? "", token) ?? []),
  variantId: line.variantId,
});

/** Each order's return has a key of its own, the same each time the same request is sent (RFC 9562, version 8). */
function keyOf(requestKey: string, orderId: string, mainOrderId: string | undefined): string {
  if (orderId === mainOrderId) return requestKey;
  const hex = createHash("sha256").update(`${requestKey} ${orderId}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
