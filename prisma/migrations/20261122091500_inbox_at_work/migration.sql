-- Conversations that sleep until a time, how urgent each is, whose it is by Shopify's user id, and who follows it.
ALTER TABLE "conversation"
  ADD COLUMN "snoozedUntil" TIMESTAMPTZ(3),
  ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "assigneeId" TEXT;

-- One person's conversations, and those that are nobody's: the closed ones, which only grow, are not among them.
CREATE INDEX "conversation_mine" ON "conversation"("shopId", "assigneeId", "lastMessageAt", "id") WHERE "state" <> 'closed';
CREATE INDEX "conversation_nobodys" ON "conversation"("shopId", "lastMessageAt", "id") WHERE "state" = 'open' AND "assignee" IS NULL;
-- "conversation_shopId_replyBy_idx" and then the id, so that a list by it has one order.
CREATE INDEX "conversation_shopId_replyBy_id_idx" ON "conversation"("shopId", "replyBy", "id");
DROP INDEX "conversation_shopId_replyBy_idx";

CREATE TABLE "conversation_follower" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "newsAt" TIMESTAMPTZ(3),
    CONSTRAINT "conversation_follower_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "conversation_follower_shopId_conversationId_staffId_key" ON "conversation_follower"("shopId", "conversationId", "staffId");
CREATE INDEX "conversation_follower_shopId_staffId_newsAt_idx" ON "conversation_follower"("shopId", "staffId", "newsAt");
ALTER TABLE "conversation_follower" ADD CONSTRAINT "conversation_follower_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('conversation_follower');
