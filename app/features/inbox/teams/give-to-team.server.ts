import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import { conversationAssigned, conversationChanged } from "../facts";
import { addFollower } from "../follower-store.server";
import type { StaffMember } from "../people";
import * as store from "../store.server";
import { presentByLoad, type Team, teamById } from "./team-store.server";

/** Whoever was seen in the inbox so recently counts as being there. */
const PRESENT_MS = 10 * 60_000;

/**
 * Gives a conversation, whose row the caller has locked, to a team. A person of it keeps it; one of another loses
 * it, and where the team hands out, whoever is there and has the fewest gets it. Answers the team's name, or null
 * when there is no such team, or it has it already.
 */
export async function giveToTeam(
  tx: ShopTx,
  conversation: store.KnownConversation,
  teamId: string,
): Promise<string | null> {
  const team = await teamById(tx, teamId);
  if (!team || conversation.teamId === teamId) return null;
  const { assigneeId } = conversation;
  const isOfTeam = team.members.some(({ id }) => id === assigneeId);
  const to = isOfTeam ? null : await handOut(tx, team);
  await store.saveConversation(tx, conversation.id, {
    teamId,
    ...(isOfTeam ? {} : { assignee: to?.name ?? null, assigneeId: to?.id ?? null }),
  });
  if (to) await addFollower(tx, conversation.id, to, true);
  return team.name;
}

async function handOut(tx: ShopTx, { handOut: how, members }: Team): Promise<StaffMember | null> {
  if (how !== "leastLoaded") return null;
  const since = new Date(tx.now.getTime() - PRESENT_MS);
  const [first] = await presentByLoad(
    tx,
    members.map(({ id }) => id),
    since,
  );
  return members.find(({ id }) => id === first?.staffId) ?? null;
}

/**
 * Staff give a conversation to a team, or (null) take it from its team. Doing it twice changes nothing. Refuses
 * `inbox.notFound`, and `inbox.unknownTeam` for a team that is not there.
 */
export const assignTeam = (
  shop: Shop,
  conversationId: string,
  teamId: string | null,
  by: StaffMember,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const conversation = await store.lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    if (conversation.teamId === teamId) return ok(null);
    const about = { conversationId, orderId: conversation.orderId };
    if (teamId === null) {
      await store.saveConversation(tx, conversationId, { teamId: null });
      await record(tx, conversationChanged("unassigned", about, by.name));
      return ok(null);
    }
    const name = await giveToTeam(tx, conversation, teamId);
    if (name === null) return refuse("inbox.unknownTeam");
    await record(tx, conversationAssigned(about, { id: teamId, name }, by));
    return ok(null);
  });
