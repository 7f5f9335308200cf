import { mailgun } from "./mailgun";
import { postmark } from "./postmark";
import type { MailProvider } from "./provider";
import { sendgrid } from "./sendgrid";

/** Every service that may post a shop's mail to us. A new one is a file and a line here. */
export const mailProviders: Record<string, MailProvider> = { postmark, mailgun, sendgrid };

/** The provider kept under a key; null for one that no version of ours knew. */
export const mailProviderOf = (key: string): MailProvider | null =>
  Object.hasOwn(mailProviders, key) ? (mailProviders[key] ?? null) : null;
