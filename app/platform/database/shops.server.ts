import type { ShopId } from "~/values/ids";
import { database } from "./database.server";
import type { ShopTx } from "./shop.server";

/** The register of shops: the only facts about a shop that are read across shops. */

export async function isInstalled(shopId: ShopId): Promise<boolean> {
  const { rowCount } = await database().pool.query({
    name: "is-installed",
    text: `select 1 from shop where id = $1 and "uninstalledAt" is null`,
    values: [shopId],
  });
  return rowCount === 1;
}

const INSTALL = `insert into shop (id, "installedAt") values ($1, $2) on conflict (id)
  do update set "installedAt" = $2, "uninstalledAt" = null where shop."uninstalledAt" is not null`;

/** Notes an installation; answers whether the shop was not installed before. */
export async function noteInstalled(shopId: ShopId, now: Date): Promise<boolean> {
  const { rowCount } = await database().pool.query(INSTALL, [shopId, now]);
  return (rowCount ?? 0) > 0;
}

/** The same, in the caller's transaction. */
export const noteInstalledIn = async (tx: ShopTx): Promise<boolean> =>
  (await tx.db.$executeRawUnsafe(INSTALL, tx.shopId, tx.now)) > 0;

/** Notes a removal at `at`; one from before the latest installation changes nothing. Answers whether it did. */
export async function noteUninstalled(shopId: ShopId, at: Date): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `update shop set "uninstalledAt" = $2 where id = $1 and "uninstalledAt" is null and "installedAt" <= $2`,
    [shopId, at],
  );
  return (rowCount ?? 0) > 0;
}

/** When the shop installed us, or null when it is not in the register. */
export async function installedAt(shopId: ShopId): Promise<Date | null> {
  const row = await database().prisma.shop.findUnique({ where: { id: shopId } });
  return row?.installedAt ?? null;
}

/** Every shop that has us installed now, a page at a time. */
export async function* installedShops(): AsyncGenerator<ShopId> {
  for (let after = ""; ; ) {
    const rows = await database().prisma.shop.findMany({
      where: { uninstalledAt: null, id: { gt: after } },
      orderBy: { id: "asc" },
      take: 200,
      select: { id: true },
    });
    for (const row of rows) yield row.id as ShopId;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Installed shops that have a mailbox to be read. */
export async function shopsWithMailbox(): Promise<ShopId[]> {
  const { rows } = await database().pool.query<{ id: ShopId }>("select shops_with_mailbox() as id");
  return rows.map(({ id }) => id);
}
