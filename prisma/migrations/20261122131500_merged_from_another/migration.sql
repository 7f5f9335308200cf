-- What was said with somebody else stays with them when staff merge conversations.
ALTER TABLE "message" ADD COLUMN "withAnother" BOOLEAN NOT NULL DEFAULT false;
UPDATE "message" m SET "withAnother" = true
FROM "conversation" one, "conversation" other
WHERE one."shopId" = m."shopId" AND one."id" = m."conversationId"
  AND other."shopId" = m."shopId" AND other."id" = m."movedFromId" AND other."mergedIntoId" = one."id"
  AND lower(one."email") <> lower(other."email");
