import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { type BouncedRecipient, readBounce } from "./read-bounce";

/** A notice quotes the mail it is about; what it says of it comes first. */
const MOST_READ = 512 * 1024;

/** The action of a delivery status (RFC 3464 §2.3.3). */
const DELAYED = /^action:[ \t]*delayed\b/im;
const FAILED = /^action:[ \t]*failed\b/im;

/**
 * What a mail to a bounce address says of the message it is about: what makes it worst, of all it lists; null when
 * it is no notice (an answering machine, spam), or one of delay or success, and nothing comes of it.
 */
export function readReturned(raw: Buffer): BouncedRecipient | null {
  const seen = raw.subarray(0, MOST_READ);
  // A server that still tries says so nowhere else: the reasons of "not yet" and "not at all" are the same.
  if (DELAYED.test(seen.toString("latin1")) && !FAILED.test(seen.toString("latin1"))) return null;
  const told = readBounce(seen) ?? [];
  const weight = (one: BouncedRecipient) =>
    one.permanent
      ? 3
      : one.reason === "feedback"
        ? 2
        : one.reason === "delivered" || one.reason === "delayed"
          ? 0
          : 1;
  const worst = told.reduce<BouncedRecipient | null>(
    (before, one) => (before && weight(before) >= weight(one) ? before : one),
    null,
  );
  return worst && weight(worst) > 0 ? worst : null;
}

/** Keeps what a notice told, not the notice: the address of the message is ours to look up. */
export const keepBounce = (tx: ShopTx, notificationId: string, told: BouncedRecipient): Promise<void> =>
  enqueue(
    tx,
    "take-bounce",
    { notificationId, reason: told.reason, status: told.status, permanent: told.permanent },
    { priority: PRIORITY.sweep },
  );
