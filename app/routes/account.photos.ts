import type { ActionFunctionArgs } from "@remix-run/node";
import { statusOf } from "~/doors/answer";
import { ACCOUNT_CORS, customerAccount } from "~/doors/customer-account.server";
import { isUpload, readUpload } from "~/doors/read-upload.server";
import { openOrder } from "~/features/orders/open-order.server";
import { orderIdSchema } from "~/features/orders/schema";
import { PHOTO_LIMITS, takePhotos } from "~/features/returns/photos.server";

/** A browser's question whether it may ask. */
export const loader = () => new Response(null, { status: 204, headers: ACCOUNT_CORS });

/**
 * Photos for a return of one of the customer's own orders (`order` in the address), each in a field named
 * `photo-<line>`. Answers the tokens that name them, by line, and the codes of what could not be taken.
 */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, customerId } = await customerAccount(request);
  const headers = { ...ACCOUNT_CORS, "cache-control": "no-store" };
  if (!isUpload(request)) return new Response(null, { status: 415, headers });
  const named = orderIdSchema.safeParse(new URL(request.url).searchParams.get("order")).data ?? "0";
  const { opened } = await openOrder(shop, { pass: null, customerId, named }, null);
  if (!opened) return Response.json({}, { status: statusOf["returns.notFound"], headers });
  const taking = takePhotos(shop, `customer ${customerId}`);
  const read = await readUpload(request, PHOTO_LIMITS, (file, before) =>
    taking.take(opened.order.id, file, before),
  );
  const problems = taking.problems(read);
  const [first] = problems;
  const photos = Object.entries(taking.fields({})).map(([name, tokens]) => ({
    line: name.slice("photos-".length),
    tokens: tokens.split(" "),
  }));
  const status = first ? statusOf[first.refusal.code] : 200;
  return Response.json({ photos, refused: problems.map((one) => one.refusal.code) }, { status, headers });
}
