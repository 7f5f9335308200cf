import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { choicesAfter } from "~/features/notifications/choices";
import { kinds } from "~/features/notifications/registry";
import { kindsChange } from "~/features/notifications/schema";
import { editedKinds } from "~/features/notifications/template-store.server";
import { AdminKinds } from "~/features/notifications/ui/admin-kinds";
import { staffWords } from "~/features/notifications/words/staff";
import { changeNotificationChoices } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { useToast } from "~/ui/admin/toast";

const words = staffWords.kindsPage;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const [{ settings }, edited] = await shop.transact(async (tx) => [
    await shopFace(tx),
    await editedKinds(tx),
  ]);
  return {
    kinds: kinds.map(({ key, group, anytime }) => {
      const own = edited.filter(({ kind }) => kind === key);
      const failed = own.some((one) => one.failed);
      return { key, group, anytime: anytime ?? false, edited: own.length, failed };
    }),
    settings: settings.notifications,
    mayChange: staff.may("write_orders"),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = kindsChange.safeParse(await request.json().catch(() => null));
  if (!asked.success) return data({ message: words.invalid, isError: true }, statusOf["input.invalid"]);
  await changeNotificationChoices(shop, (before) => choicesAfter(before, asked.data), staff.name);
  const said = { pause: staffWords.paused.done, resume: staffWords.paused.resumed };
  const message = asked.data.do in said ? said[asked.data.do as keyof typeof said] : words.saved;
  return data({ message, isError: false });
};

export default function Kinds() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <AdminKinds
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state !== "idle"}
      onChange={(change) => submit(change as never, { method: "post", encType: "application/json" })}
    />
  );
}
