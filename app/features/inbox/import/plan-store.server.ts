import type { ShopTx } from "~/platform/database/shop.server";
import type { KnownPerson } from "~/platform/exports/past-message";

/** A message as it is planned: which conversation it goes to, and whose that is. */
export type Planned = {
  id: string;
  threadId: string;
  at: Date;
  /** the shopper's address; "#" and a number until the people of the export are known */
  person: string | null;
  files: number;
  isBare: boolean;
};

/** Of these messages, those that are planned or taken in already. */
export async function knownMessages(tx: ShopTx, ids: string[]): Promise<Set<string>> {
  const rows = await tx.db.importedMessage.findMany({
    where: { shopId: tx.shopId, id: { in: ids } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Of these mails, those that the shop holds. */
export async function heldMails(tx: ShopTx, mailIds: string[]): Promise<Set<string>> {
  const rows = await tx.db.message.findMany({
    where: { shopId: tx.shopId, mailMessageId: { in: mailIds } },
    select: { mailMessageId: true },
  });
  return new Set(rows.flatMap(({ mailMessageId }) => mailMessageId ?? []));
}

/** What these thread names mean already. */
export async function knownThreadNames(tx: ShopTx, names: string[]): Promise<Map<string, string>> {
  const rows = await tx.db.importThread.findMany({
    where: { shopId: tx.shopId, id: { in: names } },
    select: { id: true, threadId: true },
  });
  return new Map(rows.map(({ id, threadId }) => [id, threadId]));
}

/** Of these threads, those that have a conversation already. */
export async function threadsThere(tx: ShopTx, threadIds: string[]): Promise<Set<string>> {
  const rows = await tx.db.conversation.findMany({
    where: { shopId: tx.shopId, id: { in: threadIds } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Keeps what names mean, and what two threads that turned out to be one mean from now on. */
export async function keepThreads(
  tx: ShopTx,
  importId: string,
  named: ReadonlyMap<string, string>,
  joined: ReadonlyMap<string, string>,
): Promise<void> {
  const { shopId } = tx;
  await tx.db.importThread.createMany({
    data: [...named].map(([id, threadId]) => ({ shopId, id, importId, threadId })),
    skipDuplicates: true,
  });
  for (const [threadId, into] of joined) {
    const change = { where: { shopId, threadId }, data: { threadId: into } };
    await tx.db.importThread.updateMany(change);
    await tx.db.importedMessage.updateMany(change);
  }
}

export async function keepPlan(tx: ShopTx, importId: string, planned: readonly Planned[]): Promise<void> {
  await tx.db.importedMessage.createMany({
    data: planned.map((one) => ({ ...one, shopId: tx.shopId, importId, state: "planned" })),
    skipDuplicates: true,
  });
}

const personId = (importId: string, id: string) => `${importId}:${id}`;

export async function keepPeople(
  tx: ShopTx,
  importId: string,
  people: readonly KnownPerson[],
): Promise<void> {
  for (const { id, email, name, isStaff } of people)
    await tx.db.$executeRaw`
      insert into import_person ("shopId", id, "importId", email, name, "isStaff")
      values (${tx.shopId}, ${personId(importId, id)}, ${importId}, ${email}, ${name}, ${isStaff})
      on conflict ("shopId", id) do update set email = coalesce(excluded.email, import_person.email),
        name = coalesce(excluded.name, import_person.name), "isStaff" = import_person."isStaff" or excluded."isStaff"`;
}

/** The people an export names by these numbers. */
export async function peopleOf(
  tx: ShopTx,
  importId: string,
  ids: string[],
): Promise<Map<string, Omit<KnownPerson, "id">>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.importPerson.findMany({
    where: { shopId: tx.shopId, id: { in: ids.map((id) => personId(importId, id)) } },
    select: { id: true, email: true, name: true, isStaff: true },
  });
  return new Map(rows.map(({ id, ...one }) => [id.slice(importId.length + 1), one]));
}

/** Numbers of people become their addresses, now that all of the export's people are known. */
export async function namePeople(tx: ShopTx, importId: string): Promise<void> {
  await tx.db.$executeRaw`
    update imported_message m set person = p.email from import_person p
    where m."shopId" = ${tx.shopId} and m."importId" = ${importId} and m.state = 'planned' and m.person like '#%'
      and p."shopId" = m."shopId" and p.id = ${`${importId}:`} || substr(m.person, 2)`;
  await tx.db.$executeRaw`
    update imported_message set person = null
    where "shopId" = ${tx.shopId} and "importId" = ${importId} and state = 'planned' and person like '#%'`;
}

/** How many messages of an import are in a state, with how many files, in how many conversations. */
export async function tally(tx: ShopTx, importId: string, state: "planned" | "done") {
  const [row] = await tx.db.$queryRaw<
    { messages: number; people: number; attachments: number; conversations: number }[]
  >`
    select (count(*) filter (where not "isBare"))::int as messages, count(distinct person)::int as people,
      coalesce(sum(files), 0)::int as attachments, count(distinct "threadId")::int as conversations
    from imported_message where "shopId" = ${tx.shopId} and "importId" = ${importId} and state = ${state}`;
  return row ?? { messages: 0, people: 0, attachments: 0, conversations: 0 };
}

/** How many of the planned conversations are of people who have an order here, a page of them at a time. */
export async function matchedAfter(
  tx: ShopTx,
  importId: string,
  after: string,
  most: number,
): Promise<{ matched: number; last: string | null }> {
  const [row] = await tx.db.$queryRaw<{ matched: number; count: number; last: string | null }[]>`
    with page as (
      select "threadId", min(at) as at, (array_agg(person order by at) filter (where person is not null))[1] as person
      from imported_message where "shopId" = ${tx.shopId} and "importId" = ${importId} and "threadId" > ${after}
      group by "threadId" order by "threadId" limit ${most})
    select count(*)::int as count, max("threadId") as last,
      count(*) filter (where exists (select from orders o where o."shopId" = ${tx.shopId}
        and o."emailKey" = page.person and o."redactedAt" is null and o."placedAt" <= page.at))::int as matched
    from page`;
  return { matched: row?.matched ?? 0, last: row && row.count === most ? row.last : null };
}
