-- Keeps a batch of webhooks, of any shops, and wakes one reader for each shop: one statement, one commit.
-- A reader that waits after a failure is woken at once.
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
      ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM public.enqueue('read-webhooks', json_build_object('shopId', shop), 'read-webhooks:' || shop, NULL, NULL, NULL, 'replace');
    END IF;
  END LOOP;
END $$;

