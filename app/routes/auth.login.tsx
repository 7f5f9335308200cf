import { PlainNotice } from "~/ui/plain/notice";
import { words } from "~/ui/plain/words";

/** Where Shopify's library sends whoever opens the admin's pages outside of Shopify. */
export default function Login() {
  const { title, text, link } = words.front;
  return <PlainNotice title={title} text={text} link={{ label: link, url: "https://admin.shopify.com" }} />;
}
