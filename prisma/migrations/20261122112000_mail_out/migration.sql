-- What staff put with their answers and how these end; whom a mail did not reach when others got it.
CREATE TABLE "enclosure" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "messageId" TEXT,
    "fileId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "isInline" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "enclosure_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "enclosure_shopId_messageId_idx" ON "enclosure"("shopId", "messageId");
CREATE INDEX "enclosure_shopId_fileId_idx" ON "enclosure"("shopId", "fileId");
CREATE INDEX "enclosure_shopId_conversationId_staffId_idx" ON "enclosure"("shopId", "conversationId", "staffId");
CREATE INDEX "enclosure_shopId_createdAt_idx" ON "enclosure"("shopId", "createdAt");
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_shopId_messageId_fkey"
  FOREIGN KEY ("shopId", "messageId") REFERENCES "message"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "enclosure" ADD CONSTRAINT "enclosure_shopId_fileId_fkey"
  FOREIGN KEY ("shopId", "fileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_shop_table('enclosure');

-- Messages go in many ways (erasure, retention, undo): what was sent with them must not stay behind.
CREATE FUNCTION erase_enclosed_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "file" WHERE "shopId" = OLD."shopId" AND "id" = OLD."fileId";
  RETURN NULL;
END $$;
CREATE TRIGGER enclosure_erases_its_file AFTER DELETE ON "enclosure"
  FOR EACH ROW EXECUTE FUNCTION erase_enclosed_file();

CREATE TABLE "staff_signature" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "staff_signature_pkey" PRIMARY KEY ("shopId", "id")
);
SELECT protect_shop_table('staff_signature');

ALTER TABLE "message" ADD COLUMN "undelivered" TEXT[] NOT NULL DEFAULT '{}';
