import type { ShopifyReturn } from "~/platform/shopify/nouns";

type OurLine = {
  orderLineId: string;
  fulfilmentLineId: string;
  shopifyReturnLineId: string | null;
  receivedQuantity: number;
};

/** What came back and Shopify has not processed yet; empty when all of it is done there. */
export const toProcess = (ours: readonly OurLine[], theirs: ShopifyReturn) =>
  ours.flatMap((mine) => {
    const line = theirs.lines.find((one) => one.id === mine.shopifyReturnLineId);
    const quantity = Math.min(mine.receivedQuantity, line?.quantity ?? 0) - (line?.processed ?? 0);
    if (!line || quantity <= 0) return [];
    const expected = theirs.reverseOrders
      .flatMap((order) => order.lines)
      .find((one) => one.fulfilmentLineId === mine.fulfilmentLineId);
    const { orderLineId } = mine;
    return [{ id: line.id, orderLineId, quantity, reverseLineGid: expected?.gid ?? null }];
  });
