import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeTexts, textScreen } from "~/features/notifications/change-texts.server";
import { textsChange } from "~/features/notifications/schema";
import { AdminTexts } from "~/features/notifications/ui/admin-texts";
import { textsStaffWords as words } from "~/features/notifications/words/texts-staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const screen = await shop.transact((tx) => textScreen(shop, tx));
  return { ...screen, mayChange: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = textsChange.safeParse(await request.json().catch(() => null));
  const done = asked.success ? await changeTexts(shop, asked.data, staff.name) : null;
  return done?.ok
    ? data({ message: words.saved, isError: false })
    : data({ message: words.notSaved, isError: true }, statusOf["input.invalid"]);
};

export default function Texts() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <AdminTexts
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state === "submitting"}
      refused={answer?.isError ?? false}
      onSave={(typed) => submit(typed as never, { method: "post", encType: "application/json" })}
    />
  );
}
