import type { Bag } from "./money";
import type { Instant } from "./time";

/** Records as the store keeps them. `__typename` lets them stand in unions and interfaces. */

export interface Attribute {
  key: string;
  value: string | null;
}

export interface Address {
  __typename: "MailingAddress";
  id: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  country: string | null;
  countryCodeV2: string | null;
  zip: string | null;
  phone: string | null;
}

export interface Location {
  __typename: "Location";
  id: string;
  name: string;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  createdAt: Instant;
  address: {
    address1: string | null;
    address2: string | null;
    city: string | null;
    country: string | null;
    countryCode: string | null;
    province: string | null;
    provinceCode: string | null;
    zip: string | null;
    phone: string | null;
  };
}

export interface Product {
  __typename: "Product";
  id: string;
  title: string;
  handle: string;
  descriptionHtml: string;
  productType: string;
  vendor: string;
  tags: string[];
  status: string;
  options: { name: string; values: string[] }[];
  variants: Variant[];
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Variant {
  __typename: "ProductVariant";
  id: string;
  product: Product;
  title: string;
  sku: string | null;
  barcode: string | null;
  /** In the shop's currency. */
  priceMinor: number;
  compareAtMinor: number | null;
  taxable: boolean;
  selectedOptions: { name: string; value: string }[];
  inventoryItem: InventoryItem;
  inventoryPolicy: "DENY" | "CONTINUE";
  position: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface InventoryItem {
  __typename: "InventoryItem";
  id: string;
  sku: string | null;
  tracked: boolean;
  requiresShipping: boolean;
  weightGrams: number;
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
  /** Available, by location id. */
  levels: Map<string, number>;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Customer {
  __typename: "Customer";
  id: string;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  locale: string;
  note: string | null;
  tags: string[];
  state: string;
  verifiedEmail: boolean;
  taxExempt: boolean;
  emailMarketingState: string;
  addresses: Address[];
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Job {
  __typename: "Job";
  id: string;
  done: boolean;
}

export interface MetafieldRecord {
  __typename: "Metafield";
  id: string;
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface TaxLine {
  title: string;
  rate: number;
  price: Bag;
  channelLiable: boolean;
}

export interface TimelineEvent {
  __typename: "BasicEvent";
  id: string;
  action: string;
  message: string;
  createdAt: Instant;
  appTitle: string | null;
  criticalAlert: boolean;
}
