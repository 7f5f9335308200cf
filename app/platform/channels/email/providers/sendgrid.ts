import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { z } from "zod";
import { defineMailProvider, delivered, type MailKnock, refused } from "./provider";

const settings = z.object({
  /** of the security policy, base64 of its DER; empty: the address alone has to do */
  publicKey: z
    .string()
    .max(400)
    .refine((key) => key === "" || readKey(key) !== null)
    .meta({ secret: true }),
});

const envelope = z.object({
  to: z.array(z.string().max(1_000)).max(100).catch([]),
  from: z.string().max(1_000).catch(""),
});

const SIGNATURE = "x-twilio-email-event-webhook-signature";
const TIMESTAMP = "x-twilio-email-event-webhook-timestamp";
/** They post again for three days. */
const MAY_BE_OLD_MS = 73 * 60 * 60_000;

/**
 * SendGrid's Inbound Parse, told to post the raw mail. It signs (ECDSA with SHA-256 over timestamp and body) where the
 * merchant has made a security policy.
 * https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/securing-your-parse-webhooks
 */
export const sendgrid = defineMailProvider<z.infer<typeof settings>>({
  key: "sendgrid",
  name: "SendGrid",
  settings,
  read({ publicKey }, knock, now) {
    if (publicKey !== "" && !isSigned(publicKey, knock, now)) return refused("unsigned");
    const fields = knock.form();
    if (!fields) return refused("unreadable");
    const read = envelope.safeParse(json(fields.get("envelope")));
    const { to, from } = read.success ? read.data : { to: [], from: "" };
    const raw = fields.get("email") ?? Buffer.alloc(0);
    return delivered({ raw, sender: from, recipients: to, once: null });
  },
});

function isSigned(publicKey: string, { headers, body }: MailKnock, now: Date): boolean {
  const key = readKey(publicKey);
  const timestamp = headers.get(TIMESTAMP) ?? "";
  const age = now.getTime() - Number(timestamp) * 1000;
  if (!key || timestamp === "" || !(Math.abs(age) <= MAY_BE_OLD_MS)) return false;
  const signature = Buffer.from(headers.get(SIGNATURE) ?? "", "base64");
  return verify("sha256", Buffer.concat([Buffer.from(timestamp), body]), key, signature);
}

function readKey(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ec" ? key : null;
  } catch {
    return null;
  }
}

function json(field: Buffer | undefined): unknown {
  try {
    return JSON.parse(field?.toString("utf8") ?? "");
  } catch {
    return null;
  }
}
