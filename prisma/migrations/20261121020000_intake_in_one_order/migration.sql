-- Rows are written in the order of their ids: two batches with copies of the same deliveries, in two processes,
-- would otherwise each wait for a row of the other, and one of them be refused.
CREATE OR REPLACE FUNCTION receive_webhooks(shop_ids text[], ids text[], topics text[], webhook_ids text[], triggered timestamptz[], bodies bytea[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE shop text;
BEGIN
  FOR shop IN SELECT DISTINCT s FROM unnest(shop_ids) s ORDER BY s LOOP
    PERFORM set_config('app.shop_id', shop, true);
    INSERT INTO webhook_delivery ("shopId", id, topic, "webhookId", "triggeredAt", "receivedAt", body)
      SELECT r.shop_id, r.id, r.topic, r.webhook_id, r.triggered_at, now(), r.body
      FROM unnest(shop_ids, ids, topics, webhook_ids, triggered, bodies) AS r(shop_id, id, topic, webhook_id, triggered_at, body)
      WHERE r.shop_id = shop
      ORDER BY r.id
      ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM public.enqueue('read-webhooks', json_build_object('shopId', shop), 'read-webhooks:' || shop, NULL, NULL, NULL, 'replace');
    END IF;
  END LOOP;
END $$;

-- Orders that only a webhook told of, found without reading all that are complete.
CREATE INDEX "orders_shopId_completedAt_placedAt_idx" ON "orders"("shopId", "completedAt", "placedAt");
