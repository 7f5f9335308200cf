import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { pickLocale } from "~/platform/i18n/locales";
import { addDays, dayIn } from "~/values/calendar";
import { type RefusalCode, type Result, refuse } from "~/values/result";
import { addNote } from "../add-note.server";
import { closeConversation, prioritise, reopenConversation } from "../change-conversation.server";
import { assignConversation } from "../hand-on.server";
import type { Doer } from "../people";
import { snoozeConversation } from "../snooze-conversation.server";
import { loadConversation } from "../store.server";
import { tagConversation, untagConversation } from "../tag-conversation.server";
import { assignTeam } from "../teams/give-to-team.server";
import type { Action } from "./actions";
import { valuesFor } from "./fill-macro.server";
import { writeMacro } from "./write-macro";

/** What became of an action; `refused` is why it was not done. */
export type Done = { action: Action; refused: RefusalCode | null };

/** How an answer is given; only who decides about answers by machine does that. */
export type Answer = (macroId: string) => Promise<Result<unknown>>;

/**
 * Does these things to a conversation, one after the other, by the use cases that staff's own buttons call. One that
 * is refused does not keep the others from being done. `key` names this time: with the same key nothing is
 * written twice.
 */
export async function runActions(
  shop: Shop,
  conversationId: string,
  actions: readonly Action[],
  by: Doer,
  key: string,
  answer: Answer = async () => refuse("staff.forbidden"),
): Promise<Done[]> {
  const done: Done[] = [];
  for (const [at, action] of actions.entries()) {
    const result = await runAction(shop, conversationId, action, by, `${key}-${at}`, answer);
    done.push({ action, refused: result.ok ? null : result.refusal.code });
  }
  return done;
}

function runAction(
  shop: Shop,
  conversationId: string,
  action: Action,
  by: Doer,
  key: string,
  answer: Answer,
): Promise<Result<unknown>> {
  switch (action.do) {
    case "assign":
      return assignConversation(shop, conversationId, action.id, by);
    case "team":
      return assignTeam(shop, conversationId, action.id, by);
    case "prioritise":
      return prioritise(shop, conversationId, action.priority);
    case "tag":
      return tagConversation(shop, conversationId, action.tag);
    case "untag":
      return untagConversation(shop, conversationId, action.tag);
    case "close":
      return closeConversation(shop, conversationId, by);
    case "reopen":
      return reopenConversation(shop, conversationId, by);
    case "snooze":
      return snooze(shop, conversationId, action.until, by);
    case "note":
      return note(shop, conversationId, action.text, by, key);
    case "reply":
      return answer(action.macroId);
  }
}

async function snooze(
  shop: Shop,
  conversationId: string,
  until: Extract<Action, { do: "snooze" }>["until"],
  by: Doer,
): Promise<Result<unknown>> {
  if (typeof until === "string") return snoozeConversation(shop, conversationId, until, by);
  const { timeZone } = (await shop.transact(shopFace)).profile;
  return snoozeConversation(shop, conversationId, { day: addDays(dayIn(shop.now(), timeZone), until) }, by);
}

async function note(
  shop: Shop,
  conversationId: string,
  source: string,
  by: Doer,
  requestKey: string,
): Promise<Result<unknown>> {
  const text = await shop.transact(async (tx) => {
    const conversation = await loadConversation(tx, conversationId);
    if (!conversation) return null;
    // Staff read English, and what a rule writes is nobody's.
    const values = await valuesFor(shop, tx, conversation, by.ruleId ? null : by.name, pickLocale("en"));
    return writeMacro(source, values).text;
  });
  if (text === null) return refuse("inbox.notFound");
  return addNote(shop, { conversationId, text, requestKey }, by);
}
