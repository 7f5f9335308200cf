import type { Context } from "../graphql/resolvers";
import { countryName } from "../state/countries";
import type { ShopState } from "../state/shop";

const LOCALE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** The shop as its own record; a development store on a Basic plan. */
export function shopRecord(shop: ShopState) {
  const { domain, name, email, currency, country, timezone, presentmentCurrencies } = shop.details;
  const { primaryUrl } = shop.details;
  return {
    __typename: "Shop",
    id: shop.id,
    name,
    email,
    contactEmail: email,
    shopOwnerName: `${name} owner`,
    myshopifyDomain: domain,
    url: `https://${domain}`,
    primaryDomain: {
      __typename: "Domain",
      id: `${shop.id.replace("Shop", "Domain")}`,
      url: primaryUrl,
      host: new URL(primaryUrl).host,
      sslEnabled: true,
    },
    ianaTimezone: timezone,
    timezoneAbbreviation: timezoneName(timezone, "short"),
    timezoneOffset: timezoneName(timezone, "longOffset").replace("GMT", "") || "+00:00",
    currencyCode: currency,
    enabledPresentmentCurrencies: [...new Set([currency, ...presentmentCurrencies])],
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    plan: { publicDisplayName: "Basic", displayName: "Basic", shopifyPlus: false, partnerDevelopment: true },
    shopAddress: shopAddress(shop),
    billingAddress: shopAddress(shop),
    customerAccountsV2: {
      customerAccountsVersion: "NEW_CUSTOMER_ACCOUNTS",
      loginLinksVisibleOnStorefrontAndCheckout: true,
      loginRequiredAtCheckout: false,
      url: `https://${domain}/account`,
    },
    transactionalSmsDisabled: false,
    taxesIncluded: ["GB", "DE", "FR", "IE", "IL", "AU", "NZ"].includes(country),
    weightUnit: "GRAMS",
    unitSystem: "METRIC_SYSTEM",
    checkoutApiSupported: true,
    setupRequired: false,
    shopPolicies: shopPolicies(shop),
    createdAt: shop.openedAt,
    updatedAt: shop.openedAt,
    description: null,
    taxShipping: false,
    timezoneOffsetMinutes: offsetMinutes(timezone),
    shipsToCountries: [country],
    countriesInShippingZones: { countryCodes: [country], includeRestOfWorld: false },
    currencyFormats: currencyFormats(currency),
    alerts: [],
    richTextEditorUrl: `https://${domain}/admin`,
    storefrontUrl: primaryUrl,
  };
}

function timezoneName(timeZone: string, timeZoneName: "short" | "longOffset"): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName }).formatToParts(new Date(0));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

function offsetMinutes(timezone: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(timezoneName(timezone, "longOffset")) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -total : total;
}

function currencyFormats(currency: string) {
  const sample = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  const symbol = sample.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency;
  const moneyFormat = `${symbol}{{amount}}`;
  const withCurrency = `${moneyFormat} ${currency}`;
  return {
    moneyFormat,
    moneyInEmailsFormat: moneyFormat,
    moneyWithCurrencyFormat: withCurrency,
    moneyWithCurrencyInEmailsFormat: withCurrency,
  };
}

function shopAddress(shop: ShopState) {
  const { address } = shop.primaryLocation;
  const country = countryName(shop.details.country);
  const area = [address.city, address.provinceCode, country].filter(Boolean).join(", ");
  return {
    id: `${shop.id.replace("Shop", "ShopAddress")}`,
    firstName: null,
    lastName: null,
    name: null,
    company: shop.details.name,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    provinceCode: address.provinceCode,
    country,
    countryCode: shop.details.country,
    countryCodeV2: shop.details.country,
    zip: address.zip,
    phone: address.phone,
    latitude: null,
    longitude: null,
    coordinatesValidated: false,
    formattedArea: area,
    formatted: [
      shop.details.name,
      address.address1,
      address.address2,
      `${area} ${address.zip ?? ""}`.trim(),
    ].filter(Boolean),
  };
}

function shopPolicies(shop: ShopState) {
  const texts: [type: string, title: string, body: string][] = [
    [
      "REFUND_POLICY",
      "Return policy",
      "<p>Unworn items may come back within 30 days of delivery. Final sale items may not.</p>",
    ],
    ["SHIPPING_POLICY", "Shipping policy", "<p>Orders leave us within two working days.</p>"],
  ];
  return texts.map(([type, title, body], index) => ({
    id: `gid://shopify/ShopPolicy/${1_101_001 + index}`,
    type,
    title,
    body,
    url: `https://${shop.details.domain}/policies/${title.toLowerCase().replace(" ", "-")}`,
    createdAt: shop.openedAt,
    updatedAt: shop.openedAt,
    translations: [],
  }));
}

export function shopLocales(_: unknown, __: unknown, { shop }: Context) {
  const { locale } = shop.details;
  return [
    {
      locale,
      name: LOCALE_NAMES.of(locale) ?? locale,
      primary: true,
      published: true,
      marketWebPresences: [],
    },
  ];
}

export function currentAppInstallation(_: unknown, __: unknown, { shop, accessScopes }: Context) {
  const scopes = accessScopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") }));
  return {
    __typename: "AppInstallation",
    id: `gid://shopify/AppInstallation/${shop.id.split("/").at(-1)}`,
    accessScopes: scopes,
    activeSubscriptions: [],
    launchUrl: `https://${shop.details.domain}/admin/apps/aftercare`,
    uninstallUrl: null,
    app: {
      __typename: "App",
      id: "gid://shopify/App/1101001",
      handle: "aftercare",
      title: "Aftercare",
      optionalAccessScopes: [],
      requestedAccessScopes: scopes,
    },
  };
}
