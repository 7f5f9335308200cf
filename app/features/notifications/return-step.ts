import type { Block } from "~/ui/mail/render-letter";
import { always, HOUR, type Kind, type Occasion, type Said } from "./kind";
import { greeting, itemsBlock, orderButton } from "./parts";

type Step = Pick<Kind, "key" | "fact"> &
  Partial<Omit<Kind, "say">> & {
    /** what this step says of its own, between the greeting and what comes back */
    /** what comes back: is to be sent, was sent, or is not what this step is about */
    items?: "toSend" | "sent" | "none";
    say(occasion: Occasion): Omit<Said, "subject"> & { subject(rma: string, shop: string): string };
  };

/** A step of a return: every one greets, says its own, shows what comes back and leads to the order. */
export const returnStep = ({ say, items = "sent", ...kind }: Step): Kind => ({
  group: "returns",
  audience: "returner",
  channels: ["email", "sms", "whatsapp"],
  harm: "much",
  stillTrue: always,
  freshFor: 14 * 24 * HOUR,
  ...kind,
  say(occasion) {
    const { subject, blocks, ...said } = say(occasion);
    const lines = items === "none" ? [] : (occasion.return?.lines ?? []);
    return {
      ...said,
      subject: subject(occasion.return?.rma ?? "", occasion.shopName),
      blocks: [
        greeting(occasion),
        ...blocks,
        ...(lines.length > 0
          ? ([
              ...(items === "toSend"
                ? [{ kind: "heading", text: occasion.words.returnRequested.items }]
                : []),
              itemsBlock(occasion, lines),
            ] as Block[])
          : []),
        orderButton(occasion),
      ],
    };
  },
});

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

type PlainKey = "returnApproved" | "returnChanged" | "returnReceived" | "returnInspected" | "exchangeShipped";

/** A step of one title and one text. */
export const plainStep =
  (key: PlainKey) =>
  ({ words, order }: Occasion) => {
    const { title, text } = words.news[key];
    return {
      subject: (rma: string, shop: string) => words.about(shop, title, rma || order.name),
      preview: text,
      title,
      blocks: [paragraph(text)],
    };
  };
