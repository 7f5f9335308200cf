import { AsyncLocalStorage } from "node:async_hooks";
import pg, { type PoolClient } from "pg";
import type { ShopId } from "~/values/ids";

const beginning = new AsyncLocalStorage<ShopId | null>();

/**
 * Begins a transaction that sees this shop's rows only: what `start` begins through a connection of
 * `beginWithShop` names its shop with its first message, instead of with a message and a wait of their own.
 * `begun` wraps what is done in it, which begins nothing for the shop.
 */
export const beginFor = <T>(
  shopId: ShopId,
  start: (begun: <W>(work: () => W) => W) => Promise<T>,
): Promise<T> => beginning.run(shopId, () => start((work) => beginning.run(null, work)));

/** Lets Prisma's BEGIN on this connection name the shop that it is for, until the transaction's end. */
export function beginWithShop(client: PoolClient): void {
  const ask = client.query.bind(client) as (query: unknown, ...rest: unknown[]) => unknown;
  client.query = ((query: unknown, ...rest: unknown[]) => {
    const shopId = isBegin(query) ? beginning.getStore() : null;
    return shopId
      ? ask(`begin; select set_config('app.shop_id', ${pg.escapeLiteral(shopId)}, true)`)
      : ask(query, ...rest);
  }) as PoolClient["query"];
}

const isBegin = (query: unknown): boolean =>
  typeof query === "object" && query !== null && "text" in query && query.text === "BEGIN";
