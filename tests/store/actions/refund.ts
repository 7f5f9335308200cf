import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { locate, orderNamed } from "./order-changes";

export const refundInput = orderNamed.extend({
  /** In the shopper's currency; everything still refundable unless told. */
  amount: z.string().optional(),
  lines: z.array(z.object({ lineItemId: z.string(), quantity: z.number().int().min(1) })).optional(),
  note: z.string().optional(),
  notify: z.boolean().default(true),
});

interface Suggested {
  order: {
    presentmentCurrencyCode: string;
    suggestedRefund: {
      amountSet: { presentmentMoney: { amount: string } };
      suggestedTransactions: {
        gateway: string;
        parentTransaction: { id: string } | null;
        amountSet: { presentmentMoney: { amount: string } };
      }[];
    };
  } | null;
}

/** Gives money back the native way. */
export async function refundOrder(
  store: Store,
  given: z.input<typeof refundInput>,
): Promise<{ id: string; amount: string }> {
  const input = refundInput.parse(given);
  const { shop, id } = await locate(store, given);
  const lines = input.lines?.map((line) => ({ ...line, restockType: "NO_RESTOCK" }));
  const { order } = await ask<Suggested>(store, shop, suggestion, { id, lines: lines ?? [], full: !lines });
  const source = order?.suggestedRefund.suggestedTransactions[0];
  if (!order || !source) throw new Refused("There is nothing left to refund");
  const amount = input.amount ?? source.amountSet.presentmentMoney.amount;
  const { refundCreate } = await ask<{ refundCreate: { refund: { id: string } } }>(store, shop, mutation, {
    key: crypto.randomUUID(),
    input: {
      orderId: id,
      currency: order.presentmentCurrencyCode,
      ...(lines ? { refundLineItems: lines } : {}),
      ...(input.note ? { note: input.note } : {}),
      notify: input.notify,
      transactions: [
        {
          orderId: id,
          kind: "REFUND",
          gateway: source.gateway,
          parentId: source.parentTransaction?.id ?? null,
          amount,
        },
      ],
    },
  });
  return { id: refundCreate.refund.id, amount };
}

const suggestion = `query PanelSuggestedRefund($id: ID!, $lines: [RefundLineItemInput!], $full: Boolean) {
  order(id: $id) {
    presentmentCurrencyCode
    suggestedRefund(refundLineItems: $lines, suggestFullRefund: $full) {
      amountSet { presentmentMoney { amount } }
      suggestedTransactions { gateway parentTransaction { id } amountSet { presentmentMoney { amount } } }
    }
  }
}`;

const mutation = `mutation PanelRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } }
}`;
