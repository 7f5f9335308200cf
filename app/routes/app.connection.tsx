import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { admin, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import {
  canReachShopify,
  lastSweeps,
  MOST_COUNTED,
  parkedPage,
  webhookCounts,
} from "~/features/connection/queries.server";
import { retryAllDeliveries } from "~/features/connection/retry-all-deliveries.server";
import { retryDelivery } from "~/features/connection/retry-delivery.server";
import { connectionAction } from "~/features/connection/schema";
import { sweepNow } from "~/features/connection/sweep-now.server";
import { ConnectionPage } from "~/features/connection/ui/connection-page";
import { staffWords as words } from "~/features/connection/words/staff";
import { failedMails } from "~/features/notifications/queries.server";
import { AdminFailedMails } from "~/features/notifications/ui/admin-failed-mails";
import { beginBackfill } from "~/features/orders/begin-backfill.server";
import { backfillProgress } from "~/features/orders/staff-queries.server";
import { AdminBackfill, FurtherBack } from "~/features/orders/ui/admin-backfill";
import { staffWords as orderWords } from "~/features/orders/words/staff";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";
import { useFresh } from "~/ui/admin/use-fresh";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const connected = await canReachShopify(shop);
  return shop.transact(async (tx) => {
    const { rows, ...page } = await parkedPage(tx, readListQuery(request.url));
    return {
      connected,
      counts: await webhookCounts(tx),
      mostCounted: MOST_COUNTED,
      parked: rows,
      ...pagerUrls(page, "/app/connection"),
      sweeps: await lastSweeps(tx),
      mails: await failedMails(tx),
      backfill: await backfillProgress(tx),
      mayAct: staff.may("write_orders"),
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const asked = connectionAction.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  if (asked.data.do === "sweep") {
    await sweepNow(shop);
    return data({ message: words.swept, isError: false });
  }
  if (asked.data.do === "backfill") {
    const { days } = asked.data;
    await shop.transact((tx) => beginBackfill(tx, days));
    return data({ message: orderWords.backfill.begun, isError: false });
  }
  if (asked.data.do === "retryAll") {
    const all = await retryAllDeliveries(shop);
    return data({ message: words.retried(all.ok ? all.value.retried : 0), isError: false });
  }
  const one = await retryDelivery(shop, asked.data.id);
  if (one.ok) return data({ message: words.retried(1), isError: false });
  return data({ message: words.refused, isError: true }, { status: statusOf[one.refusal.code] });
};

export default function Connection() {
  useToast(useActionData<typeof action>());
  const busy = useNavigation().state !== "idle";
  const { mails, backfill, ...shown } = useLoaderData<typeof loader>();
  useFresh(backfill !== null && backfill.state !== "done", useRevalidator().revalidate);
  const failed = mails.length > 0 ? <AdminFailedMails mails={mails} /> : null;
  const history = (
    <AdminBackfill backfill={backfill}>
      {shown.mayAct && <FurtherBack Form={Form} busy={busy} />}
    </AdminBackfill>
  );
  return <ConnectionPage {...shown} history={history} failedMails={failed} busy={busy} Form={Form} />;
}
