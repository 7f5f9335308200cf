import { type ActionFunctionArgs, json } from "@remix-run/node";
import { adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readUpload } from "~/doors/read-upload.server";
import { keepStaffPhoto } from "~/features/returns/keep-staff-photo.server";
import { staffPhotoSchema } from "~/features/returns/staff-schema";
import type { Result } from "~/values/result";

const MOST_BYTES = 12 * 1024 * 1024;
const LIMITS = { file: MOST_BYTES, body: MOST_BYTES + 64 * 1024, files: 1 };

/** Keeps one photo that staff took; `return` and `line` come before it in the form. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, staff } = await adminWho(request, "write_returns");
  let kept: Result<null> | null = null;
  await readUpload(request, LIMITS, async ({ bytes }, before) => {
    const to = staffPhotoSchema.safeParse(before);
    if (to.success)
      kept = await keepStaffPhoto(shop, { returnId: to.data.return, returnLineId: to.data.line }, bytes, {
        kind: "staff",
        id: staff.id,
        name: staff.name,
      });
  });
  const done = kept as Result<null> | null;
  if (!done) throw new Response(null, { status: statusOf["input.invalid"] });
  if (!done.ok) return json({ refused: done.refusal.code }, { status: statusOf[done.refusal.code] });
  return json({ refused: null });
};
