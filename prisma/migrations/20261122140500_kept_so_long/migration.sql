-- What a night's sweep looks for, by age: drafts, what rules did, and actions that still say something in words.
CREATE INDEX "conversation_draft_shopId_updatedAt_id_idx" ON "conversation_draft"("shopId", "updatedAt", "id");
CREATE INDEX "automation_run_shopId_at_id_idx" ON "automation_run"("shopId", "at", "id");
CREATE INDEX "order_action_worded" ON "order_action"("shopId", "askedAt", "id")
  WHERE "state" <> 'pending' AND ("asked" <> '{}' OR "made" <> '{}' OR "reason" IS NOT NULL);
