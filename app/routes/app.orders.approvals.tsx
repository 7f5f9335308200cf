import type { LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { adminWho } from "~/doors/admin.server";
import { waitingForApproval } from "~/features/returns/action-queries.server";
import { AdminWaiting } from "~/features/returns/ui/actions/admin-waiting";
import type { action } from "./app.orders_.$orderId.actions/route";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const by = { kind: "staff" as const, id: staff.id, name: staff.name, owner: staff.owner };
  const waiting = await shop.transact((tx) => waitingForApproval(tx, by));
  return { waiting, mayAct: staff.may("write_orders") };
};

export default function Approvals() {
  const { submit, state, data } = useFetcher<typeof action>();
  const { revalidate } = useRevalidator();
  // What was refused stands differently from what is shown here.
  useEffect(() => {
    if (data?.refused) revalidate();
  }, [data, revalidate]);
  return (
    <AdminWaiting
      {...useLoaderData<typeof loader>()}
      busy={state !== "idle"}
      refused={data?.refused ?? null}
      onDecide={({ id, orderId }, intent, why) =>
        submit(
          { intent, actionId: id, ...(why === undefined ? {} : { why }) },
          { method: "post", action: `/app/orders/${orderId}/actions`, encType: "application/json" },
        )
      }
    />
  );
}
