import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { admin, adminWho } from "~/doors/admin.server";
import { changeSettings } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { type FieldProblems, readSettingsForm } from "~/features/settings/schema";
import { SettingsPage } from "~/features/settings/ui/settings-page";
import { staffWords as words } from "~/features/settings/words/staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const { settings, profile } = await shop.transact(shopFace);
  return {
    settings,
    shopName: profile.name,
    shopAddress: profile.address,
    mayChange: staff.may("write_orders"),
  };
};

const NONE: FieldProblems = {};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent: unknown = await request.json().catch(() => null);
  const { value, problems } = readSettingsForm(sent);
  if (problems) return data({ problems, message: words.notSaved, isError: true }, 422);
  await changeSettings(shop, value, staff.name);
  return data({ problems: NONE, message: words.saved, isError: false });
};

export default function Settings() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <SettingsPage
      {...useLoaderData<typeof loader>()}
      problems={answer?.problems ?? NONE}
      saving={useNavigation().state !== "idle"}
      onSave={(draft) => submit(draft as never, { method: "post", encType: "application/json" })}
    />
  );
}
