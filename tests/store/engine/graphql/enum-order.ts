import type { GraphQLEnumType } from "graphql";

/**
 * The published schema sorts enum values by name; error messages list them as Shopify declares them. Where the
 * declared order is known it is kept here, so that the message reads the same.
 */
const DECLARED: Record<string, readonly string[]> = {
  ReturnDeclineReason: ["RETURN_PERIOD_ENDED", "FINAL_SALE", "OTHER"],
  ReturnReason: [
    "SIZE_TOO_SMALL",
    "SIZE_TOO_LARGE",
    "UNWANTED",
    "NOT_AS_DESCRIBED",
    "WRONG_ITEM",
    "DEFECTIVE",
    "STYLE",
    "COLOR",
    "OTHER",
    "UNKNOWN",
  ],
  OrderCancelReason: ["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "STAFF", "OTHER"],
};

export function enumValueNames(type: GraphQLEnumType): string[] {
  const names = type.getValues().map((value) => value.name);
  const declared = DECLARED[type.name];
  if (!declared) return names;
  const known = declared.filter((name) => names.includes(name));
  return [...known, ...names.filter((name) => !declared.includes(name))];
}
