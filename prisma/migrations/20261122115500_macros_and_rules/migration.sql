-- Words that staff insert, and what happens to conversations by itself.
CREATE TABLE "macro" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "actions" JSONB NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedBy" TEXT NOT NULL,
    CONSTRAINT "macro_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "macro_shopId_name_id_idx" ON "macro"("shopId", "name", "id");
SELECT protect_shop_table('macro');

CREATE TABLE "automation_rule" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    CONSTRAINT "automation_rule_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "automation_rule_shopId_position_id_idx" ON "automation_rule"("shopId", "position", "id");
SELECT protect_shop_table('automation_rule');

CREATE TABLE "automation_rule_version" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "automation_rule_version_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "automation_rule_version_shopId_ruleId_version_key" ON "automation_rule_version"("shopId", "ruleId", "version");
ALTER TABLE "automation_rule_version" ADD CONSTRAINT "automation_rule_version_shopId_ruleId_fkey"
  FOREIGN KEY ("shopId", "ruleId") REFERENCES "automation_rule"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('automation_rule_version');

CREATE TABLE "automation_run" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "conversationId" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "conditions" JSONB NOT NULL,
    "actions" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "automation_run_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "automation_run_shopId_occasion_ruleId_key" ON "automation_run"("shopId", "occasion", "ruleId");
CREATE INDEX "automation_run_shopId_ruleId_at_id_idx" ON "automation_run"("shopId", "ruleId", "at", "id");
CREATE INDEX "automation_run_shopId_conversationId_at_idx" ON "automation_run"("shopId", "conversationId", "at");
ALTER TABLE "automation_run" ADD CONSTRAINT "automation_run_shopId_ruleId_fkey"
  FOREIGN KEY ("shopId", "ruleId") REFERENCES "automation_rule"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "automation_run" ADD CONSTRAINT "automation_run_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('automation_run');
