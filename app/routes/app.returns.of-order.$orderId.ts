import type { LoaderFunctionArgs } from "@remix-run/node";
import { toAdminExtension } from "~/doors/admin-extension.server";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { orderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { type ReturnSummary, returnsOfOrder } from "~/features/returns/queries.server";
import { staffWords as words } from "~/features/returns/words/staff";
import { formatMoney } from "~/values/money";

/** The returns of an order, for the block on its page in Shopify's admin. */
export const loader = ({ request, params }: LoaderFunctionArgs) =>
  toAdminExtension(request, "read_returns", async ({ shop, staff }) => {
    const id = orderIdSchema.safeParse(params.orderId);
    if (!id.success) return null;
    return shop.transact(async (tx) => {
      const order = await orderDetail(tx, id.data);
      if (!order) return null;
      await noteReading(tx, staff, ...lookedAt("order", id.data, "shopify", order.customerId));
      return { returns: (await returnsOfOrder(tx, id.data)).map(said) };
    });
  });

/** Polaris's tones as the extensions' components name them. */
const TONES = { attention: "caution", info: "info", success: "success", critical: "critical" } as const;

function said(one: ReturnSummary) {
  const state: { label: string; tone?: keyof typeof TONES } = one.stuck
    ? words.stuck.stuck
    : words.states[one.state];
  return {
    id: one.id,
    rma: one.rma,
    state: state.label,
    tone: state.tone ? TONES[state.tone] : "neutral",
    next: words.next[one.state],
    things: one.lines.reduce((sum, line) => sum + line.quantity, 0),
    refund: one.refund && formatMoney(one.refund, "en"),
  };
}
