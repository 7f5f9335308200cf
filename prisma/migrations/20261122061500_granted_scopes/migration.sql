-- What Shopify lets the app do in the shop, as it last said; empty until it was asked.
ALTER TABLE "shop_profile" ADD COLUMN "scopes" TEXT[] NOT NULL DEFAULT '{}';
