-- What staff are writing, and who looks at what; until when an answer can be taken back.
CREATE TABLE "conversation_draft" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "isNote" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "conversation_draft_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "conversation_draft_shopId_conversationId_staffId_key" ON "conversation_draft"("shopId", "conversationId", "staffId");
ALTER TABLE "conversation_draft" ADD CONSTRAINT "conversation_draft_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('conversation_draft');

CREATE TABLE "conversation_presence" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isTyping" BOOLEAN NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "conversation_presence_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "conversation_presence_shopId_conversationId_staffId_key" ON "conversation_presence"("shopId", "conversationId", "staffId");
CREATE INDEX "conversation_presence_shopId_staffId_idx" ON "conversation_presence"("shopId", "staffId");
ALTER TABLE "conversation_presence" ADD CONSTRAINT "conversation_presence_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('conversation_presence');

ALTER TABLE "message" ADD COLUMN "sendAfter" TIMESTAMPTZ(3), ADD COLUMN "before" JSONB;
