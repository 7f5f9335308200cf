import { z } from "zod";
import { setShippingAddress } from "~/platform/shopify/order-actions.server";
import { fetchOrder } from "~/platform/shopify/orders.server";
import { ok, refuse } from "~/values/result";
import { actionWords as words } from "../../words/actions-staff";
import { defineKind } from "../kind";

const part = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim() || null)
    .nullable();
const needed = (most: number) => z.string().trim().min(1).max(most);

/** Shopify refuses a whole request for a country that is none. */
const COUNTRIES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const shippingAddressSchema = z.object({
  name: needed(100),
  company: part(100),
  line1: needed(200),
  line2: part(200),
  city: needed(100),
  province: part(10),
  zip: part(30),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((code) => COUNTRIES.of(code) !== undefined),
  phone: part(40),
});

const schema = z.object({ address: shippingAddressSchema });

/** Writes where the order goes, as long as nothing of it has left. */
export const address = defineKind<z.infer<typeof schema>>({
  key: "address",
  schema,
  access: () => [],
  weigh({ order }) {
    if (order.cancelledAt) return refuse("orders.cancelled");
    return order.parcels.length > 0 ? refuse("orders.shipped") : ok({ cost: 0n });
  },
  async perform(shop, { orderId, asked, askedBy }) {
    const theirs = await fetchOrder(shop.id, orderId, "staff");
    if (!theirs) return { ok: false, why: words.why.goneThere };
    if (theirs.cancelledAt) return { ok: false, why: words.why.cancelledMeanwhile };
    if ((theirs.full?.fulfilments ?? []).some((parcel) => parcel.status !== "cancelled"))
      return { ok: false, why: words.why.shippedMeanwhile };
    return setShippingAddress(shop.id, orderId, asked.address, askedBy);
  },
  keeps: () => ({}),
});
