import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { ruleSchema } from "~/features/inbox/automation/rule";
import { tryRule } from "~/features/inbox/automation/try-rule.server";

/** What a rule, saved or not, would have done with past conversations. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const sent = ruleSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw new Response(null, { status: statusOf["input.invalid"] });
  return json(await tryRule(shop, sent.data));
};
