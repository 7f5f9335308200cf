import { z } from "zod";
import { orderIdSchema } from "~/features/orders/schema";
import { keptActionsSchema } from "./automation/actions";
import { enclosedIdsSchema } from "./mail-out/schema";
import { CONVERSATION_STATES, cleanText, MOST_CHARACTERS } from "./rules";
import { SNOOZE_WORDS } from "./snooze";
import { cleanTag, PRIORITIES, VIEWS } from "./views";

/** One of our own ids in an address or a form. */
export const idSchema = z.uuid();

/** Made with the form, so that sending it twice is sending it once. */
export const requestKeySchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** A text as typed. Empty and too long are refusals of the use case, not bad requests. */
const text = z.string().transform((typed) => cleanText(typed.slice(0, 2 * MOST_CHARACTERS)));

/** What a shopper sends from an order's page. */
export const shopperMessageSchema = z.object({
  orderId: z.string().regex(/^\d{1,20}$/),
  text,
  requestKey: requestKeySchema,
});

/** What staff write to an order's shopper of their own accord. */
export const firstMessageSchema = z.object({ text, requestKey: requestKeySchema });

/** Shopify's user id. */
export const staffIdSchema = z.string().regex(/^\d{1,20}$/);
export const tagSchema = z.string().max(400).transform(cleanTag);

const macroIdsSchema = z
  .string()
  .max(1_000)
  .transform((ids) => ids.split(",").filter(Boolean))
  .pipe(z.array(idSchema).max(20));

/** What staff do on a conversation's page. */
export const staffActionSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("reply"),
    text,
    requestKey: requestKeySchema,
    /** the last message on the page when it was opened; empty when there was none */
    seen: z.union([idSchema, z.literal("")]).transform((id) => id || null),
    files: enclosedIdsSchema,
    /** the macros that are in it, and what they do when it is sent */
    macroIds: macroIdsSchema.default([]),
    actions: keptActionsSchema.default([]),
  }),
  z.object({ intent: z.literal("note"), text, requestKey: requestKeySchema }),
  z.object({ intent: z.literal("close") }),
  z.object({ intent: z.literal("reopen") }),
  z.object({ intent: z.literal("assign"), staffId: staffIdSchema.optional() }),
  z.object({ intent: z.literal("unassign") }),
  z.object({
    intent: z.literal("team"),
    teamId: z.union([idSchema, z.literal("")]).transform((id) => id || null),
  }),
  z.object({ intent: z.literal("follow") }),
  z.object({ intent: z.literal("unfollow") }),
  z.object({ intent: z.literal("prioritise"), priority: z.enum(PRIORITIES) }),
  z.object({ intent: z.literal("tag"), tag: tagSchema }),
  z.object({ intent: z.literal("untag"), tag: tagSchema }),
  z.object({
    intent: z.literal("snooze"),
    until: z.enum([...SNOOZE_WORDS, "day"]),
    day: z.union([z.iso.date(), z.literal("")]).default(""),
  }),
  z.object({ intent: z.literal("seen") }),
  z.object({ intent: z.literal("merge"), intoId: idSchema }),
  z.object({ intent: z.literal("separate"), mergedId: idSchema }),
  z.object({ intent: z.literal("tryAgain"), messageId: idSchema }),
  z.object({
    intent: z.literal("split"),
    messageIds: z
      .string()
      .max(20_000)
      .transform((ids) => ids.split(",").filter(Boolean))
      .pipe(z.array(idSchema).max(500)),
    requestKey: requestKeySchema,
  }),
  z.object({ intent: z.literal("takeBack"), messageId: idSchema }),
  z.object({ intent: z.literal("tie"), orderId: orderIdSchema }),
  z.object({ intent: z.literal("untie"), orderId: orderIdSchema }),
  z.object({ intent: z.literal("lookFirst"), orderId: orderIdSchema }),
  z.object({ intent: z.literal("fileUnder"), orderId: orderIdSchema }),
  z.object({ intent: z.literal("unfile") }),
  z.object({
    intent: z.literal("about"),
    orderId: orderIdSchema,
    part: z.enum(["parcel", "return"]),
    partId: z
      .string()
      .max(60)
      .transform((id) => id || null),
  }),
]);
export type StaffAction = z.infer<typeof staffActionSchema>;

/** As JSON keeps a moment. */
export const momentSchema = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();
/** How a conversation was before an answer, as it is kept beside that. */
export const beforeAnswerSchema = z.object({
  state: z.enum(CONVERSATION_STATES),
  awaitingSince: momentSchema,
  replyBy: momentSchema,
  firstRepliedAt: momentSchema,
});

/** What a conversation's page tells from time to time. */
export const deskSchema = z.object({
  isTyping: z.boolean(),
  draft: z.object({ isNote: z.boolean(), text: z.string().max(MOST_CHARACTERS) }).nullable(),
});

/** Which conversations a list shows. Anything that is not understood shows the open ones. */
export const listSchema = z.object({
  view: z.enum(VIEWS).catch("open"),
  /** of a tag, whatever the view; empty: of none */
  tag: tagSchema.catch(""),
  /** of a team, whatever the view; empty: of none */
  team: z.union([idSchema, z.literal("")]).catch(""),
  q: z
    .string()
    .transform((typed) =>
      typed
        .replace(/\p{Cc}+/gu, " ")
        .trim()
        .slice(0, 254),
    )
    .catch(""),
  after: z.string().max(60).nullable().catch(null),
  before: z.string().max(60).nullable().catch(null),
});
export type ListQuery = z.infer<typeof listSchema>;

/** Which of a mail's files. */
export const filePlaceSchema = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** A kept mail's id: a digest. */
export const mailIdSchema = z.string().regex(/^[\w-]{43}$/);
