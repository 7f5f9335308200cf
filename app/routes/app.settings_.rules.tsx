import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readingOf } from "~/features/inbox/automation/reading.server";
import { ruleListActionSchema } from "~/features/inbox/automation/rule";
import { moveRule, switchRule } from "~/features/inbox/automation/save-rule.server";
import { firedSince } from "~/features/inbox/automation-log-queries.server";
import { rulesOf } from "~/features/inbox/automation-store.server";
import { AdminRuleList } from "~/features/inbox/ui/automation/admin-rule-list";
import { useReading } from "~/features/inbox/ui/automation/use-reading";
import { automationWords as words } from "~/features/inbox/words/staff-automation";
import { useToast } from "~/ui/admin/toast";

const MONTH_MS = 30 * 86_400_000;
const COUNTED_AT_MOST = 999;

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return shop.transact(async (tx) => {
    const fired = await firedSince(tx, new Date(tx.now.getTime() - MONTH_MS), COUNTED_AT_MOST + 1);
    const rules = (await rulesOf(tx)).map((rule) => ({ ...rule, fired: fired.get(rule.id) ?? 0 }));
    return { rules, reading: await readingOf(tx), mayChange: staff.may("write_orders") };
  });
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const sent = ruleListActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const asked = sent.data;
  const done =
    asked.intent === "move"
      ? await moveRule(shop, asked.id, asked.by)
      : await switchRule(shop, asked.id, asked.enabled);
  if (done.ok) return data({ message: said(asked), isError: false });
  const { code } = done.refusal;
  return data(
    { message: words.refused[code] ?? words.refusedOther, isError: true },
    { status: statusOf[code] },
  );
};

const said = (asked: { intent: "move" } | { intent: "switch"; enabled: boolean }): string =>
  asked.intent === "move" ? words.rules.moved : words.rules[asked.enabled ? "switchedOn" : "switchedOff"];

export default function Rules() {
  const { reading, ...shown } = useLoaderData<typeof loader>();
  useToast(useActionData<typeof action>());
  const submit = useSubmit();
  return (
    <AdminRuleList
      {...shown}
      countedAtMost={COUNTED_AT_MOST}
      reading={useReading(reading)}
      busy={useNavigation().state !== "idle"}
      onDo={(asked) => submit(asked as never, { method: "post", encType: "application/json" })}
    />
  );
}
