import { tellChange } from "~/platform/database/changes.server";
import type { Shop } from "~/platform/database/shop.server";
import { record } from "~/platform/queue/record.server";
import { ok, type Result, refuse } from "~/values/result";
import type { StaffMember } from "../people";
import { lockConversation } from "../store.server";
import { saidWhich } from "./facts";
import { isPartOf, tiesOf } from "./tie-queries.server";
import * as store from "./tie-store.server";

/** Which of an order's parcels or returns; null: none in particular. */
export type About = {
  conversationId: string;
  orderId: string;
  part: "parcel" | "return";
  partId: string | null;
};

/**
 * Staff say which parcel or return of one of its orders a conversation is about: macros speak of that one. Refuses
 * `inbox.notFound`, and `orders.notFound` for what is no part of an order that it is about.
 */
export const sayAbout = (shop: Shop, about: About, by: StaffMember): Promise<Result<null>> =>
  shop.transact(async (tx) => {
    const { conversationId, orderId, part, partId } = about;
    const conversation = await lockConversation(tx, conversationId);
    if (!conversation) return refuse("inbox.notFound");
    const isAbout = (await tiesOf(tx, conversationId)).some((tie) => tie.orderId === orderId);
    if (!isAbout || (partId !== null && !(await isPartOf(tx, orderId, part, partId))))
      return refuse("orders.notFound");
    const before = part === "parcel" ? conversation.parcelId : conversation.returnId;
    if (before === partId) return ok(null);
    await store.setPart(tx, conversationId, part, partId);
    await record(tx, saidWhich(conversationId, part, orderId, by));
    await tellChange(tx, { kind: "conversation", id: conversationId });
    return ok(null);
  });
