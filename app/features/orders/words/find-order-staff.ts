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
  chosen: "Tied",
  /** what the button of an order does */
  to: {
    tie: { choose: "Tie", chooseNamed: (name: string) => `Tie ${name} to this conversation` },
    write: { choose: "Open", chooseNamed: (name: string) => `Open ${name} to message its shopper` },
  },
  close: "Close",
} as const;
