import { z } from "zod";
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
