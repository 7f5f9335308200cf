-- Files that help desks keep beside their exports are fetched when staff ask for it; and some exports only say that
-- there was a conversation.
ALTER TABLE "conversation_import" ADD COLUMN "fetchFiles" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "imported_message" ADD COLUMN "isBare" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "import_file" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "size" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "import_file_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "import_file_shopId_importId_state_attempts_id_idx"
  ON "import_file"("shopId", "importId", "state", "attempts", "id");
CREATE INDEX "import_file_shopId_messageId_idx" ON "import_file"("shopId", "messageId");
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_shopId_messageId_fkey"
  FOREIGN KEY ("shopId", "messageId") REFERENCES "message"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('import_file');
