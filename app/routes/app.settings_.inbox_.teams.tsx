import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { colleaguesOf } from "~/features/inbox/handling-queries.server";
import { changeTeam, dropTeam } from "~/features/inbox/teams/change-teams.server";
import { teamActionSchema } from "~/features/inbox/teams/team";
import { teamsOf } from "~/features/inbox/teams/team-store.server";
import { AdminTeams } from "~/features/inbox/ui/admin-teams";
import { teamWords as words } from "~/features/inbox/words/team-staff";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "read_orders");
  return {
    teams: await shop.transact(teamsOf),
    staff: await colleaguesOf(shop),
    mayChange: staff.may("write_orders"),
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const sent = teamActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success)
    return data({ message: words.refusedOther, isError: true }, { status: statusOf["input.invalid"] });
  const asked = sent.data;
  const done = asked.do === "keep" ? await changeTeam(shop, asked) : await dropTeam(shop, asked.id);
  if (done.ok) return data({ message: words.done[asked.do], isError: false });
  const { code } = done.refusal;
  return data(
    { message: words.refused[code] ?? words.refusedOther, isError: true },
    { status: statusOf[code] },
  );
};

export default function Teams() {
  const answer = useActionData<typeof action>();
  const submit = useSubmit();
  useToast(answer);
  return (
    <AdminTeams
      {...useLoaderData<typeof loader>()}
      busy={useNavigation().state !== "idle"}
      problem={answer?.isError ? answer.message : null}
      onDo={(action) => submit(action as never, { method: "post", encType: "application/json" })}
    />
  );
}
