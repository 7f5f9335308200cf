import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { actionChoices } from "~/features/inbox/automation/choices.server";
import { readingOf } from "~/features/inbox/automation/reading.server";
import { type RuleSays, ruleActionSchema } from "~/features/inbox/automation/rule";
import { deleteRule, saveRule, switchRule } from "~/features/inbox/automation/save-rule.server";
import { runsOfRule } from "~/features/inbox/automation-log-queries.server";
import { rulesOf, versionsOf } from "~/features/inbox/automation-store.server";
import { macroRows } from "~/features/inbox/macro-queries.server";
import { idSchema } from "~/features/inbox/schema";
import { AdminRule } from "~/features/inbox/ui/automation/admin-rule";
import { useReading } from "~/features/inbox/ui/automation/use-reading";
import { automationWords as words } from "~/features/inbox/words/staff-automation";
import { startingRules } from "~/features/inbox/words/starting-automation";
import { pagerUrls } from "~/ui/admin/pager";
import { useToast } from "~/ui/admin/toast";
import type { Refusal } from "~/values/result";

const NEW = "new";
const BLANK: RuleSays = {
  name: "",
  on: "message",
  hours: null,
  match: "all",
  conditions: [],
  actions: [],
  stops: false,
};

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  const { from, after, before } = Object.fromEntries(new URL(request.url).searchParams);
  const choices = await actionChoices(shop);
  const id = idOf(params);
  return shop.transact(async (tx) => {
    const rule = (await rulesOf(tx)).find((one) => one.id === id) ?? null;
    if (id && !rule) throw new Response(null, { status: statusOf["automation.notFound"] });
    const { rows: runs, ...page } = id
      ? await runsOfRule(tx, id, { after, before })
      : { rows: [], previous: null, next: null };
    const reading = await readingOf(tx);
    return {
      id,
      says: rule ? saysOf(rule) : starting(from),
      version: rule?.version ?? null,
      enabled: rule?.enabled ?? null,
      // one without words answers nothing
      choices: { ...choices, macros: (await macroRows(tx)).filter(({ languages }) => languages.length > 0) },
      reading,
      runs,
      ...pagerUrls(page, `/app/settings/rules/${id}`),
      versions: id ? await versionsOf(tx, id) : [],
      mayChange: staff.may("write_orders"),
    };
  });
};

const saysOf = ({ name, on, hours, match, conditions, actions, stops }: RuleSays): RuleSays => ({
  ...{ name, on, hours, match, conditions, actions, stops },
});

const starting = (from: string | undefined): RuleSays =>
  from && Object.hasOwn(startingRules, from) ? (startingRules[from] ?? BLANK) : BLANK;

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const id = idOf(params);
  const sent = ruleActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return refused({ code: "input.invalid" });
  const asked = sent.data;
  if (asked.intent === "delete") {
    const done = await deleteRule(shop, id ?? "");
    return done.ok ? redirect("/app/settings/rules") : refused(done.refusal);
  }
  if (asked.intent === "switch") {
    const done = await switchRule(shop, id ?? "", asked.enabled);
    const message = words.rules[asked.enabled ? "switchedOn" : "switchedOff"];
    return done.ok ? data({ message, isError: false, problem: null }) : refused(done.refusal);
  }
  const seen = id ? { id, version: asked.version ?? 0 } : null;
  const done = await saveRule(shop, asked.says, seen, staff.name);
  if (!done.ok) return refused(done.refusal);
  if (!id) return redirect(`/app/settings/rules/${done.value.id}`);
  return data({ message: words.rule.saved, isError: false, problem: null });
};

function refused({ code, detail = {} }: Refusal) {
  const { line = 0, message = "" } = detail;
  const sentence =
    code === "automation.textWrong"
      ? words.textWrong(words.noteText, Number(line), String(message))
      : (words.refused[code] ?? words.refusedOther);
  return data({ message: sentence, isError: true, problem: sentence }, { status: statusOf[code] });
}

function idOf({ ruleId }: { ruleId?: string }): string | null {
  if (ruleId === NEW) return null;
  const id = idSchema.safeParse(ruleId);
  if (!id.success) throw new Response(null, { status: statusOf["automation.notFound"] });
  return id.data;
}

export default function OneRule() {
  const { id, version, reading, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const send = (body: object) => submit(body as never, { method: "post", encType: "application/json" });
  return (
    <AdminRule
      key={id ?? NEW}
      {...shown}
      version={version}
      reading={useReading(reading)}
      problem={answer?.problem ?? null}
      busy={useNavigation().state !== "idle"}
      onSave={(says) => send({ intent: "save", version, says })}
      onSwitch={(enabled) => send({ intent: "switch", enabled })}
      onDelete={() => send({ intent: "delete" })}
    />
  );
}
