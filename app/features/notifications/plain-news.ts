import type { Block } from "~/ui/mail/render-letter";
import type { Occasion, Said } from "./kind";
import { greeting, orderButton } from "./parts";
import type { en } from "./words/en";

type News = (typeof en)["news"];
type TextKey = { [K in keyof News]: News[K]["text"] extends string ? K : never }[keyof News];

/**
 * News of one title and one text: a greeting, the text, what the kind adds of its own, and the way to the order.
 * The title is also the subject, with the shop and the order beside it.
 */
export const plainNews =
  (key: TextKey, blocks: (occasion: Occasion) => Block[] = () => []) =>
  (occasion: Occasion): Said => {
    const { title, text } = occasion.words.news[key];
    return letterOf(occasion, { title, text, blocks: blocks(occasion) });
  };

type Parts = { title: string; text: string; blocks?: Block[]; about?: string };

export function letterOf(occasion: Occasion, { title, text, blocks = [], about }: Parts): Said {
  const { words, shopName, order } = occasion;
  return {
    subject: words.about(shopName, title, about || order.name),
    preview: text,
    title,
    blocks: [greeting(occasion), { kind: "paragraph", text }, ...blocks, orderButton(occasion)],
  };
}
