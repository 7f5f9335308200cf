import type { Pass } from "~/platform/shopper-pass.server";

/** Who asks for an order: a pass in the link, Shopify's word for who is signed in, and the order named. */
export type Asked = { pass: Pass | null; customerId: string | null; named: string | null };

/** The orders to decide about: the one the pass is for and the one that is asked for. */
type Owner = { customerId: string | null; emailKey: string | null } | null;

/**
 * How much of an order may be shown. Everything: to the signed-in customer whose order it is, and with a
 * full pass for an order of the same e-mail address. Its status: with any pass for this very order.
 */
export function maySee(asked: Asked, wanted: Owner, passOwner: Owner): "everything" | "status" | "nothing" {
  if (!wanted) return "nothing";
  if (asked.customerId !== null && wanted.customerId === asked.customerId) return "everything";
  if (!asked.pass) return "nothing";
  const same = asked.named === null || asked.named === asked.pass.orderId;
  if (asked.pass.level === "status") return same ? "status" : "nothing";
  const sameAddress = wanted.emailKey !== null && wanted.emailKey === passOwner?.emailKey;
  return same || sameAddress ? "everything" : "nothing";
}
