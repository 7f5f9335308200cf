import { env } from "~/env.server";

/** Where mail for us comes in: the domain of our reply addresses, and the address the mail door listens at. */
export const inboundMail = {
  domain: env.INBOUND_MAIL_DOMAIN,
  host: env.HOST,
  port: env.INBOUND_SMTP_PORT ?? 2525,
};
