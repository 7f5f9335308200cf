import type { ParcelState } from "~/features/orders/rules";
import { DAY, type Kind, notCancelled, type Occasion, type Standing } from "./kind";
import { expectedLines, parcelBlocks } from "./parcel-parts";

const ON_ITS_WAY: ReadonlySet<ParcelState> = new Set([
  "shipped",
  "inTransit",
  "heldByCustoms",
  "delayed",
  "failed",
  "lost",
]);

/** A parcel that has come, or is on the van, is not late. */
const underWay = (standing: Standing) =>
  notCancelled(standing) &&
  (standing.parcels.length === 0 || standing.parcels.some((state) => ON_ITS_WAY.has(state)));

/** What we foresee, told by the facts of delay-facts.ts: of one parcel's delays only the last is news. */
export const foreseen = {
  group: "shipping",
  audience: "shopper",
  channels: ["email", "sms", "whatsapp"],
  foreseen: true,
  gather: { with: "delay", how: "replace" },
  stillTrue: underWay,
  freshFor: 2 * DAY,
  sample: { fulfilmentId: "71", from: "2026-11-10", to: "2026-11-12" },
} as const satisfies Partial<Kind>;

/** When it is expected now, and what it is. */
export const foreseenBlocks = (occasion: Occasion) =>
  parcelBlocks(occasion, { expected: false, first: expectedLines(occasion) });
