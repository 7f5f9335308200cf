-- Orders that staff tie to a conversation, beside the one that its shopper showed to be theirs.
CREATE TABLE "conversation_order" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "wasOwn" BOOLEAN NOT NULL DEFAULT false,
    "staffId" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "conversation_order_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "conversation_order_shopId_conversationId_orderId_key" ON "conversation_order"("shopId", "conversationId", "orderId");
CREATE INDEX "conversation_order_shopId_orderId_idx" ON "conversation_order"("shopId", "orderId");
ALTER TABLE "conversation_order" ADD CONSTRAINT "conversation_order_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "conversation_order" ADD CONSTRAINT "conversation_order_shopId_orderId_fkey"
  FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "conversation" ADD COLUMN "firstOrderId" TEXT, ADD COLUMN "filedUnderId" TEXT;
CREATE INDEX "conversation_shopId_filedUnderId_idx" ON "conversation"("shopId", "filedUnderId");
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_shopId_filedUnderId_fkey"
  FOREIGN KEY ("shopId", "filedUnderId") REFERENCES "customer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Customers are found by the beginning of either name: as bytes compare, whatever the database's own order is.
ALTER TABLE "customer" ADD COLUMN "nameKey" TEXT COLLATE "C", ADD COLUMN "lastKey" TEXT COLLATE "C";
UPDATE "customer" SET
  "nameKey" = nullif(lower(btrim(concat_ws(' ', "firstName", "lastName"))), ''),
  "lastKey" = nullif(lower(btrim(concat_ws(' ', "lastName", "firstName"))), '');
CREATE INDEX "customer_shopId_nameKey_idx" ON "customer"("shopId", "nameKey");
CREATE INDEX "customer_shopId_lastKey_idx" ON "customer"("shopId", "lastKey");

SELECT protect_shop_table('conversation_order');
