import { alone } from "~/platform/database/alone.server";
import type { Shop } from "~/platform/database/shop.server";
import { NeedsMerchant } from "~/platform/queue/failures";
import { createGiftCard, fetchCredits, giveCredit } from "~/platform/shopify/credit.server";
import type { Money } from "~/values/money";
import { giftCardCode } from "./gift-card.server";
import type { Entry } from "./ledger-store.server";
import * as ledger from "./ledger-store.server";
import { staffWords } from "./words/staff";

const { problems } = staffWords;

/**
 * Makes the gift card that stands in for store credit, with the bonus on it. Its code is made from the return,
 * and Shopify takes a code once: after a crash the second try is refused as taken, which says it was done.
 */
export async function payGiftCard(
  shop: Shop,
  about: { id: string; rma: string; currency: string },
  entries: readonly Entry[],
): Promise<void> {
  const owed = entries.filter((entry) => entry.state === "intended");
  if (owed.length === 0) return;
  const amount = entries.reduce((sum, entry) => sum + entry.amount, 0n);
  const answer = await createGiftCard(shop.id, {
    code: giftCardCode(shop.id, about.id),
    amount: { amount, currency: about.currency },
    note: about.rma,
  });
  const isMade = answer.ok || answer.codes.includes("TAKEN");
  if (!isMade) throw new NeedsMerchant(problems.notTaken(answer.codes));
  await shop.transact(async (tx) => {
    for (const [at, entry] of owed.entries())
      await ledger.noteKept(tx, entry, answer.ok && at === 0 ? `giftCard:${answer.id}` : null);
  });
}

/**
 * Puts a bonus on the shopper's store credit, once in effect. Shopify has no idempotency for it, so before it is
 * asked the newest credit of the account is noted; after a crash, a credit that is newer, of this amount and of
 * no other payout is ours. The shopper's credits are given one at a time.
 */
export const payBonus = (
  shop: Shop,
  customerId: string,
  entry: Entry,
  amount: Money,
  /** does Shopify tell the shopper of it? */
  notify = false,
): Promise<void> =>
  alone(`credit ${shop.id} ${customerId}`, async () => {
    const credits = await fetchCredits(shop.id, customerId, amount.currency);
    const newest = credits[0]?.id ?? "0";
    if (entry.lookedFrom === null) await shop.transact((tx) => ledger.noteLooked(tx, entry.id, newest));
    else {
      const since = BigInt(entry.lookedFrom);
      const later = credits.filter((one) => BigInt(one.id) > since && one.amount === amount.amount);
      const taken = await shop.transact((tx) =>
        ledger.takenExternals(
          tx,
          later.map((one) => creditNumber(one.id)),
        ),
      );
      const ours = later.findLast((one) => !taken.has(creditNumber(one.id)));
      if (ours) return shop.transact((tx) => ledger.noteKept(tx, entry, creditNumber(ours.id)));
    }
    const answer = await giveCredit(shop.id, customerId, amount, notify);
    if (!answer.ok) throw new NeedsMerchant(problems.notTaken(answer.codes));
    return shop.transact((tx) => ledger.noteKept(tx, entry, creditNumber(answer.id)));
  });

const creditNumber = (id: string) => `credit:${id}`;
