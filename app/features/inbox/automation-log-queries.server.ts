import prismaClient from "@prisma/client";
import type { ShopTx } from "~/platform/database/shop.server";
import { type Page, pageOf, readCursor } from "~/values/cursor";
import type { Met, Outcome } from "./automation/evaluate";
import type { Done } from "./automation/run-actions.server";

const { sql, empty } = prismaClient.Prisma;

/** Once that a rule was looked at: what it met, and what it did. */
export type RunView = {
  id: string;
  ruleId: string;
  ruleName: string;
  version: number;
  outcome: Outcome;
  conditions: Met[];
  /** null: it has not done everything yet, or it did not fire */
  actions: Done[] | null;
  at: Date;
  conversationId: string;
  /** whom the conversation is with */
  name: string | null;
  email: string;
  number: number | null;
};

export const RUNS_PER_PAGE = 50;

const COLUMNS = sql`n.id, n."ruleId", r.name as "ruleName", n.version, n.outcome, n.conditions, n.actions, n.at,
  n."conversationId", c.name, c.email, c.number`;
const FROM = sql`automation_run n
  join automation_rule r on r."shopId" = n."shopId" and r.id = n."ruleId"
  join conversation c on c."shopId" = n."shopId" and c.id = n."conversationId"`;

/** What a rule was looked at for, the latest first; `after` and `before` are cursors of an earlier page. */
export async function runsOfRule(
  tx: ShopTx,
  ruleId: string,
  asked: { after?: string | undefined; before?: string | undefined } = {},
): Promise<Page<RunView>> {
  const [after, before] = [readCursor(asked.after), readCursor(asked.before)];
  const beyond = before
    ? sql`and (n.at, n.id) > (${before.at}, ${before.id})`
    : after
      ? sql`and (n.at, n.id) < (${after.at}, ${after.id})`
      : empty;
  const rows = await tx.db.$queryRaw<RunView[]>(sql`
    select ${COLUMNS} from ${FROM} where n."shopId" = ${tx.shopId} and n."ruleId" = ${ruleId} ${beyond}
    order by ${before ? sql`n.at, n.id` : sql`n.at desc, n.id desc`} limit ${RUNS_PER_PAGE + 1}`);
  return pageOf(rows, RUNS_PER_PAGE, { after, before }, (row) => row);
}

const MOST_OF_A_CONVERSATION = 100;

/** The rules that were looked at for a conversation, the latest first, at most 100. */
export const runsOfConversation = (tx: ShopTx, conversationId: string): Promise<RunView[]> =>
  tx.db.$queryRaw<RunView[]>(sql`
    select ${COLUMNS} from ${FROM} where n."shopId" = ${tx.shopId} and n."conversationId" = ${conversationId}
    order by n.at desc, n.id desc limit ${MOST_OF_A_CONVERSATION}`);

/** How often each rule fired since `since`, by the rule's id; each counted to `most`. */
export async function firedSince(tx: ShopTx, since: Date, most: number): Promise<Map<string, number>> {
  const rows = await tx.db.$queryRaw<{ id: string; count: number }[]>(sql`
    select r.id, (select count(*)::int from (select from automation_run n where n."shopId" = r."shopId"
      and n."ruleId" = r.id and n.at >= ${since} and n.outcome = 'fired' limit ${most}) counted) as count
    from automation_rule r where r."shopId" = ${tx.shopId} and r."deletedAt" is null`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
