CREATE INDEX "fulfilment_shopId_shippedAt_id_idx" ON "fulfilment"("shopId", "shippedAt", "id");
CREATE INDEX "orders_shopId_shipBy_idx" ON "orders"("shopId", "shipBy");

CREATE TABLE "delay_model" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'model',
    "version" INTEGER NOT NULL,
    "model" BYTEA NOT NULL,
    "fittedAt" TIMESTAMPTZ(3) NOT NULL,
    "parcels" INTEGER NOT NULL,
    "coverage" DOUBLE PRECISION,
    "silent" TEXT[],

    CONSTRAINT "delay_model_pkey" PRIMARY KEY ("shopId","id")
);

CREATE TABLE "parcel_watch" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "fulfilmentId" TEXT,
    "carrier" TEXT NOT NULL,
    "promised" TIMESTAMPTZ(3),
    "p10" TIMESTAMPTZ(3) NOT NULL,
    "p50" TIMESTAMPTZ(3) NOT NULL,
    "p90" TIMESTAMPTZ(3) NOT NULL,
    "lateProbability" DOUBLE PRECISION NOT NULL,
    "because" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "harm" INTEGER NOT NULL,
    "told" JSONB NOT NULL,
    "lastScanAt" TIMESTAMPTZ(3),
    "nextLookAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parcel_watch_pkey" PRIMARY KEY ("shopId","id")
);

CREATE INDEX "parcel_watch_shopId_nextLookAt_idx" ON "parcel_watch"("shopId", "nextLookAt");
CREATE INDEX "parcel_watch_shopId_orderId_idx" ON "parcel_watch"("shopId", "orderId");
CREATE INDEX "parcel_watch_shopId_harm_id_idx" ON "parcel_watch"("shopId", "harm", "id");
CREATE INDEX "parcel_watch_shopId_state_harm_id_idx" ON "parcel_watch"("shopId", "state", "harm", "id");
CREATE INDEX "parcel_watch_shopId_carrier_harm_id_idx" ON "parcel_watch"("shopId", "carrier", "harm", "id");

ALTER TABLE "parcel_watch" ADD CONSTRAINT "parcel_watch_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "delay_back_test" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'last',
    "state" TEXT NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "delay_back_test_pkey" PRIMARY KEY ("shopId","id")
);

SELECT protect_shop_table('delay_model');
SELECT protect_shop_table('parcel_watch');
SELECT protect_shop_table('delay_back_test');
