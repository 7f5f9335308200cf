CREATE TABLE "channel_account" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "kinds" TEXT[],
    "segmentPrice" BIGINT,
    "currency" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_account_pkey" PRIMARY KEY ("shopId","id")
);

CREATE TABLE "contact_consent" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "transactional" TEXT,
    "marketing" TEXT,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_consent_pkey" PRIMARY KEY ("shopId","id")
);
ALTER TABLE "contact_consent" ADD CONSTRAINT "contact_consent_known"
  CHECK (transactional IN ('given', 'refused') AND marketing IN ('given', 'refused'));

SELECT protect_shop_table('channel_account');
SELECT protect_shop_table('contact_consent');
