import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { customerCard } from "~/features/customers/customer-card.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { conversationsWith, writerOf } from "~/features/inbox/customer-queries.server";
import { idSchema } from "~/features/inbox/schema";
import { historyPage } from "~/features/orders/history-queries.server";
import { orderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { customerHistory } from "~/features/returns/customer-history-queries.server";
import { zoneOfAddress } from "~/values/time-zones";

const ORDERS_SHOWN = 5;
const TEN_YEARS = 3_650;

/** Who an order or a conversation is of, for the card beside it: `?order=` or `?conversation=`. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const query = new URL(request.url).searchParams;
  const conversationId = idSchema.safeParse(query.get("conversation")).data ?? null;
  const known = await shop.transact(async (tx) => {
    const writer = conversationId ? await writerOf(tx, conversationId) : null;
    const named = conversationId ? writer?.orderId : query.get("order");
    const orderId = orderIdSchema.safeParse(named).data;
    const order = orderId ? await orderDetail(tx, orderId) : null;
    if (!writer && !order) throw new Response(null, { status: statusOf["orders.notFound"] });
    const customerId = writer?.customerId ?? order?.customerId ?? null;
    const email = order?.email ?? (writer?.verified ? writer.email : null);
    const screen = conversationId ? "inbox" : "orders";
    if (customerId) await noteReading(tx, staff, { thing: "customer", id: customerId, screen });
    const orders = customerId ? (await historyPage(tx, { customerId }, null, ORDERS_SHOWN)).orders : [];
    // Who wrote about no order lives where their latest one went.
    const latest = order ?? (orders[0] ? await orderDetail(tx, orders[0].id) : null);
    const place = latest?.shippingAddress ?? latest?.billingAddress ?? null;
    return {
      customerId,
      shown: {
        customer: staff.may("read_customers") ? customerId : null,
        city: place?.city ?? null,
        country: place?.country ?? null,
        timeZone: zoneOfAddress(place),
        orders,
        history: await customerHistory(tx, { customerId, email }, TEN_YEARS),
        conversations: await conversationsWith(tx, { customerId, email }, conversationId),
      },
    };
  });
  const shopify = staff.may("read_customers") ? await customerCard(shop, known.customerId) : null;
  return { ...known.shown, shopify, shopId: shop.id };
};
