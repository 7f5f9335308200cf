import type { Settings } from "~/features/settings/schema";
import type { Block } from "~/ui/mail/render-letter";
import { formatMoney } from "~/values/money";
import { always, HOUR, type Kind, type Occasion, type Said } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

const wanted = (settings: Settings) => settings.notifications.returns;

type Step = {
  key: string;
  fact: string;
  attachLabels?: true;
  /** what this step says of its own, between the greeting and what comes back */
  say(occasion: Occasion): Omit<Said, "subject"> & { subject(rma: string, shop: string): string };
};

/** A step of a return: every one greets, says its own, shows what comes back and leads to the order. */
const step = ({ say, ...kind }: Step): Kind => ({
  ...kind,
  wanted,
  stillTrue: always,
  freshFor: 14 * 24 * HOUR,
  say(occasion) {
    const { subject, blocks, ...said } = say(occasion);
    return {
      ...said,
      subject: subject(occasion.return?.rma ?? "", occasion.shopName),
      blocks: [
        greeting(occasion),
        ...blocks,
        { kind: "heading", text: occasion.words.returnRequested.items },
        itemsBlock(occasion, occasion.return?.lines ?? []),
        orderButton(occasion),
      ],
    };
  },
});

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

export const returnRequested = step({
  key: "returnRequested",
  fact: "return.requested",
  say: ({ words: { returnRequested: says } }) => ({ ...says, blocks: [paragraph(says.text)] }),
});

export const returnLabelled = step({
  key: "returnLabelled",
  fact: "return.labelled",
  attachLabels: true,
  say: ({ words: { returnLabelled: says }, return: about }) => ({
    ...says,
    blocks: [
      paragraph(says.text),
      { kind: "panel", lines: [about?.rma ?? ""] },
      { kind: "heading", text: says.steps },
      ...says.step.map((text, at) => paragraph(`${at + 1}. ${text}`)),
    ],
  }),
});

export const returnDeclined = step({
  key: "returnDeclined",
  fact: "return.declined",
  say({ words: { returnDeclined: says }, return: about }) {
    const { declineReason: reason, declineNote: note } = about ?? {};
    const why = reason === "RETURN_PERIOD_ENDED" || reason === "FINAL_SALE" ? reason : "OTHER";
    const added: Block[] = note ? [{ kind: "panel", lines: [note] }] : [];
    return { ...says, blocks: [paragraph(`${says.text} ${says.reasons[why]}`), ...added] };
  },
});

export const returnCancelled = step({
  key: "returnCancelled",
  fact: "return.cancelled",
  say: ({ words: { returnCancelled: says } }) => ({ ...says, blocks: [paragraph(says.text)] }),
});

export const returnRefunded = step({
  key: "returnRefunded",
  fact: "return.refunded",
  say({ words: { returnRefunded: says }, return: about, order, locale }) {
    const amount = formatMoney(about?.refund ?? { amount: 0n, currency: order.total.currency }, locale);
    const { subject, title } = says;
    return { subject, title, preview: says.preview(amount), blocks: [paragraph(says.text(amount))] };
  },
});
