import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigation,
  useRevalidator,
  useSubmit,
} from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { fileLink } from "~/doors/file-link.server";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { orderDetail } from "~/features/orders/queries.server";
import { askApproval, decideApproval } from "~/features/returns/approvals.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { changeOutcome } from "~/features/returns/change-outcome.server";
import { changeQuantity } from "~/features/returns/change-quantity.server";
import { closeWithoutPaying } from "~/features/returns/close-without-paying.server";
import { customerHistory } from "~/features/returns/customer-history-queries.server";
import { declineReturn } from "~/features/returns/decline-return.server";
import { noteReturn } from "~/features/returns/note-return.server";
import { owedFor } from "~/features/returns/owed-for-return.server";
import { publishedAs } from "~/features/returns/policy-store.server";
import { previewRefund } from "~/features/returns/preview-refund.server";
import { returnDetail } from "~/features/returns/queries.server";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { reopenReturn } from "~/features/returns/reopen-return.server";
import { retryReturn } from "~/features/returns/retry-return.server";
import { readStaffForm, returnIdSchema, type StaffAction } from "~/features/returns/schema";
import { returnMoney, returnTimeline } from "~/features/returns/staff-queries.server";
import { conversationOf, returnPlus, siblingsOf } from "~/features/returns/staff-return-queries.server";
import { type MoreAction, moreActionsSchema } from "~/features/returns/staff-schema";
import * as store from "~/features/returns/store.server";
import { AdminReturnPage } from "~/features/returns/ui/admin-return-page";
import { staffWords as words } from "~/features/returns/words/staff";
import { returnWords } from "~/features/returns/words/staff-return";
import { useToast } from "~/ui/admin/toast";
import type { Result } from "~/values/result";
import { MessageShopper } from "./app.orders_.$orderId.message/first-message";

const HISTORY_DAYS = 365;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const id = idOf(params);
  const shown = await shop.transact(async (tx) => {
    const one = await returnDetail(tx, id);
    const plus = await returnPlus(tx, id);
    const kept = await store.load(tx, id);
    if (!one || !plus || !kept) throw new Response(null, { status: statusOf["returns.notFound"] });
    await noteReading(tx, staff, ...lookedAt("return", id, "returns"));
    const order = await orderDetail(tx, one.orderId);
    const known = order && (await customerHistory(tx, order, HISTORY_DAYS));
    return {
      one,
      plus,
      order,
      facts: await returnTimeline(tx, id),
      money: await returnMoney(tx, one),
      owed: await owedFor(tx, kept),
      history: known ? { orders: known.orders ?? 0, returns: known.returns ?? 0 } : null,
      policyBy: await publishedAs(tx, one.decision.policyVersion),
      siblings: await siblingsOf(tx, id, kept.groupId),
      conversationId: await conversationOf(tx, one.orderId),
      now: tx.now,
    };
  });
  const { label, orderId } = shown.one;
  const by = { staffId: staff.id, screen: "returns" };
  const href = (fileId: string) => `/files/${fileLink(shop, fileId, by)}`;
  return {
    ...shown,
    photos: shown.plus.photos.map((photo) => ({ ...photo, href: href(photo.fileId) })),
    preview: await previewRefund(shop, id),
    labelHrefs: label && { a4: href(label.a4), letter: href(label.letter), thermal: href(label.thermal) },
    may: { returns: staff.may("write_returns"), refunds: staff.may("write_orders") },
    me: { id: staff.id, owner: staff.owner },
    shopifyUrl: `https://${shop.id}/admin/orders/${orderId}`,
  };
};

/** What moves money, or speaks for the shop, needs the orders' scope too. */
const NEEDS_ORDERS = new Set(["refund", "ask", "grant", "refuse"]);

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const returnId = idOf(params);
  const form = Object.fromEntries([...(await request.clone().formData())].map(([k, v]) => [k, String(v)]));
  const visit = await adminWho(request, "write_returns");
  if (NEEDS_ORDERS.has(form.intent ?? "") && !visit.staff.may("write_orders"))
    return data({ intent: null, refused: "staff.forbidden" }, { status: 403 });
  const more = moreActionsSchema.safeParse(form);
  const asked = more.success ? more : readStaffForm(form);
  if (!asked.success)
    return data({ intent: null, refused: "input.invalid" }, { status: statusOf["input.invalid"] });
  const done = await act(visit, returnId, asked.data);
  const { intent } = asked.data;
  if (done.ok) return data({ intent, refused: null });
  const { code } = done.refusal;
  if (code === "returns.notFound") throw new Response(null, { status: statusOf[code] });
  return data({ intent, refused: code as string }, { status: statusOf[code] });
};

function act(
  { shop, staff }: AdminVisit,
  id: string,
  asked: StaffAction | MoreAction,
): Promise<Result<unknown>> {
  const by = { kind: "staff" as const, id: staff.id, name: staff.name, owner: staff.owner };
  switch (asked.intent) {
    case "approve":
      return approveReturn(shop, id, by);
    case "decline":
      return declineReturn(shop, id, asked, by);
    case "cancel":
      return cancelReturn(shop, id, by);
    case "receive":
      return receiveReturn(shop, id, asked.quantities, by);
    case "refund":
      return refundReturn(shop, id, asked, by);
    case "retry":
      return retryReturn(shop, id, by);
    case "reopen":
      return reopenReturn(shop, id, by);
    case "outcome":
      return changeOutcome(shop, id, asked, by);
    case "quantity":
      return changeQuantity(shop, id, asked.lineId, asked.quantity, by);
    case "closeUnpaid":
      return closeWithoutPaying(shop, id, asked.reason, by);
    case "ask":
      return askApproval(shop, id, { amount: asked.amount, restock: asked.restock === "on" }, by);
    case "grant":
    case "refuse":
      return decideApproval(shop, asked.approvalId, asked.intent, by);
    case "note":
      return noteReturn(shop, id, asked.text, by);
  }
}

function idOf(params: { returnId?: string }): string {
  const id = returnIdSchema.safeParse(params.returnId);
  if (!id.success) throw new Response(null, { status: statusOf["returns.notFound"] });
  return id.data;
}

const SOON_MS = 1_500;
const DONE: Readonly<Record<string, string>> = { ...words.done, ...returnWords.done };

export default function Return() {
  const { conversationId, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const submit = useSubmit();
  const refresh = useFetcher();
  const busy = useNavigation().state !== "idle";
  const { revalidate } = useRevalidator();
  const { one, order, money } = shown;
  const moving =
    (one.state === "approved" && one.label === null) ||
    one.state === "refunded" ||
    (money?.underWay ?? false);
  const attaching = one.label !== null && !one.label.attached && one.state === "labelled";
  useFresh((moving || attaching) && one.problem === null);
  useToast(
    useMemo(
      () => (answer?.intent && !answer.refused ? { message: DONE[answer.intent] ?? "" } : null),
      [answer],
    ),
  );
  return (
    <AdminReturnPage
      {...shown}
      conversation={
        order && <MessageShopper order={order} conversationId={conversationId} may={shown.may.refunds} />
      }
      refused={answer?.refused ?? null}
      busy={busy}
      onAct={(fields) => submit(fields, { method: "post" })}
      onRefresh={revalidate}
      onAllowed={() => {
        refresh.submit({}, { method: "post", action: "/app/access" });
        submit({ intent: "retry" }, { method: "post" });
      }}
    />
  );
}

/** Looks again every moment while the worker is busy with this return. */
function useFresh(wanted: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!wanted || state !== "idle") return;
    const soon = setTimeout(revalidate, SOON_MS);
    return () => clearTimeout(soon);
  }, [wanted, state, revalidate]);
}
