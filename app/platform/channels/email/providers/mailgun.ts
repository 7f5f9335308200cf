import { createHmac } from "node:crypto";
import { z } from "zod";
import { equalTexts } from "~/platform/secrets.server";
import { defineMailProvider, delivered, refused } from "./provider";

const settings = z.object({
  /** "HTTP webhook signing key" of the account */
  signingKey: z
    .string()
    .regex(/^[\w-]{16,100}$/)
    .meta({ secret: true }),
});

/** They post again for eight hours; an hour more for clocks and queues. */
const MAY_BE_OLD_MS = 9 * 60 * 60_000;
const CLOCKS_APART_MS = 10 * 60_000;

/**
 * A Mailgun route that forwards to an address ending in "mime" posts the mail as it came. The signature (HMAC-SHA256
 * of timestamp and token, in hexadecimal) does not cover the mail, so that a token may be used once only.
 * https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http
 */
export const mailgun = defineMailProvider<z.infer<typeof settings>>({
  key: "mailgun",
  name: "Mailgun",
  settings,
  read({ signingKey }, knock, now) {
    const fields = knock.form();
    if (!fields) return refused("unreadable");
    const text = (name: string) => fields.get(name)?.toString("utf8") ?? "";
    const [timestamp, token] = [text("timestamp"), text("token")];
    const expected = createHmac("sha256", signingKey).update(`${timestamp}${token}`).digest("hex");
    if (!equalTexts(text("signature"), expected)) return refused("unsigned");
    const age = now.getTime() - Number(timestamp) * 1000;
    if (!(age <= MAY_BE_OLD_MS && age >= -CLOCKS_APART_MS)) return refused("unsigned");
    const raw = fields.get("body-mime") ?? Buffer.alloc(0);
    // Named by what is signed: digits that move between the two make no other one.
    const once = `mailgun ${timestamp}${token}`;
    return delivered({ raw, sender: text("sender"), recipients: text("recipient").split(","), once });
  },
});
