import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { notificationsOf } from "~/features/notifications/queries.server";
import { orderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { orderForStaff, orderTimeline } from "~/features/orders/staff-queries.server";
import { AdminOrderPage } from "~/features/orders/ui/admin-order-page";

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
    return { order, staff, facts, mails, shopifyUrl: `https://${shop.id}/admin/orders/${id}` };
  });
};

export default function Order() {
  return <AdminOrderPage {...useLoaderData<typeof loader>()} returns={null} conversations={null} />;
}
