import type { ActionFunctionArgs } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readJson } from "~/doors/read-json.server";
import { stepImport } from "~/features/inbox/import/import-conversations.server";
import { importStepSchema } from "~/features/inbox/import/schema";
import { idSchema } from "~/features/inbox/schema";
import { refuse } from "~/values/result";

/** The next step of an import, asked for by the page that uploads it. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "write_orders");
  const id = idSchema.safeParse(params.importId);
  const asked = importStepSchema.safeParse(await readJson(request));
  const done = !id.success
    ? refuse("inbox.notFound")
    : asked.success
      ? await stepImport(shop, id.data, asked.data.step, asked.data.fetchFiles === "yes")
      : refuse("input.invalid");
  return new Response(null, { status: done.ok ? 204 : statusOf[done.refusal.code] });
};
