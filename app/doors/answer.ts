import type { RefusalCode } from "~/values/result";

/** The HTTP status of every refusal. The sentence that goes with it is in each feature's words. */
export const statusOf = {
  "input.invalid": 400,
  "input.tooLarge": 413,
  "limits.tooMany": 429,
  "shop.notInstalled": 404,
  "orders.notFound": 404,
  "orders.codeWrong": 403,
  "orders.linkExpired": 404,
  "returns.notFound": 404,
  "returns.nothingChosen": 422,
  "returns.lineUnknown": 404,
  "returns.quantityTooLarge": 422,
  "returns.notDelivered": 422,
  "returns.windowClosed": 422,
  "returns.finalSale": 422,
  "returns.notAllowedNow": 409,
  "returns.alreadyDecided": 409,
  "returns.refundTooLarge": 422,
  "returns.guestsOff": 403,
  "inbox.notFound": 404,
  "inbox.empty": 422,
  "inbox.tooLong": 422,
  "inbox.alreadySent": 409,
  "webhooks.notFound": 404,
  "staff.forbidden": 403,
} as const satisfies Record<RefusalCode, number>;
