import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
  useSubmit,
} from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readTargets, type TargetProblems, targetsSchema } from "~/features/inbox/sla/targets-form";
import { knownForTargets, targetsView } from "~/features/inbox/sla/targets-queries.server";
import { AdminSla } from "~/features/inbox/ui/admin-sla";
import { answeringWords as words } from "~/features/inbox/words/answering-staff";
import { changeInboxSettings } from "~/features/settings/change-settings.server";
import { seenSchema } from "~/features/settings/schema";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return { ...(await targetsView(shop)), mayChange: staff.may("write_orders") };
};

const NONE: TargetProblems = [];
const MEANWHILE = statusOf["settings.changedMeanwhile"];

/** Who was refused because somebody else saved first sees what that was. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === MEANWHILE || defaultShouldRevalidate;

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = targetsSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return said(words.refused, statusOf["input.invalid"]);
  const { value, problems } = readTargets(sent.data, await knownForTargets(shop));
  if (problems.length > 0) return said(words.notSaved, 422, problems);
  const seen = seenSchema.parse(new URL(request.url).searchParams.get("seen"));
  const done = await changeInboxSettings(shop, { sla: value }, staff.name, seen);
  if (!done.ok) return said(words.meanwhile.said, MEANWHILE);
  return data({ problems: NONE, message: words.saved, isError: false, meanwhile: false });
};

const said = (message: string, status: number, problems = NONE) =>
  data({ problems, message, isError: true, meanwhile: status === MEANWHILE }, status);

export default function Targets() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  const { seen, ...shown } = useLoaderData<typeof loader>();
  return (
    <AdminSla
      {...shown}
      problems={answer?.problems ?? NONE}
      changedMeanwhile={answer?.meanwhile ?? false}
      saving={useNavigation().state !== "idle"}
      onSave={(drafts) =>
        submit(drafts as never, { method: "post", encType: "application/json", action: `?seen=${seen}` })
      }
    />
  );
}
