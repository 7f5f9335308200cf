import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { StaffMember } from "../people";
import type { HandOut } from "./team";

export type Team = { id: string; name: string; handOut: HandOut; members: StaffMember[] };

/** The shop's teams that stand, by name, each with its members by name. */
export async function teamsOf(tx: ShopTx): Promise<Team[]> {
  const rows = await tx.db.team.findMany({
    where: { shopId: tx.shopId, removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    include: { members: { orderBy: [{ name: "asc" }, { staffId: "asc" }] } },
  });
  return rows.map(({ id, name, handOut, members }) => ({
    id,
    name,
    handOut: handOut as HandOut,
    members: members.map((one) => ({ id: one.staffId, name: one.name })),
  }));
}

/** A team that stands; null when this shop has no such one. */
export const teamById = async (tx: ShopTx, id: string): Promise<Team | null> =>
  (await teamsOf(tx)).find((one) => one.id === id) ?? null;

/** Lets one writer at a time change the shop's teams, until the transaction ends. */
export async function lockTeams(tx: ShopTx): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('teams:' || ${tx.shopId}, 0))`;
}

/** Keeps a team as it is now; the caller has locked them. */
export async function keepTeam(tx: ShopTx, { id, name, handOut, members }: Team): Promise<void> {
  await tx.db.team.upsert({
    where: { shopId_id: { shopId: tx.shopId, id } },
    create: { shopId: tx.shopId, id, name, handOut, createdAt: tx.now },
    update: { name, handOut },
  });
  await tx.db.teamMember.deleteMany({ where: { shopId: tx.shopId, teamId: id } });
  await tx.db.teamMember.createMany({
    data: members.map((one) => ({
      shopId: tx.shopId,
      id: newId(tx.now),
      teamId: id,
      staffId: one.id,
      name: one.name,
    })),
  });
}

/** Removes a team; what it had to answer is all people's again. Its closed conversations remember it. */
export async function removeTeam(tx: ShopTx, id: string): Promise<void> {
  await tx.db.team.update({
    where: { shopId_id: { shopId: tx.shopId, id } },
    data: { removedAt: tx.now },
  });
  await tx.db.teamMember.deleteMany({ where: { shopId: tx.shopId, teamId: id } });
  await tx.db.conversation.updateMany({
    where: { shopId: tx.shopId, teamId: id, state: { not: "closed" } },
    data: { teamId: null },
  });
}

/** Counting stops there: whoever has so many open ones is not the one with the fewest. */
const MOST_LOAD = 200;

/**
 * Who of these was seen in the inbox since `since`, and how many conversations that are not closed each has: the
 * fewest first.
 */
export const presentByLoad = (
  tx: ShopTx,
  staffIds: string[],
  since: Date,
): Promise<{ staffId: string; load: number }[]> =>
  tx.db.$queryRaw<{ staffId: string; load: number }[]>`
    select s."staffId", (select count(*)::int from (select from conversation c
        where c."shopId" = ${tx.shopId} and c."assigneeId" = s."staffId" and c.state <> 'closed' limit ${MOST_LOAD}) l) as load
    from unnest(${staffIds}::text[]) s("staffId")
    where exists(select from conversation_presence p
      where p."shopId" = ${tx.shopId} and p."staffId" = s."staffId" and p."seenAt" >= ${since})
    order by load, s."staffId"`;

export type TeamCount = { id: string; name: string; count: number };

/** The shop's teams, by name, and how many conversations that are not closed each has, counted to one beyond `most`. */
export const teamCounts = (tx: ShopTx, most: number): Promise<TeamCount[]> =>
  tx.db.$queryRaw<TeamCount[]>`
    select t.id, t.name, (select count(*)::int from (select from conversation c
        where c."shopId" = t."shopId" and c."teamId" = t.id and c.state <> 'closed' limit ${most + 1}) n) as count
    from team t where t."shopId" = ${tx.shopId} and t."removedAt" is null order by t.name, t.id`;
