import { z } from "zod";
import { keyedDigest } from "~/platform/secrets.server";
import { createDiscountCode, endDiscountCode } from "~/platform/shopify/discounts.server";
import { ok, refuse } from "~/values/result";
import { inOrdersCurrency } from "../../fees";
import { actionWords as words } from "../../words/actions-staff";
import { minorUnits } from "../amounts";
import { defineKind } from "../kind";

const schema = z.object({
  off: z.discriminatedUnion("as", [
    /** in the shop's currency, as Shopify's codes are */
    z.object({ as: z.literal("amount"), amount: minorUnits }),
    z.object({ as: z.literal("percent"), percent: z.number().int().min(1).max(100) }),
  ]),
  /** days from now during which it can be used */
  days: z.number().int().min(1).max(365),
});

const DAY_MS = 86_400_000;

/** Makes a code that can be used once, by the order's customer where it has one. */
export const discount = defineKind<z.infer<typeof schema>>({
  key: "discount",
  schema,
  access: () => ["discounts"],
  // What a percentage will cost nobody knows: it counts as that much of this order.
  weigh({ order, shopCurrency }, { off }) {
    if (off.as === "percent") return ok({ cost: (order.total.amount * BigInt(off.percent)) / 100n });
    const amount = BigInt(off.amount);
    if (amount <= 0n) return refuse("input.invalid");
    const isOwn = order.totalShop.currency === shopCurrency;
    const rate = { total: order.total.amount, totalShop: order.totalShop.amount };
    return ok({ cost: isOwn && rate.totalShop > 0n ? inOrdersCurrency(amount, rate) : amount });
  },
  async perform(shop, { id, order, asked, askedAt }) {
    const code = discountCode(shop.id, id);
    const until = new Date(askedAt.getTime() + asked.days * DAY_MS);
    const answer = await createDiscountCode(shop.id, {
      ...{ code, title: words.discountTitle(order.name, code), from: askedAt, until },
      off:
        asked.off.as === "percent"
          ? { percent: asked.off.percent }
          : { amount: { amount: BigInt(asked.off.amount), currency: order.totalShop.currency } },
      customerId: order.customerId,
    });
    if (!answer.ok) return answer;
    return { ok: true, externalId: answer.value, made: { code, until: until.toISOString() } };
  },
  async undo(shop, { externalId }) {
    if (!externalId) return { ok: false, why: words.why.goneThere };
    const answer = await endDiscountCode(shop.id, externalId);
    return answer.ok ? { ok: true } : answer;
  },
  keeps: (asked) => asked,
});

/** Letters and digits that cannot be taken for each other, nor read as a word. */
const ALPHABET = "346789BCDFGHJKMNPQRTVWXY";
const LENGTH = 10;

/**
 * The code of an action, made from it and a secret of ours: asked for twice it is the same, so Shopify makes it once,
 * and nobody guesses another's.
 */
function discountCode(shopId: string, actionId: string): string {
  const digest = Buffer.from(
    keyedDigest("discount code of an action", JSON.stringify([shopId, actionId])),
    "base64url",
  );
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `CARE-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
