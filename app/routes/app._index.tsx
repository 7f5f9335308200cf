import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { admin } from "~/doors/admin.server";
import { canReachShopify, MOST_COUNTED, parkedCount } from "~/features/connection/queries.server";
import { countConversations } from "~/features/inbox/list-queries.server";
import { mailCounts } from "~/features/notifications/queries.server";
import { countsByDay } from "~/features/notifications/staff-queries.server";
import { editedKinds } from "~/features/notifications/template-store.server";
import { AdminNewsCard } from "~/features/notifications/ui/admin-news-card";
import { backfillProgress, orderCounts } from "~/features/orders/staff-queries.server";
import { AdminBackfill } from "~/features/orders/ui/admin-backfill";
import { countWaiting } from "~/features/returns/action-store.server";
import { returnCounts } from "~/features/returns/queries.server";
import { formWords } from "~/features/returns/words/action-forms-staff";
import { shopFace } from "~/features/settings/queries.server";
import { Home, type SetUpStep, type Todo } from "~/ui/admin/home";
import { useFresh } from "~/ui/admin/use-fresh";
import { words } from "~/ui/admin/words";
import { dayIn } from "~/values/calendar";

const DAY_MS = 86_400_000;
const RECENT_MS = 14 * DAY_MS;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const since = new Date(shop.now().getTime() - RECENT_MS);
  const connected = await canReachShopify(shop);
  return shop.transact(async (tx) => {
    const orders = await orderCounts(tx, since, MOST_COUNTED);
    const returns = await returnCounts(tx, since, MOST_COUNTED);
    const inbox = await countConversations(tx, staff.id);
    const mails = await mailCounts(tx, since, MOST_COUNTED);
    const parked = await parkedCount(tx);
    const failedTexts = (await editedKinds(tx)).filter(({ failed }) => failed).length;
    const { settings, settingsVersion, profile } = await shopFace(tx);
    const { homePage: says } = words;
    const todos: Todo[] = [
      { what: says.notConnected, count: connected ? 0 : 1, url: "/app/connection", urgent: true },
      { what: says.stuck, count: returns.stuck, url: "/app/returns?view=stuck", urgent: true },
      { what: says.decide, count: returns.toDecide, url: "/app/returns?view=decide" },
      { what: says.conversations, count: inbox.open, url: "/app/inbox" },
      { what: formWords.waiting.todo, count: await countWaiting(tx), url: "/app/orders/approvals" },
      { what: says.receive, count: returns.toReceive, url: "/app/returns?view=coming" },
      { what: says.parkedMails, count: inbox.parked, url: "/app/inbox/unfiled" },
      { what: says.failedMails, count: mails.failed, url: "/app/notifications?state=failed" },
      { what: says.failedTexts, count: failedTexts, url: "/app/notifications/kinds", urgent: true },
      { what: says.parkedWebhooks, count: parked, url: "/app/connection", urgent: true },
    ];
    const steps: SetUpStep[] = [
      {
        step: "address",
        done: Boolean(settings.returns.address?.line1 ?? profile.address.line1),
        url: "/app/settings",
      },
      { step: "mails", done: settingsVersion > 0, url: "/app/settings" },
      {
        step: "theme",
        done: orders.lookedUp,
        url: `https://${shop.id}/admin/themes/current/editor?context=apps`,
      },
    ];
    const recent = {
      orders: orders.placed,
      confirmations: mails.confirmed,
      median: mails.medianSeconds,
      selfServed: orders.selfServed,
      returns: returns.requested,
    };
    const backfill = await backfillProgress(tx);
    const today = dayIn(tx.now, profile.timeZone);
    const news = {
      days: await countsByDay(tx, new Date(tx.now.getTime() - DAY_MS), profile.timeZone),
      today,
    };
    return { backfill, todos, steps, recent, news, hasOrders: orders.any, mostCounted: MOST_COUNTED };
  });
};

export default function HomePage() {
  const { backfill, news, ...shown } = useLoaderData<typeof loader>();
  const reading = backfill !== null && backfill.state !== "done";
  useFresh(reading, useRevalidator().revalidate);
  return (
    <Home {...shown} reading={reading ? <AdminBackfill backfill={backfill} /> : null}>
      <AdminNewsCard days={news.days} dayNames={[news.today]} />
    </Home>
  );
}
