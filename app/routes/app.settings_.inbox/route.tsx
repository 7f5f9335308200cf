import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { answeringSchema, readAnswering } from "~/features/inbox/answering-form";
import { answeringView } from "~/features/inbox/answering-queries.server";
import { AdminAnswering } from "~/features/inbox/ui/admin-answering";
import { saveInboxSettings } from "./save.server";
import { shownAfter, useSaving } from "./use-saving";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { ...(await shop.transact(answeringView)), mayChange: staff.may("write_orders") };
};

export const shouldRevalidate = shownAfter;

export const action = ({ request }: ActionFunctionArgs) =>
  saveInboxSettings(request, answeringSchema, readAnswering);

export default function Answering() {
  const { seen: _seen, ...shown } = useLoaderData<typeof loader>();
  return <AdminAnswering {...shown} {...useSaving()} />;
}
