import type { Sender } from "~/features/settings/queries.server";
import { takesMail } from "~/platform/channels/email/inbound.server";
import { bounceAddress } from "~/platform/channels/email/reply-address.server";
import { OUR_SENDER, type OutgoingMail } from "~/platform/channels/email/send.server";
import type { Shop } from "~/platform/database/shop.server";
import { unsubscribeUrl } from "~/platform/unsubscribe-pass.server";
import type { Kind } from "./kind";

/** May the shopper do without it? Then one click ends mails of its sort; whatever it hurts not to know stays. */
export const isOptional = ({ harm }: Pick<Kind, "harm">): boolean => harm === "little";

/**
 * What is on the outside of a message: the key it is signed with, where it comes back to, how to end its sort.
 * An unsigned mail from the shop's own domain keeps that domain as its return path: SPF is then all that speaks
 * for it (RFC 7489 §3.1.2).
 */
export function postmarks(
  shop: Shop,
  kind: Kind,
  notificationId: string,
  { from, dkim }: Sender,
): Pick<OutgoingMail, "dkim" | "returnPath" | "unsubscribeUrl"> {
  const comesBack = takesMail() && (dkim !== undefined || from.address === OUR_SENDER);
  return {
    ...(dkim ? { dkim } : {}),
    ...(comesBack ? { returnPath: bounceAddress(shop.id, notificationId) } : {}),
    ...(isOptional(kind) ? { unsubscribeUrl: unsubscribeUrl(shop, notificationId) } : {}),
  };
}
