/** Whose order it is, and when it was placed. */
export type OrderOf = { shop: string; shopNumber: string; placedAt: Date };

const GOODS = [
  ["Linen tea towel", "Moss", "TOWEL-MOSS", 1450],
  ["Stoneware mug, 350 ml", "Speckled white", "MUG-350-WHITE", 1800],
  ["Beeswax food wraps", "Set of three, meadow print", "WRAP-3-MEADOW", 1299],
  ["Olive wood spoon", "30 cm", "SPOON-OLIVE-30", 950],
] as const;

const SHIPPING = 495;
const FIRST_ID = 6_120_000_000_000;

/** The mail address of the shopper of order `number`: every order has its own, so that mails can be matched. */
export const shopperOf = (number: number) => `shopper-${number}@bench.example`;

/**
 * An `orders/create` webhook of about 12 KB, as Shopify sends it (REST shape, 2026-07): four lines, tax, a
 * discount code, shipping, both addresses. Everything follows from `number`.
 */
export function orderBody(number: number, { shop, shopNumber, placedAt }: OrderOf): Buffer {
  const id = FIRST_ID + number;
  const at = placedAt.toISOString().replace(/\.\d+Z$/, "+00:00");
  const email = shopperOf(number);
  const lines = GOODS.map((goods, position) => line(id, position, goods));
  const goods = GOODS.reduce((sum, [, , , price]) => sum + price, 0);
  const discount = Math.round(goods / 10);
  const total = goods - discount + SHIPPING;
  const tax = Math.round(total / 6);
  const token = id.toString(16).padStart(32, "0");
  const address = addressOf(number);
  const order = {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    app_id: 580_111,
    browser_ip: "203.0.113.77",
    buyer_accepts_marketing: false,
    cancel_reason: null,
    cancelled_at: null,
    cart_token: `hWN${token}`,
    checkout_id: id + 31_000_000_000_000,
    checkout_token: token,
    client_details: {
      accept_language: "en-GB",
      browser_height: null,
      browser_ip: "203.0.113.77",
      browser_width: null,
      session_hash: null,
      user_agent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
    },
    closed_at: null,
    confirmation_number: id.toString(36).toUpperCase().slice(-9),
    confirmed: true,
    contact_email: email,
    created_at: at,
    currency: "GBP",
    ...amounts("current_", goods, discount, tax, total),
    current_total_additional_fees_set: null,
    current_total_duties_set: null,
    customer_locale: "en-GB",
    device_id: null,
    discount_codes: [{ code: "HELLO10", amount: text(discount), type: "percentage" }],
    duties_included: false,
    email,
    estimated_taxes: false,
    financial_status: "paid",
    fulfillment_status: null,
    landing_site: "/collections/kitchen?utm_source=newsletter&utm_medium=email&utm_campaign=autumn",
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: "MTU0ODM4MDAwOQ",
    merchant_of_record_app_id: null,
    name: `#${number}`,
    note: "Please leave it with the neighbour at number 14 if nobody is in.",
    note_attributes: [{ name: "gift message", value: "Happy birthday, with love from all of us" }],
    number,
    order_number: number + 1_000,
    order_status_url: `https://${shop}/${shopNumber}/orders/${token}/authenticate?key=0123456789abcdef`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: ["shopify_payments"],
    phone: null,
    po_number: null,
    presentment_currency: "GBP",
    processed_at: at,
    reference: null,
    referring_site: "https://news.example.com/the-best-kitchen-gifts",
    source_identifier: null,
    source_name: "web",
    source_url: null,
    ...amounts("", goods, discount, tax, total),
    tags: "newsletter, autumn",
    tax_exempt: false,
    tax_lines: [{ price: text(tax), rate: 0.2, title: "GB VAT", price_set: set(tax), channel_liable: false }],
    taxes_included: true,
    test: false,
    token,
    total_cash_rounding_payment_adjustment_set: set(0),
    total_cash_rounding_refund_adjustment_set: set(0),
    total_line_items_price: text(goods),
    total_line_items_price_set: set(goods),
    total_outstanding: "0.00",
    total_shipping_price_set: set(SHIPPING),
    total_tip_received: "0.00",
    total_weight: 1_420,
    updated_at: at,
    user_id: null,
    billing_address: address,
    customer: customerOf(number, id, at, email),
    discount_applications: [
      {
        target_type: "line_item",
        type: "discount_code",
        value: "10.0",
        value_type: "percentage",
        allocation_method: "across",
        target_selection: "all",
        code: "HELLO10",
      },
    ],
    fulfillments: [],
    line_items: lines,
    payment_terms: null,
    refunds: [],
    shipping_address: address,
    shipping_lines: [shippingLine(id)],
    returns: [],
  };
  return Buffer.from(JSON.stringify(order));
}

const text = (amount: number) => (amount / 100).toFixed(2);
const set = (amount: number) => ({
  shop_money: { amount: text(amount), currency_code: "GBP" },
  presentment_money: { amount: text(amount), currency_code: "GBP" },
});

function amounts(prefix: string, goods: number, discount: number, tax: number, total: number) {
  const parts = {
    subtotal_price: goods - discount,
    total_discounts: discount,
    total_price: total,
    total_tax: tax,
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, amount]) => [
      [`${prefix}${name}`, text(amount)],
      [`${prefix}${name}_set`, set(amount)],
    ]),
  );
}

function line(orderId: number, position: number, [title, variant, sku, price]: (typeof GOODS)[number]) {
  const id = orderId * 10 + position;
  const tax = Math.round((price * 0.9) / 6);
  return {
    id,
    admin_graphql_api_id: `gid://shopify/LineItem/${id}`,
    attributed_staffs: [],
    current_quantity: 1,
    fulfillable_quantity: 1,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: false,
    grams: 240,
    name: `${title} - ${variant}`,
    price: text(price),
    price_set: set(price),
    product_exists: true,
    product_id: 8_301_000_000_000 + position,
    properties: [],
    quantity: 1,
    requires_shipping: true,
    sku,
    taxable: true,
    title,
    total_discount: "0.00",
    total_discount_set: set(0),
    variant_id: 45_020_000_000_000 + position,
    variant_inventory_management: "shopify",
    variant_title: variant,
    vendor: "Fern & Fable",
    tax_lines: [{ channel_liable: false, price: text(tax), price_set: set(tax), rate: 0.2, title: "GB VAT" }],
    duties: [],
    discount_allocations: [
      {
        amount: text(Math.round(price / 10)),
        amount_set: set(Math.round(price / 10)),
        discount_application_index: 0,
      },
    ],
  };
}

const addressOf = (number: number) => ({
  first_name: "Ada",
  address1: `${number % 200} Larkspur Lane`,
  phone: null,
  city: "York",
  zip: "YO1 7HH",
  province: "England",
  country: "United Kingdom",
  last_name: "Rowntree",
  address2: "Flat 2",
  company: null,
  latitude: 53.9623,
  longitude: -1.0819,
  name: "Ada Rowntree",
  country_code: "GB",
  province_code: "ENG",
});

function customerOf(number: number, orderId: number, at: string, email: string) {
  const id = orderId + 1_000_000_000_000;
  return {
    id,
    created_at: at,
    updated_at: at,
    first_name: "Ada",
    last_name: "Rowntree",
    state: "disabled",
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email,
    phone: null,
    currency: "GBP",
    tax_exemptions: [],
    tags: "",
    email_marketing_consent: {
      state: "not_subscribed",
      opt_in_level: "single_opt_in",
      consent_updated_at: null,
    },
    sms_marketing_consent: null,
    admin_graphql_api_id: `gid://shopify/Customer/${id}`,
    default_address: {
      ...addressOf(number),
      id: id + 1,
      customer_id: id,
      country_name: "United Kingdom",
      default: true,
    },
  };
}

const shippingLine = (orderId: number) => ({
  id: orderId + 2_000_000_000_000,
  carrier_identifier: null,
  code: "Standard",
  discounted_price: text(SHIPPING),
  discounted_price_set: set(SHIPPING),
  is_removed: false,
  phone: null,
  price: text(SHIPPING),
  price_set: set(SHIPPING),
  requested_fulfillment_service_id: null,
  source: "shopify",
  title: "Standard, two to three days",
  tax_lines: [{ channel_liable: false, price: "0.83", price_set: set(83), rate: 0.2, title: "GB VAT" }],
  discount_allocations: [],
});
