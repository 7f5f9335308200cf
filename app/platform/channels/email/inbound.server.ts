import { env } from "~/env.server";

/** Where mail for us comes in: the domain of our reply addresses, and the address the mail door listens at. */
export const inboundMail = {
  domain: env.INBOUND_MAIL_DOMAIN,
  host: env.HOST,
  port: env.INBOUND_SMTP_PORT ?? 2525,
  certificateFile: env.INBOUND_SMTP_CERTIFICATE,
  keyFile: env.INBOUND_SMTP_KEY,
};

/** Does anybody listen for mail here? Elsewhere answers and bounces go to the sender's own mailbox. */
export const takesMail = (): boolean => env.INBOUND_SMTP_PORT !== undefined;
