import type { OrderDetail } from "~/features/orders/queries.server";
import type { ReturnForMail } from "~/features/returns/queries.server";
import type { Settings } from "~/features/settings/schema";
import type { Locale } from "~/platform/i18n/locales";
import type { Block } from "~/ui/mail/render-letter";
import type { NotificationWords } from "./words";

/** Everything a kind may write about. */
export type Occasion = {
  order: OrderDetail;
  /** the return it is about, for return kinds */
  return: ReturnForMail | null;
  /** ids that came with the fact, such as the parcel it is about */
  data: Readonly<Record<string, unknown>>;
  settings: Settings;
  shopName: string;
  timeZone: string;
  locale: Locale;
  words: NotificationWords;
  /** where the shopper sees the order, with their pass in it */
  orderUrl: string;
};

export type Said = { subject: string; preview: string; title: string; blocks: Block[] };

/** One kind of news: which fact it answers, whether the shop wants it, and what it says. */
export type Kind = {
  key: string;
  fact: string;
  /** does the shop send this kind? */
  wanted(settings: Settings): boolean;
  /** an order's later state can make it false: no "shipped" for an order that was cancelled since */
  stillTrue(order: { cancelledAt: Date | null }): boolean;
  /** how old its fact may be, in milliseconds; older news is not news */
  freshFor: number;
  /** are the return's labels attached? */
  attachLabels?: true;
  say(occasion: Occasion): Said;
};

export const HOUR = 3_600_000;
export const always = () => true;
export const notCancelled = ({ cancelledAt }: { cancelledAt: Date | null }) => cancelledAt === null;
