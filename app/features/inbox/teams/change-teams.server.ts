import type { Shop } from "~/platform/database/shop.server";
import { staffWhoOpened } from "~/platform/shopify/session-storage.server";
import { newId } from "~/values/ids";
import { ok, type Result, refuse } from "~/values/result";
import { type KeepTeam, MOST_TEAMS } from "./team";
import { keepTeam, lockTeams, removeTeam, teamById, teamsOf } from "./team-store.server";

/**
 * Keeps a team: a new one, or one that is there. Its members are people who opened the app, and those it had
 * before. Refuses `inbox.notFound`, `inbox.empty` without a name, `inbox.teamExists` when another has the name,
 * `inbox.tooLong` beyond MOST_TEAMS, and `inbox.unknownStaff` for people who are not known here.
 */
export async function changeTeam(shop: Shop, asked: KeepTeam): Promise<Result<{ id: string }>> {
  const opened = await staffWhoOpened(shop.id);
  return shop.transact(async (tx) => {
    await lockTeams(tx);
    const teams = await teamsOf(tx);
    const before = teams.find(({ id }) => id === asked.id);
    if (asked.id !== null && !before) return refuse("inbox.notFound");
    if (asked.name === "") return refuse("inbox.empty");
    const others = teams.filter((one) => one !== before);
    if (others.some(({ name }) => name.toLowerCase() === asked.name.toLowerCase()))
      return refuse("inbox.teamExists");
    if (!before && teams.length >= MOST_TEAMS) return refuse("inbox.tooLong", { most: MOST_TEAMS });
    const known = [...opened, ...(before?.members ?? [])];
    const wanted = [...new Set(asked.memberIds)];
    const members = wanted.flatMap((id) => known.find((one) => one.id === id) ?? []);
    if (members.length < wanted.length) return refuse("inbox.unknownStaff");
    const id = before?.id ?? newId(tx.now);
    const { name, handOut } = asked;
    await keepTeam(tx, {
      id,
      name,
      handOut,
      members: members.map((one) => ({ id: one.id, name: one.name })),
    });
    return ok({ id });
  });
}

/** Removes a team; what it had to answer is all people's again. Refuses `inbox.notFound`. */
export const dropTeam = (shop: Shop, id: string): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    await lockTeams(tx);
    if (!(await teamById(tx, id))) return refuse("inbox.notFound");
    await removeTeam(tx, id);
    return ok(null);
  });
