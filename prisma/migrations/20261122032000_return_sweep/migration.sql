-- What the regular comparison of returns saw, and what it recovered.
CREATE TABLE "return_sweep" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "seen" INTEGER NOT NULL,
    "recovered" INTEGER NOT NULL,

    CONSTRAINT "return_sweep_pkey" PRIMARY KEY ("shopId","id")
);
CREATE INDEX "return_sweep_shopId_startedAt_idx" ON "return_sweep"("shopId", "startedAt");

SELECT protect_shop_table('return_sweep');
