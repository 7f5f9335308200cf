-- Waking a reader whose job already waits took longer than keeping the webhooks, and made batches wait for each
-- other's commit. Now such a job is left as it is. For that to be safe, the reader must see what those who left it
-- alone had written: they hold a lock, shared among them, until they commit, and the reader, once its job has
-- started, waits for the lock to be free before it reads. Whoever comes later finds no waiting job and adds one.
CREATE FUNCTION wake_reader(shop text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE job_key text := 'read-webhooks:' || shop;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(job_key, 0));
  IF EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.key = job_key AND j.is_available AND j.run_at <= now()) THEN
    RETURN;
  END IF;
  PERFORM graphile_worker.add_job('read-webhooks', json_build_object('shopId', shop), job_key => job_key);
END $$;
REVOKE ALL ON FUNCTION wake_reader(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wake_reader(text) TO aftercare_app;

CREATE OR REPLACE FUNCTION receive_webhooks(shop_ids text[], ids text[], topics text[], webhook_ids text[], triggered timestamptz[], body_starts int[], body_sizes int[], bodies bytea)
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
      PERFORM public.wake_reader(shop);
    END IF;
  END LOOP;
END $$;
