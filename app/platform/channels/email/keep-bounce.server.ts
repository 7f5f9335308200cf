import type { ShopTx } from "~/platform/database/shop.server";
import { enqueue, PRIORITY } from "~/platform/queue/enqueue.server";
import { type BouncedRecipient, readBounce } from "./read-bounce";

/** A notice quotes the mail it is about; what it says of it comes first. */
const MOST_READ = 512 * 1024;

/**
 * What a mail to a bounce address says of the message it is about: what makes it worst, of all it lists; null when
 * it is no notice (an answering machine, spam), and nothing comes of it.
 */
export function readReturned(raw: Buffer): BouncedRecipient | null {
  const told = readBounce(raw.subarray(0, MOST_READ)) ?? [];
  const weight = (one: BouncedRecipient) =>
    one.permanent
      ? 3
      : one.reason === "feedback"
        ? 2
        : one.reason === "delivered" || one.reason === "delayed"
          ? 0
          : 1;
  return told.reduce<BouncedRecipient | null>(
    (worst, one) => (worst && weight(worst) >= weight(one) ? worst : one),
    null,
  );
}

/** Keeps what a notice told, not the notice: the address of the message is ours to look up. */
export const keepBounce = (tx: ShopTx, notificationId: string, told: BouncedRecipient): Promise<void> =>
  enqueue(
    tx,
    "take-bounce",
    { notificationId, reason: told.reason, status: told.status, permanent: told.permanent },
    { priority: PRIORITY.sweep },
  );
