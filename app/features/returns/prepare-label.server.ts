import { orderDetail } from "~/features/orders/queries.server";
import { shopFace } from "~/features/settings/queries.server";
import { crossesCustoms } from "~/platform/carriers/customs-border";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { type CatalogueGoods, fetchGoods } from "~/platform/shopify/goods.server";
import type { Parcel } from "./buy-label.server";
import { labelOf } from "./label-store.server";
import { travelling } from "./marker";
import { asksForLocations, canBeSentTo, chosenPlace, keptPlace, ownAddress } from "./return-places";
import { holds } from "./states";
import * as store from "./store.server";

/**
 * A return that wants a label, with what the label needs to know: what Shopify's catalogue says of its things at
 * this moment, and the place they go to, chosen once. Both are kept with the return, so that the label can be
 * drawn again. Null when it has a label, or needs none any more.
 */
export async function prepareLabel(shop: Shop, returnId: string): Promise<Parcel | null> {
  const parcel = await shop.transact((tx) => loadParcel(tx, returnId));
  if (!parcel) return null;
  const { ours, order, face } = parcel;
  const lines = travelling(ours.lines);
  const variantOf = (orderLineId: string) => order.lines.find(({ id }) => id === orderLineId)?.variantId;
  const sending = order.parcels.filter((one) =>
    one.lines.some(({ id }) => lines.some((line) => line.fulfilmentLineId === id)),
  );
  const asked = {
    variantIds: [...new Set(lines.flatMap((line) => variantOf(line.orderLineId) ?? []))],
    fulfilmentIds: sending.map(({ id }) => id),
  };
  const { goods, sentFrom } = await fetchGoods(shop.id, asked).catch((error) => {
    // Within a country a label is right without it, too: nobody waits for a way to send because Shopify is silent.
    if (needsCatalogue(parcel)) throw error;
    return SILENT;
  });
  const before = keptPlace(ours);
  // An address that no parcel can be sent to was none yet: the merchant may have mended it.
  const sendTo =
    before && canBeSentTo(before.address) ? before : chosenPlace({ lines }, order, face, sentFrom);
  return shop.transact(async (tx) => {
    await store.save(tx, ours.id, { sendTo });
    for (const line of lines) {
      const known = goods.get(variantOf(line.orderLineId) ?? "");
      if (known) await store.saveLine(tx, line.id, { goods: known });
    }
    return loadParcel(tx, returnId);
  });
}

const SILENT = { goods: new Map<string, CatalogueGoods>(), sentFrom: new Map<string, string>() };

/** Does the label depend on what only Shopify knows: customs' details, or the location that sent the things? */
function needsCatalogue({ order, face }: Parcel): boolean {
  const from = order.shippingAddress ?? order.billingAddress;
  const { places } = face.settings.returns;
  const ends = [ownAddress(face), ...places.map(({ address }) => address)];
  return asksForLocations(places) || (from !== null && ends.some((to) => crossesCustoms(from, to)));
}

async function loadParcel(tx: ShopTx, returnId: string): Promise<Parcel | null> {
  const ours = await store.load(tx, returnId);
  if (!ours || !holds(ours.state) || travelling(ours.lines).length === 0) return null;
  if (await labelOf(tx, returnId)) return null;
  const order = await orderDetail(tx, ours.orderId);
  return order && { ours, order, face: await shopFace(tx) };
}
