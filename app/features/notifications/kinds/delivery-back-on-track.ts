import { foreseen, foreseenBlocks } from "../foreseen";
import type { Kind } from "../kind";
import { plainNews } from "../plain-news";

/** Told only to whom we had told that it is late. */
export const deliveryBackOnTrack: Kind = {
  ...foreseen,
  key: "deliveryBackOnTrack",
  fact: "delivery.backOnTrack",
  harm: "little",
  corrects: ["deliveryLate", "deliveryStillLate", "deliveryLost"],
  say: plainNews("deliveryBackOnTrack", foreseenBlocks),
};
