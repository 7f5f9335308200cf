import { decimalText } from "~/values/money";
import type { Shipment } from "./carrier";
import { crossesCustoms } from "./customs-border";

/** A parcel in Shippo's words: grams and centimetres. */
export function shippoShipment({ reference, from, to, parcel, items, signer, wantsQr }: Shipment) {
  const abroad = crossesCustoms(from, to);
  const inCm = (mm: number) => String(Math.max(0.1, mm / 10));
  return {
    address_from: address(from),
    address_to: address(to),
    parcels: [
      {
        length: inCm(parcel.lengthMm),
        width: inCm(parcel.widthMm),
        height: inCm(parcel.heightMm),
        distance_unit: "cm",
        weight: String(parcel.weightGrams),
        mass_unit: "g",
      },
    ],
    metadata: reference,
    async: false,
    ...(wantsQr ? { extra: { qr_code_requested: true } } : {}),
    ...(abroad ? { customs_declaration: customs(items, signer, from.country) } : {}),
  };
}

/** docs.goshippo.com/docs/international: RETURN_MERCHANDISE; sums per line, not per piece. */
const customs = (items: Shipment["items"], signer: string, from: string | null) => ({
  contents_type: "RETURN_MERCHANDISE",
  contents_explanation: "Returned goods",
  non_delivery_option: "RETURN",
  certify: true,
  certify_signer: signer,
  ...(from === "US" ? { eel_pfc: "NOEEI_30_37_a" } : {}),
  items: items.map((item) => ({
    description: item.description,
    quantity: item.quantity,
    net_weight: String(item.weightGrams * item.quantity),
    mass_unit: "g",
    value_amount: decimalText({ ...item.value, amount: item.value.amount * BigInt(item.quantity) }),
    value_currency: item.value.currency,
    tariff_number: item.hsCode,
    origin_country: item.origin,
  })),
});

const address = (one: Shipment["from"]) => ({
  name: one.name,
  company: one.company,
  street1: one.line1,
  street2: one.line2,
  city: one.city,
  state: one.province,
  zip: one.zip,
  country: one.country,
  phone: one.phone,
  email: one.email ?? null,
});
