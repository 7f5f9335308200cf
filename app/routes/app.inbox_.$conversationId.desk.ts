import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { deskSchema, idSchema } from "~/features/inbox/schema";
import { sitAtDesk } from "~/features/inbox/sit-at-desk.server";

/** A sign of life from a conversation's page, with what is being written there. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.conversationId);
  const sent = deskSchema.safeParse(await request.json().catch(() => null));
  if (!id.success || !sent.success)
    throw new Response(null, { status: statusOf[id.success ? "input.invalid" : "inbox.notFound"] });
  const draft = staff.may("write_orders") ? sent.data.draft : null;
  const done = await sitAtDesk(shop, { ...sent.data, conversationId: id.data, draft }, staff);
  if (!done.ok) throw new Response(null, { status: statusOf[done.refusal.code] });
  return json(done.value);
};
