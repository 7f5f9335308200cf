import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { deleteGatheredFile } from "~/features/customers/delete-gathered-file.server";
import { privacyPage } from "~/features/customers/queries.server";
import { privacyAction } from "~/features/customers/schema";
import { PrivacyPage } from "~/features/customers/ui/privacy-page";
import { staffWords as words } from "~/features/customers/words/staff";
import { pagerUrls } from "~/ui/admin/pager";
import { saveFile } from "~/ui/admin/save-file";
import { useToast } from "~/ui/admin/toast";
import { readListQuery } from "~/values/list-query";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_customers");
  const { rows, ...page } = await shop.transact((tx) => privacyPage(tx, readListQuery(request.url)));
  return { requests: rows, mayReadReadings: staff.full, ...pagerUrls(page, "/app/privacy") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "read_customers");
  const asked = privacyAction.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const done = await deleteGatheredFile(shop, asked.data.request, asked.data.file);
  if (done.ok) return data({ message: words.deleted, isError: false });
  return data({ message: words.notFound, isError: true }, { status: statusOf[done.refusal.code] });
};

export default function Privacy() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <PrivacyPage
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state !== "idle"}
      onDownload={(request, { id, name }) =>
        void saveFile(`/app/privacy/file?${new URLSearchParams({ request, file: id })}`, name)
      }
      onDelete={(request, file) => submit({ do: "deleteFile", request, file }, { method: "post" })}
    />
  );
}
