import { formatMoney } from "~/values/money";
import { paragraph, returnStep } from "../return-step";

export const returnRefunded = returnStep({
  key: "returnRefunded",
  fact: "return.refunded",
  say({ words: { returnRefunded: says }, return: about, order, locale }) {
    const amount = formatMoney(about?.refund ?? { amount: 0n, currency: order.total.currency }, locale);
    const { subject, title } = says;
    return { subject, title, preview: says.preview(amount), blocks: [paragraph(says.text(amount))] };
  },
});
