import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { admin, adminInFull } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeStaffLimits } from "~/features/settings/change-settings.server";
import { shopFace, staffLimits } from "~/features/settings/queries.server";
import { type LimitProblems, limitsFormSchema, readLimits } from "~/features/settings/staff-limits";
import { StaffLimitsPage } from "~/features/settings/ui/staff-limits-page";
import { limitWords as words } from "~/features/settings/words/staff-limits";
import { useToast } from "~/ui/admin/toast";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  return { ...(await staffLimits(shop, staff)), full: staff.full };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminInFull(request);
  const sent = limitsFormSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return said(words.refused, statusOf["input.invalid"]);
  const { profile } = await shop.transact(shopFace);
  const { wanted, problems } = readLimits(sent.data, profile.currency);
  if (problems.length > 0) return said(words.notSaved, 422, problems);
  const done = await changeStaffLimits(shop, wanted, staff);
  if (done.ok) return data({ problems: NONE, message: words.saved, isError: false });
  const { code } = done.refusal;
  return said(code === "staff.forbidden" ? words.limited : words.refused, statusOf[code]);
};

const NONE: LimitProblems = [];
const said = (message: string, status: number, problems = NONE) =>
  data({ problems, message, isError: true }, status);

export default function StaffLimits() {
  const answer = useActionData<typeof action>();
  useToast(answer);
  const submit = useSubmit();
  return (
    <StaffLimitsPage
      {...useLoaderData<typeof loader>()}
      saving={useNavigation().state !== "idle"}
      problems={answer?.problems ?? NONE}
      onSave={(form) => submit(form as never, { method: "post", encType: "application/json" })}
    />
  );
}
