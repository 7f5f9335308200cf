/** What staff read of the person they write with. */
export const customerWords = {
  localTime: (time: string, day: string) => `${time}, ${day} for them`,
  unknownPlace: "Where they live is not known",
  place: (city: string | null, country: string | null) => [city, country].filter(Boolean).join(", "),
  orders: "Orders",
  spent: "Spent",
  returns: "Returns",
  returnsOf: (returns: number, orders: number) =>
    orders > 0 ? `${returns} (${orders} ${orders === 1 ? "order" : "orders"})` : String(returns),
  since: "Customer since",
  note: "Note",
  tags: "Tags",
  latest: "Latest orders",
  conversations: (count: number) =>
    count === 0
      ? "No other conversations"
      : count === 1
        ? "1 other conversation"
        : `${count} other conversations`,
  inShopify: "Customer in Shopify",
  ours: "Shopify did not answer: these are the orders we know.",
} as const;
