import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { reachAction } from "~/features/notifications/schema";
import { suppressedPage } from "~/features/notifications/suppression-store.server";
import { lift } from "~/features/notifications/take-bounce.server";
import { AdminSuppressedCard } from "~/features/notifications/ui/admin-suppressed-card";
import { suppressedWords } from "~/features/notifications/words/suppressed-staff";
import { checkSendingDomain, sendingDomain } from "~/features/settings/sending-domain.server";
import { SendingDomainCard } from "~/features/settings/ui/sending-domain-card";
import { sendingWords as words } from "~/features/settings/words/sending-staff";
import { Page } from "~/ui/admin/page";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";
import { readCursor } from "~/values/cursor";
import { readListQuery } from "~/values/list-query";

const PATH = "/app/settings/sending";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { after, before } = readListQuery(request.url);
  const view = await sendingDomain(shop);
  const place = { after: readCursor(after), before: readCursor(before) };
  const { rows, ...page } = await shop.transact((tx) => suppressedPage(tx, place));
  return { view, rows, mayChange: staff.may("write_orders"), ...pagerUrls(page, PATH) };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = reachAction.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success)
    return data({ message: suppressedWords.gone, isError: true }, statusOf["input.invalid"]);
  if (asked.data.do === "check") {
    const done = await checkSendingDomain(shop);
    return done.ok
      ? data({ message: words.checked, isError: false })
      : data({ message: words.noDomain, isError: true }, statusOf[done.refusal.code]);
  }
  const done = await lift(shop, asked.data.id, staff.name);
  return done.ok
    ? data({ message: suppressedWords.lifted, isError: false })
    : data({ message: suppressedWords.gone, isError: true }, statusOf[done.refusal.code]);
};

export default function Sending() {
  const { view, ...list } = useLoaderData<typeof loader>();
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  const shared = { mayChange: list.mayChange, busy: useNavigation().state === "submitting" };
  return (
    <Page title={words.title} back={{ label: words.back, url: "/app/settings" }}>
      <div style={{ display: "grid", gap: "var(--p-space-400)" }}>
        <SendingDomainCard
          view={view}
          {...shared}
          onCheck={() => submit({ do: "check" }, { method: "post" })}
        />
        <AdminSuppressedCard
          {...list}
          {...shared}
          onLift={(id) => submit({ do: "lift", id }, { method: "post" })}
        />
      </div>
    </Page>
  );
}
