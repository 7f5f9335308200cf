import type { Bag } from "../state/money";
import type { ShopState } from "../state/shop";
import type { Instant } from "../state/time";
import type { Order, Transaction } from "./model";

export interface NewTransaction {
  kind: string;
  status?: string;
  gateway: string | null;
  amount: Bag;
  parent?: Transaction | null;
  test?: boolean;
  processedAt?: Instant | null;
  authorizationCode?: string | null;
  receiptJson?: unknown;
}

/** Money has moved (or was meant to); what was said about the order's payment no longer counts. */
export function addTransaction(shop: ShopState, order: Order, input: NewTransaction): Transaction {
  const now = shop.now();
  const transaction: Transaction = shop.record({
    __typename: "OrderTransaction",
    id: shop.newId("OrderTransaction"),
    order,
    kind: input.kind,
    status: input.status ?? "SUCCESS",
    gateway: input.gateway,
    amount: input.amount,
    parent: input.parent ?? null,
    test: input.test ?? order.test,
    createdAt: now,
    processedAt: input.processedAt ?? now,
    authorizationCode: input.authorizationCode ?? null,
    receiptJson: input.receiptJson ?? null,
    errorCode: null,
  });
  order.transactions.push(transaction);
  return transaction;
}
