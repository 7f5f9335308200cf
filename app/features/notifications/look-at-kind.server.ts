import { orderDetail, orderIdNamed } from "~/features/orders/queries.server";
import { returnForMail, returnsOfOrder } from "~/features/returns/queries.server";
import type { ShopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import type { Locale } from "~/platform/i18n/locales";
import { occasionOf, type Written, write } from "./compose.server";
import type { Kind, Occasion } from "./kind";
import { mailFace } from "./mail-face.server";
import { sampleOrder, sampleReturn } from "./sample";
import { type EditedTexts, OUR_TEXTS } from "./template";
import type { EditedText } from "./templates/text";

/** What staff look at a kind with: the shop as it is, and an order, its own or a sample. */
export type Look = { face: ShopFace; occasion: Occasion };

/** A sample order in the shop's currency, with a parcel and a return. */
export async function lookAtSample(tx: ShopTx, kind: Kind, locale: Locale): Promise<Look> {
  const face = await mailFace(tx);
  const { currency } = face.profile;
  const order = sampleOrder(currency, locale);
  const about = { order, return: sampleReturn(currency), data: kind.sample ?? {}, locale, stranger: false };
  return { face, occasion: occasionOf(face, about, plainUrl(face)) };
}

/**
 * An order of the shop by its name ("#1001" or "1001"), with its last parcel and its last return, if it has one;
 * null when there is none of that name. Links lead to the shop, not to the shopper's own page.
 */
export async function lookAtOrder(
  tx: ShopTx,
  kind: Kind,
  locale: Locale,
  orderName: string,
): Promise<Look | null> {
  const id = await orderIdNamed(tx, orderName);
  const order = id === null ? null : await orderDetail(tx, id);
  if (!order || order.redacted) return null;
  const face = await mailFace(tx);
  const last = (await returnsOfOrder(tx, order.id)).at(0);
  const lines = order.lines.slice(0, 1).map((line) => ({ orderLineId: line.id, quantity: 1 }));
  const about = {
    order,
    return: (last && (await returnForMail(tx, last.id))) ?? { ...sampleReturn(order.total.currency), lines },
    data: { ...kind.sample, fulfilmentId: order.parcels.at(-1)?.id },
    locale,
    stranger: false,
  };
  return { face, occasion: occasionOf(face, about, plainUrl(face)) };
}

const plainUrl = ({ profile }: ShopFace) => `${profile.storefrontUrl}/apps/aftercare`;

/** A kind as it looks, in words that need not be saved; null: ours. */
export const writeWith = (kind: Kind, { face, occasion }: Look, text: EditedText | null): Written =>
  write(kind, occasion, face, text ? unsaved(text) : OUR_TEXTS);

const unsaved =
  (text: EditedText): EditedTexts =>
  () => ({ id: "", version: 0, text });
