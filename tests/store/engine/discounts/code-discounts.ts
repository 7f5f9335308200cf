import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type UserError, userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import { globalId, numericId } from "../state/ids";
import type { ShopState } from "../state/shop";
import { type Instant, instantOf } from "../state/time";

/** Basic discount codes: money or a percentage off, for whoever may use them. */
interface CodeDiscount {
  __typename: "DiscountCodeNode";
  id: string;
  title: string;
  code: string;
  startsAt: Instant;
  endsAt: Instant | null;
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  tags: string[];
  value: { percentage?: number | null; discountAmount?: { amount: string } | null };
}

interface CodeInput {
  title?: string | null;
  code?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  tags?: string[] | null;
  customerGets?: { value?: CodeDiscount["value"] | null } | null;
}

export function discountCodeBasicCreate(
  _: unknown,
  { basicCodeDiscount: input }: { basicCodeDiscount: CodeInput },
  { shop }: Context,
) {
  const userErrors = errorsOf(shop, input);
  if (userErrors.length > 0) return { codeDiscountNode: null, userErrors };
  const now = shop.now();
  const codeDiscountNode: CodeDiscount = shop.record({
    __typename: "DiscountCodeNode",
    id: shop.newId("DiscountCodeNode"),
    title: input.title ?? "",
    code: input.code ?? "",
    startsAt: instantOf(input.startsAt) ?? now,
    endsAt: instantOf(input.endsAt),
    usageLimit: input.usageLimit ?? null,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? false,
    createdAt: now,
    updatedAt: now,
    tags: input.tags ?? [],
    value: input.customerGets?.value ?? {},
  });
  return { codeDiscountNode, userErrors: [] };
}

function errorsOf(shop: ShopState, input: CodeInput): UserError[] {
  const errors: UserError[] = [];
  const at = (name: string) => ["basicCodeDiscount", name];
  if (!input.title?.trim()) errors.push(userError(at("title"), "Title can't be blank", "BLANK"));
  if (!input.code?.trim()) errors.push(userError(at("code"), "Code can't be blank", "BLANK"));
  else if (byCode(shop, input.code)) {
    errors.push(userError(at("code"), "Code must be unique. Please try a different code.", "TAKEN"));
  }
  if (!input.startsAt) errors.push(userError(at("startsAt"), "Starts at can't be blank", "BLANK"));
  const startsAt = instantOf(input.startsAt);
  const endsAt = instantOf(input.endsAt);
  if (startsAt && endsAt && endsAt <= startsAt) {
    errors.push(userError(at("endsAt"), "Ends at needs to be after starts_at", "INVALID"));
  }
  return errors;
}

export function discountCodeDeactivate(_: unknown, { id }: { id: string }, { shop }: Context) {
  const codeDiscountNode = shop.find<CodeDiscount>("DiscountCodeNode", id);
  if (!codeDiscountNode) {
    const error = userError(["id"], "Code discount does not exist.", "INVALID");
    return { codeDiscountNode: null, userErrors: [error] };
  }
  codeDiscountNode.endsAt = shop.now();
  codeDiscountNode.updatedAt = shop.now();
  return { codeDiscountNode, userErrors: [] };
}

export function codeDiscountNodeByCode(_: unknown, { code }: { code: string }, { shop }: Context) {
  return byCode(shop, code) ?? null;
}

function byCode(shop: ShopState, code: string): CodeDiscount | undefined {
  const wanted = code.toLowerCase();
  return shop.all<CodeDiscount>("DiscountCodeNode").find((each) => each.code.toLowerCase() === wanted);
}

function status(discount: CodeDiscount, now: Instant): string {
  if (discount.endsAt && discount.endsAt <= now) return "EXPIRED";
  return discount.startsAt > now ? "SCHEDULED" : "ACTIVE";
}

function summary({ value, usageLimit }: CodeDiscount): string {
  const off = value.percentage
    ? `${Math.round(value.percentage * 100)}% off`
    : `${value.discountAmount?.amount ?? "0"} off`;
  return usageLimit === 1 ? `${off} • One use` : off;
}

export const discountResolvers: ResolverMap = {
  DiscountCodeNode: resolversOf<CodeDiscount>({
    codeDiscount: (discount) => ({ ...discount, __typename: "DiscountCodeBasic" }),
  }),
  DiscountCodeBasic: resolversOf<CodeDiscount>({
    status: (discount, _: never, { shop }) => status(discount, shop.now()),
    codes: (discount, args: ConnectionArgs) =>
      nodeConnection(
        [
          {
            id: globalId("DiscountRedeemCode", numericId(discount.id)),
            code: discount.code,
            asyncUsageCount: 0,
            createdBy: null,
          },
        ],
        args,
      ),
    codesCount: () => ({ count: 1, precision: "EXACT" }),
    asyncUsageCount: () => 0,
    recurringCycleLimit: () => null,
    hasTimelineComment: () => false,
    shortSummary: summary,
    summary,
  }),
};
