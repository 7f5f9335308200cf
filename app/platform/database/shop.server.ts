import type { Prisma } from "@prisma/client";
import type { ShopId } from "~/values/ids";
import { beginFor } from "./begin-for-shop.server";
import { database } from "./database.server";

declare const minted: unique symbol;
declare const scoped: unique symbol;

/** One shop, as let in by a door. Everything a use case does, it does through this. */
export type Shop = {
  readonly [minted]: true;
  readonly id: ShopId;
  /** Now, by the process's clock. */
  now(): Date;
  /** Runs `work` in one transaction that sees and writes this shop's rows only. Never call the network in it. */
  transact<T>(work: (tx: ShopTx) => Promise<T>): Promise<T>;
};

/** An open transaction of one shop: the only thing that stores accept. */
export type ShopTx = {
  readonly [scoped]: true;
  readonly shopId: ShopId;
  readonly now: Date;
  readonly db: Prisma.TransactionClient;
};

/** Makes a Shop. Only doors may call this, after they have made sure who knocks. */
export function mintShop(id: ShopId): Shop {
  const now = () => new Date();
  const transact = <T>(work: (tx: ShopTx) => Promise<T>) =>
    beginFor(id, (begun) =>
      database().prisma.$transaction((db) => begun(() => work({ shopId: id, now: now(), db } as ShopTx))),
    );
  return { id, now, transact } as Shop;
}
