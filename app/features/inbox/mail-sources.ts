import { z } from "zod";
import { MAILBOX_LOGINS } from "~/platform/channels/email/mailbox-settings";
import { mailProviderOf } from "~/platform/channels/email/providers/registry";

/** The services that may post a shop's mail, in the order staff see them. */
export const PROVIDER_KINDS = ["postmark", "mailgun", "sendgrid"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** What staff do with a provider: agree a secret, get a new address for the same, or end it. */
export const providerActionSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("keepProvider"),
    kind: z.enum(PROVIDER_KINDS),
    secret: z.string().trim().max(400),
  }),
  z.object({ do: z.literal("newAddress"), kind: z.enum(PROVIDER_KINDS) }),
  z.object({ do: z.literal("dropProvider"), kind: z.enum(PROVIDER_KINDS) }),
]);
export type ProviderAction = z.infer<typeof providerActionSchema>;

/** The name of each provider's one secret among its settings. */
const SECRET_OF = { postmark: "login", mailgun: "signingKey", sendgrid: "publicKey" } as const;

/** The settings that a typed secret makes, checked; null when the provider could have none such. */
export function providerSettings(kind: ProviderKind, secret: string): Record<string, string> | null {
  const fields = { [SECRET_OF[kind]]: secret };
  return mailProviderOf(kind)?.settings.safeParse(fields).success ? fields : null;
}

/** What staff do with the mailbox that is read: name it (a secret left empty stays as it was), or end it. */
export const mailboxActionSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("keepMailbox"),
    host: z.string().max(253),
    port: z.string().max(5),
    user: z.string().max(320),
    login: z.enum(MAILBOX_LOGINS),
    secret: z.string().max(4_000),
    folder: z.string().max(200),
  }),
  z.object({ do: z.literal("dropMailbox") }),
]);
export type MailboxAction = z.infer<typeof mailboxActionSchema>;

/** The source's kind for the mailbox that is read. */
export const MAILBOX = "imap";
