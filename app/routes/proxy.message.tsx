import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { conversationsOfOrder } from "~/features/inbox/queries.server";
import { shopperMessageSchema } from "~/features/inbox/schema";
import { shopperFileHref } from "~/features/inbox/shopper-files.server";
import { startConversation } from "~/features/inbox/start-conversation.server";
import {
  MessageAbsentPage,
  MessageFormPage,
  MessageSentPage,
} from "~/features/inbox/ui/storefront-message-form";
import { orderDetail } from "~/features/orders/queries.server";
import { storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { shopFace } from "~/features/settings/queries.server";
import { newId } from "~/values/ids";
import type { RefusalCode } from "~/values/result";

/** The longest message in the script whose letters take the most room in a form. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A message is written on its order's page; here is nothing to see. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const face = await visit.shop.transact(shopFace);
      return storefrontPage(<AbsentPage frame={storefrontFrame(visit, face)} />, { status: 404 });
    },
    () => <TroublePage request={request} />,
  );

/** A shopper's message about their order. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const form = await readForm(request, MOST_BYTES);
      const asked = shopperMessageSchema.safeParse(form);
      if (!asked.success) return absent(visit, form.text ?? "");
      const token = form.t ?? null;
      const pass = readPass(visit.shop, token);
      const { customerId, visitor } = visit;
      const written = await startConversation(visit.shop, asked.data, { customerId, pass, visitor });
      if (written.ok) return sent(visit, asked.data.orderId, token);
      const { code } = written.refusal;
      if (code === "inbox.notFound") return absent(visit, asked.data.text);
      return again(visit, { ...asked.data, code, token });
    },
    () => <TroublePage request={request} />,
  );

async function absent(visit: StorefrontVisit, text: string): Promise<Response> {
  const face = await visit.shop.transact(shopFace);
  const frame = storefrontFrame(visit, face);
  const lookUpHref = frame.href("", { by: "number" });
  const page = <MessageAbsentPage frame={frame} lookUpHref={lookUpHref} text={text.slice(0, 200_000)} />;
  return storefrontPage(page, { status: statusOf["inbox.notFound"] });
}

/** The order's page, its face and what was written about it. */
async function about(visit: StorefrontVisit, orderId: string, token: string | null) {
  const { face, order, conversations } = await visit.shop.transact(async (tx) => ({
    face: await shopFace(tx),
    order: await orderDetail(tx, orderId),
    conversations: await conversationsOfOrder(tx, orderId),
  }));
  const frame = storefrontFrame(visit, face, order?.locale);
  const orderHref = frame.href("/order", { o: orderId, t: token });
  const thread = {
    timeZone: face.profile.timeZone,
    shopName: face.profile.name,
    conversations,
    fileHref: shopperFileHref(visit.shop, frame.href),
  };
  return { frame, orderHref, thread, email: order?.email ?? null };
}

async function sent(visit: StorefrontVisit, orderId: string, token: string | null): Promise<Response> {
  return storefrontPage(<MessageSentPage {...(await about(visit, orderId, token))} />);
}

type Tried = { orderId: string; text: string; requestKey: string; code: RefusalCode; token: string | null };

async function again(visit: StorefrontVisit, tried: Tried): Promise<Response> {
  const { frame, orderHref, email } = await about(visit, tried.orderId, tried.token);
  const form = {
    locale: frame.locale,
    action: frame.href("/message"),
    token: tried.token,
    orderId: tried.orderId,
    requestKey: newId(),
    email,
    tried,
  };
  return storefrontPage(<MessageFormPage frame={frame} orderHref={orderHref} form={form} />, {
    status: statusOf[tried.code],
  });
}
