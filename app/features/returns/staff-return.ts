import type { Money } from "~/values/money";
import type { Quote } from "./quote";

/** What staff see of a return beside what its shopper sees. Amounts are in the shopper's currency. */
export type ReturnPlus = {
  id: string;
  method: string;
  gift: boolean;
  source: string;
  refundBy: Date | null;
  sendBackBy: Date | null;
  inspectedAt: Date | null;
  /** what the shopper was shown when they asked; null when Shopify made the return */
  quote: Quote | null;
  tracking: { carrier: string | null; number: string; url: string | null } | null;
  labelKind: string | null;
  lines: PlusLine[];
  photos: PlusPhoto[];
  /** labels asked for at carriers, the latest first */
  purchases: {
    id: string;
    carrier: string;
    service: string | null;
    state: string;
    reason: string | null;
    trackingNumber: string | null;
    cost: Money | null;
    /** where its carrier says the parcel is (platform/carriers/status.ts), and since when */
    parcelStatus: string | null;
    parcelAt: Date | null;
  }[];
  /** what staff had sent instead in Shopify's own admin; value null: it was not sent yet */
  sentAlso: { id: string; title: string | null; quantity: number; value: Money | null }[];
  strays: {
    id: string;
    kind: string;
    title: string;
    sku: string | null;
    quantity: number;
    note: string | null;
  }[];
  approvals: Approval[];
  notes: { id: string; text: string; actorName: string; at: Date }[];
  entries: {
    id: string;
    kind: string;
    state: string;
    actorName: string | null;
    at: Date;
    amount: Money;
  }[];
};

export type PlusLine = {
  id: string;
  orderLineId: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  imageUrl: string | null;
  quantity: number;
  reason: string;
  note: string | null;
  answers: { question: string; answer: string }[];
  outcome: string;
  exchangeTitle: string | null;
  exchangePrice: Money | null;
  restockingFee: Money;
  bonus: Money;
  receivedQuantity: number;
  acceptedQuantity: number;
  rejectedQuantity: number;
  rejectReason: string | null;
  disposition: string | null;
  locationId: string | null;
};

/** A picture of a thing: the shopper's (`request`) or staff's (`inspection`). */
export type PlusPhoto = { id: string; fileId: string; kind: string; returnLineId: string | null };

export type Approval = {
  id: string;
  amount: Money;
  state: string;
  askedBy: string;
  askedName: string;
  askedAt: Date;
  decidedAt: Date | null;
};
