import { alone } from "~/platform/database/alone.server";
import type { Shop } from "~/platform/database/shop.server";

/**
 * What is done to one return at Shopify is done by one process at a time, since Shopify has no idempotency
 * for it: whoever comes second looks at what the first one did.
 */
export const oneAtATime = <T>(shop: Shop, returnId: string, work: () => Promise<T>): Promise<T> =>
  alone(`return ${shop.id} ${returnId}`, work);
