import type { LoaderFunctionArgs } from "@remix-run/node";
import { shopByMailFileLink, staffOfLink } from "~/doors/file-link.server";
import { noteFileReading } from "~/features/customers/readings-store.server";
import { fileInMail } from "~/features/inbox/shopper-files.server";

/**
 * A file in a mail, for whoever holds its link: staff, who see a picture small beside the mail's words, and whose looking
 * at it is noted; and shoppers, in their account.
 */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const token = params.token ?? "";
  const shop = await shopByMailFileLink(token);
  const file = shop && (await fileInMail(shop, token));
  const reader = file && staffOfLink(token);
  if (reader) await reader.shop.transact((tx) => noteFileReading(tx, reader));
  return file ?? new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
}
