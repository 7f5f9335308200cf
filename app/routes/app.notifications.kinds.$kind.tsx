import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigation,
  useSearchParams,
  useSubmit,
} from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { resetText, restoreText, saveText } from "~/features/notifications/change-text.server";
import { kindPage, sendSample } from "~/features/notifications/preview-kind.server";
import { kindAction } from "~/features/notifications/schema";
import type { TextProblem } from "~/features/notifications/templates/check-text";
import { AdminKind, type PreviewAnswer } from "~/features/notifications/ui/admin-kind";
import { staffWords } from "~/features/notifications/words/staff";
import { templateWords } from "~/features/notifications/words/templates-staff";
import { useToast } from "~/ui/admin/toast";
import { refuse } from "~/values/result";

const words = { ...staffWords.kind, ...templateWords };
const refusedWords = { ...templateWords.refused, ...staffWords.kind.refused };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const asked = new URL(request.url).searchParams.get("locale");
  const kindKey = params.kind ?? "";
  const page = await shop.transact((tx) => kindPage(tx, kindKey, asked));
  if (!page) throw new Response(null, { status: 404 });
  return { kindKey, ...page, to: staff.email ?? page.to, mayChange: staff.may("write_orders") };
};

/** Looking at what is typed changes nothing. */
export const shouldRevalidate = ({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formAction?.endsWith("/preview") ? false : defaultShouldRevalidate;

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const read = kindAction.safeParse(Object.fromEntries(await request.formData()));
  const key = params.kind ?? "";
  const asked = read.data;
  const done = !asked
    ? refuse("input.invalid")
    : asked.do === "test"
      ? await sendSample(shop, { key, ...asked })
      : asked.do === "save"
        ? await saveText(shop, { key, ...asked }, asked.text, staff.name)
        : asked.do === "restore"
          ? await restoreText(shop, { key, ...asked }, asked.version, staff.name)
          : await resetText(shop, { key, ...asked }, staff.name);
  if (done.ok && asked) {
    const said = { test: words.sent, save: words.saved, reset: words.wasReset, restore: words.restored };
    return data({ message: said[asked.do], isError: false, problem: null });
  }
  const { code, detail } = done.ok ? refuse("input.invalid").refusal : done.refusal;
  const isTest = asked?.do === "test";
  const message = (isTest ? words.refused : templateWords.refused)[code] ?? refusedWords[code] ?? code;
  const problem = detail ? (detail as unknown as TextProblem) : null;
  return data({ message, isError: true, problem }, statusOf[code]);
};

export default function Kind() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const looking = useFetcher<PreviewAnswer>();
  const [, setParams] = useSearchParams();
  const shown = useLoaderData<typeof loader>();
  const { locale, kindKey, version } = shown;
  const post = (form: Record<string, string>) =>
    submit({ locale, after: String(version), ...form }, { method: "post", preventScrollReset: true });
  return (
    <AdminKind
      key={locale}
      {...shown}
      busy={useNavigation().state === "submitting"}
      preview={looking.data}
      refused={answer?.problem ?? null}
      onLocale={(next) => setParams({ locale: next })}
      onPreview={(text, orderName) =>
        looking.submit(
          { locale, text: JSON.stringify(text), orderName },
          { method: "post", action: `/app/notifications/kinds/${kindKey}/preview` },
        )
      }
      onSave={(text) => post({ do: "save", text: JSON.stringify(text) })}
      onReset={() => post({ do: "reset" })}
      onRestore={(earlier) => post({ do: "restore", version: String(earlier) })}
      onTest={(to, text) => post({ do: "test", to, ...(text ? { text: JSON.stringify(text) } : {}) })}
    />
  );
}
