import type { MailingAddressInput } from "../customers/addresses";
import type { NewCustomer } from "../customers/customers";
import type { MoneyBagInput } from "../state/money";

export interface TaxLineInput {
  title: string;
  rate: string | number;
  priceSet?: MoneyBagInput | null;
  channelLiable?: boolean | null;
}

export interface LineItemInput {
  variantId?: string | null;
  productId?: string | null;
  title?: string | null;
  variantTitle?: string | null;
  sku?: string | null;
  vendor?: string | null;
  quantity: number;
  priceSet?: MoneyBagInput | null;
  taxLines?: TaxLineInput[] | null;
  taxable?: boolean | null;
  requiresShipping?: boolean | null;
  giftCard?: boolean | null;
  properties?: { name: string; value: string }[] | null;
  weight?: { unit: string; value: number } | null;
}

export interface ShippingLineInput {
  title: string;
  code?: string | null;
  source?: string | null;
  priceSet: MoneyBagInput;
  taxLines?: TaxLineInput[] | null;
}

export interface TransactionInput {
  amountSet: MoneyBagInput;
  kind?: string | null;
  status?: string | null;
  gateway?: string | null;
  test?: boolean | null;
  processedAt?: string | null;
  authorizationCode?: string | null;
  receiptJson?: unknown;
}

export interface DiscountCodeInput {
  freeShippingDiscountCode?: { code: string } | null;
  itemFixedDiscountCode?: { code: string; amountSet?: MoneyBagInput | null } | null;
  itemPercentageDiscountCode?: { code: string; percentage?: number | null } | null;
}

export interface OrderCreateInput {
  lineItems?: LineItemInput[] | null;
  shippingLines?: ShippingLineInput[] | null;
  taxLines?: TaxLineInput[] | null;
  transactions?: TransactionInput[] | null;
  discountCode?: DiscountCodeInput | null;
  customer?: {
    toAssociate?: { id: string } | null;
    toUpsert?: (NewCustomer & { id?: string | null }) | null;
  } | null;
  customerId?: string | null;
  billingAddress?: MailingAddressInput | null;
  shippingAddress?: MailingAddressInput | null;
  currency?: string | null;
  presentmentCurrency?: string | null;
  email?: string | null;
  phone?: string | null;
  name?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[] | null;
  test?: boolean | null;
  taxesIncluded?: boolean | null;
  customAttributes?: { key: string; value: string }[] | null;
  processedAt?: string | null;
  closedAt?: string | null;
  sourceName?: string | null;
  sourceIdentifier?: string | null;
  financialStatus?: string | null;
  fulfillmentStatus?: string | null;
  fulfillment?: {
    locationId: string;
    trackingCompany?: string | null;
    trackingNumber?: string | null;
    shipmentStatus?: string | null;
    notifyCustomer?: boolean | null;
  } | null;
}

export interface OrderCreateOptions {
  inventoryBehaviour?: string | null;
  sendReceipt?: boolean | null;
  sendFulfillmentReceipt?: boolean | null;
}
