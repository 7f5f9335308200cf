import { z } from "zod";
import { isMailbox } from "~/values/keys";

/** What a target is for: the first answer, each answer after it, and the end. */
export const SLA_METRICS = ["firstReply", "nextReply", "resolution"] as const;
export type SlaMetric = (typeof SLA_METRICS)[number];

/** Thirty days at all hours: a longer target says nothing. */
export const MOST_SLA_MINUTES = 30 * 24 * 60;
export const MOST_SLA_POLICIES = 20;
const MOST_CONDITIONS = 20;

const priority = z.enum(["low", "normal", "high", "urgent"]);
const texts = z.array(z.string().trim().min(1).max(40)).max(MOST_CONDITIONS).default([]);
/** minutes; null: no target */
const minutes = z.number().int().min(1).max(MOST_SLA_MINUTES).nullable().default(null);
const perPriority = z.object({ low: minutes, normal: minutes, high: minutes, urgent: minutes }).prefault({});

/**
 * How soon conversations of a sort are to be answered and solved. A condition that names nothing holds for all;
 * one that names several holds for each of them. The first policy in the list whose conditions all hold counts.
 */
export const slaPolicySchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(60),
  priorities: z.array(priority).max(4).default([]),
  channels: texts,
  /** tags of the conversation, one of them is enough */
  tags: texts,
  /** tags that Shopify knows of the customer, such as VIP */
  customerTags: texts,
  /** languages of the shopper: "de", "pt-BR" */
  languages: texts,
  /** business: only while people answer; calendar: at all hours */
  counts: z.enum(["business", "calendar"]).default("business"),
  targets: z
    .object({ firstReply: perPriority, nextReply: perPriority, resolution: perPriority })
    .prefault({}),
  /** so many minutes before a target is missed it counts as soon, and staff hear of it */
  warnMinutes: z.number().int().min(0).max(MOST_SLA_MINUTES).default(30),
  /** what is done when a target is missed, besides telling whoever has or follows the conversation */
  onMiss: z
    .object({
      raiseTo: z.enum(["high", "urgent"]).nullable().default(null),
      assign: z
        .discriminatedUnion("to", [
          z.object({ to: z.literal("person"), id: z.string().max(20), name: z.string().max(100) }),
          z.object({ to: z.literal("team"), id: z.string().max(64) }),
        ])
        .nullable()
        .default(null),
      mailTo: z.string().trim().max(254).refine(isMailbox).nullable().default(null),
    })
    .prefault({}),
  /** it counts what waits from then on, not what waited before it was made */
  since: z.iso.datetime(),
});
export type SlaPolicy = z.infer<typeof slaPolicySchema>;
