import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { screenWords } from "~/features/notifications/delay/words/screens";
import { carriersUnderWay, deliveriesPage, watchCounts } from "~/features/notifications/delay-queries.server";
import { delaySettingsForm, deliveryFilters } from "~/features/notifications/delay-schema";
import { modelHeader } from "~/features/notifications/delay-store.server";
import { AdminDeliveries } from "~/features/notifications/ui/admin-deliveries";
import { changeDelaySettings } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";

const MOST_COUNTED = 10_000;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { after, before, ...filters } = deliveryFilters.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  return shop.transact(async (tx) => {
    const { rows, ...page } = await deliveriesPage(tx, { ...filters, after, before });
    return {
      rows,
      now: tx.now,
      filters,
      carriers: await carriersUnderWay(tx),
      model: {
        header: await modelHeader(tx),
        counts: await watchCounts(tx, MOST_COUNTED),
        mostCounted: MOST_COUNTED,
      },
      settings: (await shopFace(tx)).settings.delays,
      mayChange: staff.may("write_orders"),
      ...pagerUrls(page, "/app/deliveries", filters),
    };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = delaySettingsForm.safeParse(Object.fromEntries(await request.formData()));
  const { invalid, saved } = screenWords.settings;
  if (!sent.success) return data({ message: invalid, isError: true }, 422);
  await changeDelaySettings(shop, sent.data, staff.name);
  return data({ message: saved, isError: false });
};

export default function Deliveries() {
  useToast(useActionData<typeof action>());
  const shown = useLoaderData<typeof loader>();
  return (
    <AdminDeliveries
      key={JSON.stringify(shown.filters)}
      {...shown}
      Form={Form}
      busy={useNavigation().state === "submitting"}
    />
  );
}
