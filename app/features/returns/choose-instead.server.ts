import type { OrderDetail } from "~/features/orders/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { ok, type Result, refuse } from "~/values/result";
import { type ChosenVariant, variantOf } from "./exchange-choices";
import { exchangeChoices } from "./exchange-choices.server";
import { needsVariant } from "./request-steps";
import type { RequestReturn } from "./schema";

/** What was chosen to be sent instead, by the request's line counted from 0. */
export type Chosen = ReadonlyMap<number, ChosenVariant>;

/**
 * Looks up what is to be sent instead, and whether there is enough of it. Refuses `returns.exchangeMissing` and
 * `returns.soldOut`. Asks Shopify: never call it inside a transaction.
 */
export async function choose(
  shop: Shop,
  order: OrderDetail,
  shopCurrency: string,
  { lines }: RequestReturn,
): Promise<Result<Chosen>> {
  const chosen = new Map<number, ChosenVariant>();
  const wanted = lines.flatMap((line, at) => {
    const outcome = line.outcome ?? null;
    return line.quantity > 0 && needsVariant(outcome) ? [{ ...line, outcome, at }] : [];
  });
  const rate = { total: order.total.amount, totalShop: order.totalShop.amount };
  const choices = await exchangeChoices(
    shop,
    shopCurrency,
    wanted.map(({ at, outcome, orderLineId, variantId }) => ({
      orderLineId: `${orderLineId} ${at}`,
      productId: order.lines.find((one) => one.id === orderLineId)?.productId ?? null,
      variantId: variantId ?? null,
      search: "",
      currency: order.total.currency,
      rate,
      wants: { versions: outcome === "exchange", anything: outcome === "exchangeAny" },
    })),
  );
  const taken = new Map<string, number>();
  for (const { at, outcome, orderLineId, variantId, quantity } of wanted) {
    const name = `${orderLineId} ${at}`;
    const one = choices && variantOf(choices, { orderLineId: name, outcome, variantId: variantId ?? null });
    const detail = { orderLineId, rule: `outcome.${outcome}` };
    if (!one) return refuse("returns.exchangeMissing", detail);
    const { available, id } = one.variant;
    const together = (taken.get(id) ?? 0) + quantity;
    if (available !== null && available < together) return refuse("returns.soldOut", detail);
    taken.set(id, together);
    chosen.set(at, one);
  }
  return ok(chosen);
}
