import type { ShopTx } from "~/platform/database/shop.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import { newId } from "~/values/ids";
import { hourOf, type Looked, type ReadThing, SCREENS, type Screen } from "./reading";

export type Reader = { id: string; name: string };

/**
 * Notes that a staff member looked at something: once for a person, a thing and an hour. A page that is asked for again
 * finds the notes there and writes nothing.
 */
export async function noteReading(tx: ShopTx, { id, name }: Reader, ...looked: Looked[]): Promise<void> {
  const ids = looked.map(() => newId(tx.now));
  await tx.db.$executeRaw`
    insert into reading ("shopId", id, "staffId", "staffName", thing, "thingId", screen, hour, at)
    select ${tx.shopId}, one.id, ${id}, ${name}, one.thing, one."thingId", one.screen, ${hourOf(tx.now)}, ${tx.now}
    from unnest(${ids}::text[], ${looked.map(({ thing }) => thing)}::text[],
      ${looked.map((one) => one.id ?? "")}::text[], ${looked.map(({ screen }) => screen)}::text[])
      one(id, thing, "thingId", screen)
    on conflict do nothing`;
}

/**
 * Notes that a staff member looked at a file by a link of a page of theirs, as `noteReading` does. They are named as
 * when they opened that page.
 */
export async function noteFileReading(
  tx: ShopTx,
  { staffId, thingId, screen }: { staffId: string; thingId: string; screen: string },
): Promise<void> {
  const last = await tx.db.reading.findFirst({
    where: { shopId: tx.shopId, staffId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { staffName: true },
  });
  const where = SCREENS.find((one) => one === screen);
  if (where)
    await noteReading(
      tx,
      { id: staffId, name: last?.staffName ?? staffId },
      ...lookedAt("file", thingId, where),
    );
}

/** What a thing is, and the shopper it is of where they have an account. */
export const lookedAt = (
  thing: ReadThing,
  id: string,
  screen: Screen,
  customerId: string | null = null,
): Looked[] => [
  { thing, id, screen },
  ...(customerId ? [{ thing: "customer" as const, id: customerId, screen }] : []),
];

export type ReadingRow = {
  id: string;
  staffId: string;
  staffName: string;
  thing: ReadThing;
  thingId: string;
  screen: Screen;
  at: Date;
};

export type ReadingsAsked = {
  /** Shopify's user id */
  staff?: string | undefined;
  /** the id of a conversation, order, return or customer */
  of?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

export const READINGS_PER_PAGE = 50;
const COLUMNS = {
  id: true,
  staffId: true,
  staffName: true,
  thing: true,
  thingId: true,
  screen: true,
  at: true,
} as const;

/** Who looked at what, the latest first: of one person, at one thing, or all. */
export async function readingsPage(tx: ShopTx, asked: ReadingsAsked): Promise<Page<ReadingRow>> {
  const before = readCursor(asked.before);
  const after = before ? null : readCursor(asked.after);
  const from = before ?? after;
  const [beyond, direction] = before ? (["gt", "asc"] as const) : (["lt", "desc"] as const);
  const rows = await tx.db.reading.findMany({
    where: {
      shopId: tx.shopId,
      ...(asked.staff ? { staffId: asked.staff } : {}),
      ...(asked.of ? { thingId: asked.of } : {}),
      ...(from ? { OR: [{ at: { [beyond]: from.at } }, { at: from.at, id: { [beyond]: from.id } }] } : {}),
    },
    orderBy: [{ at: direction }, { id: direction }],
    take: READINGS_PER_PAGE + 1,
    select: COLUMNS,
  });
  return pageOf(rows.map(typed), READINGS_PER_PAGE, { after, before }, ({ at, id }) => ({ at, id }));
}

const typed = <R extends { thing: string; screen: string }>(row: R) => ({
  ...row,
  thing: row.thing as ReadThing,
  screen: row.screen as Screen,
});

const AT_ONCE = 1_000;

/** All of them for an export, the latest first, a batch at a time: answers where the next one begins. */
export async function readingsAfter(
  tx: ShopTx,
  asked: Pick<ReadingsAsked, "staff" | "of">,
  after: ReadingRow | null,
): Promise<{ rows: ReadingRow[]; isLast: boolean }> {
  const cursor = after ? `${after.at.getTime()}_${after.id}` : undefined;
  const rows: ReadingRow[] = [];
  let next: string | undefined = cursor;
  for (let page = 0; page < AT_ONCE / READINGS_PER_PAGE; page++) {
    const read: Page<ReadingRow> = await readingsPage(tx, { ...asked, after: next });
    rows.push(...read.rows);
    if (!read.next) return { rows, isLast: true };
    next = read.next;
  }
  return { rows, isLast: false };
}

/** Who has looked at something, one row a person, in the order of their names; at most 200. */
export const readers = (tx: ShopTx): Promise<Reader[]> =>
  // one step through the index for each person, however much they read
  tx.db.$queryRaw<Reader[]>`
    with recursive step(id, name, n) as (
      (select "staffId", "staffName", 1 from reading where "shopId" = ${tx.shopId}
       order by "staffId", at desc, id desc limit 1)
      union all
      select found."staffId", found."staffName", step.n + 1 from step cross join lateral (
        select r."staffId", r."staffName" from reading r where r."shopId" = ${tx.shopId} and r."staffId" > step.id
        order by r."staffId", r.at desc, r.id desc limit 1) found
      where step.n < 200)
    select id, name from step order by name, id`;
