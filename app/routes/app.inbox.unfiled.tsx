import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { mailIdSchema } from "~/features/inbox/schema";
import { parkedMails } from "~/features/inbox/staff-queries.server";
import { readMailAgain } from "~/features/inbox/take-in-mail.server";
import { AdminUnfiled } from "~/features/inbox/ui/admin-unfiled";
import { downloadMail } from "~/features/inbox/ui/download-mail";
import { staffWords as words } from "~/features/inbox/words/staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { mails: await shop.transact(parkedMails), mayAct: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const asked = mailIdSchema.safeParse((await request.formData()).get("mailId"));
  if (!asked.success) throw new Response(null, { status: statusOf["inbox.notFound"] });
  const done = await readMailAgain(shop, asked.data);
  if (!done.ok) throw new Response(null, { status: statusOf[done.refusal.code] });
  return data({ message: words.parked.tried });
};

export default function Unfiled() {
  useToast(useActionData<typeof action>());
  const busy = useNavigation().state !== "idle";
  return (
    <AdminUnfiled
      {...useLoaderData<typeof loader>()}
      busy={busy}
      Form={Form}
      onDownload={(id) => void downloadMail(id)}
    />
  );
}
