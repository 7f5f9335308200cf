ALTER TABLE "notification"
  ADD COLUMN "channel" TEXT NOT NULL DEFAULT 'email',
  ADD COLUMN "heldUntil" TIMESTAMPTZ(3),
  ADD COLUMN "mergedInto" TEXT,
  ADD COLUMN "data" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "trace" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "digest" TEXT;

CREATE INDEX "notification_shopId_kind_createdAt_id_idx" ON "notification"("shopId", "kind", "createdAt", "id");

-- Few messages are held or have a reason: these cost the many that go straight out nothing.
CREATE INDEX "notification_held" ON "notification"("shopId", "heldUntil") WHERE state = 'held';
CREATE INDEX "notification_reason" ON "notification"("shopId", "reason", "createdAt", "id") WHERE reason IS NOT NULL;

-- Readers of the outbox look at states by name; a misspelt one would be lost to all of them.
ALTER TABLE "notification" ADD CONSTRAINT "notification_state_known"
  CHECK (state IN ('held', 'queued', 'sent', 'failed', 'dropped', 'merged', 'suppressed'));
