-- AlterTable
ALTER TABLE "return" ADD COLUMN     "gift" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "giftEmail" TEXT,
ADD COLUMN     "groupId" TEXT,
ADD COLUMN     "inspectedAt" TIMESTAMPTZ(3),
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'label',
ADD COLUMN     "quote" JSONB,
ADD COLUMN     "refundBy" TIMESTAMPTZ(3),
ADD COLUMN     "sendBackBy" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "return_line" ADD COLUMN     "acceptedQuantity" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "answers" JSONB,
ADD COLUMN     "bonus" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "disposition" TEXT,
ADD COLUMN     "exchangePrice" BIGINT,
ADD COLUMN     "exchangeTitle" TEXT,
ADD COLUMN     "exchangeVariantId" TEXT,
ADD COLUMN     "locationId" TEXT,
ADD COLUMN     "outcome" TEXT NOT NULL DEFAULT 'refund',
ADD COLUMN     "rejectReason" TEXT,
ADD COLUMN     "rejectedQuantity" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "restockingFee" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "return_label" ADD COLUMN     "carrier" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'printable',
ADD COLUMN     "trackingNumber" TEXT,
ADD COLUMN     "trackingUrl" TEXT;

-- CreateTable
CREATE TABLE "return_photo" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT,
    "returnLineId" TEXT,
    "fileId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_photo_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "stray_item" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "note" TEXT,
    "actorName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stray_item_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "actorName" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "refund_approval" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "restock" BOOLEAN NOT NULL DEFAULT false,
    "askedBy" TEXT NOT NULL,
    "askedName" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "refund_approval_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "screen" TEXT NOT NULL,
    "staffId" TEXT,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "carrier_account" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_account_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "label_purchase" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "accountId" TEXT,
    "key" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "service" TEXT,
    "state" TEXT NOT NULL,
    "externalId" TEXT,
    "trackingNumber" TEXT,
    "trackingUrl" TEXT,
    "cost" BIGINT,
    "currency" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "boughtAt" TIMESTAMPTZ(3),
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "label_purchase_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "ledger_line" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "paid" BIGINT NOT NULL,
    "paidOut" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_line_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "ledger_entry_line" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "ledger_entry_line_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateIndex
CREATE INDEX "return_photo_shopId_returnId_idx" ON "return_photo"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "return_photo_shopId_returnLineId_idx" ON "return_photo"("shopId", "returnLineId");

-- CreateIndex
CREATE INDEX "return_photo_shopId_createdAt_idx" ON "return_photo"("shopId", "createdAt");

-- CreateIndex
CREATE INDEX "stray_item_shopId_returnId_idx" ON "stray_item"("shopId", "returnId");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_shopId_version_key" ON "policy_version"("shopId", "version");

-- CreateIndex
CREATE INDEX "refund_approval_shopId_returnId_idx" ON "refund_approval"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "refund_approval_shopId_state_askedAt_idx" ON "refund_approval"("shopId", "state", "askedAt");

-- CreateIndex
CREATE INDEX "saved_view_shopId_screen_position_idx" ON "saved_view"("shopId", "screen", "position");

-- CreateIndex
CREATE INDEX "carrier_account_shopId_position_idx" ON "carrier_account"("shopId", "position");

-- CreateIndex
CREATE INDEX "label_purchase_shopId_returnId_idx" ON "label_purchase"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "label_purchase_shopId_trackingNumber_idx" ON "label_purchase"("shopId", "trackingNumber");

-- CreateIndex
CREATE INDEX "label_purchase_shopId_accountId_idx" ON "label_purchase"("shopId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "label_purchase_shopId_key_key" ON "label_purchase"("shopId", "key");

-- CreateIndex
CREATE INDEX "ledger_line_shopId_orderId_idx" ON "ledger_line"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "ledger_entry_line_shopId_orderLineId_idx" ON "ledger_entry_line"("shopId", "orderLineId");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_line_shopId_entryId_orderLineId_key" ON "ledger_entry_line"("shopId", "entryId", "orderLineId");

-- CreateIndex
CREATE INDEX "return_shopId_groupId_idx" ON "return"("shopId", "groupId");

-- CreateIndex
CREATE INDEX "return_shopId_refundBy_idx" ON "return"("shopId", "refundBy");

-- CreateIndex
CREATE INDEX "return_label_shopId_trackingNumber_idx" ON "return_label"("shopId", "trackingNumber");

-- AddForeignKey
ALTER TABLE "return_photo" ADD CONSTRAINT "return_photo_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_photo" ADD CONSTRAINT "return_photo_shopId_returnLineId_fkey" FOREIGN KEY ("shopId", "returnLineId") REFERENCES "return_line"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_photo" ADD CONSTRAINT "return_photo_shopId_fileId_fkey" FOREIGN KEY ("shopId", "fileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stray_item" ADD CONSTRAINT "stray_item_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_approval" ADD CONSTRAINT "refund_approval_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_purchase" ADD CONSTRAINT "label_purchase_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_purchase" ADD CONSTRAINT "label_purchase_shopId_accountId_fkey" FOREIGN KEY ("shopId", "accountId") REFERENCES "carrier_account"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_line" ADD CONSTRAINT "ledger_line_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "ledger"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry_line" ADD CONSTRAINT "ledger_entry_line_shopId_entryId_fkey" FOREIGN KEY ("shopId", "entryId") REFERENCES "ledger_entry"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry_line" ADD CONSTRAINT "ledger_entry_line_shopId_orderLineId_fkey" FOREIGN KEY ("shopId", "orderLineId") REFERENCES "ledger_line"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


SELECT protect_shop_table('return_photo');
SELECT protect_shop_table('stray_item');
SELECT protect_shop_table('policy_version');
SELECT protect_shop_table('refund_approval');
SELECT protect_shop_table('saved_view');
SELECT protect_shop_table('carrier_account');
SELECT protect_shop_table('label_purchase');
SELECT protect_shop_table('ledger_line');
SELECT protect_shop_table('ledger_entry_line');

-- What was received was accepted or not, and no more than came.
ALTER TABLE return_line ADD CONSTRAINT return_line_inspected CHECK
  ("acceptedQuantity" >= 0 AND "rejectedQuantity" >= 0 AND "acceptedQuantity" + "rejectedQuantity" <= "receivedQuantity");

-- Money: the same law for each order line as for the order.
ALTER TABLE ledger_line ADD CONSTRAINT ledger_line_never_overpaid CHECK ("paidOut" >= 0 AND "paidOut" <= paid);
ALTER TABLE ledger_entry_line ADD CONSTRAINT ledger_entry_line_amount CHECK (amount >= 0);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind CHECK
  (kind IN ('refund', 'credit', 'giftCard', 'exchange', 'fee', 'bonus'));

-- A voided entry counts nothing; a bonus is the shop's gift on top, never part of what was paid.
CREATE FUNCTION counts_in_ledger(entry ledger_entry) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT entry.state <> 'voided' AND entry.kind <> 'bonus';
$$;

CREATE OR REPLACE FUNCTION apply_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_amount bigint := 0;
  after_amount bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND public.counts_in_ledger(OLD) THEN before_amount := OLD.amount; END IF;
  IF TG_OP <> 'DELETE' AND public.counts_in_ledger(NEW) THEN after_amount := NEW.amount; END IF;
  UPDATE ledger SET "paidOut" = "paidOut" + after_amount - before_amount
    WHERE "shopId" = coalesce(NEW."shopId", OLD."shopId") AND id = coalesce(NEW."orderId", OLD."orderId");
  IF TG_OP = 'UPDATE' AND public.counts_in_ledger(OLD) <> public.counts_in_ledger(NEW) THEN
    UPDATE ledger_line line
      SET "paidOut" = line."paidOut" + CASE WHEN public.counts_in_ledger(NEW) THEN part.amount ELSE -part.amount END
      FROM ledger_entry_line part
      WHERE part."shopId" = NEW."shopId" AND part."entryId" = NEW.id
        AND line."shopId" = part."shopId" AND line.id = part."orderLineId";
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION apply_ledger_entry_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part ledger_entry_line := coalesce(NEW, OLD);
  change bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN change := change - OLD.amount; END IF;
  IF TG_OP <> 'DELETE' THEN change := change + NEW.amount; END IF;
  UPDATE ledger_line line SET "paidOut" = line."paidOut" + change
    FROM ledger_entry entry
    WHERE entry."shopId" = part."shopId" AND entry.id = part."entryId" AND public.counts_in_ledger(entry)
      AND line."shopId" = part."shopId" AND line.id = part."orderLineId";
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_line_applied AFTER INSERT OR UPDATE OF amount OR DELETE ON ledger_entry_line
  FOR EACH ROW EXECUTE FUNCTION apply_ledger_entry_line();

-- The parts go while their entry can still be read, so that they are taken off their lines.
CREATE FUNCTION drop_ledger_entry_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ledger_entry_line WHERE "shopId" = OLD."shopId" AND "entryId" = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER ledger_entry_lines_dropped BEFORE DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION drop_ledger_entry_lines();
