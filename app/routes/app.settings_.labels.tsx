import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { useMemo } from "react";
import { admin, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { changeAccounts, labelScreen } from "~/features/returns/change-accounts.server";
import { labelActionSchema } from "~/features/returns/label-schema";
import { stockLocations } from "~/features/returns/stock-locations.server";
import { LabelsPage } from "~/features/returns/ui/labels/labels-page";
import { labelWords as words } from "~/features/returns/words/labels-staff";
import { changeLabelSettings, changeReturnPlaces } from "~/features/settings/change-settings.server";
import { useToast } from "~/ui/admin/toast";
import type { RefusalCode } from "~/values/result";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await admin(request);
  const [screen, locations] = await Promise.all([labelScreen(shop), stockLocations(shop)]);
  return { ...screen, locations, mayChange: staff.may("write_orders") };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = labelActionSchema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return refused("input.invalid");
  const asked = sent.data;
  const done =
    asked.intent === "settings"
      ? await changeLabelSettings(shop, asked.value, staff.name)
      : asked.intent === "places"
        ? await changeReturnPlaces(shop, asked.value, staff.name)
        : await changeAccounts(shop, asked, staff.name);
  return done.ok ? data({ refused: null, done: shop.now().getTime() }) : refused(done.refusal.code);
};

const SENTENCES: Partial<Record<RefusalCode, string>> = {
  "returns.accountUnknown": words.account.unknown,
  "returns.accountIncomplete": words.account.incomplete,
};
const refused = (code: RefusalCode) =>
  data({ refused: SENTENCES[code] ?? words.notSaved, done: 0 }, statusOf[code]);

export default function Labels() {
  const answer = useActionData<typeof action>();
  const submit = useSubmit();
  useToast(useMemo(() => (answer && !answer.refused ? { message: words.saved } : null), [answer]));
  return (
    <LabelsPage
      {...useLoaderData<typeof loader>()}
      refused={answer?.refused ?? null}
      done={answer?.done ?? 0}
      busy={useNavigation().state !== "idle"}
      onAct={(asked) => submit(asked as never, { method: "post", encType: "application/json" })}
    />
  );
}
