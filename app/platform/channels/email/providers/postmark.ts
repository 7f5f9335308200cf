import { z } from "zod";
import { equalTexts } from "~/platform/secrets.server";
import { defineMailProvider, delivered, refused } from "./provider";

const settings = z.object({
  /** what stands before the @ of the address given to Postmark: "name:password" */
  login: z
    .string()
    .max(200)
    .regex(/^[^\s:@/]+:[^\s:@/]{8,}$/)
    .meta({ secret: true }),
});

const posted = z.object({
  RawEmail: z.string().optional(),
  OriginalRecipient: z.string().max(1_000).catch(""),
  From: z.string().max(1_000).catch(""),
});

/**
 * Postmark signs nothing: it takes a name and a password in the address (basic authentication), and posts the whole
 * mail when told to. https://postmarkapp.com/developer/webhooks/inbound-webhook
 */
export const postmark = defineMailProvider<z.infer<typeof settings>>({
  key: "postmark",
  name: "Postmark",
  settings,
  read({ login }, { headers, body }) {
    const expected = `Basic ${Buffer.from(login).toString("base64")}`;
    if (!equalTexts(headers.get("authorization") ?? "", expected)) return refused("unsigned");
    const read = posted.safeParse(json(body));
    if (!read.success) return refused("unreadable");
    const { RawEmail = "", OriginalRecipient, From } = read.data;
    return delivered({
      raw: Buffer.from(RawEmail),
      sender: From,
      recipients: [OriginalRecipient],
      once: null,
    });
  },
});

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
