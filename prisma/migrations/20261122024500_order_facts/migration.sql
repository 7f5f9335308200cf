-- What a return policy may ask of an order: where it was sold, its products' collections, its bundles.
ALTER TABLE "orders" ADD COLUMN "channel" TEXT;
ALTER TABLE "order_line" ADD COLUMN "collections" TEXT[],
ADD COLUMN "bundleId" TEXT;
