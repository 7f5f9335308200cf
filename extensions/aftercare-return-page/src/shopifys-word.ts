import type { Page } from "./ask";

/** Why Shopify would not take things back (Customer Account API, NonReturnableReason), in our words for it. */
const BARS: Record<string, keyof Page["says"]["bars"]> = {
  FINAL_SALE: "finalSale",
  RETURN_WINDOW_EXPIRED: "windowClosed",
  RETURNED: "alreadyReturned",
  UNFULFILLED: "notDelivered",
};

const QUERY = `query ReturnInformation($id: ID!) { order(id: $id) { returnInformation {
  returnableLineItems(first: 100) { nodes { quantity lineItem { id } } }
  nonReturnableLineItems(first: 100) { nodes { quantityDetails { reasonCode } lineItem { id } } }
} } }`;

type Item = { lineItem: { id: string } };
type Information = {
  returnableLineItems: { nodes: (Item & { quantity: number })[] };
  nonReturnableLineItems: { nodes: (Item & { quantityDetails: { reasonCode: string }[] })[] };
};

/** How many of a line Shopify's own return rules let come back, and why none. */
type Word = { most: number; bar: keyof Page["says"]["bars"] | null };
/** By the line of the order. */
export type ShopifysWord = ReadonlyMap<string, Word>;

const numberOf = ({ lineItem }: Item): string => lineItem.id.split("/").at(-1) ?? "";

/**
 * What the merchant's return rules at Shopify say of an order: only the shopper's own account may ask. Empty when
 * Shopify does not answer; then the app's word stands alone.
 */
export async function askShopify(orderId: string): Promise<ShopifysWord> {
  try {
    const answer = await fetch("shopify://customer-account/api/2026-07/graphql.json", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: QUERY, variables: { id: orderId } }),
    });
    const { data } = (await answer.json()) as {
      data?: { order?: { returnInformation?: Information | null } | null };
    };
    const says = data?.order?.returnInformation;
    if (!says) return new Map();
    const barred = says.nonReturnableLineItems.nodes.map((one) => {
      const bar = BARS[one.quantityDetails[0]?.reasonCode ?? ""] ?? "other";
      return [numberOf(one), { most: 0, bar }] as const;
    });
    const open = says.returnableLineItems.nodes.map(
      (one) => [numberOf(one), { most: one.quantity, bar: null }] as const,
    );
    return new Map<string, Word>([...barred, ...open]);
  } catch {
    return new Map();
  }
}

/** The page with the stricter of both words for each thing, and the reason where it is Shopify's. */
export const strictest = (page: Page, word: ShopifysWord): Page => ({
  ...page,
  orders: page.orders.map((order) => ({
    ...order,
    lines: order.lines.map((line) => {
      const theirs = word.get(line.id);
      if (!theirs || theirs.most >= line.most) return line;
      return { ...line, most: theirs.most, note: theirs.bar ? page.says.bars[theirs.bar] : line.note };
    }),
  })),
});
