import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import type { LookupOutcome } from "./look-up-store.server";

export type LookupView = {
  id: string;
  at: Date;
  /** a digest: the same visitor has the same, nobody reads back who it was */
  visitor: string;
  typed: string;
  outcome: LookupOutcome;
  orderId: string | null;
};

export const LOOKUPS_PER_PAGE = 50;

/** The merchant's log of look-ups, the newest first. `after` and `before` are cursors of an earlier page. */
export async function lookupsPage(
  tx: ShopTx,
  asked: { after?: string | undefined; before?: string | undefined } = {},
): Promise<Page<LookupView>> {
  const { sql, empty } = prismaClient.Prisma;
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const beyond = before
    ? sql`and (at, id) > (${before.at}, ${before.id})`
    : after
      ? sql`and (at, id) < (${after.at}, ${after.id})`
      : empty;
  const order = before ? sql`at, id` : sql`at desc, id desc`;
  const rows = await tx.db.$queryRaw<LookupView[]>(sql`
    select id, at, visitor, typed, outcome, "orderId" from lookup where "shopId" = ${tx.shopId} ${beyond}
    order by ${order} limit ${LOOKUPS_PER_PAGE + 1}`);
  return pageOf(rows, LOOKUPS_PER_PAGE, { after, before }, (row) => row);
}
