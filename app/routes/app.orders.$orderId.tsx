import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { allConversationsOfOrder } from "~/features/inbox/queries.server";
import { AdminOrderConversations } from "~/features/inbox/ui/admin-order-conversations";
import { notificationsOf } from "~/features/notifications/queries.server";
import { AdminOrderMails } from "~/features/notifications/ui/admin-order-mails";
import { carriersToChoose, correctCarrier } from "~/features/orders/correct-carrier.server";
import { orderDetail } from "~/features/orders/queries.server";
import { carrierCorrection, orderIdSchema } from "~/features/orders/schema";
import { orderForStaff, orderTimeline } from "~/features/orders/staff-queries.server";
import { AdminOrderPage } from "~/features/orders/ui/admin-order-page";
import { trackingWords } from "~/features/orders/words/tracking-staff";
import { returnsOfOrder } from "~/features/returns/queries.server";
import { AdminReturnsOfOrder } from "~/features/returns/ui/admin-returns-of-order";
import { withActionWords } from "~/features/returns/words/actions-staff";
import { useToast } from "~/ui/admin/toast";
import { refuse } from "~/values/result";
import { useBeside } from "./app.orders_.$orderId.actions/beside";
import { MessageShopper } from "./app.orders_.$orderId.message/first-message";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff: who } = await adminWho(request, "read_orders");
  const orderId = orderIdSchema.safeParse(params.orderId);
  if (!orderId.success) throw new Response(null, { status: 404 });
  const id = orderId.data;
  return shop.transact(async (tx) => {
    const order = await orderDetail(tx, id);
    const staff = await orderForStaff(tx, id);
    if (!order || !staff) throw new Response(null, { status: 404 });
    await noteReading(tx, who, ...lookedAt("order", id, "orders", order.customerId));
    const facts = (await orderTimeline(tx, id)).map(withActionWords);
    const mails = await notificationsOf(tx, id);
    const conversations = await allConversationsOfOrder(tx, id);
    const returns = await returnsOfOrder(tx, id);
    const shopifyUrl = `https://${shop.id}/admin/orders/${id}`;
    const mayWrite = who.may("write_orders");
    const carriers = mayWrite ? carriersToChoose() : null;
    return {
      order,
      staff,
      facts,
      mails,
      conversations,
      returns,
      shopifyUrl,
      carriers,
      mayWrite,
      now: tx.now,
    };
  });
};

/** Staff say who carries a parcel. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const orderId = orderIdSchema.safeParse(params.orderId);
  const sent = carrierCorrection.safeParse(Object.fromEntries(await request.formData()));
  if (!orderId.success) throw new Response(null, { status: 404 });
  const done = sent.success
    ? await correctCarrier(shop, { orderId: orderId.data, ...sent.data }, staff.name)
    : refuse("input.invalid");
  const { saved, refused } = trackingWords.correct;
  return done.ok
    ? data({ message: saved, isError: false, done: shop.now().getTime() })
    : data({ message: refused, isError: true, done: 0 }, statusOf[done.refusal.code]);
};

export default function Order() {
  const { conversations, returns, mails, carriers, mayWrite, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  const busy = useNavigation().state !== "idle";
  return (
    <AdminOrderPage
      {...shown}
      beside={useBeside({ orderId: shown.order.id, conversationId: null })}
      correcting={carriers && { Form, carriers, busy, done: answer?.done ?? 0 }}
      returns={returns.length > 0 ? <AdminReturnsOfOrder returns={returns} /> : null}
      notifications={mails.length > 0 ? <AdminOrderMails mails={mails} /> : null}
      conversations={
        <AdminOrderConversations
          conversations={conversations}
          write={<MessageShopper order={shown.order} conversationId={null} may={mayWrite} />}
        />
      }
    />
  );
}
