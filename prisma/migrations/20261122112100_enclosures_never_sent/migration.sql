-- Files that were never sent are found without reading those that were.
DROP INDEX "enclosure_shopId_messageId_idx";
DROP INDEX "enclosure_shopId_createdAt_idx";
CREATE INDEX "enclosure_shopId_messageId_createdAt_idx" ON "enclosure"("shopId", "messageId", "createdAt");
