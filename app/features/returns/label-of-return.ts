import type { OrderDetail } from "~/features/orders/queries.server";
import type { ShopFace } from "~/features/settings/queries.server";
import type { Shipment } from "~/platform/carriers/carrier";
import { crossesCustoms } from "~/platform/carriers/customs-border";
import { direction } from "~/platform/i18n/locales";
import { type CustomsItem, customsForm, type LabelCustoms } from "~/platform/labels/customs";
import type { LabelAddress, LabelInput } from "~/platform/labels/label-input";
import type { Address } from "~/values/address";
import { goodsOf } from "./goods";
import { travelling } from "./marker";
import { addressFor } from "./return-places";
import type { KeptReturn } from "./store.server";
import { words } from "./words";

const NOBODY: Address = {
  name: null,
  company: null,
  line1: null,
  line2: null,
  city: null,
  province: null,
  zip: null,
  country: null,
  phone: null,
};

/** Whom the parcel comes from: the address the order went to, else the one it was paid from. */
const sender = (order: OrderDetail): Address => {
  const from = order.shippingAddress ?? order.billingAddress;
  return from ?? { ...NOBODY, name: order.customerName };
};

/** What customs are told is in it: code, origin and weight as the catalogue has them, and what was paid for one. */
function declared(ours: KeptReturn, order: OrderDetail, { settings }: ShopFace): CustomsItem[] {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  return travelling(ours.lines).map((line) => {
    const of = lines.get(line.orderLineId);
    const bought = BigInt(Math.max(1, of?.quantity ?? 1));
    return {
      description: [of?.title, of?.variantTitle].filter(Boolean).join(", "),
      quantity: line.quantity,
      value: { amount: (of?.total.amount ?? 0n) / bought, currency: order.total.currency },
      ...goodsOf(line.goods, settings.labels),
    };
  });
}

/** Everything on our own label; null when the shop has no address to send to. */
export function labelInput(ours: KeptReturn, order: OrderDetail, face: ShopFace): LabelInput | null {
  const to = addressFor(ours, face);
  if (!to) return null;
  const from = sender(order);
  const { locale } = order;
  const titles = new Map(order.lines.map((line) => [line.id, line]));
  return {
    from: labelAddress(from),
    to: labelAddress(to),
    returnNumber: ours.rma,
    orderName: order.name,
    items: ours.lines.map((line) => {
      const of = titles.get(line.orderLineId);
      const title = [of?.title, of?.variantTitle].filter(Boolean).join(", ");
      return { title, quantity: line.quantity, sku: of?.sku ?? undefined };
    }),
    qrPayload: ours.rma,
    locale,
    direction: direction(locale),
    words: words(locale).label,
    date: ours.approvedAt ?? ours.requestedAt,
    timeZone: face.profile.timeZone,
    customs: customs(ours, order, face, from, to),
  };
}

/** The paper for customs, when there is a border between the two and both are known. */
function customs(
  ours: KeptReturn,
  order: OrderDetail,
  face: ShopFace,
  from: Address,
  to: Address,
): LabelCustoms | undefined {
  if (!from.country || !to.country || !crossesCustoms(from, to)) return undefined;
  const items = declared(ours, order, face);
  const { currency } = order.total;
  const by = face.settings.labels.by === "courier" ? "courier" : "post";
  return { form: customsForm(items, currency, by), items, currency, signer: from.name ?? "" };
}

/** The return as a parcel, for a carrier to sell a label for; null when the shop has no address. */
export function shipmentOf(
  ours: KeptReturn,
  order: OrderDetail,
  face: ShopFace,
  reference: string,
): Shipment | null {
  const [to, label] = [addressFor(ours, face), labelInput(ours, order, face)];
  if (!to || !label) return null;
  const { labels } = face.settings;
  const items = declared(ours, order, face);
  const inside = items.reduce((sum, item) => sum + item.weightGrams * item.quantity, 0);
  const from = sender(order);
  return {
    reference,
    from: { ...from, phone: from.phone ?? order.phone, email: order.email },
    to: { ...to, email: face.profile.email },
    parcel: {
      weightGrams: inside + labels.boxGrams,
      lengthMm: labels.box.length,
      widthMm: labels.box.width,
      heightMm: labels.box.height,
    },
    items: items.map((item) => ({ ...item, hsCode: item.hsCode ?? null, origin: item.origin ?? null })),
    signer: face.profile.name,
    label,
    wantsQr: ours.method === "qr",
  };
}

const labelAddress = (address: Address): LabelAddress => ({
  name: address.name ?? undefined,
  company: address.company ?? undefined,
  lines: [address.line1, address.line2].filter((line): line is string => line !== null),
  city: address.city ?? undefined,
  province: address.province ?? undefined,
  zip: address.zip ?? undefined,
  countryCode: address.country ?? undefined,
  phone: address.phone ?? undefined,
});
