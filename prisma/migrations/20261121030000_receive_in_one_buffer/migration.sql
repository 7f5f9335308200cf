-- Intake is measured (npm run bench), and most of its cost was here.
-- Bodies come compressed, so Postgres need not try again, and most fit beside their row: no detour through TOAST.
ALTER TABLE webhook_delivery ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE webhook_delivery SET (toast_tuple_target = 8160);

-- As before, but all bodies come in one buffer: an array of them would be sent and read as text, twice as long.
-- `body_starts` counts from 0. A waiting reader keeps its place among the jobs; one that failed is moved up.
DROP FUNCTION receive_webhooks(text[], text[], text[], text[], timestamptz[], bytea[]);
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
