import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useNavigate, useRevalidator } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { lookedAtList } from "~/features/customers/reading";
import { noteReading } from "~/features/customers/readings-store.server";
import { colleaguesOf, snoozesNow } from "~/features/inbox/handling-queries.server";
import { COUNTED_AT_MOST, countConversations, listConversations } from "~/features/inbox/list-queries.server";
import { listSchema } from "~/features/inbox/schema";
import { shopTags } from "~/features/inbox/tag-store.server";
import { teamCounts } from "~/features/inbox/teams/team-store.server";
import { AdminInboxList } from "~/features/inbox/ui/admin-inbox-list";
import { TAGGED_AT_MOST } from "~/features/inbox/views";
import { pagerUrls } from "~/ui/admin/pager";
import { useLive } from "~/ui/admin/use-live";
import { useOrderFinder } from "./app.find-order/finder";

const NONE: readonly string[] = [];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const asked = listSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const colleagues = await colleaguesOf(shop);
  return shop.transact(async (tx) => {
    await noteReading(tx, staff, lookedAtList("inbox", asked.q));
    const { rows, ...page } = await listConversations(tx, asked, staff.id);
    return {
      conversations: rows,
      readAt: tx.now,
      counts: await countConversations(tx, staff.id),
      countedAtMost: COUNTED_AT_MOST,
      view: asked.view,
      tag: asked.tag,
      tags: await shopTags(tx),
      team: asked.team,
      teams: await teamCounts(tx, TAGGED_AT_MOST),
      query: asked.q,
      me: { id: staff.id, name: staff.name },
      staff: colleagues,
      snoozes: await snoozesNow(tx),
      mayAct: staff.may("write_orders"),
      ...pagerUrls(page, "/app/inbox", { view: asked.view, tag: asked.tag, team: asked.team, q: asked.q }),
    };
  });
};

export default function Inbox() {
  const { revalidate } = useRevalidator();
  useLive("/app/inbox/live", revalidate);
  const shown = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const finder = useOrderFinder({
    ...{ to: "write", writer: "", tied: NONE, busy: false, refused: null },
    onChoose: (orderId) => navigate(`/app/orders/${orderId}`),
  });
  return (
    <AdminInboxList
      {...shown}
      key={`${shown.view} ${shown.tag} ${shown.team} ${shown.query}`}
      Form={Form}
      onChanged={revalidate}
      onWrite={finder.open}
      finder={finder.window}
    />
  );
}
