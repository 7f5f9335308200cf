import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { ComponentProps } from "react";
import { statusOf } from "~/doors/answer";
import { issueGiftPass } from "~/doors/gift-pass.server";
import { readForm } from "~/doors/read-form.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { checkCode } from "~/features/orders/check-code.server";
import { openOrder } from "~/features/orders/open-order.server";
import { requestCode } from "~/features/orders/request-code.server";
import { codeSchema } from "~/features/orders/schema";
import { type Frame, storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { takesGifts } from "~/features/returns/takes-gifts.server";
import { GiftPage, GiftsOffPage } from "~/features/returns/ui/storefront-gift";
import { emailKey, isMailbox } from "~/values/keys";

/** Whoever was given what is in an order says where to reach them. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const open = await openFor(visit, new URL(request.url).searchParams.get("t") ?? "");
      return open instanceof Response ? open : show(open, null);
    },
    () => <TroublePage request={request} />,
  );

/** Sends a code to that address, or checks it and leads to the return. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const form = await readForm(request);
      const open = await openFor(visit, form.t ?? "");
      if (open instanceof Response) return open;
      const address = emailKey(form.address ?? "");
      const theirs = open.orderEmail !== null && emailKey(open.orderEmail) === address;
      if (!isMailbox(address) || theirs) return show(open, form.address ?? "", "address");
      return form.code === undefined ? send(open, address) : enter(open, address, form.code);
    },
    () => <TroublePage request={request} />,
  );

type Open = {
  visit: StorefrontVisit;
  frame: Frame;
  token: string;
  orderId: string;
  orderEmail: string | null;
};

async function openFor(visit: StorefrontVisit, token: string): Promise<Open | Response> {
  const pass = readPass(visit.shop, token);
  const { face, opened } = await openOrder(visit.shop, { pass, customerId: null, named: null }, null);
  const frame = storefrontFrame(visit, face);
  if (!opened)
    return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["orders.linkExpired"] });
  if (!(await visit.shop.transact(takesGifts)))
    return storefrontPage(<GiftsOffPage frame={frame} />, { status: statusOf["returns.giftsOff"] });
  return { visit, frame, token, orderId: opened.order.id, orderEmail: opened.order.email };
}

const STATUS = {
  address: statusOf["returns.giftAddress"],
  code: statusOf["orders.codeWrong"],
  limited: statusOf["limits.tooMany"],
};

function show(
  { frame, token }: Open,
  address: string | null,
  tried?: NonNullable<ComponentProps<typeof GiftPage>["tried"]>,
): Response {
  const page = <GiftPage frame={frame} token={token} address={address} {...(tried ? { tried } : {})} />;
  return storefrontPage(page, { status: tried ? STATUS[tried] : 200 });
}

async function send(open: Open, address: string): Promise<Response> {
  const { visit, orderId } = open;
  const asked = await requestCode(visit.shop, { orderId, visitor: visit.visitor, giftAddress: address });
  return show(open, address, asked.ok ? undefined : "limited");
}

async function enter(open: Open, address: string, typed: string): Promise<Response> {
  const { visit, orderId, frame } = open;
  const digits = codeSchema.safeParse(typed).data;
  if (!digits) return show(open, address, "code");
  const { visitor } = visit;
  const right = await checkCode(visit.shop, { orderId, digits, visitor, giftAddress: address });
  if (!right.ok) return show(open, address, right.refusal.code === "limits.tooMany" ? "limited" : "code");
  const t = issueGiftPass(visit.shop, { orderId, email: address });
  return new Response(null, {
    status: 303,
    headers: { location: frame.href("/return", { t }), "cache-control": "no-store" },
  });
}
