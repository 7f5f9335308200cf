import type { Shop } from "~/platform/database/shop.server";
import { colleaguesOf } from "../handling-queries.server";
import type { StaffMember } from "../people";
import { teamsOf } from "../teams/team-store.server";

/** To whom actions may give a conversation. Outside of a transaction: sessions are kept apart. */
export async function actionChoices(
  shop: Shop,
): Promise<{ staff: StaffMember[]; teams: { id: string; name: string }[] }> {
  const staff = await colleaguesOf(shop);
  const teams = (await shop.transact(teamsOf)).map(({ id, name }) => ({ id, name }));
  return { staff, teams };
}
