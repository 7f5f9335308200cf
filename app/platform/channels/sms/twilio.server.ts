import { createHmac } from "node:crypto";
import { z } from "zod";
import { NeedsMerchant, TryAgain } from "~/platform/queue/failures";
import { equalTexts } from "~/platform/secrets.server";
import {
  defineTextChannel,
  type PartnerRequest,
  type TextMessage,
  type TextNews,
  type TextWire,
} from "../channel";
import { OptedOut } from "../opted-out";

/** Twilio's Programmable Messaging: https://www.twilio.com/docs/messaging/api/message-resource */
const API = "https://api.twilio.com/2010-04-01";
const TIMEOUT_MS = 15_000;
const MOST_BYTES = 1_000_000;
const CLOCKS_APART_MS = 5_000;
/** "Attempt to send to unsubscribed recipient" */
const UNSUBSCRIBED = 21610;
/** What they name as the number's fault: not a mobile number, not reachable, no such number, landline. */
const NO_NUMBER = new Set([21211, 21214, 21217, 21612, 21614, 30003, 30005, 30006]);

const settings = z.object({
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
  authToken: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({ secret: true }),
  /** a number of theirs (E.164), a sender's name, or a messaging service */
  from: z.string().regex(/^(?:\+[1-9]\d{6,14}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/),
});
type Settings = z.infer<typeof settings>;

const message = z.object({ sid: z.string().regex(/^[A-Z]{2}[0-9a-f]{32}$/) });
const listed = z.object({
  messages: z.array(
    message.extend({ body: z.string(), to: z.string(), date_created: z.string(), direction: z.string() }),
  ),
});
const refusal = z.object({ code: z.number() });

export const twilio = defineTextChannel<Settings>({
  key: "sms",
  name: "Twilio",
  capabilities: { approvedOnly: false, finds: true, receives: true, deliveryStates: true },
  settings,
  async send(account, text, wire) {
    const found = text.triedSince ? await find(account, text, text.triedSince, wire) : null;
    if (found) return { providerId: found };
    const sender: Record<string, string> = account.from.startsWith("MG")
      ? { MessagingServiceSid: account.from }
      : { From: account.from };
    const form = { To: text.to, Body: text.text, StatusCallback: text.statusUrl, ...sender };
    const answer = await ask(account, "Messages.json", wire, new URLSearchParams(form));
    if (answer.status >= 400) throw refused(answer.body);
    const made = message.safeParse(answer.body);
    if (!made.success) throw new TryAgain("Twilio's answer could not be understood");
    return { providerId: made.data.sid };
  },
  readWebhook: (account, request) => (isTwilios(account, request) ? newsOf(request.body) : null),
});

/** The message of an earlier try whose answer was lost: the same words to the same number, since then. */
async function find(
  account: Settings,
  text: TextMessage,
  since: Date,
  wire: TextWire,
): Promise<string | null> {
  // Their filter knows whole days; the same words may have gone out earlier, about something else.
  const query = new URLSearchParams({
    To: text.to,
    "DateSent>": since.toISOString().slice(0, 10),
    PageSize: "100",
  });
  const { status, body } = await ask(account, `Messages.json?${query}`, wire, null);
  const read = listed.safeParse(body);
  if (status >= 400 || !read.success) throw new TryAgain("Twilio did not tell what was sent");
  const same = read.data.messages.find(
    (one) =>
      one.body === text.text &&
      one.to === text.to &&
      one.direction.startsWith("outbound") &&
      Date.parse(one.date_created) >= since.getTime() - CLOCKS_APART_MS,
  );
  return same?.sid ?? null;
}

type Answer = { status: number; body: unknown };

async function ask(
  account: Settings,
  path: string,
  wire: TextWire,
  form: URLSearchParams | null,
): Promise<Answer> {
  const login = Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64");
  const response = await wire
    .fetch(`${API}/Accounts/${account.accountSid}/${path}`, {
      method: form ? "POST" : "GET",
      redirect: "error",
      headers: { authorization: `Basic ${login}`, accept: "application/json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(form ? { body: form } : {}),
    })
    .catch(() => null);
  const text = await response?.text().catch(() => null);
  if (!response || text == null || text.length > MOST_BYTES) throw new TryAgain("Twilio did not answer");
  const { status } = response;
  if (status === 401 || status === 403) throw new NeedsMerchant("Twilio does not accept the account's login");
  if (status === 429 || status >= 500) throw new TryAgain(`Twilio answered ${status}`);
  try {
    return { status, body: JSON.parse(text) };
  } catch {
    throw new TryAgain("Twilio's answer was not JSON");
  }
}

function refused(body: unknown): Error {
  const { data } = refusal.safeParse(body);
  if (data?.code === UNSUBSCRIBED) return new OptedOut("The recipient has opted out of messages");
  if (data && NO_NUMBER.has(data.code))
    return new NeedsMerchant(`Twilio cannot send to this number (${data.code})`);
  return new NeedsMerchant(`Twilio refused the message (${data?.code ?? "no code"})`);
}

/**
 * Is it Twilio who asks? HMAC-SHA1 over the address and the form's fields in their order, as
 * https://www.twilio.com/docs/usage/security#validating-requests says.
 */
function isTwilios({ authToken }: Settings, { url, headers, body }: PartnerRequest): boolean {
  const fields = [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const signed = url + fields.map(([name, value]) => name + value).join("");
  const expected = createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
  return equalTexts(headers.get("x-twilio-signature") ?? "", expected);
}

function newsOf(body: string): TextNews[] {
  const form = new URLSearchParams(body);
  const providerId = form.get("MessageSid") ?? "";
  const status = form.get("MessageStatus");
  if (status === "delivered" || status === "read") return [{ kind: "delivered", providerId }];
  if (status === "undelivered" || status === "failed")
    return [
      { kind: "notDelivered", providerId, why: /^\d{5}$/.exec(form.get("ErrorCode") ?? "")?.[0] ?? "" },
    ];
  if (status !== null) return [];
  const from = form.get("From") ?? "";
  const text = form.get("Body");
  if (text === null || !/^\+[1-9]\d{6,14}$/.test(from)) return [];
  // Where their own opt-out service has answered, they say of what.
  return [{ kind: "wrote", from, text: text.slice(0, 1_600), answered: form.has("OptOutType") }];
}
