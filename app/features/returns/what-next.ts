import type { Method } from "./policy-schema";
import type { ReturnState } from "./states";

/** How a return stands for whoever sends it back: as its state says it, or more exactly where more is known. */
export const NEXT = [
  "nothingToSend",
  "way",
  "onItsWay",
  "checked",
  "partly",
  "notAccepted",
  "sendStill",
  "credited",
  "giftCard",
  "exchanged",
] as const;
export type Next = ReturnState | (typeof NEXT)[number];

/** What of a return decides on what its shopper does or hears next. */
export type Stand = {
  state: ReturnState;
  method: Method;
  /** does anything have to be sent? */
  travels: boolean;
  /** the carrier has it */
  handedIn: boolean;
  received: boolean;
  inspected: boolean;
  /** units, once it was inspected */
  accepted: number;
  asked: number;
  /** what went out, in minor units */
  paid: { refund: bigint; credit: bigint; giftCard: bigint };
  refunded: boolean;
  exchanges: boolean;
};

/** What the page says of it, whatever happened: there is a sentence for each. */
export function whatNext(of: Stand): Next {
  switch (of.state) {
    case "approved":
    case "labelled":
      if (!of.travels) return "nothingToSend";
      if (of.handedIn) return "onItsWay";
      return of.method === "label" ? of.state : "way";
    case "received":
      return of.inspected ? found(of) : "received";
    case "refunded":
      if (of.travels && !of.received && !of.handedIn) return "sendStill";
      return paidAs(of);
    case "closed":
      return of.refunded || !of.inspected || of.accepted > 0 ? "closed" : "notAccepted";
    default:
      return of.state;
  }
}

const found = ({ accepted, asked }: Stand): Next =>
  accepted === 0 ? "notAccepted" : accepted < asked ? "partly" : "checked";

function paidAs({ paid, exchanges }: Stand): Next {
  if (paid.refund > 0n) return "refunded";
  if (paid.credit > 0n) return "credited";
  if (paid.giftCard > 0n) return "giftCard";
  return exchanges ? "exchanged" : "refunded";
}
