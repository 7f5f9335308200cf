-- Since when Shopify may have done what was asked: before that a refusal is certain.
ALTER TABLE "order_action" ADD COLUMN "begunAt" TIMESTAMPTZ(3);
