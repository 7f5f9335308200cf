-- Targets for answers, teams, what can be undone after changing many at once, and which words speak for which tag.
CREATE TABLE "team" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "handOut" TEXT NOT NULL DEFAULT 'none',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "team_pkey" PRIMARY KEY ("shopId", "id")
);
-- No two teams that stand have one name.
CREATE UNIQUE INDEX "team_name" ON "team"("shopId", lower("name")) WHERE "removedAt" IS NULL;
SELECT protect_shop_table('team');

CREATE TABLE "team_member" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "team_member_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "team_member_shopId_teamId_staffId_key" ON "team_member"("shopId", "teamId", "staffId");
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_shopId_teamId_fkey"
  FOREIGN KEY ("shopId", "teamId") REFERENCES "team"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('team_member');

ALTER TABLE "conversation"
  ADD COLUMN "teamId" TEXT,
  ADD COLUMN "slaMetric" TEXT,
  ADD COLUMN "slaDueAt" TIMESTAMPTZ(3),
  ADD COLUMN "slaSoonAt" TIMESTAMPTZ(3);
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_shopId_teamId_fkey"
  FOREIGN KEY ("shopId", "teamId") REFERENCES "team"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "conversation_team" ON "conversation"("shopId", "teamId", "lastMessageAt", "id")
  WHERE "teamId" IS NOT NULL AND "state" <> 'closed';
CREATE INDEX "conversation_due" ON "conversation"("shopId", "slaSoonAt", "id") WHERE "slaSoonAt" IS NOT NULL;

CREATE TABLE "sla_clock" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "policyName" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "targetMinutes" INTEGER NOT NULL,
    "warnMinutes" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "runningSince" TIMESTAMPTZ(3),
    "spentMs" BIGINT NOT NULL DEFAULT 0,
    "warnedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "judgedAt" TIMESTAMPTZ(3),
    CONSTRAINT "sla_clock_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "sla_clock_shopId_conversationId_metric_startedAt_key"
  ON "sla_clock"("shopId", "conversationId", "metric", "startedAt");
CREATE INDEX "sla_clock_shopId_judgedAt_idx" ON "sla_clock"("shopId", "judgedAt");
ALTER TABLE "sla_clock" ADD CONSTRAINT "sla_clock_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('sla_clock');

CREATE TABLE "bulk_change" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "bulk_change_shopId_at_idx" ON "bulk_change"("shopId", "at");
SELECT protect_shop_table('bulk_change');

CREATE TABLE "tag_model" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'tags',
    "value" JSONB NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "tag_model_pkey" PRIMARY KEY ("shopId", "id")
);
SELECT protect_shop_table('tag_model');
