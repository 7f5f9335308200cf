/** What staff read while they look for an order. */
export const findOrderWords = {
  title: "Find an order",
  label: "Order",
  placeholder: "Number, e-mail, name or parcel number",
  help: "An order's number, a whole e-mail address, the beginning of the customer's name, or a parcel's number.",
  none: "No order matches.",
  results: "Orders found",
  ordersOf: (email: string) => `Orders of ${email}`,
  older: "Show older orders",
  choose: "Tie",
  chosen: "Tied",
  chooseNamed: (name: string) => `Tie ${name} to this conversation`,
  close: "Close",
} as const;
