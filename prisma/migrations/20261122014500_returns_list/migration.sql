-- What the staff's list filters by stands on the return and its lines, so that an index can answer.
ALTER TABLE "return" ADD COLUMN "country" TEXT, ADD COLUMN "valueShop" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "return_line"
  ADD COLUMN "productId" TEXT,
  ADD COLUMN "variantId" TEXT,
  -- "C": "starts with" is then a range of the index, whatever the database's own order of letters
  ADD COLUMN "skuKey" TEXT COLLATE "C",
  ADD COLUMN "titleKey" TEXT COLLATE "C",
  ADD COLUMN "valueShop" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "return_note" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_note_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateIndex
CREATE INDEX "return_note_shopId_returnId_at_idx" ON "return_note"("shopId", "returnId", "at");

-- CreateIndex
CREATE INDEX "return_shopId_valueShop_id_idx" ON "return"("shopId", "valueShop", "id");

-- CreateIndex
CREATE INDEX "return_line_shopId_productId_returnId_idx" ON "return_line"("shopId", "productId", "returnId");

-- CreateIndex
CREATE INDEX "return_line_shopId_skuKey_returnId_idx" ON "return_line"("shopId", "skuKey", "returnId");

-- CreateIndex
CREATE INDEX "return_line_shopId_titleKey_returnId_idx" ON "return_line"("shopId", "titleKey", "returnId");

-- AddForeignKey
ALTER TABLE "return_note" ADD CONSTRAINT "return_note_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT protect_shop_table('return_note');

-- The few that are late, or wait for the merchant, among all that ever were.
CREATE INDEX return_due ON "return" ("shopId", "refundBy", id)
  WHERE "refundBy" IS NOT NULL AND state IN ('requested', 'approved', 'labelled', 'received');
CREATE INDEX return_stuck ON "return" ("shopId", "requestedAt", id) WHERE problem IS NOT NULL;

CREATE FUNCTION note_return_country() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "shippingAddress"->>'country' INTO NEW.country
    FROM orders WHERE "shopId" = NEW."shopId" AND id = NEW."orderId";
  RETURN NEW;
END $$;
CREATE TRIGGER return_country_noted BEFORE INSERT ON "return"
  FOR EACH ROW EXECUTE FUNCTION note_return_country();

-- The share of what was paid for the order's line, rounded half up to the minor unit.
CREATE FUNCTION note_returned_thing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT bought."productId", bought."variantId", lower(bought.sku), lower(bought.title),
      round(bought."totalShop"::numeric * NEW.quantity / greatest(bought.quantity, 1))
    INTO NEW."productId", NEW."variantId", NEW."skuKey", NEW."titleKey", NEW."valueShop"
    FROM order_line bought WHERE bought."shopId" = NEW."shopId" AND bought.id = NEW."orderLineId";
  NEW."valueShop" := coalesce(NEW."valueShop", 0);
  RETURN NEW;
END $$;
CREATE TRIGGER returned_thing_noted BEFORE INSERT OR UPDATE OF quantity, "orderLineId" ON return_line
  FOR EACH ROW EXECUTE FUNCTION note_returned_thing();

CREATE FUNCTION add_up_return_value() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' THEN change := change - OLD."valueShop"; END IF;
  IF TG_OP <> 'DELETE' THEN change := change + NEW."valueShop"; END IF;
  IF change <> 0 THEN
    UPDATE "return" SET "valueShop" = "valueShop" + change
      WHERE "shopId" = coalesce(NEW."shopId", OLD."shopId") AND id = coalesce(NEW."returnId", OLD."returnId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER return_value_added_up AFTER INSERT OR UPDATE OF quantity, "orderLineId" OR DELETE ON return_line
  FOR EACH ROW EXECUTE FUNCTION add_up_return_value();

-- What is there already. The owner sees no rows of a table that forces its policies on them, too.
ALTER TABLE "return" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE return_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE order_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
UPDATE "return" r SET country = o."shippingAddress"->>'country'
  FROM orders o WHERE o."shopId" = r."shopId" AND o.id = r."orderId";
UPDATE return_line SET quantity = quantity;
ALTER TABLE "return" FORCE ROW LEVEL SECURITY;
ALTER TABLE return_line FORCE ROW LEVEL SECURITY;
ALTER TABLE order_line FORCE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
