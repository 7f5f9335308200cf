import type { Fulfillment, FulfillmentOrder } from "../fulfillments/model";
import type { Return } from "../returns/model";
import type {
  Address,
  Attribute,
  Customer,
  Location,
  Product,
  TaxLine,
  TimelineEvent,
  Variant,
} from "../state/model";
import type { Bag } from "../state/money";
import type { Instant } from "../state/time";

export interface Order {
  __typename: "Order";
  id: string;
  number: number;
  name: string;
  token: string;
  confirmationNumber: string;
  createdAt: Instant;
  updatedAt: Instant;
  processedAt: Instant;
  closedAt: Instant | null;
  cancelledAt: Instant | null;
  cancelReason: string | null;
  cancellationNote: string | null;
  currency: string;
  presentmentCurrency: string;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  sourceName: string;
  sourceIdentifier: string | null;
  tags: string[];
  test: boolean;
  taxesIncluded: boolean;
  customAttributes: Attribute[];
  customer: Customer | null;
  customerLocale: string | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  lineItems: LineItem[];
  shippingLines: ShippingLine[];
  discounts: Discount[];
  transactions: Transaction[];
  refunds: Refund[];
  fulfillments: Fulfillment[];
  fulfillmentOrders: FulfillmentOrder[];
  returns: Return[];
  events: TimelineEvent[];
  /** As told at creation; stands until a payment happens. */
  declaredFinancialStatus: string | null;
  edited: boolean;
  /** Set by an operation that is still to be carried out. */
  beingCancelled: boolean;
}

export interface LineItem {
  __typename: "LineItem";
  id: string;
  order: Order;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  product: Product | null;
  variant: Variant | null;
  quantity: number;
  /** Units taken out by an order edit. */
  removedQuantity: number;
  unitPrice: Bag;
  discountAllocations: { discount: Discount; amount: Bag }[];
  taxLines: TaxLine[];
  taxable: boolean;
  requiresShipping: boolean;
  isGiftCard: boolean;
  weightGrams: number;
  customAttributes: Attribute[];
  /** Lines that an exchange added have not been billed before it is processed. */
  isExchange: boolean;
}

export interface Discount {
  code: string | null;
  title: string | null;
  kind: "percentage" | "fixed" | "shipping";
  percentage: number | null;
  amount: Bag;
  targetType: "LINE_ITEM" | "SHIPPING_LINE";
}

export interface ShippingLine {
  id: string;
  title: string;
  code: string | null;
  source: string | null;
  price: Bag;
  discount: Bag;
  taxLines: TaxLine[];
  isRemoved: boolean;
}

export interface Transaction {
  __typename: "OrderTransaction";
  id: string;
  order: Order;
  kind: string;
  status: string;
  gateway: string | null;
  amount: Bag;
  parent: Transaction | null;
  test: boolean;
  createdAt: Instant;
  processedAt: Instant;
  authorizationCode: string | null;
  receiptJson: unknown;
  errorCode: string | null;
}

export interface Refund {
  __typename: "Refund";
  id: string;
  order: Order;
  return: Return | null;
  note: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  lineItems: RefundLineItem[];
  shipping: { id: string; line: ShippingLine; subtotal: Bag; tax: Bag }[];
  adjustments: { id: string; amount: Bag; tax: Bag; reason: string }[];
  transactions: Transaction[];
}

export interface RefundLineItem {
  id: string;
  lineItem: LineItem;
  quantity: number;
  restockType: string;
  restocked: boolean;
  location: Location | null;
  price: Bag;
  subtotal: Bag;
  totalTax: Bag;
}
