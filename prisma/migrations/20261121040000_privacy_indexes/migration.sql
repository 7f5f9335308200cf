-- What privacy requests look for.
CREATE INDEX "message_shopId_authorEmail_idx" ON "message"("shopId", "authorEmail");
CREATE INDEX "message_shopId_inboundMailId_idx" ON "message"("shopId", "inboundMailId");
CREATE INDEX "inbound_mail_shopId_recipient_idx" ON "inbound_mail"("shopId", "recipient");
