import { foreseen, foreseenBlocks } from "../foreseen";
import type { Kind } from "../kind";
import { plainNews } from "../plain-news";

export const deliveryLate: Kind = {
  ...foreseen,
  key: "deliveryLate",
  fact: "delivery.late",
  harm: "much",
  say: plainNews("deliveryLate", foreseenBlocks),
};
