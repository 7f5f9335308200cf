-- Everything written in a conversation, as words to search. The words are made by the app (features/inbox/
-- search-words.ts), so that scripts without spaces are found too; here they are only kept and looked up.
-- Each row holds its shop as a word too: the index finds a shop's rows by it, without an extension.
CREATE TABLE "conversation_search" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "conversation_search_pkey" PRIMARY KEY ("shopId", "id")
);
ALTER TABLE "conversation_search" ADD CONSTRAINT "conversation_search_shopId_id_fkey"
  FOREIGN KEY ("shopId", "id") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "conversation_search_words_idx" ON "conversation_search" USING GIN ("words");
CREATE INDEX "conversation_search_shopId_at_id_idx" ON "conversation_search"("shopId", "at", "id");
SELECT protect_shop_table('conversation_search');

-- A shop as a word: nothing that anybody types makes a word with a space in it.
CREATE FUNCTION shop_word(shop text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT 'shop ' || shop
$$;
GRANT EXECUTE ON FUNCTION shop_word(text) TO aftercare_app;

-- The conversations of the shop that the transaction is for which hold all these words, the latest first.
-- It looks as its owner does: under row-level security Postgres would not use the index for words, since "@@"
-- is not leakproof, and so it names the shop itself, from the same setting as the policies.
CREATE FUNCTION search_conversations(wanted tsquery, before timestamptz, before_id text, most int)
RETURNS TABLE (id text, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_catalog, pg_temp AS $$
DECLARE shop text := nullif(current_setting('app.shop_id', true), '');
BEGIN
  IF shop IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT s.id, s.at::timestamptz FROM conversation_search s
    WHERE s."shopId" = shop AND s."words" @@ (quote_literal(shop_word(shop))::tsquery && wanted)
      AND (before IS NULL OR (s.at, s.id) < (before, before_id))
    ORDER BY s.at DESC, s.id DESC LIMIT least(most, 200);
END $$;
REVOKE ALL ON FUNCTION search_conversations(tsquery, timestamptz, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_conversations(tsquery, timestamptz, text, int) TO aftercare_app;

-- What was written before this: words between spaces, until each conversation is next written in.
INSERT INTO conversation_search ("shopId", id, words, at)
SELECT c."shopId", c.id,
  array_to_tsvector(ARRAY[shop_word(c."shopId")]) || strip(to_tsvector('simple', concat_ws(' ', c.subject, c.name, c.email,
    (SELECT string_agg(left(m.text, 5000), ' ') FROM (SELECT text FROM message
       WHERE "shopId" = c."shopId" AND "conversationId" = c.id ORDER BY at DESC LIMIT 50) m)))),
  c."lastMessageAt"
FROM conversation c;

-- Tags of conversations, to be counted and listed by.
CREATE TABLE "conversation_tag" (
    "shopId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    CONSTRAINT "conversation_tag_pkey" PRIMARY KEY ("shopId", "id")
);
CREATE UNIQUE INDEX "conversation_tag_shopId_conversationId_tag_key" ON "conversation_tag"("shopId", "conversationId", "tag");
ALTER TABLE "conversation_tag" ADD CONSTRAINT "conversation_tag_shopId_conversationId_fkey"
  FOREIGN KEY ("shopId", "conversationId") REFERENCES "conversation"("shopId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "conversation_tag_shopId_tag_conversationId_idx" ON "conversation_tag"("shopId", "tag", "conversationId");
SELECT protect_shop_table('conversation_tag');
