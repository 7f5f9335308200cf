import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigation,
  useSubmit,
} from "@remix-run/react";
import { admin, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import {
  dropPolicyDraft,
  policyScreen,
  publishPolicy,
  revertPolicy,
  savePolicyDraft,
} from "~/features/returns/change-policy.server";
import { policyActionSchema } from "~/features/returns/policy-schema";
import { PolicyPage } from "~/features/returns/ui/policy/policy-page";
import { replayPast } from "~/features/returns/ui/policy/replay-past";
import { policyWords as words } from "~/features/returns/words/policy-staff";
import { useToast } from "~/ui/admin/toast";
import type { Result } from "~/values/result";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const before = Number(new URL(request.url).searchParams.get("before")) || null;
  const screen = await policyScreen(shop, before);
  return { ...screen, mayChange: staff.may("write_returns") };
};

/** Who was refused because somebody else saved first sees what that was. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === statusOf["policy.changedMeanwhile"] || defaultShouldRevalidate;

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  const sent = policyActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return said("input.invalid");
  const asked = sent.data;
  switch (asked.intent) {
    case "save":
      return answer(await savePolicyDraft(shop, asked.value, asked.seen, staff.name), () => words.saved);
    case "publish":
      return answer(await publishPolicy(shop, asked.seen, staff.name), ({ version }) =>
        words.published(version),
      );
    case "revert":
      return answer(await revertPolicy(shop, asked.version, staff.name), ({ version }) =>
        words.reverted(version),
      );
    case "drop":
      return answer(await dropPolicyDraft(shop, staff.name), () => words.dropped);
  }
};

const said = (code: keyof typeof statusOf) =>
  data({ refused: code, message: words.done[code] ?? words.notSaved, isError: true }, statusOf[code]);

const answer = <T,>(result: Result<T>, sentence: (value: T) => string) =>
  result.ok
    ? data({ refused: null, message: sentence(result.value), isError: false })
    : said(result.refusal.code);

export default function Policy() {
  const { seen, timeZone: _timeZone, ...screen } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  useToast(answered);
  const submit = useSubmit();
  const refresh = useFetcher();
  const send = (body: object) => submit(body as never, { method: "post", encType: "application/json" });
  return (
    <PolicyPage
      {...screen}
      busy={useNavigation().state !== "idle"}
      notSaved={answered?.refused === "input.invalid"}
      changedMeanwhile={answered?.refused === "policy.changedMeanwhile"}
      replayPast={replayPast}
      onSave={(value) => send({ intent: "save", value, seen })}
      onPublish={() => send({ intent: "publish", seen })}
      onDrop={() => send({ intent: "drop" })}
      onRevert={(version) => send({ intent: "revert", version })}
      onAllowed={() => refresh.submit({}, { method: "post", action: "/app/access" })}
    />
  );
}
