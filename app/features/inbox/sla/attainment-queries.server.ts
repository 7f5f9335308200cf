import prismaClient, { type Prisma } from "@prisma/client";
import type { SlaMetric } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ReportAsked } from "../report-queries.server";

/** How often a policy's target was met, of those that were met or missed in a period. */
export type Attained = { policyId: string; name: string; metric: SlaMetric; met: number; missed: number };

const { sql } = prismaClient.Prisma;

/** Targets by policy, in the order of their names. A target is missed at its time, whenever somebody answered. */
export const attainment = (tx: ShopTx, of: ReportAsked): Promise<Attained[]> =>
  tx.db.$queryRaw<Attained[]>(attainmentSql(tx.shopId, of));

/** The query itself, apart so that its plan can be looked at. The name is the one it had last. */
export const attainmentSql = (shopId: string, { from, to, timeZone }: ReportAsked): Prisma.Sql => sql`
  select "policyId", (array_agg("policyName" order by "judgedAt" desc))[1] as name, metric,
    count(*) filter (where outcome = 'met')::int as met,
    count(*) filter (where outcome = 'missed')::int as missed
  from sla_clock
  where "shopId" = ${shopId} and outcome in ('met', 'missed')
    and "judgedAt" >= ${from}::date::timestamp at time zone ${timeZone}
    and "judgedAt" < (${to}::date + 1)::timestamp at time zone ${timeZone}
  group by "policyId", metric order by name, "policyId", metric`;
