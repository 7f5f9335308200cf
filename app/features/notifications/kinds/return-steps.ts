import type { Settings } from "~/features/settings/schema";
import type { Block } from "~/ui/mail/render-letter";
import { formatMoney } from "~/values/money";
import { always, HOUR, type Kind, type Occasion } from "../kind";
import { greeting, itemsBlock, orderButton } from "../parts";

const wanted = (settings: Settings) => settings.notifications.returns;
const common = { wanted, stillTrue: always, freshFor: 14 * 24 * HOUR };

/** What comes back, and the way to the order page. */
const rest = (occasion: Occasion): Block[] => [
  { kind: "heading", text: occasion.words.returnRequested.items },
  itemsBlock(occasion, occasion.return?.lines ?? []),
  orderButton(occasion),
];

export const returnRequested: Kind = {
  ...common,
  key: "returnRequested",
  fact: "return.requested",
  say(occasion) {
    const { words, shopName } = occasion;
    const says = words.returnRequested;
    return {
      subject: says.subject(occasion.return?.rma ?? "", shopName),
      preview: says.preview,
      title: says.title,
      blocks: [greeting(occasion), { kind: "paragraph", text: says.text }, ...rest(occasion)],
    };
  },
};

export const returnLabelled: Kind = {
  ...common,
  key: "returnLabelled",
  fact: "return.labelled",
  attachLabels: true,
  say(occasion) {
    const { words, shopName } = occasion;
    const says = words.returnLabelled;
    return {
      subject: says.subject(occasion.return?.rma ?? "", shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: says.text },
        { kind: "panel", lines: [occasion.return?.rma ?? ""] },
        { kind: "heading", text: says.steps },
        ...says.step.map((text, at): Block => ({ kind: "paragraph", text: `${at + 1}. ${text}` })),
        ...rest(occasion),
      ],
    };
  },
};

export const returnDeclined: Kind = {
  ...common,
  key: "returnDeclined",
  fact: "return.declined",
  say(occasion) {
    const { words, shopName } = occasion;
    const says = words.returnDeclined;
    const reason = occasion.return?.declineReason;
    const why = reason === "RETURN_PERIOD_ENDED" || reason === "FINAL_SALE" ? reason : "OTHER";
    const note = occasion.return?.declineNote;
    return {
      subject: says.subject(occasion.return?.rma ?? "", shopName),
      preview: says.preview,
      title: says.title,
      blocks: [
        greeting(occasion),
        { kind: "paragraph", text: `${says.text} ${says.reasons[why]}` },
        ...(note ? ([{ kind: "panel", lines: [note] }] as Block[]) : []),
        ...rest(occasion),
      ],
    };
  },
};

export const returnCancelled: Kind = {
  ...common,
  key: "returnCancelled",
  fact: "return.cancelled",
  say(occasion) {
    const { words, shopName } = occasion;
    const says = words.returnCancelled;
    return {
      subject: says.subject(occasion.return?.rma ?? "", shopName),
      preview: says.preview,
      title: says.title,
      blocks: [greeting(occasion), { kind: "paragraph", text: says.text }, orderButton(occasion)],
    };
  },
};

export const returnRefunded: Kind = {
  ...common,
  key: "returnRefunded",
  fact: "return.refunded",
  say(occasion) {
    const { words, shopName, locale } = occasion;
    const says = words.returnRefunded;
    const amount = formatMoney(
      occasion.return?.refund ?? { amount: 0n, currency: occasion.order.total.currency },
      locale,
    );
    return {
      subject: says.subject(occasion.return?.rma ?? "", shopName),
      preview: says.preview(amount),
      title: says.title,
      blocks: [greeting(occasion), { kind: "paragraph", text: says.text(amount) }, ...rest(occasion)],
    };
  },
};
