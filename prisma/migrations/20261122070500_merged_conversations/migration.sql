-- What was merged into a conversation is shown on it, and messages that moved can go back.
CREATE INDEX "conversation_shopId_mergedIntoId_idx" ON "conversation"("shopId", "mergedIntoId");
ALTER TABLE "message" ADD COLUMN "hasHtml" BOOLEAN NOT NULL DEFAULT false;
