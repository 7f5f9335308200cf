-- Since when somebody waits for an answer, by when it was promised, and when the first one came.
ALTER TABLE "conversation"
  ADD COLUMN "awaitingSince" TIMESTAMPTZ(3),
  ADD COLUMN "replyBy" TIMESTAMPTZ(3),
  ADD COLUMN "firstRepliedAt" TIMESTAMPTZ(3);
CREATE INDEX "conversation_shopId_replyBy_idx" ON "conversation"("shopId", "replyBy");
CREATE INDEX "conversation_shopId_firstRepliedAt_idx" ON "conversation"("shopId", "firstRepliedAt");
