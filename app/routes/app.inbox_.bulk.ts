import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { bulkSchema } from "~/features/inbox/bulk/bulk";
import { changeMany } from "~/features/inbox/bulk/change-many.server";
import { undoMany } from "~/features/inbox/bulk/undo-many.server";

/** One step for many conversations, or undoing one. Answers how many are done, and why others are not. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_orders");
  const asked = bulkSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  if ("step" in asked.data) return json(await changeMany(shop, asked.data, staff));
  const done = await undoMany(shop, asked.data.undo, staff);
  if (!done.ok) throw new Response(null, { status: statusOf[done.refusal.code] });
  return json(done.value);
};
