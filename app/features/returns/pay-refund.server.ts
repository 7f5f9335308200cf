import { profileOrNull } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant, NeverMind, TryAgain } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import { refundWithoutReturn } from "~/platform/shopify/credit.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { missingAccess } from "~/platform/shopify/scopes";
import { fetchGrantedScopes } from "~/platform/shopify/shop.server";
import { accessForPayout, accessSentence } from "./access";
import { countOrderRefunds } from "./count-refunds.server";
import { returnFact } from "./facts";
import { KEPT_NOTE } from "./ledger-count-store.server";
import type { Entry, EntryKind } from "./ledger-store.server";
import * as ledger from "./ledger-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import { customerOf } from "./order-facts-queries.server";
import { factData, owesForExchange } from "./past-queries.server";
import { payBonus, payGiftCard } from "./pay-credit.server";
import { currentPolicy } from "./policy";
import { processOutcome } from "./process-outcome.server";
import { settleReturn } from "./settle-refund.server";
import { mayStep } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

const { problems } = staffWords;

/** How it was wanted: whose act it is, and whether things go back on the shelf. */
export type Wish = { restock: boolean; staff: string | undefined };

/**
 * Has Shopify pay what was promised for a return in the ledger, once in effect: before each step it looks at
 * what Shopify did already, and takes that as ours instead of doing it again. Refunds that staff made meanwhile
 * are counted first. Throws NeedsMerchant when Shopify would pay another amount than was promised, or refuses.
 */
export const payRefund = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const ours = await shop.transact((tx) => store.load(tx, returnId));
    if (!ours || ours.refundAmount === null || ours.refundedAt || !mayStep(ours.state, "refunded"))
      throw new NeverMind("Nothing is to be refunded");
    const before = await promises(shop, returnId);
    await checkAgainstShopify(shop, ours, before);
    await checkAccess(shop, ours);
    const wish = await wishOf(shop, returnId);
    await payKept(shop, ours, wish);
    await payThroughReturn(shop, ours, wish);
    await payOnTop(shop, ours);
    await shop.transact((tx) => settleReturn(tx, returnId, { kind: "system" }));
  });

const promises = (shop: Shop, returnId: string) => shop.transact((tx) => ledger.promisesOf(tx, returnId));

async function wishOf(shop: Shop, returnId: string): Promise<Wish> {
  const asked = await shop.transact((tx) => factData(tx, returnId, "return.refundStarted"));
  return {
    restock: asked.restock === true,
    staff: typeof asked.staffId === "string" ? asked.staffId : undefined,
  };
}

const sumOf = (entries: readonly Entry[], ...kinds: EntryKind[]): bigint =>
  entries.filter((entry) => kinds.includes(entry.kind)).reduce((sum, entry) => sum + entry.amount, 0n);

const owing = (entries: readonly Entry[]) => entries.filter((entry) => entry.state === "intended");

/** Is what was promised still there to be paid, by what Shopify has of the order at this moment? */
async function checkAgainstShopify(shop: Shop, ours: KeptReturn, before: Entry[]): Promise<void> {
  const money = await countOrderRefunds(shop, ours.orderId);
  if (!money) throw new NeedsMerchant(problems.goneThere);
  const after = await promises(shop, ours.id);
  const isTakenBack = before.some((entry) => !after.some((one) => one.id === entry.id));
  const wanted = sumOf(owing(after), "refund", "credit");
  if (isTakenBack || wanted > money.received - money.refunded)
    throw new NeedsMerchant(problems.refundedMeanwhile);
}

/**
 * May we pay credit and gift cards in this shop? Before anything is paid, so that nobody gets half of it. What the
 * merchant allowed a moment ago may not have been heard of yet: Shopify is asked before it is called missing.
 */
async function checkAccess(shop: Shop, ours: KeptReturn): Promise<void> {
  const { wanted, granted } = await shop.transact(async (tx) => {
    const open = owing(await ledger.promisesOf(tx, ours.id)).map((entry) => entry.kind);
    const hasAccount = (await customerOf(tx, ours.orderId)) !== null;
    const waits = open.includes("exchange") && (await owesForExchange(tx, ours.id)) > 0n;
    const holds = waits && (await currentPolicy(tx)).dearerExchange.hold;
    const wanted = [...accessForPayout(open, hasAccount), ...(holds ? (["holds"] as const) : [])];
    return { wanted, granted: (await profileOrNull(tx))?.scopes ?? [] };
  });
  if (missingAccess(granted, wanted).length === 0) return;
  const sentence = accessSentence(missingAccess(await fetchGrantedScopes(shop.id), wanted));
  if (sentence) throw new NeedsMerchant(sentence);
}

/** What stays with the shopper is refunded without a return. */
async function payKept(shop: Shop, ours: KeptReturn, { staff }: Wish): Promise<void> {
  const entry = owing(await promises(shop, ours.id)).find(ledger.isKeep);
  if (!entry) return;
  const answer = await refundWithoutReturn(
    shop.id,
    {
      orderId: ours.orderId,
      lines: ours.lines.filter((line) => line.outcome === "keep"),
      noteLines: true,
      credit: 0n,
      amount: { amount: entry.amount, currency: ours.currency },
      note: `${ours.rma}${KEPT_NOTE}`,
      key: entry.id,
    },
    staff,
  );
  await countOrderRefunds(shop, ours.orderId);
  if (!answer.ok && owing(await promises(shop, ours.id)).some(ledger.isKeep))
    throw new NeedsMerchant(problems.notTaken(answer.codes));
}

/** What comes back is processed, with money, credit and what is sent instead, in one step of Shopify's. */
async function payThroughReturn(shop: Shop, ours: KeptReturn, wish: Wish): Promise<void> {
  if (ours.lines.every((line) => line.outcome === "keep")) return;
  const entries = await promises(shop, ours.id);
  const throughReturn = entries.filter((entry) => !ledger.isKeep(entry));
  // A payment that Shopify shows already is ours: the step was done, and only its answer was lost.
  const isDone = throughReturn.some(
    (entry) => entry.state === "paid" && (entry.kind === "refund" || entry.kind === "credit"),
  );
  if (!isDone) {
    if (!ours.shopifyReturnId) throw new TryAgain("Shopify has not been told of the return yet");
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (!theirs) throw new NeedsMerchant(problems.goneThere);
    await processOutcome(shop, ours, theirs, { entries: throughReturn, wish });
    const money = await countOrderRefunds(shop, ours.orderId);
    const left = owing(await promises(shop, ours.id)).filter((entry) => !ledger.isKeep(entry));
    if (!money || sumOf(left, "refund", "credit") > 0n)
      throw new TryAgain("Shopify has not shown the refund yet");
  }
  await shop.transact(async (tx) => {
    await ledger.lockLedger(tx, ours.orderId);
    const left = (await ledger.promisesOf(tx, ours.id)).filter((entry) => entry.state === "intended");
    for (const entry of left)
      if (entry.kind === "exchange" || entry.kind === "fee") await ledger.noteKept(tx, entry);
    if (left.some((entry) => entry.kind === "exchange")) {
      await store.save(tx, ours.id, { exchangeSentAt: ours.exchangeSentAt ?? tx.now });
      await record(tx, returnFact("return.exchangeSent", ours, { kind: "system" }));
    }
  });
}

/** What Shopify's return knows nothing of: gift cards, and the shop's gift on top of credit. */
async function payOnTop(shop: Shop, ours: KeptReturn): Promise<void> {
  const entries = await promises(shop, ours.id);
  const giftCard = entries.find((entry) => entry.kind === "giftCard");
  const bonus = entries.find((entry) => entry.kind === "bonus");
  if (giftCard) return payGiftCard(shop, ours, bonus ? [giftCard, bonus] : [giftCard]);
  if (bonus?.state !== "intended") return;
  const customerId = await shop.transact((tx) => customerOf(tx, ours.orderId));
  if (!customerId) return payGiftCard(shop, ours, [bonus]);
  return payBonus(shop, customerId, bonus, { amount: bonus.amount, currency: ours.currency });
}
