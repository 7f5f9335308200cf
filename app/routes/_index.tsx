import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { PlainNotice } from "~/ui/plain/notice";
import { words } from "~/ui/plain/words";

/** Shopify opens the app at its root; whoever comes without a shop is told where the app lives. */
export const loader = ({ request }: LoaderFunctionArgs) => {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has("shop")) throw redirect(`/app${search}`);
  return null;
};

export default function Front() {
  const { title, text, link } = words.front;
  return <PlainNotice title={title} text={text} link={{ label: link, url: "https://admin.shopify.com" }} />;
}
