-- Parcels followed by other sources than Shopify: who carries them, who is asked, and what they said.
ALTER TABLE "fulfilment" ADD COLUMN "shopifyState" TEXT;

ALTER TABLE "fulfilment_event" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'shopify',
ADD COLUMN "rawStatus" TEXT,
ADD COLUMN "shopifyEventId" TEXT;

CREATE TABLE "parcel_track" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "company" TEXT,
    "carrier" TEXT,
    "carrierBy" TEXT NOT NULL,
    "accountId" TEXT,
    "externalId" TEXT,
    "source" TEXT,
    "heardAt" TIMESTAMPTZ(3),
    "status" TEXT,
    "rawStatus" TEXT,
    "estimatedAt" TIMESTAMPTZ(3),
    "nextAskAt" TIMESTAMPTZ(3),
    "asks" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "parcel_track_pkey" PRIMARY KEY ("shopId","id")
);

CREATE INDEX "parcel_track_shopId_nextAskAt_idx" ON "parcel_track"("shopId", "nextAskAt");
CREATE INDEX "parcel_track_shopId_number_idx" ON "parcel_track"("shopId", "number");

ALTER TABLE "parcel_track" ADD CONSTRAINT "parcel_track_shopId_id_fkey" FOREIGN KEY ("shopId", "id") REFERENCES "fulfilment"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "unknown_carrier_code" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "seen" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unknown_carrier_code_pkey" PRIMARY KEY ("shopId","id")
);

CREATE INDEX "unknown_carrier_code_shopId_lastAt_id_idx" ON "unknown_carrier_code"("shopId", "lastAt", "id");

SELECT protect_shop_table('parcel_track');
SELECT protect_shop_table('unknown_carrier_code');
