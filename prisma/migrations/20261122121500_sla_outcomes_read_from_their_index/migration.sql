-- How often targets were met is counted over a year at most: from the index alone, not clock by clock.
DROP INDEX "sla_clock_shopId_judgedAt_idx";
CREATE INDEX "sla_clock_judged" ON "sla_clock"("shopId", "judgedAt") INCLUDE ("policyId", "policyName", "metric", "outcome")
  WHERE "judgedAt" IS NOT NULL;
