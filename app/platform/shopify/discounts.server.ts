import { gid, numberOf, type ShopId } from "~/values/ids";
import { decimalText, type Money } from "~/values/money";
import { shopify } from "./client.server";
import {
  CreateDiscountCodeDocument,
  DeactivateDiscountCodeDocument,
  DiscountOfCodeDocument,
} from "./generated";
import { type Done, done } from "./order-actions.server";

/** A code that can be used once. */
export type OneTimeCode = {
  code: string;
  /** what staff see it listed as */
  title: string;
  /** whole percents off, or an amount off in the shop's currency */
  off: { percent: number } | { amount: Money };
  from: Date;
  until: Date;
  /** who alone may use it; null: whoever has the code */
  customerId: string | null;
};

/**
 * Makes a discount code. A code that is there already is not made twice: since ours cannot be guessed, it was made
 * by an earlier try, and its number is answered. Answers the number by which it can be ended.
 */
export async function createDiscountCode(
  shopId: ShopId,
  { code, title, off, from, until, customerId }: OneTimeCode,
): Promise<Done<string>> {
  const input = {
    ...{ code, title, startsAt: from.toISOString(), endsAt: until.toISOString() },
    ...{ usageLimit: 1, appliesOncePerCustomer: true },
    context: customerId ? { customers: { add: [gid("Customer", customerId)] } } : { all: "ALL" as const },
    combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
    customerGets: {
      items: { all: true },
      value:
        "percent" in off
          ? { percentage: off.percent / 100 }
          : { discountAmount: { amount: decimalText(off.amount), appliesOnEachItem: false } },
    },
  };
  const { discountCodeBasicCreate: answer } = await shopify(
    shopId,
    CreateDiscountCodeDocument,
    { input },
    { once: true },
  );
  if (answer?.userErrors.some((error) => error.code === "TAKEN")) {
    const { codeDiscountNodeByCode } = await shopify(shopId, DiscountOfCodeDocument, { code });
    if (codeDiscountNodeByCode) return { ok: true, value: numberOf(codeDiscountNodeByCode.id) };
  }
  const made = done(answer?.codeDiscountNode?.id, answer?.userErrors);
  return made.ok ? { ok: true, value: numberOf(made.value) } : made;
}

/** Ends a discount code: nobody can use it any more. Ending it twice changes nothing. */
export async function endDiscountCode(shopId: ShopId, discountId: string): Promise<Done<string>> {
  const { discountCodeDeactivate: answer } = await shopify(shopId, DeactivateDiscountCodeDocument, {
    id: gid("DiscountCodeNode", discountId),
  });
  return done(answer?.codeDiscountNode?.id, answer?.userErrors);
}
