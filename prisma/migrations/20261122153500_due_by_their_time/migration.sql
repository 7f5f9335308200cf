-- What is due is listed by when it is due; from when on that is soon stands beside it, so that the index alone says it.
CREATE INDEX "conversation_due_at" ON "conversation"("shopId", "slaDueAt", "id") INCLUDE ("slaSoonAt") WHERE "slaDueAt" IS NOT NULL;
DROP INDEX "conversation_due";
