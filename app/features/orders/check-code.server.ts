import type { Shop } from "~/platform/database/shop.server";
import { countWithin } from "~/platform/limits.server";
import { equalTexts } from "~/platform/secrets.server";
import { emailKey } from "~/values/keys";
import { ok, type Result, refuse } from "~/values/result";
import * as store from "./look-up-store.server";
import { codeHash, MOST_TRIES } from "./one-time-code";

const WINDOW_MS = 10 * 60_000;
const MOST_BY_VISITOR = 20;

export type CodeTried = {
  orderId: string;
  digits: string;
  visitor: string;
  /** a gift's recipient proves this address, not the order's */
  giftAddress?: string | null;
};

/**
 * Is this the code that was sent for the order's e-mail address? Only the newest counts, five tries each,
 * once. Refuses with `orders.codeWrong` (wrong, over, used or tried too often, all the same) and with
 * `limits.tooMany` a visitor who tries more than twenty in ten minutes.
 */
export const checkCode = (
  shop: Shop,
  { orderId, digits, visitor, giftAddress = null }: CodeTried,
): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const tried = { subjects: [`code tried by ${visitor}`], most: MOST_BY_VISITOR, windowMs: WINDOW_MS };
    if (!(await countWithin(tx, tried)).within) return refuse("limits.tooMany");
    const order = await store.orderAddress(tx, orderId);
    const address = giftAddress ? emailKey(giftAddress) : order?.emailKey;
    const code = order && address ? await store.takeTry(tx, address, MOST_TRIES) : null;
    const right = code !== null && equalTexts(code.codeHash, codeHash(tx.shopId, code.id, digits));
    if (right) await store.noteUsed(tx, code.id);
    const outcome = right ? "codeRight" : "codeWrong";
    if (order) await store.noteLookup(tx, { visitor, typed: order.name, outcome, orderId });
    return right ? ok(null) : refuse("orders.codeWrong");
  });
