import prismaClient, { type Prisma } from "@prisma/client";
import { shopFace } from "~/features/settings/queries.server";
import type { SlaMetric } from "~/features/settings/schema";
import type { ShopTx } from "~/platform/database/shop.server";
import type { ReportAsked } from "../report-queries.server";

/** How often a policy's target was met, of those that were met or missed in a period. */
export type Attained = { policyId: string; name: string; metric: SlaMetric; met: number; missed: number };

const { sql } = prismaClient.Prisma;

/**
 * Targets by policy, in the order of their names; policies that stand have the name they have now. A target is
 * missed at its time, whenever somebody answered.
 */
export async function attainment(tx: ShopTx, of: ReportAsked): Promise<Attained[]> {
  const { settings } = await shopFace(tx);
  const rows = await tx.db.$queryRaw<Attained[]>(attainmentSql(tx.shopId, of));
  return rows
    .map((row) => ({
      ...row,
      name: settings.inbox.sla.find(({ id }) => id === row.policyId)?.name ?? row.name,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** The query itself, apart so that its plan can be looked at. */
export const attainmentSql = (shopId: string, { from, to, timeZone }: ReportAsked): Prisma.Sql => sql`
  select "policyId", max("policyName") as name, metric,
    count(*) filter (where outcome = 'met')::int as met,
    count(*) filter (where outcome = 'missed')::int as missed
  from sla_clock
  where "shopId" = ${shopId} and "judgedAt" is not null and outcome in ('met', 'missed')
    and "judgedAt" >= ${from}::date::timestamp at time zone ${timeZone}
    and "judgedAt" < (${to}::date + 1)::timestamp at time zone ${timeZone}
  group by "policyId", metric order by "policyId", metric`;
