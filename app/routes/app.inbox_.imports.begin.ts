import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readJson } from "~/doors/read-json.server";
import { beginImport } from "~/features/inbox/import/import-conversations.server";
import { beginImportSchema } from "~/features/inbox/import/progress";
import { refuse } from "~/values/result";

/** Begins an import; answers its id, under which the files are sent. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = beginImportSchema.safeParse(await readJson(request));
  const begun = asked.success ? await beginImport(shop, asked.data, staff) : refuse("input.invalid");
  if (begun.ok) return json({ id: begun.value.id, refused: null });
  const { code } = begun.refusal;
  return json({ id: null, refused: code }, statusOf[code]);
};
