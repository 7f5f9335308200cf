import type { Kind } from "./kind";
import { buyerAsked } from "./kinds/buyer-asked";
import { deliveryAttempted } from "./kinds/delivery-attempted";
import { deliveryBackOnTrack } from "./kinds/delivery-back-on-track";
import { deliveryFailed } from "./kinds/delivery-failed";
import { deliveryLate } from "./kinds/delivery-late";
import { deliveryLost } from "./kinds/delivery-lost";
import { deliveryStillLate } from "./kinds/delivery-still-late";
import { exchangeDue } from "./kinds/exchange-due";
import { exchangeShipped } from "./kinds/exchange-shipped";
import { heldByCustoms } from "./kinds/held-by-customs";
import { orderCancelled } from "./kinds/order-cancelled";
import { orderConfirmed } from "./kinds/order-confirmed";
import { orderDelivered } from "./kinds/order-delivered";
import { orderEdited } from "./kinds/order-edited";
import { orderLateToShip } from "./kinds/order-late-to-ship";
import { orderPartShipped } from "./kinds/order-part-shipped";
import { orderRefunded } from "./kinds/order-refunded";
import { orderShipped } from "./kinds/order-shipped";
import { outForDelivery } from "./kinds/out-for-delivery";
import { paymentFailed } from "./kinds/payment-failed";
import { paymentPending } from "./kinds/payment-pending";
import { readyForPickup } from "./kinds/ready-for-pickup";
import { replyPromised } from "./kinds/reply-promised";
import { returnApproved } from "./kinds/return-approved";
import { returnCancelled } from "./kinds/return-cancelled";
import { returnChanged } from "./kinds/return-changed";
import { returnDeclined } from "./kinds/return-declined";
import { returnInspected } from "./kinds/return-inspected";
import { returnLabelled } from "./kinds/return-labelled";
import { returnReceived } from "./kinds/return-received";
import { returnRefunded } from "./kinds/return-refunded";
import { returnRequested } from "./kinds/return-requested";
import { returnedToSender } from "./kinds/returned-to-sender";

/** Every kind of news, in the order of an order's life. A new one is its file and a line here. */
export const kinds: readonly Kind[] = [
  orderConfirmed,
  orderEdited,
  paymentPending,
  paymentFailed,
  orderCancelled,
  orderRefunded,
  orderLateToShip,
  orderPartShipped,
  orderShipped,
  outForDelivery,
  deliveryAttempted,
  readyForPickup,
  heldByCustoms,
  deliveryFailed,
  orderDelivered,
  returnedToSender,
  deliveryLate,
  deliveryStillLate,
  deliveryBackOnTrack,
  deliveryLost,
  returnRequested,
  returnApproved,
  returnLabelled,
  returnChanged,
  returnDeclined,
  returnCancelled,
  returnReceived,
  returnInspected,
  returnRefunded,
  exchangeShipped,
  exchangeDue,
  replyPromised,
  buyerAsked,
];

const byKey = new Map(kinds.map((kind) => [kind.key, kind]));

export const kindOf = (key: string): Kind | undefined => byKey.get(key);
export const kindsFor = (fact: string): Kind[] => kinds.filter((kind) => kind.fact === fact);
