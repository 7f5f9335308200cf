import { type ActionFunctionArgs, data } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { previewText } from "~/features/notifications/preview-kind.server";
import { previewAsked } from "~/features/notifications/schema";

/** How words would look before they are saved, of the sample or of an order; the editor asks as staff type. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { shop } = await adminWho(request, "read_orders");
  const asked = previewAsked.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) return data({ previewed: null, noOrder: false }, statusOf["input.invalid"]);
  const done = await previewText(shop, { key: params.kind ?? "", ...asked.data });
  if (done.ok) return data({ previewed: done.value, noOrder: false });
  return data({ previewed: null, noOrder: true }, statusOf[done.refusal.code]);
};
