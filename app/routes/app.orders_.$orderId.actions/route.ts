import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { resentOf } from "~/features/notifications/queries.server";
import { resendConfirmation } from "~/features/notifications/resend-confirmation.server";
import { orderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { actionPanel } from "~/features/returns/action-queries.server";
import { askAction } from "~/features/returns/actions/ask-action.server";
import { decideAction } from "~/features/returns/actions/decide-action.server";
import { undoAction } from "~/features/returns/actions/do-action.server";
import { type PanelAction, panelActionSchema } from "~/features/returns/actions/schema";
import { startReturn } from "~/features/returns/actions/start-return.server";
import { type Result, refuse } from "~/values/result";

/** What staff may do about an order and have done, for the panel beside it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const orderId = orderIdOf(params);
  const by = { kind: "staff" as const, id: staff.id, name: staff.name, owner: staff.owner };
  return shop.transact(async (tx) => {
    if (!(await orderDetail(tx, orderId))) throw new Response(null, { status: statusOf["orders.notFound"] });
    return {
      panel: await actionPanel(tx, orderId, by),
      resent: await resentOf(tx, orderId),
      may: { orders: staff.may("write_orders"), returns: staff.may("write_returns") },
    };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const visit = await adminWho(request, "write_orders");
  const sent = panelActionSchema.safeParse(await request.json().catch(() => null));
  const orderId = orderIdOf(params);
  const done = sent.success ? await act(visit, orderId, sent.data) : refuse("input.invalid");
  const intent = sent.success ? sent.data.intent : null;
  const waits = done.ok && (done.value as { state?: unknown } | null)?.state === "waiting";
  if (!done.ok) return data({ intent, refused: done.refusal }, { status: statusOf[done.refusal.code] });
  return data({ intent: waits ? "wait" : intent, refused: null });
};

function act(
  { shop, staff }: AdminVisit,
  orderId: string,
  asked: PanelAction,
): Promise<Result<unknown>> | Result<unknown> {
  const by = { kind: "staff" as const, id: staff.id, name: staff.name, owner: staff.owner };
  switch (asked.intent) {
    case "do":
      return askAction(shop, { ...asked, orderId }, by);
    case "grant":
    case "withdraw":
      return decideAction(shop, asked.actionId, asked.intent, by);
    case "decline":
      return decideAction(shop, asked.actionId, asked.intent, by, asked.why);
    case "undo":
      return undoAction(shop, asked.actionId, by);
    case "resend":
      return resendConfirmation(shop, { ...asked, orderId }, staff.name);
    case "startReturn":
      return staff.may("write_returns")
        ? startReturn(shop, { ...asked, orderId }, by)
        : refuse("staff.forbidden");
  }
}

function orderIdOf(params: { orderId?: string }): string {
  const id = orderIdSchema.safeParse(params.orderId);
  if (!id.success) throw new Response(null, { status: statusOf["orders.notFound"] });
  return id.data;
}
