import { HOUR, type Kind, notCancelled } from "../kind";
import { answersBlock, greeting } from "../parts";

/**
 * How likely is the buyer to recommend the shop? The fact `order.buyerAsked` has an order and `recommendationId`, the
 * number under which the answer is kept, and is recorded by whoever decides who is asked, and when (features/inbox).
 */
export const buyerAsked: Kind = {
  key: "buyerAsked",
  fact: "order.buyerAsked",
  group: "questions",
  audience: "shopper",
  channels: ["email"],
  harm: "little",
  stillTrue: notCancelled,
  freshFor: 48 * HOUR,
  asks: "nps",
  sample: { recommendationId: "" },
  say(occasion) {
    const { words, shopName, orderUrl } = occasion;
    const says = words.buyerAsked;
    const question = says.question(shopName);
    return {
      subject: question,
      preview: says.text,
      title: question,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        answersBlock(occasion),
        { kind: "link", text: words.seeOrder, href: orderUrl },
      ],
    };
  },
};
