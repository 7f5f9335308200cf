import { foreseen, foreseenBlocks } from "../foreseen";
import type { Kind } from "../kind";
import { plainNews } from "../plain-news";

export const deliveryStillLate: Kind = {
  ...foreseen,
  key: "deliveryStillLate",
  fact: "delivery.stillLate",
  harm: "much",
  say: plainNews("deliveryStillLate", foreseenBlocks),
};
