import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeWhatsApp, whatsAppScreen } from "~/features/notifications/change-whatsapp.server";
import { whatsAppChange } from "~/features/notifications/schema";
import { AdminWhatsApp } from "~/features/notifications/ui/admin-whatsapp";
import { whatsAppStaffWords as words } from "~/features/notifications/words/whatsapp-staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const screen = await shop.transact((tx) => whatsAppScreen(shop, tx));
  return { ...screen, mayChange: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = whatsAppChange.safeParse(await request.json().catch(() => null));
  const done = asked.success ? await changeWhatsApp(shop, asked.data, staff.name) : null;
  return done?.ok
    ? data({ message: words.saved, isError: false })
    : data({ message: words.notSaved, isError: true }, statusOf["input.invalid"]);
};

export default function WhatsApp() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <AdminWhatsApp
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state === "submitting"}
      refused={answer?.isError ?? false}
      onSave={(typed) => submit(typed as never, { method: "post", encType: "application/json" })}
    />
  );
}
