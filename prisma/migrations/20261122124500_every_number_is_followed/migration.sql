-- A parcel in several boxes has several numbers: each is followed, and each scan says which number it is of.
ALTER TABLE "parcel_track" ADD COLUMN "fulfilmentId" TEXT;
UPDATE "parcel_track" SET "fulfilmentId" = id;
ALTER TABLE "parcel_track" ALTER COLUMN "fulfilmentId" SET NOT NULL;
ALTER TABLE "parcel_track" DROP CONSTRAINT "parcel_track_shopId_id_fkey";
ALTER TABLE "parcel_track" ADD CONSTRAINT "parcel_track_shopId_fulfilmentId_fkey"
  FOREIGN KEY ("shopId", "fulfilmentId") REFERENCES "fulfilment"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "parcel_track_shopId_fulfilmentId_idx" ON "parcel_track"("shopId", "fulfilmentId");
ALTER TABLE "fulfilment_event" ADD COLUMN "trackId" TEXT;
