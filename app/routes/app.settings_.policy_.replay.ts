import type { ActionFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { policySchema } from "~/features/returns/policy-schema";
import { replayInLines } from "~/features/returns/replay-in-lines.server";

/** What a policy, saved or not, would have done: how far it is as it goes on, then the result, a line each. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_returns");
  const policy = policySchema.safeParse(await request.json().catch(() => null));
  if (!policy.success) throw new Response(null, { status: statusOf["input.invalid"] });
  return new Response(replayInLines(shop, policy.data), {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  });
};
