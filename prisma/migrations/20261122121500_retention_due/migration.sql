-- How much a sweep found that goes within a week; and the outbox's addresses that are still there, by age.
ALTER TABLE "retention_sweep" ADD COLUMN "dueSoon" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "notification_addressed" ON "notification"("shopId", "createdAt") WHERE "recipient" <> '';
