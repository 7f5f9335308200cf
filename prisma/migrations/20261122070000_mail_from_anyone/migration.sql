-- Mail that names no conversation of ours begins one; files are listed with their message; a conversation can
-- be merged into another, and its messages remember where they were.
ALTER TABLE "conversation"
  ADD COLUMN "number" INTEGER,
  ADD COLUMN "participants" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "mergedIntoId" TEXT,
  ADD COLUMN "suggestedId" TEXT,
  ADD COLUMN "suggestedBy" TEXT;
CREATE UNIQUE INDEX "conversation_shopId_number_key" ON "conversation"("shopId", "number");

ALTER TABLE "message"
  ADD COLUMN "cc" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "movedFromId" TEXT;

CREATE TABLE "message_file" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "isInline" BOOLEAN NOT NULL,
    CONSTRAINT "message_file_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "message_file_shopId_messageId_place_key" ON "message_file"("shopId", "messageId", "place");
ALTER TABLE "message_file" ADD CONSTRAINT "message_file_shopId_messageId_fkey"
  FOREIGN KEY ("shopId", "messageId") REFERENCES "message"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('message_file');
