-- Where a shop's mail comes from besides our own mail door: providers that post it, and a mailbox that is read.
CREATE TABLE "mail_source" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "uidValidity" BIGINT,
    "lastUid" BIGINT,
    "problem" TEXT,
    "seenAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "mail_source_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "mail_source_shopId_kind_key" ON "mail_source"("shopId", "kind");
CREATE INDEX "mail_source_kind_enabled_idx" ON "mail_source"("kind", "enabled");
SELECT protect_shop_table('mail_source');

-- Which installed shops have a mailbox to be read: their names and nothing else, so that the worker need not ask
-- every shop in turn.
CREATE FUNCTION shops_with_mailbox() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_catalog, pg_temp AS $$
  SELECT m."shopId" FROM mail_source m JOIN shop s ON s.id = m."shopId" AND s."uninstalledAt" IS NULL
  WHERE m.kind = 'imap' AND m.enabled ORDER BY m."shopId"
$$;
REVOKE ALL ON FUNCTION shops_with_mailbox() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shops_with_mailbox() TO aftercare_app;
