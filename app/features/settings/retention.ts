import { z } from "zod";

/**
 * What is kept how long, by what it is: the one table that the night's sweep (app/jobs/retention.server.ts) and the
 * page of it go by. Days since it came, was closed, or was done, as the class says. `mayKeep`: may a shop keep it until
 * somebody is forgotten on request? Orders, returns and the ledger are not here: the books need them for years, and
 * what is personal in them goes on request.
 */
export const RETENTION = {
  /** bodies of Shopify's webhooks; that they came stays, so that a copy is known */
  webhookBodies: { days: 30, least: 1, most: 365, mayKeep: false },
  /** mails as they came, with the files in them, of conversations that are over; their texts stay */
  rawMails: { days: 730, least: 7, most: 3_650, mayKeep: true },
  /** photos that shoppers sent, and files that staff sent, in conversations that are over */
  photos: { days: 730, least: 7, most: 3_650, mayKeep: true },
  /** conversations since they were closed, with all that was written */
  conversations: { days: null, least: 30, most: 3_650, mayKeep: true },
  /** who was asked whether they would recommend the shop, and what they said; that they want no such mail stays */
  recommendations: { days: 730, least: 30, most: 3_650, mayKeep: true },
  /** what staff were writing and did not send, with the files they put there, since they last wrote in it */
  drafts: { days: 30, least: 7, most: 365, mayKeep: false },
  /** which rules fired, for what and what they did */
  automationRuns: { days: 90, least: 7, most: 3_650, mayKeep: false },
  /** the words of what staff asked for at Shopify, and of what came of it; what, when, by whom and how much stays */
  orderActions: { days: 730, least: 30, most: 3_650, mayKeep: true },
  /** who looked for an order on the storefront */
  lookups: { days: 90, least: 1, most: 365, mayKeep: false },
  /** addresses in the outbox; what was sent and when stays */
  notificationAddresses: { days: 365, least: 30, most: 3_650, mayKeep: true },
  /** what was gathered for a shopper who asked for it */
  gatheredFiles: { days: 60, least: 7, most: 365, mayKeep: false },
  /** files of imports that were never finished */
  importFiles: { days: 7, least: 1, most: 60, mayKeep: false },
  /** who looked at what */
  readings: { days: 365, least: 90, most: 3_650, mayKeep: false },
} as const satisfies Record<string, RetentionRule>;

type RetentionRule = { days: number | null; least: number; most: number; mayKeep: boolean };
export type RetentionClass = keyof typeof RETENTION;
export const RETENTION_CLASSES = Object.keys(RETENTION) as RetentionClass[];

const within = ({ days, least, most, mayKeep }: RetentionRule) => {
  const some = z.number().int().min(least).max(most);
  return (mayKeep ? some.nullable() : some).default(days ?? (null as never));
};

/** Days by class; null: kept. */
export type RetentionDays = Record<RetentionClass, number | null>;

/** What the merchant decided, as it is saved; a class they said nothing of is as in the table. */
export const retentionSchema: z.ZodType<RetentionDays> = z.object(
  Object.fromEntries(RETENTION_CLASSES.map((name) => [name, within(RETENTION[name])])),
) as unknown as z.ZodType<RetentionDays>;

/** What staff type for a class, read: days, or null for "keep"; undefined when it cannot be. */
export function readDays(name: RetentionClass, typed: string): number | null | undefined {
  if (typed.trim() === "") return RETENTION[name].mayKeep ? null : undefined;
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  const read = within(RETENTION[name]).safeParse(days);
  return read.success ? (read.data as number) : undefined;
}

const DAY_MS = 86_400_000;

/** What came before then is older than is kept. */
export const olderThan = (days: number, now: Date): Date => new Date(now.getTime() - days * DAY_MS);
