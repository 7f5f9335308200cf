import { z } from "zod";
import { setCustomerNote, setOrderNote } from "~/platform/shopify/order-actions.server";
import { ok, refuse } from "~/values/result";
import { actionWords as words } from "../../words/actions-staff";
import { defineKind } from "../kind";

const schema = z.object({ of: z.enum(["order", "customer"]), text: z.string().trim().max(5_000) });

/** Writes the note that Shopify keeps with the order or its customer, in the place of what stood there. */
export const note = defineKind<z.infer<typeof schema>>({
  key: "note",
  schema,
  access: ({ of }) => (of === "customer" ? ["customers"] : []),
  weigh: ({ order }, { of }) =>
    of === "customer" && !order.customerId ? refuse("orders.noCustomer") : ok({ cost: 0n }),
  async perform(shop, { orderId, order, asked, askedBy }) {
    if (asked.of === "order") return setOrderNote(shop.id, orderId, asked.text, askedBy);
    if (!order.customerId) return { ok: false, why: words.why.goneThere };
    return setCustomerNote(shop.id, order.customerId, asked.text);
  },
  keeps: ({ of }) => ({ of }),
});
