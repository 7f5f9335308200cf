import type { LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { liveChanges } from "~/doors/live.server";

/** What changes in the inbox, as it happens. */
export const loader = async ({ request }: LoaderFunctionArgs) =>
  liveChanges(request, await adminWho(request, "read_orders"));
