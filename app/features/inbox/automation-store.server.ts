import type { ShopTx } from "~/platform/database/shop.server";
import { newId } from "~/values/ids";
import type { Decided } from "./automation/evaluate";
import { type Rule, type RuleSays, ruleSchema } from "./automation/rule";
import type { Done } from "./automation/run-actions.server";

type Row = { id: string; version: number; enabled: boolean; definition: unknown };

const ruleOf = ({ definition, ...row }: Row): Rule[] => {
  // One that says what this build cannot do (any more) is as good as off.
  const says = ruleSchema.safeParse(definition);
  return says.success ? [{ ...row, ...says.data }] : [];
};

/** The shop's rules in their order, those that are off among them. */
export async function rulesOf(tx: ShopTx): Promise<Rule[]> {
  const rows = await tx.db.$queryRaw<Row[]>`
    select r.id, r.version, r.enabled, v.definition from automation_rule r
    join automation_rule_version v on v."shopId" = r."shopId" and v."ruleId" = r.id and v.version = r.version
    where r."shopId" = ${tx.shopId} and r."deletedAt" is null order by r.position, r.id`;
  return rows.flatMap(ruleOf);
}

/** Lets one writer at a time change the list of rules, until the transaction ends. */
export async function lockRules(tx: ShopTx): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`rules of ${tx.shopId}`}, 0))`;
}

/** A new rule, at the end of the list and off. Answers its id. */
export async function addRule(tx: ShopTx, says: RuleSays, by: string): Promise<string> {
  const id = newId(tx.now);
  const last = await tx.db.automationRule.aggregate({
    where: { shopId: tx.shopId },
    _max: { position: true },
  });
  await tx.db.automationRule.create({
    data: {
      shopId: tx.shopId,
      id,
      name: says.name,
      position: (last._max.position ?? 0) + 1,
      enabled: false,
      version: 1,
    },
  });
  await addVersion(tx, id, 1, says, by);
  return id;
}

const addVersion = (tx: ShopTx, ruleId: string, version: number, says: RuleSays, by: string) =>
  tx.db.automationRuleVersion.create({
    data: {
      shopId: tx.shopId,
      id: newId(tx.now),
      ruleId,
      version,
      definition: says,
      savedBy: by,
      savedAt: tx.now,
    },
  });

/** What the rule says from now on. Answers whether this version was still the rule's. */
export async function changeRule(
  tx: ShopTx,
  { id, version }: { id: string; version: number },
  says: RuleSays,
  by: string,
): Promise<boolean> {
  const { count } = await tx.db.automationRule.updateMany({
    where: { shopId: tx.shopId, id, version, deletedAt: null },
    data: { name: says.name, version: version + 1 },
  });
  if (count > 0) await addVersion(tx, id, version + 1, says, by);
  return count > 0;
}

/** Switches a rule on or off, gives it another place, or deletes it. Answers whether there is one. */
export async function noteRule(
  tx: ShopTx,
  id: string,
  change: { enabled?: boolean; position?: number; deletedAt?: Date },
): Promise<boolean> {
  const { count } = await tx.db.automationRule.updateMany({
    where: { shopId: tx.shopId, id, deletedAt: null },
    data: change,
  });
  return count > 0;
}

export type RuleVersion = { version: number; savedBy: string; savedAt: Date };

/** When a rule was changed and by whom, the latest first, at most 50. */
export const versionsOf = (tx: ShopTx, ruleId: string): Promise<RuleVersion[]> =>
  tx.db.automationRuleVersion.findMany({
    where: { shopId: tx.shopId, ruleId },
    orderBy: { version: "desc" },
    take: 50,
    select: { version: true, savedBy: true, savedAt: true },
  });

/**
 * Notes what was decided of rules because of something that happened to a conversation. A rule that was decided for
 * the same occasion before is left as it was.
 */
export async function noteDecided(
  tx: ShopTx,
  conversationId: string,
  occasion: string,
  decided: readonly Decided[],
): Promise<void> {
  await tx.db.automationRun.createMany({
    data: decided.map(({ rule, outcome, conditions }) => ({
      shopId: tx.shopId,
      id: newId(tx.now),
      ruleId: rule.id,
      version: rule.version,
      conversationId,
      occasion,
      outcome,
      conditions,
      at: tx.now,
    })),
    skipDuplicates: true,
  });
}

export type PendingRun = { id: string; conversationId: string; rule: Rule };

/** The rules that fired for an occasion and have not done everything yet, in their order, as they were then. */
export async function pendingRuns(tx: ShopTx, occasion: string): Promise<PendingRun[]> {
  const rows = await tx.db.$queryRaw<(Row & { runId: string; conversationId: string })[]>`
    select n.id as "runId", n."conversationId", r.id, v.version, r.enabled, v.definition from automation_run n
    join automation_rule r on r."shopId" = n."shopId" and r.id = n."ruleId"
    join automation_rule_version v on v."shopId" = n."shopId" and v."ruleId" = n."ruleId" and v.version = n.version
    where n."shopId" = ${tx.shopId} and n.occasion = ${occasion} and n.outcome = 'fired' and n.actions is null
    order by r.position, r.id`;
  return rows.flatMap(({ runId, conversationId, ...row }) =>
    ruleOf(row).map((rule) => ({ id: runId, conversationId, rule })),
  );
}

/** Everything that a rule wanted was done, or refused. */
export async function finishRun(tx: ShopTx, id: string, done: readonly Done[]): Promise<void> {
  await tx.db.automationRun.updateMany({ where: { shopId: tx.shopId, id }, data: { actions: [...done] } });
}
