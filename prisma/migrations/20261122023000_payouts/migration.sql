-- What a line's tax was, so that what is owed for it is known to the last minor unit.
ALTER TABLE "orders" ADD COLUMN "taxesIncluded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "order_line" ADD COLUMN "tax" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "return" ADD COLUMN "exchangeSentAt" TIMESTAMPTZ(3),
ADD COLUMN "invoiced" BIGINT,
ADD COLUMN "replacedIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "checkedAt" TIMESTAMPTZ(3);
ALTER TABLE "return_line" ADD COLUMN "shopifyExchangeLineId" TEXT;

ALTER TABLE "ledger" ADD COLUMN "exchanged" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "ledger_entry" ADD COLUMN "externalId" TEXT,
ADD COLUMN "lookedFrom" TEXT;

CREATE INDEX "return_shopId_sendBackBy_idx" ON "return"("shopId", "sendBackBy");
CREATE INDEX "return_shopId_state_checkedAt_id_idx" ON "return"("shopId", "state", "checkedAt", "id");
CREATE UNIQUE INDEX "ledger_entry_shopId_externalId_key" ON "ledger_entry"("shopId", "externalId");

-- What comes back in an exchange leaves the ledger and comes in again as the payment of what is sent instead:
-- without it, what was got in an exchange could never be returned for money.
CREATE FUNCTION pays_in_ledger(entry ledger_entry) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN entry.kind = 'exchange' AND entry.state = 'paid' THEN entry.amount ELSE 0 END;
$$;

CREATE OR REPLACE FUNCTION apply_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  out_change bigint := 0;
  in_change bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF public.counts_in_ledger(OLD) THEN out_change := out_change - OLD.amount; END IF;
    in_change := in_change - public.pays_in_ledger(OLD);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    IF public.counts_in_ledger(NEW) THEN out_change := out_change + NEW.amount; END IF;
    in_change := in_change + public.pays_in_ledger(NEW);
  END IF;
  UPDATE ledger
    SET "paidOut" = "paidOut" + out_change, exchanged = exchanged + in_change, paid = paid + in_change
    WHERE "shopId" = coalesce(NEW."shopId", OLD."shopId") AND id = coalesce(NEW."orderId", OLD."orderId");
  IF TG_OP = 'UPDATE' AND public.counts_in_ledger(OLD) <> public.counts_in_ledger(NEW) THEN
    UPDATE ledger_line line
      SET "paidOut" = line."paidOut" + CASE WHEN public.counts_in_ledger(NEW) THEN part.amount ELSE -part.amount END
      FROM ledger_entry_line part
      WHERE part."shopId" = NEW."shopId" AND part."entryId" = NEW.id
        AND line."shopId" = part."shopId" AND line.id = part."orderLineId";
  END IF;
  RETURN NULL;
END $$;
