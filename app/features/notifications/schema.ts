import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { approvedTexts } from "./approved-texts";
import { kindOf } from "./registry";
import { editedText } from "./templates/text";

const letters = z.string().regex(/^[A-Za-z]{1,60}$/);
const aKind = z.string().refine((key) => kindOf(key) !== undefined);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What staff change on the page of kinds. */
export const kindsChange = z.discriminatedUnion("do", [
  z.object({ do: z.enum(["on", "off"]), key: aKind }),
  z.object({ do: z.enum(["pause", "resume"]), key: aKind.or(z.literal("all")) }),
  z.object({
    do: z.literal("rules"),
    quiet: z.object({ from: clockTime, to: clockTime }).nullable(),
    mostADay: z.number().int().min(1).max(50),
  }),
  z.object({ do: z.literal("flow"), on: z.boolean() }),
]);
export type KindsChange = z.infer<typeof kindsChange>;

const locale = z.enum(LOCALES);
const version = z.coerce.number().int().min(0).max(1_000_000);
/** A part of a posted form that is a text of its own. */
const asJson = z
  .string()
  .max(100_000)
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "json" });
      return z.NEVER;
    }
  });

/** What staff do on the page of one kind. */
export const kindAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("save"), locale, after: version, text: asJson.pipe(editedText) }),
  z.object({ do: z.literal("reset"), locale, after: version }),
  z.object({ do: z.literal("restore"), locale, after: version, version }),
  z.object({
    do: z.literal("test"),
    locale,
    to: z.string().max(254),
    text: asJson.pipe(editedText).nullable().default(null),
  }),
]);

/** Words to look at, of the sample or of an order by its name. */
export const previewAsked = z.object({
  locale,
  text: asJson.pipe(editedText),
  orderName: z.string().trim().max(60).default(""),
});

const filter = letters.or(z.literal("")).catch("");
/** What the address of the log may say; nonsense is left out. */
export const logFilters = z.object({
  kind: filter.default(""),
  state: filter.default(""),
  reason: filter.default(""),
});

/** What staff do on the page of the sending domain and of addresses that are not written to. */
export const reachAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("check") }),
  z.object({ do: z.literal("lift"), id: z.string().regex(/^[\w-]{32}$/) }),
]);

/** The account for messages to phones, as staff type it; an empty token stays as it was. */
export const textsChange = z.object({
  accountSid: z.string().trim().max(60),
  authToken: z.string().trim().max(60),
  from: z.string().trim().max(60),
  enabled: z.boolean(),
  kinds: z.array(aKind).max(200),
  /** in units of the currency, kept in millionths */
  segmentPrice: z
    .string()
    .trim()
    .regex(/^(?:\d{1,3}(?:\.\d{1,6})?)?$/)
    .transform((price) => (price === "" ? null : BigInt(Math.round(Number(price) * 1_000_000)))),
  currency: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}$/),
});
export type TextsChange = z.infer<typeof textsChange>;

/** The WhatsApp account, and the approved text of each kind that goes there; an empty token or secret stays as it was. */
export const whatsAppChange = z.object({
  phoneNumberId: z.string().trim().max(25),
  token: z.string().trim().max(1_000),
  appSecret: z.string().trim().max(32),
  enabled: z.boolean(),
  onlyAgreed: z.boolean(),
  templates: approvedTexts.refine((all) => Object.keys(all).every((key) => kindOf(key) !== undefined)),
});
export type WhatsAppChange = z.infer<typeof whatsAppChange>;

export const notificationId = z.string().regex(/^[0-9a-f-]{36}$/);
