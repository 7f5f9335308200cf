import { foreseen, foreseenBlocks } from "../foreseen";
import type { Kind } from "../kind";
import { plainNews } from "../plain-news";

export const deliveryLost: Kind = {
  ...foreseen,
  key: "deliveryLost",
  fact: "delivery.lost",
  harm: "much",
  sample: { fulfilmentId: "71" },
  say: plainNews("deliveryLost", foreseenBlocks),
};
