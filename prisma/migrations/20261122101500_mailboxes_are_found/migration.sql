-- It looks as its owner does, and an owner that is no superuser is held by the tables' policies, too: so it looks for
-- each shop as that shop. The setting is as it was again when the function ends.
CREATE OR REPLACE FUNCTION shops_with_mailbox() RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_catalog, pg_temp SET app.shop_id = '' AS $$
DECLARE one text;
BEGIN
  FOR one IN SELECT s.id FROM shop s WHERE s."uninstalledAt" IS NULL ORDER BY s.id LOOP
    PERFORM set_config('app.shop_id', one, true);
    IF EXISTS (SELECT FROM mail_source m WHERE m."shopId" = one AND m.kind = 'imap' AND m.enabled) THEN
      RETURN NEXT one;
    END IF;
  END LOOP;
END $$;
