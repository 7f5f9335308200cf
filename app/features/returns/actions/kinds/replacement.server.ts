import { z } from "zod";
import type { Shop } from "~/platform/database/shop.server";
import {
  completeDraft,
  createFreeDraft,
  draftTagged,
  type MadeOrder,
  orderOfDraft,
} from "~/platform/shopify/drafts.server";
import { ok, refuse } from "~/values/result";
import { saveAction } from "../../action-store.server";
import { actionWords as words } from "../../words/actions-staff";
import { chosenLines, linesOf, worthOf } from "../amounts";
import { defineKind, type Performed, type Running } from "../kind";
import { actionTag } from "../mark";
import { REPLACEMENT_REASONS } from "../reasons";

const schema = z.object({ lines: chosenLines, reason: z.enum(REPLACEMENT_REASONS) });
type Asked = z.infer<typeof schema>;

/** Sends things again in an order of their own that costs the shopper nothing. It costs the shop what they are worth. */
export const replacement = defineKind<Asked>({
  key: "replacement",
  schema,
  access: () => ["draftOrders"],
  weigh(standing, { lines: chosen }) {
    const lines = linesOf(standing, chosen);
    if (!lines) return refuse("returns.lineUnknown");
    if (lines.length === 0) return refuse("returns.nothingChosen");
    if (lines.some(({ line, quantity }) => quantity > line.quantity))
      return refuse("returns.quantityTooLarge");
    if (lines.some(({ line }) => !line.variantId)) return refuse("orders.notInCatalogue");
    const worth = lines.map((one) => worthOf(one.line, one.quantity, standing.order.taxesIncluded));
    return ok({ cost: worth.reduce((sum, one) => sum + one, 0n) });
  },
  perform,
  keeps: (asked) => asked,
});

/**
 * A draft does nothing by itself, so its number is noted before it is completed: only the noted one ever is, and one
 * that is an order already is not completed again.
 */
async function perform(shop: Shop, action: Running<Asked>): Promise<Performed> {
  const draftId = action.externalId ?? (await draft(shop, action));
  if (typeof draftId !== "string") return draftId;
  const before = await orderOfDraft(shop.id, draftId);
  if (before === "gone") return { ok: false, why: words.why.draftGone };
  if (before) return made(before);
  const answer = await completeDraft(shop.id, draftId, action.askedBy);
  return answer.ok ? made(answer.value) : answer;
}

async function draft(shop: Shop, action: Running<Asked>): Promise<string | Performed> {
  const { order, asked } = action;
  const tag = actionTag(action.id);
  const lines = asked.lines.flatMap(({ orderLineId, quantity }) => {
    const variantId = order.lines.find((line) => line.id === orderLineId)?.variantId;
    return variantId ? [{ variantId, quantity }] : [];
  });
  const earlier = await draftTagged(shop.id, tag);
  const answer = earlier
    ? { ok: true as const, value: earlier }
    : await createFreeDraft(shop.id, {
        ...{ customerId: order.customerId, email: order.email, currency: order.total.currency, lines },
        ...{ address: order.shippingAddress, title: words.replacementOf(order.name) },
        ...{ note: words.replacementOf(order.name), tags: ["aftercare-replacement", tag] },
      });
  if (!answer.ok) return answer;
  await shop.transact((tx) => saveAction(tx, action.id, { externalId: answer.value }));
  return answer.value;
}

const made = ({ id, name }: MadeOrder): Performed => ({ ok: true, made: { orderId: id, orderName: name } });
