import { type ActionFunctionArgs, data } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { firstMessageSchema } from "~/features/inbox/schema";
import { writeToShopper } from "~/features/inbox/write-to-shopper.server";
import { orderIdSchema } from "~/features/orders/schema";
import { refuse } from "~/values/result";

/** Staff write to an order's shopper; the same form sent twice is one message. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const orderId = orderIdSchema.safeParse(params.orderId);
  const sent = firstMessageSchema.safeParse(Object.fromEntries(await request.formData()));
  const done =
    orderId.success && sent.success
      ? await writeToShopper(shop, { ...sent.data, orderId: orderId.data }, staff)
      : refuse("input.invalid");
  return done.ok
    ? data({ refused: null, requestKey: sent.data?.requestKey })
    : data({ refused: done.refusal.code, requestKey: null }, { status: statusOf[done.refusal.code] });
};
