import { z } from "zod";
import { Refused, type Store } from "../store";
import { ask } from "./ask";
import { gid } from "./customers";
import { locate, orderNamed } from "./order-changes";

export const requestReturnInput = orderNamed.extend({
  /** Everything that may come back, unless told. */
  lines: z
    .array(z.object({ fulfillmentLineItemId: z.string(), quantity: z.number().int().min(1) }))
    .optional(),
  /** How many things, of what may come back, when no lines are named. */
  things: z.number().int().min(1).optional(),
  note: z.string().max(300).default("It does not fit me"),
  reason: z.string().default("SIZE_TOO_SMALL"),
});

interface Returnable {
  returnableFulfillments: {
    nodes: {
      returnableFulfillmentLineItems: { nodes: { quantity: number; fulfillmentLineItem: { id: string } }[] };
    }[];
  };
}

/** What a shopper does in Shopify's own account pages: asks to send something back. */
export async function requestReturn(
  store: Store,
  given: z.input<typeof requestReturnInput>,
): Promise<{ id: string; name: string }> {
  const input = requestReturnInput.parse(given);
  const { shop, id } = await locate(store, given);
  const lines = input.lines ?? (await returnable(store, shop, id, input.things));
  if (lines.length === 0) throw new Refused("Nothing on this order may come back: ship it first");
  const { returnRequest } = await ask<{ returnRequest: { return: { id: string; name: string } } }>(
    store,
    shop,
    `mutation PanelReturn($input: ReturnRequestInput!) {
      returnRequest(input: $input) { return { id name } userErrors { field message } }
    }`,
    {
      input: {
        orderId: id,
        returnLineItems: lines.map((line) => ({
          ...line,
          returnReason: input.reason,
          customerNote: input.note,
        })),
      },
    },
  );
  return returnRequest.return;
}

async function returnable(store: Store, shop: string, id: string, atMost = Infinity) {
  const { returnableFulfillments } = await ask<Returnable>(
    store,
    shop,
    `query PanelReturnable($id: ID!) {
      returnableFulfillments(orderId: $id, first: 20) {
        nodes { returnableFulfillmentLineItems(first: 100) { nodes { quantity fulfillmentLineItem { id } } } }
      }
    }`,
    { id },
  );
  let left = atMost;
  return returnableFulfillments.nodes
    .flatMap((one) => one.returnableFulfillmentLineItems.nodes)
    .map(({ quantity, fulfillmentLineItem }) => {
      const taken = Math.min(quantity, left);
      left -= taken;
      return { fulfillmentLineItemId: fulfillmentLineItem.id, quantity: taken };
    })
    .filter((line) => line.quantity > 0);
}

export const changeReturnInput = z.object({
  shop: z.string().optional(),
  return: z.string(),
  to: z.enum(["approve", "decline", "cancel", "close", "reopen"]),
  declineReason: z.enum(["FINAL_SALE", "RETURN_PERIOD_ENDED", "OTHER"]).default("OTHER"),
  note: z.string().max(500).optional(),
});

const steps = {
  approve: `mutation PanelApprove($id: ID!) {
    returnApproveRequest(input: { id: $id }) { return { id status } userErrors { field message } }
  }`,
  cancel: `mutation PanelCancelReturn($id: ID!) { returnCancel(id: $id) { return { id status } userErrors { field message } } }`,
  close: `mutation PanelCloseReturn($id: ID!) { returnClose(id: $id) { return { id status } userErrors { field message } } }`,
  reopen: `mutation PanelReopenReturn($id: ID!) { returnReopen(id: $id) { return { id status } userErrors { field message } } }`,
  decline: `mutation PanelDecline($id: ID!, $reason: ReturnDeclineReason!, $note: String) {
    returnDeclineRequest(input: { id: $id, declineReason: $reason, declineNote: $note, notifyCustomer: true }) {
      return { id status } userErrors { field message }
    }
  }`,
};

/** What staff do to a return in Shopify's own admin, behind the app's back. */
export async function changeReturn(
  store: Store,
  given: z.input<typeof changeReturnInput>,
): Promise<{ id: string }> {
  const input = changeReturnInput.parse(given);
  const id = gid("Return", input.return);
  const more = input.to === "decline" ? { reason: input.declineReason, note: input.note ?? null } : {};
  await ask(store, store.shop(input.shop).domain, steps[input.to], { id, ...more });
  return { id };
}
