import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { type KeptReading, readingOf } from "~/features/inbox/automation/reading.server";
import { type RunView, runsOfConversation } from "~/features/inbox/automation-log-queries.server";
import { idSchema } from "~/features/inbox/schema";

export type RulesHere = { runs: RunView[]; reading: KeptReading };

/** Which rules were looked at for a conversation, and why each fired or did not. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const id = idSchema.safeParse(params.conversationId);
  if (!id.success) throw new Response(null, { status: statusOf["inbox.notFound"] });
  const here = await shop.transact(async (tx) => ({
    runs: await runsOfConversation(tx, id.data),
    reading: await readingOf(tx),
  }));
  return json<RulesHere>(here);
};
