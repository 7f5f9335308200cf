import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { fileLink } from "~/doors/file-link.server";
import { readForm } from "~/doors/read-form.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { openOrder } from "~/features/orders/open-order.server";
import type { OrderDetail } from "~/features/orders/queries.server";
import { orderIdSchema } from "~/features/orders/schema";
import { type Frame, storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { cancelReturn } from "~/features/returns/cancel-return.server";
import { openReturn, returnChoice } from "~/features/returns/open-return.server";
import { requestReturn } from "~/features/returns/request-return.server";
import { type Fields, readRequestForm, refusalOfForm } from "~/features/returns/schema";
import type { About } from "~/features/returns/ui/frame";
import { GuestsOffPage, NeedCodePage } from "~/features/returns/ui/storefront-doors";
import { ReturnFormPage } from "~/features/returns/ui/storefront-form";
import { ReturnStatusPage } from "~/features/returns/ui/storefront-status";
import { newId } from "~/values/ids";
import type { Refusal } from "~/values/result";

/** The order that is named, seen by somebody who may return things of it. */
type Open = { visit: StorefrontVisit; frame: Frame; about: About; order: OrderDetail };

/** Choosing what to send back; or, with `r`, where that return is. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const named = Object.fromEntries(new URL(request.url).searchParams);
      const open = await openFor(await storefront(request), named);
      if (open instanceof Response) return open;
      return named.r ? showReturn(open, named.r) : showForm(open);
    },
    () => <TroublePage request={request} />,
  );

/** Asks for a return, or takes one back; then leads to where it is, so that loading again sends nothing. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const form = await readForm(request);
      const open = await openFor(visit, form);
      if (open instanceof Response) return open;
      return form.intent === "cancel" ? cancel(open, form.r ?? "") : ask(open, form);
    },
    () => <TroublePage request={request} />,
  );

/** Who may return: signed-in shoppers their own; with a code, as the shop allows. Others get the page that says so. */
async function openFor(
  visit: StorefrontVisit,
  { t = "", o }: Record<string, string>,
): Promise<Open | Response> {
  const named = o === undefined ? null : (orderIdSchema.safeParse(o).data ?? "0");
  const asked = { pass: readPass(visit.shop, t), customerId: visit.customerId, named };
  const { face, opened } = await openOrder(visit.shop, asked, null);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  if (!opened) return absent(frame);
  const { order, level } = opened;
  if (level === "status") return storefrontPage(<NeedCodePage frame={frame} token={t} />, { status: 403 });
  const about = { orderId: order.id, orderName: order.name, token: t || null };
  const mine = visit.customerId !== null && visit.customerId === order.customerId;
  if (!mine && !face.settings.returns.guests)
    return storefrontPage(<GuestsOffPage frame={frame} about={about} />, {
      status: statusOf["returns.guestsOff"],
    });
  return { visit, frame, about, order };
}

const absent = (frame: Frame) =>
  storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["returns.notFound"] });

type Tried = { fields: Fields; refusal: Refusal };

async function showForm({ visit, frame, about, order }: Open, tried?: Tried): Promise<Response> {
  const choice = await returnChoice(visit.shop, order);
  const page = (
    <ReturnFormPage
      frame={frame}
      about={about}
      lines={order.lines}
      {...choice}
      requestKey={newId()}
      {...(tried ? { tried } : {})}
    />
  );
  return storefrontPage(page, { status: tried ? statusOf[tried.refusal.code] : 200 });
}

async function showReturn(
  { visit, frame, about, order }: Open,
  returnId: string,
  tooLate = false,
): Promise<Response> {
  const one = await openReturn(visit.shop, order.id, returnId);
  if (!one) return absent(frame);
  const { returnable } = await returnChoice(visit.shop, order);
  const href = (fileId: string) => frame.href("/label", { f: fileLink(visit.shop, fileId) });
  const page = (
    <ReturnStatusPage
      frame={frame}
      about={about}
      one={one}
      labelHrefs={
        one.label && {
          a4: href(one.label.a4),
          letter: href(one.label.letter),
          thermal: href(one.label.thermal),
        }
      }
      mayReturnMore={returnable.some((line) => line.bar === null)}
      tooLate={tooLate}
    />
  );
  return storefrontPage(page, { status: tooLate ? statusOf["returns.alreadyDecided"] : 200 });
}

async function ask(open: Open, fields: Fields): Promise<Response> {
  const request = readRequestForm(fields, open.order.id);
  if (!request.success) return showForm(open, { fields, refusal: refusalOfForm(fields) });
  const asked = await requestReturn(open.visit.shop, request.data);
  if (!asked.ok) return showForm(open, { fields, refusal: asked.refusal });
  return leadTo(open, asked.value.id);
}

async function cancel(open: Open, returnId: string): Promise<Response> {
  const { visit, frame, order } = open;
  if (!(await openReturn(visit.shop, order.id, returnId))) return absent(frame);
  const cancelled = await cancelReturn(visit.shop, returnId, { kind: "shopper" });
  return cancelled.ok ? leadTo(open, returnId) : showReturn(open, returnId, true);
}

/** 303: the browser fetches the page anew with GET. */
const leadTo = ({ frame, about }: Open, returnId: string) =>
  new Response(null, {
    status: 303,
    headers: {
      location: frame.href("/return", { t: about.token, o: about.orderId, r: returnId }),
      "cache-control": "no-store",
    },
  });
