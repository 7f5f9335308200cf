-- What staff asked to do about an order: one row a wish, from the asking to what came of it.
CREATE TABLE "order_action" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "conversationId" TEXT,
    "kind" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "made" JSONB NOT NULL DEFAULT '{}',
    "externalId" TEXT,
    "askedBy" TEXT NOT NULL,
    "askedName" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "order_action_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "order_action_shopId_requestKey_key" ON "order_action"("shopId", "requestKey");
CREATE INDEX "order_action_shopId_orderId_askedAt_idx" ON "order_action"("shopId", "orderId", "askedAt");
CREATE INDEX "order_action_shopId_state_askedAt_idx" ON "order_action"("shopId", "state", "askedAt");
ALTER TABLE "order_action" ADD CONSTRAINT "order_action_shopId_orderId_fkey"
  FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('order_action');
