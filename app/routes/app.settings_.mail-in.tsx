import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeMailbox, changeProvider, mailInScreen } from "~/features/inbox/mail-in.server";
import { mailboxActionSchema, providerActionSchema } from "~/features/inbox/mail-sources";
import { AdminMailIn } from "~/features/inbox/ui/admin-mail-in";
import { mailInWords as words } from "~/features/inbox/words/mail-in-staff";
import { useToast } from "~/ui/admin/toast";
import { refuse } from "~/values/result";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const mayChange = staff.may("write_orders");
  const screen = await shop.transact((tx) => mailInScreen(shop, tx));
  // A provider's address is as good as its secret: only who may change it sees it.
  const providers = screen.providers.map((one) => (mayChange ? one : { ...one, url: null }));
  return { ...screen, providers, mayChange };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent: unknown = await request.json().catch(() => null);
  const provider = providerActionSchema.safeParse(sent);
  const mailbox = mailboxActionSchema.safeParse(sent);
  const done = provider.success
    ? await changeProvider(shop, provider.data, staff.name)
    : mailbox.success
      ? await changeMailbox(shop, mailbox.data, staff.name)
      : refuse("input.invalid");
  return done.ok
    ? data({ message: words.saved, isError: false })
    : data({ message: words.refused, isError: true }, statusOf[done.refusal.code]);
};

export default function MailIn() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <AdminMailIn
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state === "submitting"}
      refused={answer?.isError ?? false}
      onDo={(asked) => submit(asked as never, { method: "post", encType: "application/json" })}
    />
  );
}
