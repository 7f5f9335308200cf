import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { idSchema } from "~/features/inbox/schema";
import { type Suggestions, suggestFor } from "~/features/inbox/suggest/suggest.server";

/** Tags and macros that may fit a conversation, each with why. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.conversationId);
  if (!id.success) throw new Response(null, { status: statusOf["inbox.notFound"] });
  const found = await suggestFor(shop, id.data);
  if (!found.ok) throw new Response(null, { status: statusOf[found.refusal.code] });
  return json<Suggestions>(found.value);
};
