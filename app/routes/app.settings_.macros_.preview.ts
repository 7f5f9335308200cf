import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { previewMacro } from "~/features/inbox/automation/fill-macro.server";
import { macroPreviewSchema } from "~/features/inbox/automation/macro";

/** How words that are being typed read in a conversation. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const sent = macroPreviewSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const done = await previewMacro(shop, sent.data, staff.name);
  if (!done.ok) throw new Response(null, { status: statusOf[done.refusal.code] });
  return json(done.value);
};
