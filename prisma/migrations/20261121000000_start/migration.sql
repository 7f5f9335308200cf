-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop_profile" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'profile',
    "shopifyId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "storefrontUrl" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "refreshedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_profile_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "settings" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL DEFAULT 'settings',
    "version" INTEGER NOT NULL DEFAULT 1,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "sweep" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "through" TIMESTAMPTZ(3),
    "seen" INTEGER NOT NULL DEFAULT 0,
    "recovered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sweep_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT,
    "emailKey" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "tags" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "orders" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "confirmationNumber" TEXT,
    "customerId" TEXT,
    "email" TEXT,
    "emailKey" TEXT,
    "phone" TEXT,
    "locale" TEXT,
    "currencyShop" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "subtotal" BIGINT NOT NULL,
    "subtotalShop" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL,
    "discountShop" BIGINT NOT NULL,
    "shipping" BIGINT NOT NULL,
    "shippingShop" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "taxShop" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "totalShop" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "refundedShop" BIGINT NOT NULL DEFAULT 0,
    "financialStatus" TEXT NOT NULL,
    "fulfilmentStatus" TEXT NOT NULL,
    "shippingTitle" TEXT,
    "shippingAddress" JSONB,
    "billingAddress" JSONB,
    "postcodeKey" TEXT,
    "promisedFrom" TIMESTAMPTZ(3),
    "promisedTo" TIMESTAMPTZ(3),
    "shipBy" TIMESTAMPTZ(3),
    "note" TEXT,
    "tags" TEXT[],
    "test" BOOLEAN NOT NULL DEFAULT false,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "statusUrl" TEXT,
    "completedAt" TIMESTAMPTZ(3),
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "variantTitle" TEXT,
    "sku" TEXT,
    "productId" TEXT,
    "variantId" TEXT,
    "productTags" TEXT[],
    "imageUrl" TEXT,
    "quantity" INTEGER NOT NULL,
    "currentQuantity" INTEGER NOT NULL,
    "price" BIGINT NOT NULL,
    "priceShop" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "totalShop" BIGINT NOT NULL,
    "needsShipping" BOOLEAN NOT NULL DEFAULT true,
    "giftCard" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "fulfilment" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "parcelState" TEXT NOT NULL,
    "tracking" JSONB NOT NULL,
    "shippedAt" TIMESTAMPTZ(3) NOT NULL,
    "inTransitAt" TIMESTAMPTZ(3),
    "estimatedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fulfilment_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "fulfilment_line" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "fulfilmentId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "fulfilment_line_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "fulfilment_event" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "fulfilmentId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT,
    "city" TEXT,
    "country" TEXT,
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fulfilment_event_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "fact" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "orderId" TEXT,
    "returnId" TEXT,
    "conversationId" TEXT,
    "actor" TEXT NOT NULL,
    "actorName" TEXT,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "notification" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "factId" TEXT,
    "orderId" TEXT,
    "returnId" TEXT,
    "conversationId" TEXT,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "messageId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "return" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "rma" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "shopifyReturnId" TEXT,
    "requestKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT,
    "decision" JSONB NOT NULL,
    "declineReason" TEXT,
    "declineNote" TEXT,
    "currency" TEXT NOT NULL,
    "refundAmount" BIGINT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "labelledAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "refundedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "return_line" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "fulfilmentLineId" TEXT NOT NULL,
    "shopifyReturnLineId" TEXT,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "receivedQuantity" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "return_line_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "return_label" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "a4FileId" TEXT NOT NULL,
    "letterFileId" TEXT NOT NULL,
    "thermalFileId" TEXT NOT NULL,
    "shopifyReverseDeliveryId" TEXT,
    "attachedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_label_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "ledger" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "paid" BIGINT NOT NULL,
    "paidOut" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "shopifyRefundId" TEXT,
    "returnId" TEXT,
    "actorName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "customerId" TEXT,
    "orderId" TEXT,
    "returnId" TEXT,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" TEXT NOT NULL,
    "requestKey" TEXT,
    "unread" BOOLEAN NOT NULL DEFAULT true,
    "assignee" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastMessageAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "message" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "authorName" TEXT,
    "authorEmail" TEXT,
    "authorKind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT,
    "mailMessageId" TEXT,
    "requestKey" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "inboundMailId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "inbound_mail" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "reason" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_mail_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "file" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "lookup" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visitor" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "orderId" TEXT,

    CONSTRAINT "lookup_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateTable
CREATE TABLE "privacy_request" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "receipt" JSONB NOT NULL,

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("shopId","id")
);

-- CreateIndex
CREATE INDEX "session_shop_isOnline_idx" ON "session"("shop", "isOnline");

-- CreateIndex
CREATE INDEX "webhook_delivery_shopId_state_receivedAt_idx" ON "webhook_delivery"("shopId", "state", "receivedAt");

-- CreateIndex
CREATE INDEX "sweep_shopId_startedAt_idx" ON "sweep"("shopId", "startedAt");

-- CreateIndex
CREATE INDEX "customer_shopId_emailKey_idx" ON "customer"("shopId", "emailKey");

-- CreateIndex
CREATE INDEX "orders_shopId_nameKey_idx" ON "orders"("shopId", "nameKey");

-- CreateIndex
CREATE INDEX "orders_shopId_emailKey_placedAt_id_idx" ON "orders"("shopId", "emailKey", "placedAt", "id");

-- CreateIndex
CREATE INDEX "orders_shopId_customerId_placedAt_id_idx" ON "orders"("shopId", "customerId", "placedAt", "id");

-- CreateIndex
CREATE INDEX "orders_shopId_placedAt_id_idx" ON "orders"("shopId", "placedAt", "id");

-- CreateIndex
CREATE INDEX "orders_shopId_completedAt_placedAt_idx" ON "orders"("shopId", "completedAt", "placedAt");

-- CreateIndex
CREATE INDEX "order_line_shopId_orderId_idx" ON "order_line"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "fulfilment_shopId_orderId_idx" ON "fulfilment"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "fulfilment_line_shopId_fulfilmentId_idx" ON "fulfilment_line"("shopId", "fulfilmentId");

-- CreateIndex
CREATE INDEX "fulfilment_line_shopId_orderLineId_idx" ON "fulfilment_line"("shopId", "orderLineId");

-- CreateIndex
CREATE INDEX "fulfilment_event_shopId_fulfilmentId_happenedAt_idx" ON "fulfilment_event"("shopId", "fulfilmentId", "happenedAt");

-- CreateIndex
CREATE INDEX "fact_shopId_orderId_at_idx" ON "fact"("shopId", "orderId", "at");

-- CreateIndex
CREATE INDEX "fact_shopId_returnId_at_idx" ON "fact"("shopId", "returnId", "at");

-- CreateIndex
CREATE INDEX "fact_shopId_conversationId_at_idx" ON "fact"("shopId", "conversationId", "at");

-- CreateIndex
CREATE INDEX "fact_shopId_kind_at_idx" ON "fact"("shopId", "kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "fact_shopId_key_key" ON "fact"("shopId", "key");

-- CreateIndex
CREATE INDEX "notification_shopId_orderId_createdAt_idx" ON "notification"("shopId", "orderId", "createdAt");

-- CreateIndex
CREATE INDEX "notification_shopId_state_createdAt_idx" ON "notification"("shopId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "notification_shopId_createdAt_id_idx" ON "notification"("shopId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_shopId_key_key" ON "notification"("shopId", "key");

-- CreateIndex
CREATE INDEX "return_shopId_orderId_idx" ON "return"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "return_shopId_state_requestedAt_id_idx" ON "return"("shopId", "state", "requestedAt", "id");

-- CreateIndex
CREATE INDEX "return_shopId_requestedAt_id_idx" ON "return"("shopId", "requestedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "return_shopId_rma_key" ON "return"("shopId", "rma");

-- CreateIndex
CREATE UNIQUE INDEX "return_shopId_requestKey_key" ON "return"("shopId", "requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "return_shopId_shopifyReturnId_key" ON "return"("shopId", "shopifyReturnId");

-- CreateIndex
CREATE INDEX "return_line_shopId_returnId_idx" ON "return_line"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "return_line_shopId_orderLineId_idx" ON "return_line"("shopId", "orderLineId");

-- CreateIndex
CREATE INDEX "return_line_shopId_fulfilmentLineId_idx" ON "return_line"("shopId", "fulfilmentLineId");

-- CreateIndex
CREATE UNIQUE INDEX "return_label_shopId_returnId_key" ON "return_label"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "ledger_entry_shopId_orderId_idx" ON "ledger_entry"("shopId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_shopId_key_key" ON "ledger_entry"("shopId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_shopId_shopifyRefundId_key" ON "ledger_entry"("shopId", "shopifyRefundId");

-- CreateIndex
CREATE INDEX "conversation_shopId_state_lastMessageAt_id_idx" ON "conversation"("shopId", "state", "lastMessageAt", "id");

-- CreateIndex
CREATE INDEX "conversation_shopId_lastMessageAt_id_idx" ON "conversation"("shopId", "lastMessageAt", "id");

-- CreateIndex
CREATE INDEX "conversation_shopId_orderId_idx" ON "conversation"("shopId", "orderId");

-- CreateIndex
CREATE INDEX "conversation_shopId_returnId_idx" ON "conversation"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "conversation_shopId_customerId_idx" ON "conversation"("shopId", "customerId");

-- CreateIndex
CREATE INDEX "conversation_shopId_email_idx" ON "conversation"("shopId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_shopId_requestKey_key" ON "conversation"("shopId", "requestKey");

-- CreateIndex
CREATE INDEX "message_shopId_conversationId_at_idx" ON "message"("shopId", "conversationId", "at");

-- CreateIndex
CREATE INDEX "message_shopId_authorEmail_idx" ON "message"("shopId", "authorEmail");

-- CreateIndex
CREATE INDEX "message_shopId_inboundMailId_idx" ON "message"("shopId", "inboundMailId");

-- CreateIndex
CREATE UNIQUE INDEX "message_shopId_requestKey_key" ON "message"("shopId", "requestKey");

-- CreateIndex
CREATE UNIQUE INDEX "message_shopId_mailMessageId_key" ON "message"("shopId", "mailMessageId");

-- CreateIndex
CREATE INDEX "inbound_mail_shopId_state_receivedAt_idx" ON "inbound_mail"("shopId", "state", "receivedAt");

-- CreateIndex
CREATE INDEX "inbound_mail_shopId_recipient_idx" ON "inbound_mail"("shopId", "recipient");

-- CreateIndex
CREATE INDEX "lookup_shopId_at_id_idx" ON "lookup"("shopId", "at", "id");

-- CreateIndex
CREATE INDEX "one_time_code_shopId_emailKey_createdAt_idx" ON "one_time_code"("shopId", "emailKey", "createdAt");

-- CreateIndex
CREATE INDEX "rate_limit_shopId_windowStart_idx" ON "rate_limit"("shopId", "windowStart");

-- CreateIndex
CREATE INDEX "privacy_request_shopId_receivedAt_idx" ON "privacy_request"("shopId", "receivedAt");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_shopId_customerId_fkey" FOREIGN KEY ("shopId", "customerId") REFERENCES "customer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfilment" ADD CONSTRAINT "fulfilment_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfilment_line" ADD CONSTRAINT "fulfilment_line_shopId_fulfilmentId_fkey" FOREIGN KEY ("shopId", "fulfilmentId") REFERENCES "fulfilment"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfilment_line" ADD CONSTRAINT "fulfilment_line_shopId_orderLineId_fkey" FOREIGN KEY ("shopId", "orderLineId") REFERENCES "order_line"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fulfilment_event" ADD CONSTRAINT "fulfilment_event_shopId_fulfilmentId_fkey" FOREIGN KEY ("shopId", "fulfilmentId") REFERENCES "fulfilment"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return" ADD CONSTRAINT "return_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_shopId_orderLineId_fkey" FOREIGN KEY ("shopId", "orderLineId") REFERENCES "order_line"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_shopId_fulfilmentLineId_fkey" FOREIGN KEY ("shopId", "fulfilmentLineId") REFERENCES "fulfilment_line"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_label" ADD CONSTRAINT "return_label_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_label" ADD CONSTRAINT "return_label_shopId_a4FileId_fkey" FOREIGN KEY ("shopId", "a4FileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_label" ADD CONSTRAINT "return_label_shopId_letterFileId_fkey" FOREIGN KEY ("shopId", "letterFileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_label" ADD CONSTRAINT "return_label_shopId_thermalFileId_fkey" FOREIGN KEY ("shopId", "thermalFileId") REFERENCES "file"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_shopId_id_fkey" FOREIGN KEY ("shopId", "id") REFERENCES "orders"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "ledger"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_shopId_customerId_fkey" FOREIGN KEY ("shopId", "customerId") REFERENCES "customer"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_shopId_orderId_fkey" FOREIGN KEY ("shopId", "orderId") REFERENCES "orders"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_shopId_returnId_fkey" FOREIGN KEY ("shopId", "returnId") REFERENCES "return"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_shopId_conversationId_fkey" FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_shopId_inboundMailId_fkey" FOREIGN KEY ("shopId", "inboundMailId") REFERENCES "inbound_mail"("shopId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The role that holds the app's rights (aftercare_app) is made by the migrator before this runs. It owns nothing.
GRANT USAGE ON SCHEMA public TO aftercare_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO aftercare_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO aftercare_app;

-- Locks a table to the shop of the transaction. Without that setting no row is seen and none can be written.
CREATE FUNCTION protect_shop_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY of_this_shop ON %s USING ("shopId" = current_setting(''app.shop_id'', true)) WITH CHECK ("shopId" = current_setting(''app.shop_id'', true))', target);
END $$;

DO $$
DECLARE target regclass;
BEGIN
  FOR target IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shopId'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  LOOP
    PERFORM protect_shop_table(target);
  END LOOP;
END $$;

-- The queue's tables belong to its owner; the app may only add jobs, through this.
CREATE FUNCTION enqueue(task text, payload json, job_key text, run_at timestamptz, priority int, max_attempts int, job_key_mode text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => max_attempts,
    job_key => job_key, priority => priority, job_key_mode => job_key_mode);
$$;
REVOKE ALL ON FUNCTION enqueue(text, json, text, timestamptz, int, int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue(text, json, text, timestamptz, int, int, text) TO aftercare_app;

-- Is the queue there? Asked by /readyz, which may not look into the queue's own tables.
CREATE FUNCTION queue_is_ready() RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL;
$$;
REVOKE ALL ON FUNCTION queue_is_ready() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION queue_is_ready() TO aftercare_app;

-- Bodies come compressed, so Postgres need not try again, and most fit beside their row: no detour through TOAST.
-- Intake is measured (npm run bench), and most of its cost was here.
ALTER TABLE webhook_delivery ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE webhook_delivery SET (toast_tuple_target = 8160);

-- Keeps a batch of webhooks, of any shops, and wakes one reader for each shop: one statement, one commit.
-- Bodies come in one buffer, `body_starts` counted from 0: an array of them would be sent and read as text, twice
-- as long. Rows are written in the order of their ids: two batches with copies of the same deliveries, in two
-- processes, would otherwise each wait for a row of the other, and one of them be refused. A waiting reader keeps
-- its place among the jobs; one that failed is moved up.
CREATE FUNCTION receive_webhooks(shop_ids text[], ids text[], topics text[], webhook_ids text[], triggered timestamptz[], body_starts int[], body_sizes int[], bodies bytea)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE shop text;
BEGIN
  FOR shop IN SELECT DISTINCT s FROM unnest(shop_ids) s ORDER BY s LOOP
    PERFORM set_config('app.shop_id', shop, true);
    INSERT INTO webhook_delivery ("shopId", id, topic, "webhookId", "triggeredAt", "receivedAt", body)
      SELECT r.shop_id, r.id, r.topic, r.webhook_id, r.triggered_at, now(), substring(bodies FROM r.start + 1 FOR r.size)
      FROM unnest(shop_ids, ids, topics, webhook_ids, triggered, body_starts, body_sizes)
        AS r(shop_id, id, topic, webhook_id, triggered_at, start, size)
      WHERE r.shop_id = shop
      ORDER BY r.id
      ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM public.enqueue('read-webhooks', json_build_object('shopId', shop), 'read-webhooks:' || shop, NULL, NULL, NULL, 'preserve_run_at');
    END IF;
  END LOOP;
END $$;

-- Money: what was paid out of an order never exceeds what was paid in, whoever writes.
ALTER TABLE ledger ADD CONSTRAINT ledger_never_overpaid CHECK ("paidOut" >= 0 AND "paidOut" <= paid);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_amount CHECK (amount >= 0);
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_state CHECK (state IN ('intended', 'paid', 'voided'));
CREATE FUNCTION apply_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before_amount bigint := 0;
  after_amount bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state <> 'voided' THEN before_amount := OLD.amount; END IF;
  IF TG_OP <> 'DELETE' AND NEW.state <> 'voided' THEN after_amount := NEW.amount; END IF;
  UPDATE ledger SET "paidOut" = "paidOut" + after_amount - before_amount
    WHERE "shopId" = coalesce(NEW."shopId", OLD."shopId") AND id = coalesce(NEW."orderId", OLD."orderId");
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_applied AFTER INSERT OR UPDATE OF amount, state OR DELETE ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION apply_ledger_entry();

-- A return never takes nothing, and never gets back more than it holds.
ALTER TABLE return_line ADD CONSTRAINT return_line_quantities CHECK (quantity > 0 AND "receivedQuantity" >= 0 AND "receivedQuantity" <= quantity);
