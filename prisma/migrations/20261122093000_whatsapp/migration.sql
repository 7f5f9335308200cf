-- Accounts whose provider takes approved texts only: which of them tells which news. And messages that are found
-- by what their provider calls them, since not all it says of one names ours.
ALTER TABLE "channel_account" ADD COLUMN "templates" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "onlyAgreed" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "notification_provider" ON "notification"("shopId", "messageId") WHERE channel = 'whatsapp';
