import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { AdminInboxSettings } from "~/features/inbox/ui/admin-inbox-settings";

/** Only who may read the inbox sees what is decided about it. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await adminWho(request, "read_orders");
  return null;
};

export default AdminInboxSettings;
