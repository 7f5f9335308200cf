-- Where a parcel goes, what customs are told of its things, a carrier's QR code, and goods that wait for money.
ALTER TABLE "return" ADD COLUMN "sendTo" JSONB,
ADD COLUMN "sentAlso" JSONB,
ADD COLUMN "lateInvoicedAt" TIMESTAMPTZ(3),
ADD COLUMN "latePaidAt" TIMESTAMPTZ(3),
ADD COLUMN "heldAt" TIMESTAMPTZ(3),
ADD COLUMN "heldUntil" TIMESTAMPTZ(3);
ALTER TABLE "return_line" ADD COLUMN "goods" JSONB;
ALTER TABLE "return_label" ADD COLUMN "qrFileId" TEXT;

CREATE INDEX "return_shopId_lateInvoicedAt_idx" ON "return"("shopId", "lateInvoicedAt");
CREATE INDEX "return_shopId_heldUntil_idx" ON "return"("shopId", "heldUntil");
ALTER TABLE "return_label" ADD CONSTRAINT "return_label_shopId_qrFileId_fkey" FOREIGN KEY ("shopId", "qrFileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
