import { money, moneyBag } from "../state/money";
import type { Discount, LineItem, Order } from "./model";

export function discountApplications(order: Order) {
  return order.discounts.map((discount, index) => application(order, discount, index));
}

export function discountAllocations(line: LineItem) {
  return line.discountAllocations.map(({ discount, amount }) => ({
    allocatedAmountSet: moneyBag(amount, line.order),
    discountApplication: application(
      line.order,
      discount,
      Math.max(0, line.order.discounts.indexOf(discount)),
    ),
  }));
}

function application(order: Order, discount: Discount, index: number) {
  return {
    __typename: discount.code ? "DiscountCodeApplication" : "ManualDiscountApplication",
    index,
    code: discount.code,
    title: discount.title ?? discount.code ?? "Discount",
    description: discount.title,
    allocationMethod: "ACROSS",
    targetSelection: "ALL",
    targetType: discount.targetType,
    value:
      discount.percentage === null
        ? money(discount.amount.presentment, order.presentmentCurrency)
        : { __typename: "PricingPercentageValue", percentage: discount.percentage },
  };
}
