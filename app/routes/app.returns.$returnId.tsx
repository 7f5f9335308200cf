import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { fileLink } from "~/doors/file-link.server";
import { orderDetail } from "~/features/orders/queries.server";
import { approveReturn } from "~/features/returns/approve-return.server";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { declineReturn } from "~/features/returns/decline-return.server";
import type { Actor } from "~/features/returns/facts";
import { previewRefund } from "~/features/returns/preview-refund.server";
import { returnDetail } from "~/features/returns/queries.server";
import { receiveReturn } from "~/features/returns/receive-return.server";
import { refundReturn } from "~/features/returns/refund-return.server";
import { retryReturn } from "~/features/returns/retry-return.server";
import { readStaffForm, returnIdSchema, type StaffAction } from "~/features/returns/schema";
import { returnMoney, returnTimeline } from "~/features/returns/staff-queries.server";
import { AdminReturnPage } from "~/features/returns/ui/admin-return-page";
import { staffWords as words } from "~/features/returns/words/staff";
import { useToast } from "~/ui/admin/toast";
import type { Result } from "~/values/result";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_returns");
  const id = idOf(params);
  const shown = await shop.transact(async (tx) => {
    const one = await returnDetail(tx, id);
    if (!one) throw new Response(null, { status: statusOf["returns.notFound"] });
    const order = await orderDetail(tx, one.orderId);
    return { one, order, facts: await returnTimeline(tx, id), money: await returnMoney(tx, one) };
  });
  const { label, orderId } = shown.one;
  const href = (fileId: string) => `/files/${fileLink(shop, fileId)}`;
  return {
    ...shown,
    preview: await previewRefund(shop, id),
    labelHrefs: label && { a4: href(label.a4), letter: href(label.letter), thermal: href(label.thermal) },
    may: { returns: staff.may("write_returns"), refunds: staff.may("write_orders") },
    shopifyUrl: `https://${shop.id}/admin/orders/${orderId}`,
  };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const returnId = idOf(params);
  const form = Object.fromEntries([...(await request.clone().formData())].map(([k, v]) => [k, String(v)]));
  const visit = await adminWho(request, "write_returns");
  if (form.intent === "refund" && !visit.staff.may("write_orders"))
    return data({ intent: "refund" as const, refused: "staff.forbidden" }, { status: 403 });
  const asked = readStaffForm(form);
  if (!asked.success)
    return data({ intent: null, refused: "input.invalid" }, { status: statusOf["input.invalid"] });
  const done = await act(visit, returnId, asked.data);
  const { intent } = asked.data;
  if (done.ok) return data({ intent, refused: null });
  const { code } = done.refusal;
  if (code === "returns.notFound") throw new Response(null, { status: statusOf[code] });
  return data({ intent, refused: code as string }, { status: statusOf[code] });
};

function act({ shop, staff }: AdminVisit, id: string, asked: StaffAction): Promise<Result<null>> {
  const by: Actor = { kind: "staff", id: staff.id, name: staff.name };
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
      return retryReturn(shop, id);
  }
}

function idOf(params: { returnId?: string }): string {
  const id = returnIdSchema.safeParse(params.returnId);
  if (!id.success) throw new Response(null, { status: statusOf["returns.notFound"] });
  return id.data;
}

const SOON_MS = 1_500;

export default function Return() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const { one, money } = shown;
  const moving = one.state === "approved" || one.state === "refunded" || (money?.underWay ?? false);
  const attaching = one.label !== null && !one.label.attached && one.state === "labelled";
  useFresh((moving || attaching) && one.problem === null);
  useToast(
    useMemo(
      () => (answer?.intent && !answer.refused ? { message: words.done[answer.intent] } : null),
      [answer],
    ),
  );
  return (
    <AdminReturnPage
      {...shown}
      refused={answer?.refused ?? null}
      busy={busy}
      onAct={(fields) => submit(fields, { method: "post" })}
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
