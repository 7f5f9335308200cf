import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { noteReading } from "~/features/customers/readings-store.server";
import { choicesAfter } from "~/features/notifications/choices";
import { logFilters } from "~/features/notifications/schema";
import { countsByDay, logPage } from "~/features/notifications/staff-queries.server";
import { AdminLog } from "~/features/notifications/ui/admin-log";
import { staffWords as words } from "~/features/notifications/words/staff";
import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";
import { addDays, dayIn } from "~/values/calendar";
import { readListQuery } from "~/values/list-query";

const DAYS = 7;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const filters = logFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { after, before } = readListQuery(request.url);
  return shop.transact(async (tx) => {
    const { settings, profile } = await shopFace(tx);
    await noteReading(tx, staff, { thing: "list", screen: "notifications" });
    const { rows, ...page } = await logPage(tx, { ...filters, after, before });
    const today = dayIn(tx.now, profile.timeZone);
    return {
      rows,
      filters,
      days: await countsByDay(tx, new Date(tx.now.getTime() - DAYS * 86_400_000), profile.timeZone),
      dayNames: Array.from({ length: DAYS }, (_, at) => addDays(today, at + 1 - DAYS)),
      paused: settings.notifications.paused,
      mayChange: staff.may("write_orders"),
      ...pagerUrls(page, "/app/notifications", filters),
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const paused = (await request.formData()).get("paused") === "true";
  const change = { do: paused ? "pause" : "resume", key: "all" } as const;
  await changeNotificationChoices(shop, (before) => choicesAfter(before, change), staff.name);
  return data({ message: paused ? words.paused.done : words.paused.resumed, isError: false });
};

export default function Notifications() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  const shown = useLoaderData<typeof loader>();
  return (
    <AdminLog
      key={JSON.stringify(shown.filters)}
      {...shown}
      Form={Form}
      busy={useNavigation().state === "submitting"}
      onPause={(paused) => submit({ paused: String(paused) }, { method: "post" })}
    />
  );
}
