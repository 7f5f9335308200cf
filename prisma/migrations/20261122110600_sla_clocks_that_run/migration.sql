-- Those that have not ended are few among all that ever ran.
CREATE INDEX "sla_clock_open" ON "sla_clock"("shopId", "id") WHERE "endedAt" IS NULL;
