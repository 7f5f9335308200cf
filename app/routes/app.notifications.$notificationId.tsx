import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { lookedAt, noteReading } from "~/features/customers/readings-store.server";
import { retryNotification } from "~/features/notifications/retry-notification.server";
import { notificationId } from "~/features/notifications/schema";
import { explained, shownMessage } from "~/features/notifications/staff-queries.server";
import { AdminNotification } from "~/features/notifications/ui/admin-notification";
import { staffWords } from "~/features/notifications/words/staff";
import { useToast } from "~/ui/admin/toast";

const words = staffWords.one;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = notificationId.safeParse(params.notificationId);
  if (!id.success) throw new Response(null, { status: 404 });
  return shop.transact(async (tx) => {
    const message = await explained(tx, id.data);
    if (!message) throw new Response(null, { status: 404 });
    await noteReading(tx, staff, ...lookedAt("mail", id.data, "notifications"));
    return { message, shown: await shownMessage(shop, tx, id.data), mayRetry: staff.may("write_orders") };
  });
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const id = notificationId.safeParse(params.notificationId);
  if (!id.success) throw new Response(null, { status: 404 });
  const done = await retryNotification(shop, id.data, staff.name);
  if (done.ok) return data({ message: words.retried, isError: false });
  const { code } = done.refusal;
  return data({ message: words.refused[code] ?? code, isError: true }, statusOf[code]);
};

export default function Notification() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <AdminNotification
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state === "submitting"}
      onRetry={() => submit({}, { method: "post" })}
    />
  );
}
