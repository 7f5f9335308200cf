import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { macroRows } from "~/features/inbox/macro-queries.server";
import { AdminMacroList } from "~/features/inbox/ui/automation/admin-macro-list";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { macros: await shop.transact(macroRows), mayChange: staff.may("write_orders") };
};

export default function Macros() {
  return <AdminMacroList {...useLoaderData<typeof loader>()} />;
}
