import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSearchParams, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { previewKind, sendSample } from "~/features/notifications/preview-kind.server";
import { testMail } from "~/features/notifications/schema";
import { AdminKind } from "~/features/notifications/ui/admin-kind";
import { staffWords } from "~/features/notifications/words/staff";
import { useToast } from "~/ui/admin/toast";
import { refuse } from "~/values/result";

const words = staffWords.kind;

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const asked = new URL(request.url).searchParams.get("locale");
  const kindKey = params.kind ?? "";
  const preview = await shop.transact((tx) => previewKind(tx, kindKey, asked));
  if (!preview) throw new Response(null, { status: 404 });
  return { kindKey, ...preview, mayTest: staff.may("write_orders") };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const asked = testMail.safeParse(Object.fromEntries(await request.formData()));
  const done = asked.success
    ? await sendSample(shop, { key: params.kind ?? "", ...asked.data })
    : refuse("input.invalid");
  if (done.ok) return data({ message: words.sent, isError: false });
  const { code } = done.refusal;
  return data({ message: words.refused[code] ?? code, isError: true }, statusOf[code]);
};

export default function Kind() {
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  const [, setParams] = useSearchParams();
  const shown = useLoaderData<typeof loader>();
  return (
    <AdminKind
      {...shown}
      busy={useNavigation().state === "submitting"}
      onLocale={(locale) => setParams({ locale })}
      onTest={(to) => submit({ to, locale: shown.locale }, { method: "post" })}
    />
  );
}
