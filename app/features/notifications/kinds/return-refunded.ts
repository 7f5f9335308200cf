import { formatMoney, type Money } from "~/values/money";
import { paragraph, returnStep } from "../return-step";

/** What went out, by each way it went: to how the shopper paid, as store credit, as a gift card with its code. */
export const returnRefunded = returnStep({
  key: "returnRefunded",
  fact: "return.refunded",
  varies: "all",
  say({ words: { returnRefunded: says }, return: about, order, locale }) {
    const nothing: Money = { amount: 0n, currency: order.total.currency };
    const amountOf = (money: Money | undefined) => formatMoney(money ?? nothing, locale);
    const paid = about?.paid;
    const isCredit = !paid?.refund.amount && Boolean(paid?.credit.amount || paid?.giftCard.amount);
    const parts = [
      ...(isCredit ? [] : [says.text(amountOf(paid?.refund ?? about?.refund ?? nothing))]),
      ...(paid?.credit.amount ? [says.credit(amountOf(paid.credit))] : []),
      ...(paid?.giftCardCode ? [says.giftCard(amountOf(paid.giftCard), paid.giftCardCode)] : []),
    ];
    const { subject, title, creditTitle } = says;
    const amount = amountOf(isCredit ? (paid?.credit.amount ? paid.credit : paid?.giftCard) : paid?.refund);
    return {
      subject,
      title: isCredit ? creditTitle : title,
      preview: says.preview(amount),
      blocks: parts.map(paragraph),
    };
  },
});
