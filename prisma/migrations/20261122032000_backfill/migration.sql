-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "backfilled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "backfill" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'orders',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "bulkId" TEXT,
    "cursor" TEXT,
    "total" INTEGER,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "backfill_pkey" PRIMARY KEY ("shopId","id")
);


SELECT protect_shop_table('backfill');
