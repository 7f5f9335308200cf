-- What a contact form was about, whether its writer was known, and how well the shopper found it solved.
ALTER TABLE "conversation"
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "verified" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "ratingAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "rating" INTEGER,
  ADD COLUMN "ratingComment" TEXT,
  ADD COLUMN "ratedAt" TIMESTAMPTZ(3);

-- Reports read a period.
CREATE INDEX "conversation_shopId_createdAt_idx" ON "conversation"("shopId", "createdAt");

CREATE TABLE "message_photo" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    CONSTRAINT "message_photo_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "message_photo_shopId_messageId_idx" ON "message_photo"("shopId", "messageId");
CREATE INDEX "message_photo_shopId_fileId_idx" ON "message_photo"("shopId", "fileId");
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_shopId_messageId_fkey"
  FOREIGN KEY ("shopId", "messageId") REFERENCES "message"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "message_photo" ADD CONSTRAINT "message_photo_shopId_fileId_fkey"
  FOREIGN KEY ("shopId", "fileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_shop_table('message_photo');
