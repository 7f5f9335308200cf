-- Where a bought label's parcel is, by its carrier's word; and when the carrier is asked next.
ALTER TABLE "label_purchase" ADD COLUMN "parcelStatus" TEXT,
ADD COLUMN "parcelAt" TIMESTAMPTZ(3),
ADD COLUMN "nextTrackAt" TIMESTAMPTZ(3);

CREATE INDEX "label_purchase_shopId_nextTrackAt_idx" ON "label_purchase"("shopId", "nextTrackAt");
