import { data } from "@remix-run/node";
import type { z } from "zod";
import { type AdminVisit, adminWho } from "~/doors/admin.server";
import { statusOf } from "~/doors/answer";
import { answeringWords as words } from "~/features/inbox/words/answering-staff";
import { changeInboxSettings, type InboxChoices } from "~/features/settings/change-settings.server";
import { seenSchema } from "~/features/settings/schema";

type Read = { value: InboxChoices; problems: string[] };

/**
 * Saves a part of the inbox's settings as a screen of theirs sent it: 400 when it is no such form, 422 with the
 * problems that `read` finds, 409 when somebody else saved since it was opened.
 */
export async function saveInboxSettings<Sent>(
  request: Request,
  schema: z.ZodType<Sent>,
  read: (sent: Sent, shop: AdminVisit["shop"]) => Read | Promise<Read>,
) {
  const { shop, staff } = await adminWho(request, "write_orders");
  const sent = schema.safeParse(await request.json().catch(() => null));
  if (!sent.success) return refused(words.refused, statusOf["input.invalid"]);
  const { value, problems } = await read(sent.data, shop);
  if (problems.length > 0) return refused(words.notSaved, 422, problems);
  const seen = seenSchema.parse(new URL(request.url).searchParams.get("seen"));
  const done = await changeInboxSettings(shop, value, staff.name, seen);
  if (!done.ok) return refused(words.meanwhile.said, statusOf["settings.changedMeanwhile"]);
  return data({ problems: [] as string[], message: words.saved, isError: false, meanwhile: false });
}

const refused = (message: string, status: number, problems: string[] = []) =>
  data(
    { problems, message, isError: true, meanwhile: status === statusOf["settings.changedMeanwhile"] },
    status,
  );
