import type { OrderDetail } from "~/features/orders/queries.server";
import type { ParcelState } from "~/features/orders/rules";
import type { ReturnForMail } from "~/features/returns/queries.server";
import type { Settings } from "~/features/settings/schema";
import type { Locale } from "~/platform/i18n/locales";
import type { Block } from "~/ui/mail/render-letter";
import type { Question } from "~/values/survey";
import type { NotificationWords } from "./words";

/** What came with a fact: ids, amounts and days; nothing personal. Read it with `parts.ts`. */
export type FactData = Readonly<Record<string, unknown>>;

/** Everything a kind may write about. */
export type Occasion = {
  order: OrderDetail;
  /** the return it is about, for return kinds */
  return: ReturnForMail | null;
  /** what came with the fact, such as the parcel it is about */
  data: FactData;
  settings: Settings;
  shopName: string;
  timeZone: string;
  locale: Locale;
  words: NotificationWords;
  /** where the shopper sees the order, with their pass in it */
  orderUrl: string;
  /** where an answer to what the kind asks is given; absent where nobody is asked, as in a preview */
  answerUrl?: (score: number) => string;
};

export type Said = { subject: string; preview: string; title: string; blocks: Block[] };

/** How an order stands when its news is decided on, and again when it is sent. */
export type Standing = {
  cancelledAt: Date | null;
  /** as Shopify last told us of it */
  updatedAt: Date;
  financialStatus: string;
  fulfilmentStatus: string;
  /** the parcels the news is about, those we know */
  parcels: ParcelState[];
  /** all parcels of the order that were not cancelled */
  allParcels: ParcelState[];
  /** how many parcels have left that no message of this sort speaks of yet: their news is on its way */
  untold: number;
  /** how the return it is about travels (features/returns), if it is about one */
  returnMethod: string | null;
};

export type Group = "order" | "shipping" | "returns" | "questions";
export type Channel = "email" | "sms" | "whatsapp" | "push";

/**
 * Who hears of it: whoever ordered; whoever sends something back, which for a gift is another person; whoever
 * wrote to the shop.
 */
export type Audience = "shopper" | "returner" | "writer";

/** What it costs somebody not to hear it: nothing they would not find on the page, a question, or real harm. */
export type Harm = "little" | "some" | "much";

/** A while in which more of the same may come, or it may settle by itself. */
export type Wait = {
  forMs: number;
  /** true: there is nothing to wait for */
  unless?(standing: Standing): boolean;
};

/** One kind of news: which fact it answers, whom it concerns, when it holds, and what it says. */
export type Kind = {
  key: string;
  fact: string;
  /** which of the shop's switches it hangs on; questions are asked, or not, by whoever records their facts */
  group: Group;
  audience: Audience;
  /** where it makes sense */
  channels: readonly Channel[];
  harm: Harm;
  /** at any hour: it answers what somebody just did, or is of use only now */
  anytime?: true;
  /** foreseen by us, not told by anybody: never about test orders */
  foreseen?: true;
  /** where several kinds answer one fact, or a fact is not always news: is it this one? */
  applies?(standing: Standing, data: FactData): boolean;
  /** later events can make it false: no "shipped" for an order that was cancelled since */
  stillTrue(standing: Standing): boolean;
  /** parcels' states that are older news than this kind's: it is dropped when all its parcels are further on */
  parcelState?: ParcelState;
  /** it only makes sense when one of these was sent about the same parcel before */
  corrects?: readonly string[];
  /** nothing is left to say when one of these was sent within a day */
  toldBy?: readonly string[];
  /** more of these within the wait become one message; of those that replace each other only the last is told */
  gather?: { with: string; how: "together" | "replace" };
  wait?: Wait;
  /** shows the order as it is now: not before our copy of it is as young as the fact */
  waitsForOrder?: true;
  /** how old its fact may be, in milliseconds; older news is not news */
  freshFor: number;
  /** are the return's labels attached? */
  attachLabels?: true;
  /** fact data for the preview; every kind can be looked at without an order of its own */
  sample?: FactData;
  /**
   * its text, or all of its words, hang on how the order or return stands: a text of the merchant's own then begins
   * with ours as a part, which says what is so
   */
  varies?: "text" | "all";
  /** it is a question with an answer for each score, and one click ends this sort of mail alone */
  asks?: Question;
  /** what it tells mail programs beside the reader (structured-data.ts) */
  markup?: "order" | "parcels";
  say(occasion: Occasion): Said;
};

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const always = () => true;
export const notCancelled = ({ cancelledAt }: Standing) => cancelledAt === null;
