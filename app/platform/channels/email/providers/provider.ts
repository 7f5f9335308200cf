import type { z } from "zod";

/**
 * What a provider posted, as it came: signatures are over the very bytes. `form` reads it as a posted form, each field
 * as bytes; null when it is none.
 */
export type MailKnock = { headers: Headers; body: Buffer; form: () => Map<string, Buffer> | null };

/** A mail that a provider took in for the shop. */
export type DeliveredMail = {
  raw: Buffer;
  /** from the envelope; empty for notices */
  sender: string;
  /** whom the envelope names: at the shop's own domain, or at ours */
  recipients: string[];
  /** what may come once only, where a signature does not cover the mail itself */
  once: string | null;
};

/**
 * `unsigned`: not the provider's, or too old. `noRaw`: theirs, but without the mail as it came, which they have to be
 * told to send. `unreadable` and `tooLarge` say it.
 */
export type MailRefusal = "unsigned" | "noRaw" | "unreadable" | "tooLarge";

export type ReadDelivery = { ok: true; value: DeliveredMail } | { ok: false; refusal: { code: MailRefusal } };

/**
 * A service that receives mail and posts it to an address of ours. `read` is pure. That address is signed and cannot
 * be guessed; what else proves who knocks is the provider's own way.
 */
export type MailProvider<Settings = unknown> = {
  readonly key: string;
  readonly name: string;
  /** What is agreed with the provider: secrets all, never shown again. */
  readonly settings: z.ZodType<Settings>;
  read(settings: Settings, knock: MailKnock, now: Date): ReadDelivery;
};

/** Keeps a provider's own settings type while it is written; a list of providers knows them only as checked. */
export const defineMailProvider = <Settings>(provider: MailProvider<Settings>): MailProvider =>
  provider as unknown as MailProvider;

/** As much as our own mail door takes. */
const MOST_BYTES = 25 * 1024 * 1024;

export const refused = (code: MailRefusal): ReadDelivery => ({ ok: false, refusal: { code } });

/** The mail, unless it is none or too large. */
export function delivered(mail: DeliveredMail): ReadDelivery {
  if (mail.raw.length === 0) return refused("noRaw");
  return mail.raw.length > MOST_BYTES ? refused("tooLarge") : { ok: true, value: mail };
}
