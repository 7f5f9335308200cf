-- What the warehouse expects, by when its label was made.
CREATE INDEX return_expected ON "return" ("shopId", (coalesce("labelledAt", "approvedAt")), id)
  WHERE state IN ('approved', 'labelled');
