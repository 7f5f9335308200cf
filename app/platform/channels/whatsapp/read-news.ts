import { z } from "zod";
import type { TextNews } from "../channel";
import { inWords } from "./errors";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
const status = z.object({
  id: z.string().max(500),
  status: z.string(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  errors: z.array(z.object({ code: z.number().int() })).optional(),
});
const says = z.object({ body: z.string() }).partial();
const message = z.object({
  from: z.string().regex(/^[1-9]\d{6,14}$/),
  text: says.optional(),
  /** a button of a template, and one of a list of answers */
  button: z.object({ text: z.string() }).optional(),
  interactive: z.object({ button_reply: z.object({ title: z.string() }).optional() }).optional(),
});
const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  statuses: z.array(z.unknown()).default([]),
  messages: z.array(z.unknown()).default([]),
});
const payload = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ value: z.unknown() })).default([]) })).default([]),
});

const KNOWN = new Set(["sent", "delivered", "read"]);
const LONGEST = 1_600;

/**
 * What Meta tells of messages of one sender, and what people wrote to it. What is of another sort, or of another
 * number of the same app, is left out; one part that cannot be read keeps no other from being read. Pure.
 */
export function newsOf(phoneNumberId: string, body: string): TextNews[] {
  const values = (payload.safeParse(readJson(body)).data?.entry ?? [])
    .flatMap(({ changes }) => changes)
    .flatMap((change) => value.safeParse(change.value).data ?? [])
    .filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  return values.flatMap(({ statuses, messages }) => [
    ...statuses.flatMap((one) => stateOf(status.safeParse(one).data)),
    ...messages.flatMap((one) => writtenIn(message.safeParse(one).data)),
  ]);
}

function stateOf(one: z.infer<typeof status> | undefined): TextNews[] {
  if (!one) return [];
  const about = {
    providerId: one.id,
    ...(one.biz_opaque_callback_data ? { id: one.biz_opaque_callback_data } : {}),
  };
  if (KNOWN.has(one.status)) return [{ kind: one.status as "sent" | "delivered" | "read", ...about }];
  if (one.status !== "failed") return [];
  const code = one.errors?.[0]?.code;
  return [{ kind: "notDelivered", why: code === undefined ? "" : inWords(code), ...about }];
}

function writtenIn(one: z.infer<typeof message> | undefined): TextNews[] {
  const text = one?.text?.body ?? one?.button?.text ?? one?.interactive?.button_reply?.title;
  // Within Meta's free 24 hours an answer could go out; ending needs none.
  return one && text !== undefined
    ? [{ kind: "wrote", from: `+${one.from}`, text: text.slice(0, LONGEST), answered: true }]
    : [];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
