-- When and whether the question went out is the outbox's to know. What had not gone yet is left as asked.
ALTER TABLE "recommendation" DROP COLUMN "sentAt";
