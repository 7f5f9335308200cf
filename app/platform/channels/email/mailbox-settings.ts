import { isIP } from "node:net";
import { z } from "zod";

/** Who gives out access to a mailbox: a password, or one of the two whose accounts take none (RFC 7628's forerunner, XOAUTH2). */
export const MAILBOX_LOGINS = ["password", "google", "microsoft"] as const;

/** With TLS from the start, or from STARTTLS on; nothing goes without. Other ports belong to other things. */
export const IMAPS_PORT = 993;
export const IMAP_PORT = 143;

/** A mailbox that is read over IMAP. */
export const mailboxSettings = z.object({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .refine((host) => !isIP(host)),
  port: z.coerce.number().refine((port) => port === IMAPS_PORT || port === IMAP_PORT),
  user: z.string().trim().min(1).max(320),
  login: z.enum(MAILBOX_LOGINS),
  /** the password, or the refresh token that access tokens are got with */
  secret: z.string().min(1).max(4_000).meta({ secret: true }),
  folder: z.string().trim().min(1).max(200),
});
export type MailboxSettings = z.infer<typeof mailboxSettings>;
