import { unreachableAmong } from "~/platform/channels/email/barred.server";
import type { Shop } from "~/platform/database/shop.server";
import { fileToken, type LinkReader } from "~/platform/files/links.server";
import type { ShopId } from "~/values/ids";
import type { StaffMember } from "../people";
import { loadConversation } from "../store.server";
import { namedByShopper } from "./copies-store.server";
import { type Enclosed, waitingEnclosures } from "./enclosure-store.server";
import { signatureOf } from "./signature-store.server";

const SEEN_MS = 86_400_000;

export type EnclosedView = Omit<Enclosed, "fileId"> & {
  /** where it is, for a day */
  href: string;
};

/** What goes with the answer that somebody is writing. */
export type MailOut = {
  files: EnclosedView[];
  /** what it ends with */
  signature: string;
  /** who else gets it */
  copies: string[];
  /** whom the shopper wrote to as well */
  offered: string[];
  /** mail to the shopper came back for good */
  isUnreachable: boolean;
};

/** Where a kept file is, for whoever looks at a page now. */
export const enclosedView = (
  shopId: ShopId,
  now: Date,
  { fileId, ...file }: Enclosed,
  by: LinkReader | null,
): EnclosedView => ({
  ...file,
  href: `/files/${fileToken(shopId, fileId, new Date(now.getTime() + SEEN_MS), by)}`,
});

/** What goes with somebody's next answer in a conversation; null when this shop has no such one. */
export const mailOutView = (
  shop: Shop,
  conversationId: string,
  { id: staffId }: StaffMember,
): Promise<MailOut | null> =>
  shop.transact(async (tx) => {
    const conversation = await loadConversation(tx, conversationId);
    if (!conversation) return null;
    const { email, participants } = conversation;
    const files = await waitingEnclosures(tx, { conversationId, staffId });
    return {
      files: files.map((file) => enclosedView(shop.id, tx.now, file, { staffId, screen: "inbox" })),
      signature: await signatureOf(tx, staffId),
      copies: participants,
      offered: await namedByShopper(tx, conversationId, [email, ...participants]),
      isUnreachable: (await unreachableAmong(tx, email ? [email] : [])).length > 0,
    };
  });
