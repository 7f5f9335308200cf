import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { refundWithoutReturn } from "~/platform/shopify/credit.server";
import type { ShopifyReturn } from "~/platform/shopify/nouns";
import * as money from "~/platform/shopify/return-money.server";
import { fetchReturn, removeFromReturn } from "~/platform/shopify/returns.server";
import { gid } from "~/values/ids";
import { formatMoney } from "~/values/money";
import { countOrderRefunds } from "./count-refunds.server";
import { RETURNED_NOTE } from "./ledger-count-store.server";
import { type Entry, type EntryKind, isKeep, promisesOf } from "./ledger-store.server";
import { shelvableLines } from "./order-facts-queries.server";
import type { Wish } from "./pay-refund.server";
import { paidUnits } from "./payout";
import { shelfOf } from "./shelf.server";
import type { KeptReturn } from "./store.server";
import { dispositionsOf, type ToProcess, toProcess, toRemove, toSend } from "./to-process";
import { staffWords } from "./words/staff";

const { problems } = staffWords;

type Outcome = { entries: readonly Entry[]; wish: Wish };

const owed = (entries: readonly Entry[], kind: EntryKind): bigint =>
  entries
    .filter((entry) => entry.kind === kind && entry.state === "intended")
    .reduce((sum, entry) => sum + entry.amount, 0n);

/**
 * Has Shopify process a return as it was promised: what was not accepted is taken off it, what came goes where it
 * belongs, what is sent instead goes out, and the money moves. Nothing is paid when Shopify's own reckoning
 * differs by more than rounding. Hold the return's turn.
 */
export async function processOutcome(
  shop: Shop,
  ours: KeptReturn,
  told: ShopifyReturn,
  { entries, wish }: Outcome,
): Promise<void> {
  if (told.status === "requested") throw new TryAgain("Shopify has not been told of the approval yet");
  const theirs = await withoutRejected(shop, ours, told, wish.staff);
  const lines = toProcess(ours, theirs);
  const exchange = toSend(ours, theirs);
  const paid = { refund: owed(entries, "refund"), credit: owed(entries, "credit") };
  const isNothing = lines.length === 0 && exchange.length === 0;
  if (isNothing && paid.refund + paid.credit === 0n) return;
  if (isNothing) return payProcessed(shop, ours, wish);
  if (theirs.status !== "open") throw new NeedsMerchant(problems.notOpenThere);
  const suggested = await suggestionFor(shop, theirs, { lines, exchange });
  const payments = paymentsOf(ours.currency, suggested, {
    refund: paid.refund,
    expected: paid.refund + paid.credit + owed(entries, "giftCard"),
    sentBefore: sentBefore(entries, exchange.length),
    rounding: BigInt(lines.reduce((sum, line) => sum + line.quantity, 1)),
  });
  const answer = await money.processReturn(
    shop.id,
    {
      returnId: theirs.id,
      lines: await withPlaces(shop, ours, lines, wish),
      exchange,
      payments,
      credit: { amount: paid.credit, currency: ours.currency },
      note: ours.rma,
    },
    wish.staff,
  );
  if (answer.ok) return;
  const after = await fetchReturn(shop.id, theirs.id);
  if (after && after.refunds.length > theirs.refunds.length) return; // it went through after all
  throw new NeedsMerchant(problems.notTaken(answer.codes));
}

/**
 * The return was processed in Shopify's admin without a refund. What is owed for it is refunded beside it: once, by
 * the key of its promise, and known again by the number in its note. Whoever processed it may have paid for it in
 * the same step, after the refunds were counted: they are counted anew, now that the step is seen.
 */
async function payProcessed(shop: Shop, ours: KeptReturn, wish: Wish): Promise<void> {
  if (!(await countOrderRefunds(shop, ours.orderId))) throw new NeedsMerchant(problems.goneThere);
  const entries = (await shop.transact((tx) => promisesOf(tx, ours.id))).filter((one) => !isKeep(one));
  const open = entries.filter((entry) => entry.state === "intended");
  const [refund, credit] = [owed(entries, "refund"), owed(entries, "credit")];
  if (refund + credit === 0n) return;
  const answer = await refundWithoutReturn(
    shop.id,
    {
      orderId: ours.orderId,
      lines: ours.lines
        .map((line) => ({ orderLineId: line.orderLineId, quantity: paidUnits(line, ours) }))
        .filter((line) => line.quantity > 0),
      noteLines: false,
      amount: { amount: refund, currency: ours.currency },
      credit,
      note: `${ours.rma}${RETURNED_NOTE}`,
      key: open.find((entry) => entry.kind === "refund" || entry.kind === "credit")?.id ?? ours.id,
    },
    wish.staff,
  );
  if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
}

/** Units that were not accepted are no longer part of Shopify's return. */
async function withoutRejected(
  shop: Shop,
  ours: KeptReturn,
  theirs: ShopifyReturn,
  staff: string | undefined,
): Promise<ShopifyReturn> {
  const rejected = theirs.status === "open" ? toRemove(ours, theirs) : [];
  if (rejected.length === 0) return theirs;
  const answer = await removeFromReturn(shop.id, theirs.id, rejected, staff);
  if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
  return answer.return;
}

type Units = { lines: ToProcess[]; exchange: { id: string; quantity: number }[] };

/** What Shopify would do with the money for these units. */
const suggestionFor = (shop: Shop, theirs: ShopifyReturn, { lines, exchange }: Units) =>
  money.suggestRefund(shop.id, theirs.id, lines, exchange);

/** What was sent before the parcel came is not in Shopify's reckoning of the rest. */
const sentBefore = (entries: readonly Entry[], toSendNow: number): bigint =>
  toSendNow > 0
    ? 0n
    : entries
        .filter((entry) => entry.kind === "exchange" && entry.state === "paid")
        .reduce((sum, entry) => sum + entry.amount, 0n);

type Expected = { refund: bigint; expected: bigint; sentBefore: bigint; rounding: bigint };

/**
 * The payments our refund goes back to, out of those Shopify suggests. Throws NeedsMerchant when Shopify reckons
 * with another sum: nobody is paid then until staff have looked.
 */
function paymentsOf(
  currency: string,
  suggested: money.SuggestedRefund,
  { refund, expected, sentBefore, rounding }: Expected,
): money.Payment[] {
  const theirs = (suggested.amount?.amount ?? 0n) - sentBefore;
  const difference = theirs > expected ? theirs - expected : expected - theirs;
  const isOther = suggested.invoice ? expected > 0n : difference > rounding;
  if (isOther) throw new NeedsMerchant(problems.otherAmount(formatMoney({ amount: theirs, currency }, "en")));
  let left = refund;
  return suggested.payments.flatMap(({ parentGid, amount }) => {
    const part = amount.amount < left ? amount.amount : left;
    left -= part;
    return part > 0n ? [{ parentGid, amount: { amount: part, currency } }] : [];
  });
}

/** The lines with where their things go: known once the parcel came. */
async function withPlaces(shop: Shop, ours: KeptReturn, lines: ToProcess[], { restock }: Wish) {
  if (!ours.receivedAt) return lines.map(({ id, quantity }) => ({ id, quantity, dispositions: [] }));
  const wantsShelf = restock || lines.some(({ mine }) => mine.disposition === "restock" && !mine.locationId);
  const shelves = {
    shelf: wantsShelf ? await shelfOf(shop, ours) : null,
    shelvable: await shop.transact((tx) => shelvableLines(tx, ours.lines)),
    gidOf: (id: string) => gid("Location", id),
    restock,
  };
  return lines.map((line) => ({
    id: line.id,
    quantity: line.quantity,
    dispositions: dispositionsOf(line, shelves),
  }));
}
