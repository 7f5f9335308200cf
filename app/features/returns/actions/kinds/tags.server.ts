import { z } from "zod";
import { changeTags } from "~/platform/shopify/order-actions.server";
import { ok, refuse } from "~/values/result";
import { actionWords as words } from "../../words/actions-staff";
import { defineKind } from "../kind";

/** Shopify's own limits: 40 characters a tag; a comma parts two. */
const tags = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(/^[^,]+$/),
  )
  .max(50);
const schema = z.object({ of: z.enum(["order", "customer"]), add: tags, remove: tags });

/** Puts tags on the order or its customer, and takes tags off; others that are there stay. */
export const tag = defineKind<z.infer<typeof schema>>({
  key: "tags",
  schema,
  access: ({ of }) => (of === "customer" ? ["customers"] : []),
  weigh({ order }, { of, add, remove }) {
    if (of === "customer" && !order.customerId) return refuse("orders.noCustomer");
    return add.length + remove.length === 0 ? refuse("returns.nothingChosen") : ok({ cost: 0n });
  },
  async perform(shop, { orderId, order, asked }) {
    if (asked.of === "order") return changeTags(shop.id, { kind: "Order", id: orderId }, asked);
    if (!order.customerId) return { ok: false, why: words.why.goneThere };
    return changeTags(shop.id, { kind: "Customer", id: order.customerId }, asked);
  },
  keeps: ({ of }) => ({ of }),
});
