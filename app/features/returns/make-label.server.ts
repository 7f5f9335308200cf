import { type OrderDetail, orderDetail } from "~/features/orders/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { Shop, ShopTx } from "~/platform/database/shop.server";
import { putFile } from "~/platform/files/files.server";
import { direction } from "~/platform/i18n/locales";
import type { LabelAddress, LabelFormat, LabelInput } from "~/platform/labels/label-input";
import { renderReturnLabel } from "~/platform/labels/render-return-label";
import { NeedsMerchant, NeverMind } from "~/platform/queue/failures";
import { record } from "~/platform/queue/record.server";
import type { Address } from "~/values/address";
import { returnFact } from "./facts";
import { holds, mayStep } from "./states";
import type { KeptReturn } from "./store.server";
import * as store from "./store.server";
import { words } from "./words";
import { staffWords } from "./words/staff";

export const LABEL_TASK = "make-return-label";
const FORMATS = ["A4", "Letter", "4x6"] as const satisfies readonly LabelFormat[];

/**
 * Draws the return's label in the three sizes, in the shopper's language, and keeps them: once. Throws
 * NeedsMerchant when nobody has said where parcels go.
 */
export async function makeLabel(shop: Shop, returnId: string): Promise<void> {
  const made = await shop.transact(async (tx) => {
    const ours = await store.load(tx, returnId);
    if (!ours || !holds(ours.state) || (await store.labelOf(tx, returnId))) return null;
    const order = await orderDetail(tx, ours.orderId);
    return order && { rma: ours.rma, input: labelInput(ours, order, await shopFace(tx)) };
  });
  if (!made) throw new NeverMind("The label is there already, or not needed any more");
  const { input, rma } = made;
  if (!input) throw new NeedsMerchant(staffWords.problems.noReturnAddress);
  const pdfs: Record<string, Uint8Array> = {};
  for (const format of FORMATS) pdfs[format] = await renderReturnLabel(input, format);
  await shop.transact(async (tx) => {
    const ours = await store.lock(tx, returnId);
    if (!ours || !holds(ours.state) || (await store.labelOf(tx, returnId))) return;
    const file = (format: LabelFormat) => keep(tx, `${rma}-${format}.pdf`, pdfs[format]);
    await store.insertLabel(tx, {
      returnId,
      a4FileId: await file("A4"),
      letterFileId: await file("Letter"),
      thermalFileId: await file("4x6"),
    });
    if (mayStep(ours.state, "label"))
      await store.save(tx, returnId, { state: "labelled", labelledAt: tx.now });
    await store.clearProblem(tx, returnId, LABEL_TASK);
    await record(tx, returnFact("return.labelled", ours, { kind: "system" }));
  });
}

const keep = (tx: ShopTx, name: string, bytes: Uint8Array | undefined) =>
  putFile(tx, { name, contentType: "application/pdf", bytes: bytes ?? new Uint8Array() });

/** Everything on the label; null when the shop has no address to send to. */
function labelInput(ours: KeptReturn, order: OrderDetail, face: ShopFace): LabelInput | null {
  const { settings, profile } = face;
  const to = settings.returns.address ?? profile.address;
  if (!to.line1 || !to.city) return null;
  const { locale } = order;
  const from = order.shippingAddress ?? order.billingAddress;
  const titles = new Map(order.lines.map((line) => [line.id, line]));
  return {
    from: from ? labelAddress(from) : { name: order.customerName ?? undefined },
    to: { ...labelAddress(to), company: to.company ?? profile.name },
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
    timeZone: profile.timeZone,
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
