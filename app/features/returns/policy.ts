import type { OrderDetail } from "~/features/orders/queries.server";
import { type ShopFace, shopFace } from "~/features/settings/queries.server";
import type { ShopTx } from "~/platform/database/shop.server";
import { PREPAID } from "./fees";
import { meansOf } from "./label-store.server";
import { possibleMethods } from "./offers";
import { type PolicyValue, policySchema } from "./policy-schema";
import { type KeptPolicy, publishedPolicy } from "./policy-store.server";
import type { CustomerHistory, ReturnableOrder, ShopifyVerdict, TakenLine } from "./rules";

/** The whole policy with the shop's zone and the version that decides. The rules read it as it is. */
export type ShopPolicy = PolicyValue & { timeZone: string; version: number };

/** The policy in force, without what the shop cannot do now. `face`: for who has read it already. */
export async function currentPolicy(tx: ShopTx, face?: ShopFace): Promise<ShopPolicy> {
  const shop = face ?? (await shopFace(tx));
  const policy = policyOf(shop, await publishedPolicy(tx));
  if (!policy.methods.some((method) => PREPAID.includes(method))) return policy;
  return { ...policy, methods: possibleMethods(policy.methods, await meansOf(tx, shop)) };
}

/** The policy that was published last; before any was, what the older settings say, under their version. */
export const policyOf = (
  face: ShopFace,
  published: Pick<KeptPolicy, "value" | "version"> | null,
): ShopPolicy => ({
  ...(published?.value ?? policyOfSettings(face)),
  timeZone: face.profile.timeZone,
  version: published?.version ?? face.settingsVersion,
});

/** What a shop that never published a policy decided in its settings. */
export function policyOfSettings({ settings }: Pick<ShopFace, "settings">): PolicyValue {
  const { windowDays, bufferDays, finalSaleTag, autoApprove } = settings.returns;
  const finalSaleTags = finalSaleTag.trim() ? [finalSaleTag] : [];
  return policySchema.parse({ windowDays, bufferDays, finalSaleTags, autoApprove });
}

/** What the rules want to know of an order beside the order itself. */
export type OrderFacts = {
  customer?: CustomerHistory | null;
  shopify?: ShopifyVerdict | undefined;
};

/** An order as the rules read it. */
export const returnable = (
  order: OrderDetail,
  returned: TakenLine[],
  { customer = null, shopify }: OrderFacts = {},
): ReturnableOrder => ({
  lines: order.lines,
  parcels: order.parcels,
  returned,
  placedAt: order.placedAt,
  country: order.shippingAddress?.country ?? order.billingAddress?.country ?? null,
  tags: order.tags,
  total: order.total,
  totalShop: order.totalShop,
  channel: order.channel,
  customer,
  shopify,
});
