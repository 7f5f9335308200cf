-- What staff made of a kind's words in one language, version by version.
CREATE TABLE "message_template" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" JSONB,
    "staffName" TEXT NOT NULL,
    "copyOf" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("shopId","id")
);
CREATE UNIQUE INDEX "message_template_shopId_kind_locale_version_key"
  ON "message_template"("shopId", "kind", "locale", "version");

SELECT protect_shop_table('message_template');
