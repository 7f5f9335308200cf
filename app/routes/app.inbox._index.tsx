import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useRevalidator } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { listSchema } from "~/features/inbox/schema";
import {
  COUNTED_AT_MOST,
  countConversations,
  listConversations,
  mailboxOf,
} from "~/features/inbox/staff-queries.server";
import { AdminInboxList } from "~/features/inbox/ui/admin-inbox-list";
import { pagerUrls } from "~/ui/admin/pager";
import { useLive } from "~/ui/admin/use-live";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const asked = listSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return shop.transact(async (tx) => {
    const { rows, ...page } = await listConversations(tx, asked);
    return {
      conversations: rows,
      counts: await countConversations(tx),
      countedAtMost: COUNTED_AT_MOST,
      state: asked.state,
      query: asked.q,
      mailbox: mailboxOf(tx),
      ...pagerUrls(page, "/app/inbox", { state: asked.state, q: asked.q }),
    };
  });
};

export default function Inbox() {
  const { revalidate } = useRevalidator();
  useLive("/app/inbox/live", revalidate);
  return <AdminInboxList {...useLoaderData<typeof loader>()} Form={Form} />;
}
