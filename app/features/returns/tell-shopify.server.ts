import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import * as shopify from "~/platform/shopify/returns.server";
import { linkReturn } from "./link-return.server";
import { hasSameLines, isMarked, markedNote } from "./marker";
import { oneAtATime } from "./one-at-a-time.server";
import { holds } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

const TASK = "tell-shopify-return";

/**
 * Makes Shopify's return follow ours, whatever happened before: it is made when it is not there, approved,
 * declined or cancelled when ours is. Safe to run at any time and again.
 */
export const tellShopify = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (!ours) throw new NeverMind("There is no such return");
    const theirs = await find(shop, ours);
    const staff = await actingStaff(shop, ours);
    const now = theirs ? await bringAlong(shop, ours, theirs, staff) : await make(shop, ours, staff);
    await shop.transact(async (tx) => {
      const latest = now && (await store.lock(tx, returnId));
      if (latest) await linkReturn(tx, latest, now);
      await store.clearProblem(tx, returnId, TASK);
    });
  });

/**
 * Our return at Shopify. One that is not linked yet may be there all the same, when an answer was lost: the
 * order's returns are looked through for one that carries our number, or is for the same things.
 */
async function find(shop: Shop, ours: KeptReturn): Promise<ShopifyReturn | null> {
  if (ours.shopifyReturnId) return shopify.fetchReturn(shop.id, ours.shopifyReturnId);
  const there = await shopify.fetchReturnsOfOrder(shop.id, ours.orderId);
  const taken = new Set(await shop.transact((tx) => store.linkedIds(tx, ours.orderId)));
  const free = there.filter((one) => !taken.has(one.id));
  const twin =
    free.find((one) => isMarked(ours, one)) ??
    free.find(
      (one) => ["requested", "open"].includes(one.status) && isUnnumbered(one) && hasSameLines(ours, one),
    );
  return twin ? shopify.fetchReturn(shop.id, twin.id) : null;
}

const isUnnumbered = (one: shopify.ReturnOutline) =>
  !one.lines.some((line) => /RMA-[0-9A-Z]{6}$/.test(line.note ?? ""));

async function make(shop: Shop, ours: KeptReturn, staff: string | undefined): Promise<ShopifyReturn | null> {
  if (!holds(ours.state) || ours.state === "closed") return null; // it ended before Shopify heard of it
  const wanted = {
    orderId: ours.orderId,
    requestedAt: ours.requestedAt,
    lines: ours.lines.map((line) => ({
      fulfilmentLineId: line.fulfilmentLineId,
      quantity: line.quantity,
      reason: line.reason,
      note: markedNote(ours.rma, line.note ?? ours.note),
    })),
  };
  const answer =
    ours.state === "requested"
      ? await shopify.requestReturn(shop.id, wanted)
      : await shopify.openReturn(shop.id, wanted, staff);
  if (!answer.ok) throw new NeedsMerchant(staffWords.problems.notTaken(answer.codes));
  return answer.return;
}

/** Approves, declines or cancels there what was approved, declined or cancelled here. */
async function bringAlong(
  shop: Shop,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  staff: string | undefined,
): Promise<ShopifyReturn> {
  const goesOn = holds(ours.state) && ours.state !== "requested";
  let answer: shopify.Changed | null = null;
  if (goesOn && theirs.status === "requested")
    answer = await shopify.approveReturn(shop.id, theirs.id, staff);
  else if (ours.state === "declined" && theirs.status === "requested") {
    const reason = (ours.declineReason ?? "OTHER") as shopify.Decline["reason"];
    answer = await shopify.declineReturn(shop.id, theirs.id, { reason, note: ours.declineNote }, staff);
  } else if (ours.state === "declined" && theirs.status === "open")
    throw new NeedsMerchant(staffWords.problems.approvedThere);
  else if (ours.state === "cancelled" && (theirs.status === "requested" || theirs.status === "open"))
    answer = await shopify.cancelReturn(shop.id, theirs.id, staff);
  if (!answer) return theirs;
  if (answer.ok) return answer.return;
  const after = await shopify.fetchReturn(shop.id, theirs.id);
  if (after && after.status !== theirs.status) return after; // somebody was faster: follow-return tells us
  throw new NeedsMerchant(staffWords.problems.notTaken(answer.codes));
}

/** Shopify's user id of whoever decided here, so that Shopify shows it as theirs. */
async function actingStaff(shop: Shop, ours: KeptReturn): Promise<string | undefined> {
  const kind = ["declined", "cancelled"].includes(ours.state) ? `return.${ours.state}` : "return.approved";
  const { staffId } = await shop.transact((tx) => store.factData(tx, ours.id, kind));
  return typeof staffId === "string" ? staffId : undefined;
}
