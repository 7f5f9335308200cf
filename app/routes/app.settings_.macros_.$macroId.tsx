import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { actionChoices } from "~/features/inbox/automation/choices.server";
import { type MacroSays, macroActionSchema } from "~/features/inbox/automation/macro";
import { shopLocaleOf } from "~/features/inbox/automation/reading.server";
import { deleteMacro, saveMacro } from "~/features/inbox/automation/save-macro.server";
import { previewChoices } from "~/features/inbox/macro-queries.server";
import { loadMacro } from "~/features/inbox/macro-store.server";
import { idSchema } from "~/features/inbox/schema";
import { AdminMacro, type MacroProblem, whereName } from "~/features/inbox/ui/automation/admin-macro";
import { automationWords as words } from "~/features/inbox/words/staff-automation";
import { startingMacros } from "~/features/inbox/words/starting-automation";
import { useToast } from "~/ui/admin/toast";
import type { Refusal } from "~/values/result";

const NEW = "new";
const BLANK: MacroSays = { name: "", texts: {}, actions: [] };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const choices = { ...(await actionChoices(shop)), macros: null };
  const from = new URL(request.url).searchParams.get("from") ?? "";
  return shop.transact(async (tx) => {
    const id = idOf(params);
    const macro = id ? await loadMacro(tx, id) : null;
    if (id && !macro) throw new Response(null, { status: statusOf["automation.notFound"] });
    const { name, texts, actions } = macro ?? starting(from);
    return {
      says: { name, texts, actions } as MacroSays,
      id,
      version: macro?.version ?? null,
      shopLocale: await shopLocaleOf(tx),
      choices,
      conversations: await previewChoices(tx),
      mayChange: staff.may("write_orders"),
    };
  });
};

const starting = (from: string): MacroSays =>
  Object.hasOwn(startingMacros, from) ? startingMacros[from as keyof typeof startingMacros] : BLANK;

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const id = idOf(params);
  const sent = macroActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return refused({ code: "input.invalid" });
  if (sent.data.intent === "delete") {
    const done = await deleteMacro(shop, id ?? "");
    return done.ok ? redirect("/app/settings/macros") : refused(done.refusal);
  }
  const { says, version } = sent.data;
  const seen = id ? { id, version: version ?? 0 } : null;
  const done = await saveMacro(shop, says, seen, staff.name);
  if (!done.ok) return refused(done.refusal);
  if (!id) return redirect(`/app/settings/macros/${done.value.id}`);
  return data({ message: words.macro.saved, isError: false, problem: null });
};

function refused({ code, detail = {} }: Refusal) {
  const { where = "", line = 0, message = "" } = detail;
  const isText = code === "automation.textWrong";
  const sentence = isText
    ? words.textWrong(whereName(String(where)), Number(line), String(message))
    : (words.refused[code] ?? words.refusedOther);
  const problem: MacroProblem = { where: String(where), sentence };
  return data({ message: sentence, isError: true, problem }, { status: statusOf[code] });
}

function idOf({ macroId }: { macroId?: string }): string | null {
  if (macroId === NEW) return null;
  const id = idSchema.safeParse(macroId);
  if (!id.success) throw new Response(null, { status: statusOf["automation.notFound"] });
  return id.data;
}

export default function Macro() {
  const { id, version, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const send = (body: object) => submit(body as never, { method: "post", encType: "application/json" });
  return (
    <AdminMacro
      key={id ?? NEW}
      {...shown}
      version={version}
      problem={answer?.problem ?? null}
      busy={useNavigation().state !== "idle"}
      onSave={(says) => send({ intent: "save", version, says })}
      onDelete={() => send({ intent: "delete" })}
    />
  );
}
