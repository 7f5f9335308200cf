import { shopFace } from "~/features/settings/queries.server";
import type { Shop } from "~/platform/database/shop.server";
import { getFile } from "~/platform/files/files.server";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import {
  attachLabel as attachAtShopify,
  changeLabel,
  uploadLabel,
} from "~/platform/shopify/return-label.server";
import { fetchReturn } from "~/platform/shopify/returns.server";
import { LETTER_COUNTRIES } from "~/values/paper";
import { returnFact } from "./facts";
import * as labels from "./label-store.server";
import { oneAtATime } from "./one-at-a-time.server";
import * as store from "./store.server";
import { staffWords } from "./words/staff";

export const ATTACH_TASK = "attach-return-label";

/**
 * Hands the label to Shopify, so that staff find it on Shopify's own return. Ends quietly while Shopify does
 * not know the return yet: linking the two asks for this again. What is attached already is left alone, unless
 * another label took its place.
 */
export const attachLabel = (shop: Shop, returnId: string): Promise<void> =>
  oneAtATime(shop, returnId, async () => {
    const { ours, label, country } = await shop.transact(async (tx) => ({
      ours: await store.load(tx, returnId),
      label: await labels.labelOf(tx, returnId),
      country: (await shopFace(tx)).profile.address.country,
    }));
    if (!ours?.shopifyReturnId || !label || label.attachedAt)
      throw new NeverMind("There is nothing to attach now");
    const theirs = await fetchReturn(shop.id, ours.shopifyReturnId);
    if (theirs?.status !== "open" || theirs.reverseOrders.length === 0)
      throw new NeverMind("Shopify expects no parcel for this return now");
    const fileId = LETTER_COUNTRIES.test(country ?? "") ? label.letterFileId : label.a4FileId;
    const pdf = await shop.transact((tx) => getFile(tx, fileId));
    if (!pdf) throw new NeverMind("The label was erased");
    const { trackingNumber: number, trackingUrl: url } = label;
    const tracking = number === null ? null : { number, url };
    // One of ours is never there twice; a carrier's or an uploaded one may have to take its place.
    const isFirst = label.kind === "printable";
    let deliveryId: string | null = null;
    for (const expected of theirs.reverseOrders) {
      const there = expected.labelledDeliveryId;
      deliveryId ??= there;
      if (there && isFirst) continue;
      const file = await uploadLabel(shop.id, pdf);
      const answer = there
        ? await changeLabel(shop.id, there, file, tracking)
        : await attachAtShopify(shop.id, expected.gid, file, tracking);
      if (!answer.ok) throw new NeedsMerchant(staffWords.problems.labelNotTaken(answer.codes));
      deliveryId ??= answer.deliveryId;
    }
    await shop.transact(async (tx) => {
      await labels.noteAttached(tx, returnId, deliveryId);
      await store.clearProblem(tx, returnId, ATTACH_TASK);
      await record(tx, returnFact("return.labelAttached", ours, { kind: "system" }));
    });
  });
