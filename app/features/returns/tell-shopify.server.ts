import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import * as shopify from "~/platform/shopify/returns.server";
import { linkReturn } from "./link-return.server";
import { linkedIds, noteReplaced } from "./link-store.server";
import { hasSameLines, isMarked, travelling } from "./marker";
import { oneAtATime } from "./one-at-a-time.server";
import { factData, latestFact, wasAddedTo } from "./past-queries.server";
import { holds } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { toTrim } from "./to-trim";
import { trimmedLines } from "./trimmed-queries.server";
import { wantedAtShopify, wantsExchange } from "./wanted-return.server";
import { staffWords } from "./words/staff";

const TASK = "tell-shopify-return";
const { problems } = staffWords;

/**
 * Makes Shopify's return follow ours, whatever happened before: it is made when it is not there, approved,
 * declined, cancelled or opened again when ours is. What stays with the shopper is no part of it. Safe to run at
 * any time and again.
 */
export const tellShopify = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (!ours) throw new NeverMind("There is no such return");
    const theirs = travelling(ours.lines).length > 0 ? await find(shop, ours) : null;
    const staff = await actingStaff(shop, ours);
    const now = theirs
      ? await trim(shop, ours, await bringAlong(shop, ours, theirs, staff))
      : await make(shop, ours, staff);
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
  for (const one of there) if (ours.replacedIds.includes(one.id)) await giveUp(shop, one);
  const taken = new Set(await shop.transact((tx) => linkedIds(tx, ours.orderId)));
  const free = there.filter((one) => !taken.has(one.id) && !ours.replacedIds.includes(one.id));
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
  const wanted = await wantedAtShopify(shop, ours);
  if (wanted.lines.length === 0) return null;
  const answer =
    ours.state === "requested"
      ? await shopify.requestReturn(shop.id, wanted)
      : await shopify.openReturn(shop.id, wanted, staff);
  if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
  return answer.return;
}

/** Approves, declines, cancels or reopens there what was approved, declined, cancelled or reopened here. */
async function bringAlong(
  shop: Shop,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  staff: string | undefined,
): Promise<ShopifyReturn> {
  const goesOn = holds(ours.state) && ours.state !== "requested" && ours.state !== "closed";
  if (goesOn && (lacksExchange(ours, theirs) || (await lacksLines(shop, ours, theirs))))
    return replace(shop, ours, theirs, staff);
  let answer: shopify.Changed | null = null;
  if (goesOn && theirs.status === "requested")
    answer = await shopify.approveReturn(shop.id, theirs.id, staff);
  else if (goesOn && theirs.status === "closed" && (await wasReopened(shop, ours)))
    answer = await shopify.reopenReturn(shop.id, theirs.id, staff);
  else if (ours.state === "declined" && theirs.status === "requested") {
    const reason = (ours.declineReason ?? "OTHER") as shopify.Decline["reason"];
    answer = await shopify.declineReturn(shop.id, theirs.id, { reason, note: ours.declineNote }, staff);
  } else if (ours.state === "declined" && theirs.status === "open")
    throw new NeedsMerchant(problems.approvedThere);
  else if (ours.state === "cancelled" && (theirs.status === "requested" || theirs.status === "open"))
    answer = await shopify.cancelReturn(shop.id, theirs.id, staff);
  if (!answer) return theirs;
  if (answer.ok) return answer.return;
  const after = await shopify.fetchReturn(shop.id, theirs.id);
  if (after && after.status !== theirs.status) return after; // somebody was faster: follow-return tells us
  throw new NeedsMerchant(problems.notTaken(answer.codes));
}

/** Takes off there what staff took off here. What was looked at a moment ago says what is still to do. */
async function trim(shop: Shop, ours: KeptReturn, theirs: ShopifyReturn): Promise<ShopifyReturn> {
  if (theirs.status !== "requested" && theirs.status !== "open") return theirs;
  const { lines, staff } = await shop.transact(async (tx) => ({
    lines: toTrim(ours.lines, theirs, await trimmedLines(tx, ours.id)),
    staff: (await factData(tx, ours.id, "return.changed")).staffId,
  }));
  if (lines.length === 0) return theirs;
  const as = typeof staff === "string" ? staff : undefined;
  const answer = await shopify.removeFromReturn(shop.id, theirs.id, lines, as);
  if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
  return answer.return;
}

/** Shopify's requests know no exchanges: one that was approved with a wish for another thing lacks it there. */
const lacksExchange = (ours: KeptReturn, theirs: ShopifyReturn): boolean =>
  wantsExchange(ours) && theirs.exchangeLines.length === 0 && isUntouched(theirs);

/**
 * Were things put on ours that theirs does not have? Shopify's returns only ever lose lines. What was never linked
 * was never there: what staff took off there is not put back.
 */
async function lacksLines(shop: Shop, ours: KeptReturn, theirs: ShopifyReturn): Promise<boolean> {
  const linked = new Set(ours.lines.map((line) => line.shopifyReturnLineId));
  const free = theirs.lines.filter((line) => !linked.has(line.id)).map((line) => line.fulfilmentLineId);
  const isNew = ({ shopifyReturnLineId, fulfilmentLineId }: KeptReturn["lines"][number]) =>
    shopifyReturnLineId === null && !free.includes(fulfilmentLineId);
  if (!isUntouched(theirs) || !travelling(ours.lines).some(isNew)) return false;
  return shop.transact((tx) => wasAddedTo(tx, ours.id));
}

/** Can it still be given up for another? Until anything of it was processed. */
const isUntouched = (theirs: ShopifyReturn): boolean =>
  (theirs.status === "requested" || theirs.status === "open") &&
  theirs.refunds.length === 0 &&
  theirs.lines.every((line) => line.processed === 0);

/**
 * Gives up the return there and makes an open one with all that ours has instead: only a new one can have it.
 * What was given up is noted first, so that news of its end is not taken for ours.
 */
async function replace(
  shop: Shop,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  staff: string | undefined,
): Promise<ShopifyReturn> {
  await shop.transact((tx) => noteReplaced(tx, ours.id, theirs.id));
  await giveUp(shop, theirs);
  const made = await make(shop, ours, staff);
  if (!made) throw new NeverMind("The return ended meanwhile");
  return made;
}

async function giveUp(shop: Shop, one: Pick<ShopifyReturn, "id" | "status">): Promise<void> {
  if (one.status !== "requested" && one.status !== "open") return;
  const answer = await shopify.cancelReturn(shop.id, one.id);
  if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
}

/** Did staff open it again here, after it had been closed? */
const wasReopened = (shop: Shop, ours: KeptReturn): Promise<boolean> =>
  shop.transact(async (tx) => {
    const latest = await latestFact(tx, ours.id, ["return.closed", "return.reopened"]);
    return latest?.kind === "return.reopened" && latest.actor === "staff";
  });

/** Shopify's user id of whoever decided here, so that Shopify shows it as theirs. */
async function actingStaff(shop: Shop, ours: KeptReturn): Promise<string | undefined> {
  const kind = ["declined", "cancelled"].includes(ours.state) ? `return.${ours.state}` : "return.approved";
  const { staffId } = await shop.transact((tx) => factData(tx, ours.id, kind));
  return typeof staffId === "string" ? staffId : undefined;
}
