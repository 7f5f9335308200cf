import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { isUpload, readUpload } from "~/doors/read-upload.server";
import { changeCopies } from "~/features/inbox/mail-out/change-copies.server";
import { dropFile, encloseFile } from "~/features/inbox/mail-out/enclose-file.server";
import { MOST_ENCLOSED_FILE_BYTES } from "~/features/inbox/mail-out/enclosures";
import { type MailOut, mailOutView } from "~/features/inbox/mail-out/mail-out-view.server";
import { givenFileSchema, mailOutActionSchema } from "~/features/inbox/mail-out/schema";
import { idSchema } from "~/features/inbox/schema";
import { type RefusalCode, type Result, refuse } from "~/values/result";

/** What goes with the answer that somebody is writing, and why something else does not. */
export type MailOutAnswer = { mailOut: MailOut; refused: RefusalCode | null };

const LIMITS = { file: MOST_ENCLOSED_FILE_BYTES, body: MOST_ENCLOSED_FILE_BYTES + 64 * 1024, files: 1 };

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const visit = await adminWho(request, "read_orders");
  return json(await answer(visit, idOf(params), null));
};

/** Takes one file, in a form with its name and place before it; or takes one out, or changes who gets copies. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const visit = await adminWho(request, "write_orders");
  const conversationId = idOf(params);
  const done = isUpload(request)
    ? await takeFile(visit, conversationId, request)
    : await change(visit, conversationId, await readForm(request));
  const refused = done.ok ? null : done.refusal.code;
  return json(await answer(visit, conversationId, refused), { status: refused ? statusOf[refused] : 200 });
};

async function takeFile({ shop, staff }: AdminVisit, conversationId: string, request: Request) {
  let done: Result<null> = refuse("input.invalid");
  const { tooLarge } = await readUpload(request, LIMITS, async ({ bytes }, before) => {
    const given = givenFileSchema.parse(before);
    const file = { name: given.name, isInline: given.place === "text", bytes };
    done = await encloseFile(shop, { conversationId, staffId: staff.id }, file);
  });
  return tooLarge ? refuse("inbox.fileTooLarge") : done;
}

function change({ shop, staff }: AdminVisit, conversationId: string, form: Record<string, string>) {
  const asked = mailOutActionSchema.safeParse(form);
  if (!asked.success) throw new Response(null, { status: statusOf["input.invalid"] });
  return asked.data.do === "dropFile"
    ? dropFile(shop, { conversationId, staffId: staff.id }, asked.data.id)
    : changeCopies(shop, conversationId, asked.data, staff.name);
}

async function answer(
  { shop, staff }: AdminVisit,
  conversationId: string,
  refused: RefusalCode | null,
): Promise<MailOutAnswer> {
  const mailOut = await mailOutView(shop, conversationId, staff);
  if (!mailOut) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return { mailOut, refused };
}

function idOf(params: { conversationId?: string }): string {
  const id = idSchema.safeParse(params.conversationId);
  if (!id.success) throw new Response(null, { status: statusOf["inbox.notFound"] });
  return id.data;
}
