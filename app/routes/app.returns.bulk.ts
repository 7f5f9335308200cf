import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { decideReturns } from "~/features/returns/decide-returns.server";
import { bulkSchema } from "~/features/returns/staff-schema";

/** Decides many returns, each by itself. Answers for each whether it was done, or the code of why not. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  const form = Object.fromEntries(
    [...(await request.formData())].map(([name, value]) => [name, String(value)]),
  );
  const asked = bulkSchema.safeParse(form);
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  const answers = await decideReturns(shop, asked.data, { kind: "staff", id: staff.id, name: staff.name });
  return json({ answers });
};
