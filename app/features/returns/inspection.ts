/** Where a thing goes that came back: on the shelf, away, nowhere (it was not in the parcel), it stays with the shopper. */
export const DISPOSITIONS = ["restock", "damaged", "missing", "keep"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What somebody found in a parcel. Of what was received, some is accepted and some is not; the rest is still to be looked at. */
export type Inspection = {
  lines: {
    lineId: string;
    received: number;
    accepted: number;
    rejected: number;
    /** why some were not accepted; the shopper reads it */
    rejectReason?: string | null;
    disposition: Disposition;
    /** Shopify's location where accepted things go back on the shelf; absent: the shop's own */
    locationId?: string | null;
  }[];
  /** what nobody asked to return: instead of an asked thing, or besides */
  strays: {
    kind: "wrong" | "unexpected";
    title: string;
    sku?: string | null;
    quantity: number;
    note?: string | null;
  }[];
};

/** What happened with the money after an inspection, a scan, an approval. */
export type OutcomeRun =
  /** the payout is promised and under way */
  | { kind: "started"; amount: bigint }
  /** it is more than this person may pay out alone: somebody who may has to say yes */
  | { kind: "needsApproval"; approvalId: string; amount: bigint; limit: bigint }
  /** it is not the moment yet, by the policy: staff may start it by hand */
  | { kind: "waits" }
  /** there is nothing (more) to pay */
  | { kind: "nothing" };
