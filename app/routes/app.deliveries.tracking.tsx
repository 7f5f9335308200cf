import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useFetcher, useLoaderData, useNavigation } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { trackingScreen } from "~/features/orders/follow-parcels.server";
import { trackingForm } from "~/features/orders/schema";
import { AdminTracking } from "~/features/orders/ui/admin-tracking";
import { trackingWords } from "~/features/orders/words/tracking-staff";
import { changeTrackingSettings } from "~/features/settings/change-settings.server";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { ...(await trackingScreen(shop)), mayChange: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = trackingForm.safeParse(Object.fromEntries(await request.formData()));
  const { invalid, saved } = trackingWords.settings;
  if (!sent.success) return data({ message: invalid, isError: true }, 422);
  await changeTrackingSettings(shop, sent.data, staff.name);
  return data({ message: saved, isError: false });
};

export default function DeliveriesTracking() {
  useToast(useActionData<typeof action>());
  const refresh = useFetcher();
  return (
    <AdminTracking
      {...useLoaderData<typeof loader>()}
      Form={Form}
      busy={useNavigation().state === "submitting"}
      onAllowed={() => refresh.submit({}, { method: "post", action: "/app/access" })}
    />
  );
}
