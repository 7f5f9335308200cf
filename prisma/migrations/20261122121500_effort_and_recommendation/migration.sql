-- How easy it was to get something solved, and how likely somebody is to recommend the shop.
ALTER TABLE "conversation" ADD COLUMN "effort" INTEGER;

CREATE TABLE "recommendation" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "score" INTEGER,
    "comment" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "recommendation_shopId_orderId_key" ON "recommendation"("shopId", "orderId");
CREATE INDEX "recommendation_shopId_email_askedAt_idx" ON "recommendation"("shopId", "email", "askedAt");
CREATE INDEX "recommendation_shopId_askedAt_id_idx" ON "recommendation"("shopId", "askedAt", "id");
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_shopId_orderId_fkey"
  FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_shop_table('recommendation');
