/** Every refusal a use case may give. Its sentence is in `words`, its HTTP status in `doors/answer.ts`. */
export type RefusalCode =
  | "input.invalid"
  | "input.tooLarge"
  | "limits.tooMany"
  | "shop.notInstalled"
  | "orders.notFound"
  | "orders.codeWrong"
  | "orders.linkExpired"
  | "returns.notFound"
  | "returns.nothingChosen"
  | "returns.nothingLeft"
  | "returns.lineUnknown"
  | "returns.quantityTooLarge"
  | "returns.notDelivered"
  | "returns.windowClosed"
  | "returns.finalSale"
  | "returns.giftCard"
  | "returns.alreadyReturned"
  | "returns.excluded"
  | "returns.shopifyBars"
  | "returns.bundleWhole"
  | "returns.reasonNotOffered"
  | "returns.outcomeNotOffered"
  | "returns.methodNotOffered"
  | "returns.belowMinimum"
  | "returns.photosMissing"
  | "returns.answersMissing"
  | "returns.answerRefused"
  | "policy.contradicts"
  | "policy.noDraft"
  | "policy.notFound"
  | "policy.changedMeanwhile"
  | "returns.photoUnreadable"
  | "returns.photoTooLarge"
  | "returns.tooManyPhotos"
  | "returns.exchangeMissing"
  | "returns.soldOut"
  | "returns.giftsOff"
  | "returns.giftAddress"
  | "returns.notAllowedNow"
  | "returns.alreadyDecided"
  | "returns.refundTooLarge"
  | "returns.needsApproval"
  | "returns.guestsOff"
  | "returns.labelUnreadable"
  | "returns.accountUnknown"
  | "returns.accountIncomplete"
  | "views.notFound"
  | "views.tooMany"
  | "inbox.notFound"
  | "inbox.empty"
  | "inbox.tooLong"
  | "inbox.alreadySent"
  | "inbox.sameConversation"
  | "notifications.notFound"
  | "notifications.noKind"
  | "notifications.notFailed"
  | "notifications.tooOld"
  | "notifications.mailServer"
  | "notifications.notSuppressed"
  | "settings.noDomain"
  | "customers.fileNotFound"
  | "webhooks.notFound"
  | "staff.forbidden";

export type Refusal = { code: RefusalCode; detail?: Record<string, string | number> };
export type Ok<T> = { ok: true; value: T };
export type Refused = { ok: false; refusal: Refusal };
export type Result<T> = Ok<T> | Refused;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, detail?: Record<string, string | number>): Refused => ({
  ok: false,
  refusal: detail ? { code, detail } : { code },
});
