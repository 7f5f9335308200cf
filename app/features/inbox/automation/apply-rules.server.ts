import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { happened } from "../automation-cause-queries.server";
import { type Seen, seenNow } from "../automation-queries.server";
import { finishRun, noteDecided, type PendingRun, pendingRuns, rulesOf } from "../automation-store.server";
import { MOST_BAD } from "../rating";
import { automationWords } from "../words/staff-automation";
import { answerByMachine } from "./answer-by-machine.server";
import { decide } from "./evaluate";
import { concerns, type Occasion, type Rule } from "./rule";
import { runActions } from "./run-actions.server";

type Happened = NonNullable<Awaited<ReturnType<typeof happened>>>;

/** What a kind of fact is to rules, where it is anything. */
const OCCASION_OF: Record<string, (fact: Happened) => Occasion | null> = {
  "message.received": () => "message",
  "conversation.started": () => "opened",
  "conversation.closed": () => "closed",
  "conversation.replyDue": () => "replyDue",
  "conversation.replyLate": () => "replyLate",
  "conversation.rated": ({ score, question }) =>
    score !== undefined && score <= MOST_BAD[question ?? "csat"] ? "ratedBadly" : null,
};

const HOUR_MS = 3_600_000;

/**
 * Something happened in a conversation: the rules that are looked at for it are, once each, and those whose
 * conditions hold do what they say. Run again, nothing is decided anew, and what was not done yet is. What a rule
 * did begins no rule, so there is no loop among them. A message is acknowledged afterwards, unless a rule has
 * answered it by then.
 */
export async function applyRules(shop: Shop, factId: string): Promise<void> {
  const { runs, isMessage } = await shop.transact(async (tx) => {
    const fact = await happened(tx, factId);
    const occasion = fact?.ruleId === undefined ? fact && OCCASION_OF[fact.kind]?.(fact) : null;
    const isMessage = fact?.kind === "message.received";
    if (!fact || !occasion) return { runs: [], isMessage };
    return { runs: await decideOf(tx, fact, occasion), isMessage };
  });
  try {
    await finish(shop, runs);
  } finally {
    // A rule that fails keeps nobody from hearing by when they are answered.
    if (isMessage) await shop.transact((tx) => acknowledgeNext(tx, factId));
  }
}

const acknowledgeNext = (tx: ShopTx, factId: string): Promise<void> =>
  enqueue(tx, "acknowledge", { factId }, { key: `acknowledge:${factId}`, priority: PRIORITY.shopper });

async function decideOf(tx: ShopTx, fact: Happened, occasion: Occasion): Promise<PendingRun[]> {
  const rules = (await rulesOf(tx)).filter(({ enabled }) => enabled);
  const concerned = rules.filter((rule) => concerns(rule, occasion, null));
  const waiting = occasion === "message" ? rules.filter(({ on }) => on === "unanswered") : [];
  if (concerned.length + waiting.length === 0) return [];
  const seen = await seenNow(tx, fact.conversationId, fact.messageId ?? null);
  // Machines' mails are filed, and that is all that happens to them.
  if (!seen || seen.isPast || !seen.byPerson) return [];
  await watchFor(tx, seen, waiting);
  return look(tx, seen, concerned, fact.key);
}

/** Decides each of the rules once for this occasion; answers those that have something to do still. */
async function look(tx: ShopTx, seen: Seen, rules: readonly Rule[], occasion: string): Promise<PendingRun[]> {
  if (rules.length === 0) return [];
  await noteDecided(tx, seen.id, occasion, decide(rules, seen.situation));
  return pendingRuns(tx, occasion);
}

/** Rules that fire when nobody has answered for so long look then whether anybody has. */
async function watchFor(tx: ShopTx, { id, awaitingSince }: Seen, rules: readonly Rule[]): Promise<void> {
  if (!awaitingSince) return;
  for (const hours of new Set(rules.flatMap((rule) => rule.hours ?? [])))
    await lookLater(tx, id, hours, awaitingSince);
}

function lookLater(tx: ShopTx, conversationId: string, hours: number, since: Date): Promise<void> {
  const delayMs = Math.max(1_000, since.getTime() + hours * HOUR_MS - tx.now.getTime());
  const key = `unanswered:${conversationId}:${hours}`;
  return enqueue(tx, "apply-unanswered", { conversationId, hours }, { key, delayMs });
}

/** So many hours ago somebody wrote, or a while later: where nobody has answered since, rules for that are looked at. */
export async function applyUnanswered(
  shop: Shop,
  { conversationId, hours }: { conversationId: string; hours: number },
): Promise<void> {
  const runs = await shop.transact(async (tx) => {
    const seen = await seenNow(tx, conversationId, null);
    const since = seen?.awaitingSince;
    if (!seen || !since || seen.isPast || !seen.byPerson) return [];
    if (since.getTime() + hours * HOUR_MS > tx.now.getTime()) {
      await lookLater(tx, conversationId, hours, since);
      return [];
    }
    const rules = (await rulesOf(tx)).filter((rule) => rule.enabled && concerns(rule, "unanswered", hours));
    return look(tx, seen, rules, `unanswered:${conversationId}:${hours}:${since.getTime()}`);
  });
  await finish(shop, runs);
}

/** Does what rules have decided. Each thing can be done again without being done twice. */
async function finish(shop: Shop, runs: readonly PendingRun[]): Promise<void> {
  for (const { id, conversationId, rule } of runs) {
    const by = { id: RULE, name: automationWords.byRule(rule.name), ruleId: rule.id };
    const key = `rule-${id}`;
    const answer = (macroId: string) => answerByMachine(shop, { conversationId, macroId, key });
    const done = await runActions(shop, conversationId, rule.actions, by, key, answer);
    await shop.transact((tx) => finishRun(tx, id, done));
  }
}

/** In the place of a staff member's id: nobody's. */
const RULE = "rule";
