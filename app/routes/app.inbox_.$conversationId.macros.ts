import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { type Filled, fillMacro } from "~/features/inbox/automation/fill-macro.server";
import { type MacroRow, macroRows } from "~/features/inbox/macro-queries.server";
import { idSchema } from "~/features/inbox/schema";

export type MacroList = { macros: MacroRow[] };
export type FilledMacro = { filled: Filled };

/** The macros to choose from, or one of them (`?macro=`) with this conversation's values in it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const conversationId = idSchema.safeParse(params.conversationId);
  const asked = new URL(request.url).searchParams.get("macro");
  if (asked === null) return json<MacroList>({ macros: await shop.transact(macroRows) });
  const macroId = idSchema.safeParse(asked);
  if (!conversationId.success || !macroId.success)
    throw new Response(null, { status: statusOf["automation.notFound"] });
  const done = await fillMacro(shop, conversationId.data, macroId.data, staff.name);
  if (!done.ok) throw new Response(null, { status: statusOf[done.refusal.code] });
  return json<FilledMacro>({ filled: done.value });
};
