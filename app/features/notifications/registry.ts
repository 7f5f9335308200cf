import type { Kind } from "./kind";
import { orderCancelled } from "./kinds/order-cancelled";
import { orderConfirmed } from "./kinds/order-confirmed";
import { orderDelivered } from "./kinds/order-delivered";
import { orderShipped } from "./kinds/order-shipped";
import {
  returnCancelled,
  returnDeclined,
  returnLabelled,
  returnRefunded,
  returnRequested,
} from "./kinds/return-steps";

/** Every kind of news. A new one is its file and a line here; the contract test then runs over it too. */
export const kinds: readonly Kind[] = [
  orderConfirmed,
  orderCancelled,
  orderShipped,
  orderDelivered,
  returnRequested,
  returnLabelled,
  returnDeclined,
  returnCancelled,
  returnRefunded,
];

export const kindOf = (key: string): Kind | undefined => kinds.find((kind) => kind.key === key);
export const kindsFor = (fact: string): Kind[] => kinds.filter((kind) => kind.fact === fact);
