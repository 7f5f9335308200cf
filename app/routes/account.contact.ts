import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, type AccountVisit, customerAccount } from "~/doors/customer-account.server";
import { fileAddress, fileLink, mailFileAddress } from "~/doors/file-link.server";
import { readJson } from "~/doors/read-json.server";
import { isUpload, type ReadUpload, readUpload } from "~/doors/read-upload.server";
import { type AccountProblem, accountContact, accountProblems } from "~/features/inbox/account-contact";
import { accountContactSchema, accountMessageSchema } from "~/features/inbox/account-schema";
import { CONTACT_FIELDS, type ContactField } from "~/features/inbox/contact";
import { contactContext, contactUs } from "~/features/inbox/contact-us.server";
import { conversationsOfCustomer } from "~/features/inbox/queries.server";
import { orderSeenBy } from "~/features/inbox/start-conversation.server";
import { CONTACT_LIMITS, takeContactPhotos } from "~/features/inbox/take-photos.server";
import { words } from "~/features/inbox/words";
import { writeAgain } from "~/features/inbox/write-again.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { words as returnWords } from "~/features/returns/words";
import { shopFace } from "~/features/settings/queries.server";
import { newId } from "~/values/ids";
import type { Refusal, RefusalCode } from "~/values/result";

/** A browser's question whether it may ask. */
export const loader = () => new Response(null, { status: 204, headers: ACCOUNT_CORS });

const json = (body: object, status = 200) =>
  Response.json(body, { status, headers: { ...ACCOUNT_CORS, "cache-control": "no-store" } });
const refuse = (code: RefusalCode) => json({ refused: code }, statusOf[code]);

/**
 * The contact page in the customer account. JSON asks for the page: the customer's conversations, and what the form
 * needs. A posted form (with photos or without) begins a conversation or writes again in one, and is answered by
 * the page as it is then, or by what has to be mended. Another customer's order or conversation is as absent (404).
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const visit = await customerAccount(request);
  if (isUpload(request)) return send(visit, request);
  const asked = accountContactSchema.safeParse(await readJson(request));
  if (!asked.success) return refuse("input.invalid");
  return json({ page: await pageOf(visit, asked.data) });
}

type Message = z.output<typeof accountMessageSchema>;
type Locale = Message["locale"];

async function send(visit: AccountVisit, request: Request): Promise<Response> {
  const { shop, customerId } = visit;
  const visitor = `customer ${customerId}`;
  const taking = takeContactPhotos(shop, visitor);
  const read = await readUpload(request, CONTACT_LIMITS, ({ bytes }) => taking.take(bytes));
  const asked = accountMessageSchema.safeParse(read.fields);
  if (!asked.success) return refuse("input.invalid");
  const { locale, conversationId } = asked.data;
  const photos = photosProblem(locale, read, taking.state());
  if (photos) return json({ problems: [photos] }, statusOf["input.invalid"]);
  const sent = conversationId
    ? await writeAgain(shop, { ...asked.data, conversationId }, { customerId, visitor }, taking.photos)
    : await contactUs(
        shop,
        asked.data,
        { customerId, pass: null, visitor },
        { photos: taking.photos, locale, channel: "account" },
      );
  if (!sent.ok) return mend(asked.data, sent.refusal);
  const { sent: says, contact } = words(locale);
  const { email } = sent.value;
  return json({
    title: says.title,
    text: email ? contact.sent(`\u2068${email}\u2069`) : null,
    conversationId: sent.value.conversationId,
    page: await pageOf(visit, { locale, orderId: null }),
  });
}

/** A refusal that whoever wrote can mend, beside its field; any other is only named. */
function mend({ locale, text }: Message, { code, detail }: Refusal): Response {
  const named = String(detail?.fields ?? "").split(" ");
  const isText = code === "inbox.empty" || code === "inbox.tooLong";
  const fields: ContactField[] = isText ? ["text"] : CONTACT_FIELDS.filter((field) => named.includes(field));
  const problems = accountProblems(locale, { fields, text, limited: code === "limits.tooMany" });
  return problems.length > 0 ? json({ problems }, statusOf[code]) : refuse(code);
}

function photosProblem(
  locale: Locale,
  read: ReadUpload,
  state: "taken" | "unreadable" | "limited",
): AccountProblem | null {
  const { errors } = returnWords(locale).form;
  if (state === "limited") return { field: "photos", message: errors.tooManyUploads };
  if (state === "unreadable" || read.tooLarge) return { field: "photos", message: errors.photoUnreadable };
  if (!read.tooMany) return null;
  return { field: "photos", message: words(locale).contact.photos(String(CONTACT_LIMITS.files)) };
}

/** The page as it is now, for whoever is signed in. */
async function pageOf(
  { shop, customerId }: AccountVisit,
  { locale, orderId }: { locale: Locale; orderId: string | null },
) {
  const writer = { customerId, pass: null, visitor: `customer ${customerId}` };
  const { face, email, orders, named, conversations } = await shop.transact(async (tx) => ({
    face: await shopFace(tx),
    email: (await contactContext(tx, writer)).email,
    orders: (await historyPage(tx, { customerId }, null)).orders,
    named: orderId ? await orderSeenBy(tx, orderId, writer) : null,
    conversations: await conversationsOfCustomer(tx, customerId),
  }));
  const { timeZone, name } = face.profile;
  const picked = named && !orders.some(({ id }) => id === named.id) ? [named] : [];
  return accountContact({
    locale,
    timeZone,
    shopName: name,
    requestKey: newId(),
    orders: [...orders, ...picked],
    orderId,
    email,
    conversations,
    fileHref: (at) =>
      "fileId" in at ? fileAddress(fileLink(shop, at.fileId)) : mailFileAddress(shop, at.messageId, at.place),
    photos: returnWords(locale).request.photos,
  });
}
