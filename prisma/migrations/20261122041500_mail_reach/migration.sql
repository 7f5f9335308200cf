CREATE TABLE "suppression" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "soft" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("shopId","id")
);
CREATE INDEX "suppression_shopId_since_id_idx" ON "suppression"("shopId", "since", "id");
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_scope_known" CHECK (scope IN ('everything', 'optional', 'none'));

CREATE TABLE "sending_domain" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "selector" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,
    "findings" JSONB,
    "checkedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sending_domain_pkey" PRIMARY KEY ("shopId","id")
);

SELECT protect_shop_table('suppression');
SELECT protect_shop_table('sending_domain');
