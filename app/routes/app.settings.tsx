import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
  useSubmit,
} from "@remix-run/react";
import { admin, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeSettings } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { type FieldProblems, readSettingsForm, seenSchema } from "~/features/settings/schema";
import { SettingsPage } from "~/features/settings/ui/settings-page";
import { staffWords as words } from "~/features/settings/words/staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const { settings, settingsVersion, profile } = await shop.transact(shopFace);
  return {
    settings,
    seen: settingsVersion,
    shopName: profile.name,
    shopAddress: profile.address,
    mayChange: staff.may("write_orders"),
  };
};

const NONE: FieldProblems = {};
const MEANWHILE = statusOf["settings.changedMeanwhile"];

/** Who was refused because somebody else saved first sees what that was. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === MEANWHILE || defaultShouldRevalidate;

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent: unknown = await request.json().catch(() => null);
  const { value, problems } = readSettingsForm(sent);
  if (problems) return data({ problems, message: words.notSaved, isError: true, meanwhile: false }, 422);
  const seen = seenSchema.parse(new URL(request.url).searchParams.get("seen"));
  const done = await changeSettings(shop, value, staff.name, seen);
  if (!done.ok)
    return data({ problems: NONE, message: words.meanwhile.said, isError: true, meanwhile: true }, MEANWHILE);
  return data({ problems: NONE, message: words.saved, isError: false, meanwhile: false });
};

export default function Settings() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const { seen, ...shown } = useLoaderData<typeof loader>();
  return (
    <SettingsPage
      {...shown}
      changedMeanwhile={answer?.meanwhile ?? false}
      problems={answer?.problems ?? NONE}
      saving={useNavigation().state !== "idle"}
      onSave={(draft) =>
        submit(draft as never, { method: "post", encType: "application/json", action: `?seen=${seen}` })
      }
    />
  );
}
