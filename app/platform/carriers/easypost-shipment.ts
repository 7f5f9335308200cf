import { decimalText } from "~/values/money";
import type { Shipment } from "./carrier";
import { crossesCustoms } from "./customs-border";

const OUNCES_PER_GRAM = 1 / 28.349523125;
const INCHES_PER_MM = 1 / 25.4;

/** A parcel in EasyPost's words: ounces and inches. */
export function easyPostShipment({ reference, from, to, parcel, items, signer }: Shipment) {
  const abroad = crossesCustoms(from, to);
  return {
    reference,
    from_address: address(from),
    to_address: address(to),
    parcel: {
      length: round(parcel.lengthMm * INCHES_PER_MM),
      width: round(parcel.widthMm * INCHES_PER_MM),
      height: round(parcel.heightMm * INCHES_PER_MM),
      weight: round(parcel.weightGrams * OUNCES_PER_GRAM),
    },
    options: { label_format: "PDF", label_size: "4x6" },
    ...(abroad ? { customs_info: customs(items, signer, from.country) } : {}),
  };
}

/** docs.easypost.com/docs/customs-infos; a post from the US needs an exemption under USD 2,500 (15 CFR 30.37(a)). */
const customs = (items: Shipment["items"], signer: string, from: string | null) => ({
  contents_type: "returned_goods",
  contents_explanation: "Returned goods",
  customs_certify: true,
  customs_signer: signer,
  restriction_type: "none",
  non_delivery_option: "return",
  ...(from === "US" ? { eel_pfc: "NOEEI 30.37(a)" } : {}),
  customs_items: items.map((item) => ({
    description: item.description,
    quantity: item.quantity,
    value: decimalText({ ...item.value, amount: item.value.amount * BigInt(item.quantity) }),
    currency: item.value.currency,
    weight: round(item.weightGrams * item.quantity * OUNCES_PER_GRAM),
    hs_tariff_number: item.hsCode,
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

/** EasyPost takes weights and lengths with one decimal, and none that is zero. */
const round = (value: number): number => Math.max(0.1, Math.ceil(value * 10) / 10);
