import type { Shop } from "~/platform/database/shop.server";
import type { RefusalCode, Result } from "~/values/result";
import { closeConversation, prioritise, reopenConversation } from "../change-conversation.server";
import { assignConversation, unassignConversation } from "../hand-on.server";
import { idsOf } from "../list-queries.server";
import type { StaffMember } from "../people";
import { snoozeConversation } from "../snooze-conversation.server";
import { tagConversation, untagConversation } from "../tag-conversation.server";
import { assignTeam } from "../teams/give-to-team.server";
import {
  addedUp,
  type BulkAnswer,
  type BulkAsked,
  type BulkStep,
  givenBy,
  MOST_AT_ONCE,
  undoableKind,
  wouldChange,
} from "./bulk";
import { keepBefore, type Snapshot, snapshotOf } from "./bulk-store.server";
import { fewAtATime } from "./few-at-a-time";

type ManyAsked = Extract<BulkAsked, { step: BulkStep }>;

/**
 * Does one step to many conversations, each by itself as on its own page: what is refused of one (it is gone, was
 * merged meanwhile, has too many tags) leaves the others alone, and is told. How they were is kept where the step
 * can be undone.
 */
export async function changeMany(
  shop: Shop,
  { step, which }: ManyAsked,
  by: StaffMember,
): Promise<BulkAnswer> {
  const at = shop.now();
  const { ids, before } = await shop.transact(async (tx) => {
    const ids = "ids" in which ? [...new Set(which.ids)] : await idsOf(tx, which.all, by.id, MOST_AT_ONCE);
    return { ids, before: await snapshotOf(tx, ids) };
  });
  const refused: RefusalCode[] = [];
  const changed: Snapshot[] = [];
  await fewAtATime(ids, async (id) => {
    const one = before.get(id);
    const done = await changeOne(shop, id, one, step, by);
    if (!done.ok) refused.push(done.refusal.code);
    else if (one && wouldChange(step, one, one.tags)) changed.push(one);
  });
  const kind = undoableKind(step);
  const undoId =
    kind && changed.length > 0
      ? await shop.transact((tx) =>
          keepBefore(tx, { kind, staffId: by.id, at, before: { given: givenBy(step), items: changed } }),
        )
      : null;
  return { done: ids.length - refused.length, refused: addedUp(refused), undoId };
}

async function changeOne(
  shop: Shop,
  id: string,
  before: Snapshot | undefined,
  step: BulkStep,
  by: StaffMember,
): Promise<Result<unknown>> {
  if (before?.mergedIntoId) return { ok: false, refusal: { code: "inbox.sameConversation" } };
  switch (step.do) {
    case "close":
      return closeConversation(shop, id, by);
    case "reopen":
      return reopenConversation(shop, id, by);
    case "assign":
      return step.staffId === null
        ? unassignConversation(shop, id, by)
        : assignConversation(shop, id, step.staffId, by);
    case "team":
      return assignTeam(shop, id, step.teamId, by);
    case "tag":
      return tagConversation(shop, id, step.tag);
    case "untag":
      return untagConversation(shop, id, step.tag);
    case "prioritise":
      return prioritise(shop, id, step.priority);
    case "snooze":
      return snoozeConversation(shop, id, step.wish, by);
  }
}
