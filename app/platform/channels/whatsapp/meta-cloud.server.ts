import { createHmac } from "node:crypto";
import { z } from "zod";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { equalTexts } from "~/platform/secrets.server";
import { defineTextChannel, type PartnerRequest, type TextMessage, type TextWire } from "../channel";
import { Unclear } from "../unclear";
import { failureOf } from "./errors";
import { newsOf } from "./read-news";

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api */
const API = "https://graph.facebook.com/v24.0";
const TIMEOUT_MS = 15_000;
const MOST_BYTES = 100_000;

const secret = { secret: true };
const settings = z.object({
  /** Meta's own number of the sender's telephone number */
  phoneNumberId: z.string().regex(/^\d{5,25}$/),
  token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,1000}$/)
    .meta(secret),
  /** of the Meta app: its webhooks are signed with it */
  appSecret: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta(secret),
});
type Settings = z.infer<typeof settings>;

const accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(500) })).min(1) });
const refusal = z.object({ error: z.object({ code: z.number().int() }) });

/**
 * WhatsApp by Meta's Cloud API: approved templates only. Meta has no key that makes a send happen once, and no way
 * to ask what was sent; but it gives our id back with the news of each message, so that one whose answer was lost is
 * recognised by its "sent".
 */
export const metaCloud = defineTextChannel<Settings>({
  key: "whatsapp",
  name: "WhatsApp",
  capabilities: { approvedOnly: true, finds: false, receives: true, deliveryStates: true },
  settings,
  async send(account, message, wire) {
    const { status, body } = await post(account, bodyOf(message), wire);
    const sent = accepted.safeParse(body);
    if (status < 300 && sent.success) return { providerId: sent.data.messages[0]?.id ?? "" };
    if (status < 300) throw new Unclear("WhatsApp's answer could not be understood");
    throw failureOf(refusal.safeParse(body).data?.error.code ?? null, status);
  },
  readWebhook: (account, request) =>
    isMetas(account, request) ? newsOf(account.phoneNumberId, request.body) : null,
  // https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests
  readChallenge(query) {
    const answer = query.get("hub.challenge") ?? "";
    const isOne = query.get("hub.mode") === "subscribe" && /^[\w-]{1,200}$/.test(answer);
    return isOne ? { word: query.get("hub.verify_token") ?? "", answer } : null;
  },
});

function bodyOf({ id, to, template }: TextMessage): string {
  if (!template) throw new NeedsMerchant("WhatsApp: no template is chosen for this news");
  const parameters = template.parameters.map((text) => ({ type: "text", text }));
  return JSON.stringify({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to,
    type: "template",
    template: {
      name: template.name,
      language: { code: template.language },
      ...(parameters.length > 0 ? { components: [{ type: "body", parameters }] } : {}),
    },
    biz_opaque_callback_data: id,
  });
}

/** A broken connection or a server's error may come after the message was taken. */
async function post(
  { phoneNumberId, token }: Settings,
  body: string,
  wire: TextWire,
): Promise<{ status: number; body: unknown }> {
  const response = await wire
    .fetch(`${API}/${phoneNumberId}/messages`, {
      method: "POST",
      redirect: "error",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body,
    })
    .catch(() => null);
  const text = await response?.text().catch(() => null);
  if (!response || text == null || text.length > MOST_BYTES) throw new Unclear("WhatsApp did not answer");
  const { status } = response;
  try {
    return { status, body: JSON.parse(text) };
  } catch {
    if (status === 429) throw new TryAgain("WhatsApp answered 429");
    if (status >= 400 && status < 500) throw new NeedsMerchant(`WhatsApp answered ${status}`);
    throw new Unclear(`WhatsApp answered ${status} and no JSON`);
  }
}

/**
 * Is it Meta who asks? HMAC-SHA256 of the body by the app's secret:
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
function isMetas({ appSecret }: Settings, { headers, body }: PartnerRequest): boolean {
  const expected = createHmac("sha256", appSecret).update(body, "utf8").digest("hex");
  return equalTexts(headers.get("x-hub-signature-256") ?? "", `sha256=${expected}`);
}
