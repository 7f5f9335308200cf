import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { AdminOrderConversations } from "~/features/inbox/ui/admin-order-conversations";
import { notificationsOf } from "~/features/notifications/queries.server";
import { AdminOrderMails } from "~/features/notifications/ui/admin-order-mails";
import { orderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { orderForStaff, orderTimeline } from "~/features/orders/staff-queries.server";
import { AdminOrderPage } from "~/features/orders/ui/admin-order-page";
import { returnsOfOrder } from "~/features/returns/queries.server";
import { AdminReturnsOfOrder } from "~/features/returns/ui/admin-returns-of-order";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const orderId = orderIdSchema.safeParse(params.orderId);
  if (!orderId.success) throw new Response(null, { status: 404 });
  const id = orderId.data;
  return shop.transact(async (tx) => {
    const order = await orderDetail(tx, id);
    const staff = await orderForStaff(tx, id);
    if (!order || !staff) throw new Response(null, { status: 404 });
    const facts = await orderTimeline(tx, id);
    const mails = await notificationsOf(tx, id);
    const conversations = await conversationsOfOrder(tx, id);
    const returns = await returnsOfOrder(tx, id);
    const shopifyUrl = `https://${shop.id}/admin/orders/${id}`;
    return { order, staff, facts, mails, conversations, returns, shopifyUrl };
  });
};

export default function Order() {
  const { conversations, returns, mails, ...shown } = useLoaderData<typeof loader>();
  return (
    <AdminOrderPage
      {...shown}
      returns={returns.length > 0 ? <AdminReturnsOfOrder returns={returns} /> : null}
      notifications={mails.length > 0 ? <AdminOrderMails mails={mails} /> : null}
      conversations={<AdminOrderConversations conversations={conversations} />}
    />
  );
}
