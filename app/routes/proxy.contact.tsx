import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { readForm } from "~/doors/read-form.server";
import { isUpload, readUpload } from "~/doors/read-upload.server";
import { readPass } from "~/doors/shopper-pass.server";
import { type StorefrontVisit, storefront } from "~/doors/storefront.server";
import { answerStorefront, storefrontPage } from "~/doors/storefront-answer.server";
import { CONTACT_FIELDS, type ContactForm } from "~/features/inbox/contact";
import { contactAskedSchema, contactFormSchema } from "~/features/inbox/contact-schema";
import { contactContext, contactUs } from "~/features/inbox/contact-us.server";
import { CONTACT_LIMITS, takeContactPhotos } from "~/features/inbox/take-photos.server";
import { ContactPage, ContactSentPage, type ContactTried } from "~/features/inbox/ui/storefront-contact";
import { words } from "~/features/inbox/words";
import { expectedParcels } from "~/features/notifications/delay-queries.server";
import { historyPage } from "~/features/orders/history-queries.server";
import { openOrder } from "~/features/orders/open-order.server";
import { statusView } from "~/features/orders/status-view";
import { ContactHelp } from "~/features/orders/ui/storefront-contact-help";
import { type Frame, storefrontFrame } from "~/features/orders/ui/storefront-frame";
import { AbsentPage, TroublePage } from "~/features/orders/ui/storefront-problem";
import { orderWords } from "~/features/orders/words";
import { words as returnWords } from "~/features/returns/words";
import { shopFace } from "~/features/settings/queries.server";
import { newId } from "~/values/ids";

/** The contact form, for anybody; who is signed in or holds a pass finds their orders in it. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const { o, reason } = contactAskedSchema.parse({ o: query.o ?? null, reason: query.reason ?? null });
      return show(visit, query.t || null, { orderId: o, reason });
    },
    () => <TroublePage request={request} />,
  );

/** Takes the form, with its photos or without. */
export const action = ({ request }: ActionFunctionArgs) =>
  answerStorefront(
    async () => {
      const visit = await storefront(request);
      const taken = takeContactPhotos(visit.shop, visit.visitor);
      const read = isUpload(request)
        ? await readUpload(request, CONTACT_LIMITS, ({ bytes }) => taken.take(bytes))
        : { fields: await readForm(request), tooLarge: false, tooMany: false };
      const asked = contactFormSchema.safeParse(read.fields);
      if (!asked.success) return absent(visit);
      const photos = read.tooLarge ? "unreadable" : read.tooMany ? "tooMany" : taken.state();
      return send(visit, { form: asked.data, token: read.fields.t || null, photos, taken: taken.photos });
    },
    () => <TroublePage request={request} />,
  );

type Sent = {
  form: ContactForm;
  token: string | null;
  photos: "taken" | "tooMany" | "unreadable" | "limited";
  taken: readonly Uint8Array[];
};

async function send(visit: StorefrontVisit, { form, token, photos, taken }: Sent): Promise<Response> {
  const { shop, customerId, visitor } = visit;
  const frame = storefrontFrame(visit, await shop.transact(shopFace));
  const tried = { form, fields: [], limited: false, photoProblem: null, hadPhotos: taken.length > 0 };
  if (photos !== "taken")
    return again(visit, token, { ...tried, hadPhotos: true, photoProblem: photoProblem(frame, photos) });
  const writer = { customerId, pass: readPass(shop, token), visitor };
  const sent = await contactUs(shop, form, writer, {
    photos: taken,
    locale: frame.locale,
    channel: "storefront",
  });
  if (!sent.ok) {
    const { code, detail } = sent.refusal;
    if (code === "inbox.notFound") return absent(visit);
    const fields = CONTACT_FIELDS.filter((field) => String(detail?.fields).split(" ").includes(field));
    return again(visit, token, { ...tried, fields, limited: code === "limits.tooMany" });
  }
  const back = form.orderId
    ? { href: frame.href("/order", { o: form.orderId, t: token }), label: words(frame.locale).sent.back }
    : { href: frame.href(""), label: orderWords(frame.locale).lookUp.title };
  return storefrontPage(<ContactSentPage frame={frame} email={sent.value.email} back={back} />);
}

const photoProblem = (frame: Frame, why: "tooMany" | "unreadable" | "limited"): string | null => {
  const { errors } = returnWords(frame.locale).form;
  return why === "limited" ? errors.tooManyUploads : why === "unreadable" ? errors.photoUnreadable : null;
};

async function absent(visit: StorefrontVisit): Promise<Response> {
  const frame = storefrontFrame(visit, await visit.shop.transact(shopFace));
  return storefrontPage(<AbsentPage frame={frame} />, { status: statusOf["inbox.notFound"] });
}

const again = (visit: StorefrontVisit, token: string | null, tried: ContactTried): Promise<Response> =>
  show(visit, token, tried.form, tried);

type Chosen = { orderId: string | null; reason: string | null };

async function show(
  visit: StorefrontVisit,
  token: string | null,
  chosen: Chosen,
  tried?: ContactTried,
): Promise<Response> {
  const { shop, customerId, visitor } = visit;
  const pass = readPass(shop, token);
  const { email, orders } = await shop.transact(async (tx) => {
    const { whose, email } = await contactContext(tx, { customerId, pass, visitor });
    return { email, orders: whose ? (await historyPage(tx, whose, null)).orders : [] };
  });
  const orderId = chosen.orderId ?? pass?.orderId ?? orders[0]?.id ?? null;
  const { face, opened } = await openOrder(shop, { pass, customerId, named: orderId }, null);
  const frame = storefrontFrame(visit, face, opened?.order.locale);
  const picked = orders.find(({ id }) => id === orderId)?.id ?? null;
  const expected = opened
    ? await shop.transact((tx) => expectedParcels(tx, opened.order.id))
    : new Map<string, never>();
  const orderHref = opened
    ? frame.href("/order", { o: opened.order.id, t: pass && token })
    : frame.href("", { by: "number" });
  const page = (
    <ContactPage
      frame={frame}
      action={frame.href("/contact")}
      token={pass && token}
      requestKey={newId()}
      orders={orders.map(({ id, name, placedAt }) => ({
        id,
        label: `${name} · ${frame.day(placedAt)}`,
      }))}
      chosen={{ orderId: picked, reason: chosen.reason }}
      email={email}
      photosHint={returnWords(frame.locale).request.photos.hint}
      selfService={
        <ContactHelp
          frame={frame}
          status={opened && statusView(opened.order, expected)}
          orderHref={orderHref}
          returnHref={opened && token && pass?.level === "full" ? frame.href("/return", { t: token }) : null}
        />
      }
      {...(tried ? { tried } : {})}
    />
  );
  return storefrontPage(
    page,
    tried ? { status: statusOf[tried.limited ? "limits.tooMany" : "input.invalid"] } : {},
  );
}
