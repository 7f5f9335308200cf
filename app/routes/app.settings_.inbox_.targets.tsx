import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { readTargets, targetsSchema } from "~/features/inbox/sla/targets-form";
import { knownForTargets, targetsView } from "~/features/inbox/sla/targets-queries.server";
import { AdminSla } from "~/features/inbox/ui/admin-sla";
import { saveInboxSettings } from "./app.settings_.inbox/save.server";
import { shownAfter, useSaving } from "./app.settings_.inbox/use-saving";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { ...(await targetsView(shop)), mayChange: staff.may("write_orders") };
};

export const shouldRevalidate = shownAfter;

export const action = ({ request }: ActionFunctionArgs) =>
  saveInboxSettings(request, targetsSchema, async (sent, shop) => {
    const { value, problems } = readTargets(sent, await knownForTargets(shop));
    return { value: { sla: value }, problems };
  });

export default function Targets() {
  const { seen: _seen, ...shown } = useLoaderData<typeof loader>();
  return <AdminSla {...shown} {...useSaving()} />;
}
