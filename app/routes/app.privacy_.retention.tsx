import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminInFull, adminWho } from "~/doors/admin.server";
import { readJson } from "~/doors/read-json.server";
import { readRetention, typedRetention } from "~/features/customers/retention-form";
import { lastSweeps } from "~/features/customers/retention-store.server";
import { RetentionPage } from "~/features/customers/ui/retention-page";
import { retentionWords as words } from "~/features/customers/words/retention-staff";
import { changeRetention } from "~/features/settings/change-settings.server";
import { shopFace } from "~/features/settings/queries.server";
import { RETENTION_CLASSES, type RetentionClass } from "~/features/settings/retention";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_customers");
  return shop.transact(async (tx) => ({
    typed: typedRetention((await shopFace(tx)).settings.retention),
    last: await lastSweeps(tx, RETENTION_CLASSES),
    mayChange: staff.full,
  }));
};

const NONE: RetentionClass[] = [];

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminInFull(request);
  const { value, problems } = readRetention(await readJson(request));
  if (!value) return data({ problems, message: words.notSaved, isError: true }, 422);
  await changeRetention(shop, value, staff.name);
  return data({ problems: NONE, message: words.saved, isError: false });
};

export default function Retention() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <RetentionPage
      {...useLoaderData<typeof loader>()}
      problems={answer?.problems ?? NONE}
      saving={useNavigation().state !== "idle"}
      onSave={(draft) => submit(draft, { method: "post", encType: "application/json" })}
    />
  );
}
