-- Past conversations brought along in files; who looked at what; what retention let go.
ALTER TABLE "conversation" ADD COLUMN "importId" TEXT, ADD COLUMN "importRef" TEXT;
ALTER TABLE "message" ADD COLUMN "importId" TEXT;
-- Few shops import, and what they did not import has no such id.
CREATE INDEX "conversation_imported" ON "conversation"("shopId", "importId", "id") WHERE "importId" IS NOT NULL;

CREATE TABLE "conversation_import" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "ownAddresses" TEXT[],
    "files" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "cursor" JSONB NOT NULL DEFAULT '{}',
    "counted" JSONB,
    "done" JSONB,
    "problem" TEXT,
    "staffId" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    CONSTRAINT "conversation_import_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "conversation_import_shopId_createdAt_id_idx" ON "conversation_import"("shopId", "createdAt", "id");
SELECT protect_shop_table('conversation_import');

CREATE TABLE "import_part" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "file" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "import_part_pkey" PRIMARY KEY ("shopId", "id")
);
-- Pieces of a file are read by byte, and hardly ever shrink.
ALTER TABLE "import_part" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX "import_part_shopId_importId_file_place_key" ON "import_part"("shopId", "importId", "file", "place");
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_shopId_importId_fkey"
  FOREIGN KEY ("shopId", "importId") REFERENCES "conversation_import"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_shop_table('import_part');

CREATE TABLE "imported_message" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT,
    "files" INTEGER NOT NULL,
    CONSTRAINT "imported_message_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "imported_message_shopId_importId_threadId_idx" ON "imported_message"("shopId", "importId", "threadId");
CREATE INDEX "imported_message_shopId_threadId_idx" ON "imported_message"("shopId", "threadId");
SELECT protect_shop_table('imported_message');

CREATE TABLE "import_thread" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    CONSTRAINT "import_thread_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "import_thread_shopId_threadId_idx" ON "import_thread"("shopId", "threadId");
CREATE INDEX "import_thread_shopId_importId_idx" ON "import_thread"("shopId", "importId");
SELECT protect_shop_table('import_thread');

CREATE TABLE "import_person" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "isStaff" BOOLEAN NOT NULL,
    CONSTRAINT "import_person_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "import_person_shopId_importId_idx" ON "import_person"("shopId", "importId");
CREATE INDEX "import_person_shopId_email_idx" ON "import_person"("shopId", "email");
SELECT protect_shop_table('import_person');

CREATE TABLE "reading" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thingId" TEXT NOT NULL,
    "screen" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "reading_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "reading_shopId_staffId_thing_thingId_screen_hour_key" ON "reading"("shopId", "staffId", "thing", "thingId", "screen", "hour");
CREATE INDEX "reading_shopId_at_id_idx" ON "reading"("shopId", "at", "id");
CREATE INDEX "reading_shopId_staffId_at_id_idx" ON "reading"("shopId", "staffId", "at", "id");
CREATE INDEX "reading_shopId_thingId_at_id_idx" ON "reading"("shopId", "thingId", "at", "id");
SELECT protect_shop_table('reading');

CREATE TABLE "retention_sweep" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "olderThan" TIMESTAMPTZ(3) NOT NULL,
    "removed" INTEGER NOT NULL,
    CONSTRAINT "retention_sweep_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE INDEX "retention_sweep_shopId_class_at_idx" ON "retention_sweep"("shopId", "class", "at");
SELECT protect_shop_table('retention_sweep');

-- What retention looks for, by when it came; bodies and raw mails that are empty already are not looked at again.
CREATE INDEX "webhook_delivery_kept" ON "webhook_delivery"("shopId", "receivedAt") WHERE "body" <> '';
CREATE INDEX "inbound_mail_kept" ON "inbound_mail"("shopId", "receivedAt") WHERE "raw" <> '';
CREATE INDEX "conversation_closed_at" ON "conversation"("shopId", "closedAt", "id") WHERE "state" = 'closed';
CREATE INDEX "privacy_request_completed" ON "privacy_request"("shopId", "completedAt");
