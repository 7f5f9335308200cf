import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readUpload } from "~/doors/read-upload.server";
import { uploadSchema } from "~/features/returns/label-schema";
import { MOST_LABEL_BYTES, uploadLabel } from "~/features/returns/upload-label.server";
import type { Result } from "~/values/result";

const LIMITS = { file: MOST_LABEL_BYTES, body: MOST_LABEL_BYTES + 64 * 1024, files: 1 };

/** Keeps a label that staff got elsewhere; `return` and `tracking` come before it in the form. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  const by = { kind: "staff" as const, id: staff.id, name: staff.name };
  let kept: Result<null> | null = null;
  const read = await readUpload(request, LIMITS, async ({ bytes }, before) => {
    const to = uploadSchema.safeParse(before);
    if (to.success)
      kept = await uploadLabel(shop, to.data.return, { bytes, trackingNumber: to.data.tracking }, by);
  });
  if (read.tooLarge) return json({ refused: "input.tooLarge" }, { status: statusOf["input.tooLarge"] });
  const done = kept as Result<null> | null;
  if (!done) throw new Response(null, { status: statusOf["input.invalid"] });
  if (!done.ok) return json({ refused: done.refusal.code }, { status: statusOf[done.refusal.code] });
  return json({ refused: null });
};
