import { type Kind, MINUTE } from "../kind";
import { parcelBlocks, shipsToBlocks, stillToCome } from "../parcel-parts";
import { letterOf } from "../plain-news";
import { partly, shipped } from "../shipped";

/** Some of the order has left. Staff often pack one parcel after the other, so it waits a little for the next. */
export const orderPartShipped: Kind = {
  ...shipped,
  key: "orderPartShipped",
  applies: partly,
  wait: { forMs: 5 * MINUTE },
  say: (occasion) =>
    letterOf(occasion, {
      ...occasion.words.news.orderPartShipped,
      blocks: [...parcelBlocks(occasion), ...stillToCome(occasion), ...shipsToBlocks(occasion)],
    }),
};
