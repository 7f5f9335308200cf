import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { stepImport } from "~/features/inbox/import/import-conversations.server";
import { importView } from "~/features/inbox/import/import-queries.server";
import { AT_WORK } from "~/features/inbox/import/progress";
import { importStepSchema } from "~/features/inbox/import/schema";
import { idSchema } from "~/features/inbox/schema";
import { AdminImport } from "~/features/inbox/ui/admin-import";
import { importWords as words } from "~/features/inbox/words/import-staff";
import { useToast } from "~/ui/admin/toast";
import { useFresh } from "~/ui/admin/use-fresh";

const absent = () => new Response(null, { status: statusOf["inbox.notFound"] });

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.importId);
  const one = id.success ? await shop.transact((tx) => importView(tx, id.data)) : null;
  if (!one) throw absent();
  const isAtWork = AT_WORK.includes(one.state) || (one.state === "done" && one.fetched.named > 0);
  return { one, isAtWork, mayAct: staff.may("write_orders") };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const id = idSchema.safeParse(params.importId);
  const asked = importStepSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!id.success) throw absent();
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const done = await stepImport(shop, id.data, asked.data.step, asked.data.fetchFiles === "yes");
  if (done.ok) return data(null);
  const { code } = done.refusal;
  if (code === "inbox.notFound") throw absent();
  return data({ message: words.refused[code] ?? code, isError: true }, statusOf[code]);
};

export default function Import() {
  const { isAtWork, ...shown } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  useFresh(isAtWork, revalidate);
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <AdminImport
      {...shown}
      busy={useNavigation().state !== "idle"}
      onStep={(step, fetchFiles) =>
        submit({ step, fetchFiles: fetchFiles ? "yes" : "no" }, { method: "post" })
      }
    />
  );
}
