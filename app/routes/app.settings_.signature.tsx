import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { keepSignature } from "~/features/inbox/mail-out/keep-signature.server";
import { signatureSchema } from "~/features/inbox/mail-out/schema";
import { signatureOf } from "~/features/inbox/mail-out/signature-store.server";
import { AdminSignature } from "~/features/inbox/ui/mail-out/admin-signature";
import { mailOutWords } from "~/features/inbox/words/mail-out-staff";
import { useToast } from "~/ui/admin/toast";
import { refuse } from "~/values/result";

const words = mailOutWords.signature;

/** What the answers of whoever looks at it end with. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const signature = await shop.transact((tx) => signatureOf(tx, staff.id));
  return { signature, name: staff.name, mayChange: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = signatureSchema.safeParse(await readForm(request));
  const done = sent.success ? await keepSignature(shop, staff.id, sent.data.text) : refuse("input.invalid");
  return done.ok
    ? data({ message: words.saved, isError: false })
    : data({ message: words.refused, isError: true }, statusOf[done.refusal.code]);
};

export default function Signature() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <AdminSignature
      {...useLoaderData<typeof loader>()}
      saving={useNavigation().state !== "idle"}
      onSave={(text) => submit({ text }, { method: "post" })}
    />
  );
}
