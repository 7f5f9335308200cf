import { type Bag, money, moneyBag, NOTHING } from "../state/money";
import type { ConnectionArgs } from "./connection";
import { connection } from "./connection";
import type { Context, FieldResolver, ResolverMap } from "./resolvers";

/**
 * What a small shop with no marketing, no subscriptions and no sales channels answers in the corners of its records.
 * True of every shop here, so it needs no state.
 */

type Quiet = Record<string, FieldResolver<never>>;

const always =
  (value: unknown): FieldResolver<never> =>
  () =>
    value;

const nobody: FieldResolver<never> = (_, args: ConnectionArgs) => connection([], args, { id: () => "" });

function allAs(names: string, resolve: FieldResolver<never>): Quiet {
  return Object.fromEntries(names.split(" ").map((name) => [name, resolve]));
}

const noMoney: FieldResolver<never> = (order: { currency: string; presentmentCurrency: string }, _: never) =>
  moneyBag(NOTHING as Bag, order);

export const quietFields: ResolverMap = {
  Order: {
    ...allAs(
      "cartToken checkoutToken clientIp customerJourney customerJourneySummary landingPageDisplayText",
      always(null),
    ),
    ...allAs("landingPageUrl merchantOfRecordApp referralCode referrerDisplayText referrerUrl", always(null)),
    ...allAs("registeredSourceUrl shopifyProtect cartDiscountAmount channel attribution", always(null)),
    ...allAs("localizationExtensions localizedFields agreements metafieldDefinitions", nobody),
    productNetwork: always(false),
    riskLevel: always("LOW"),
    risks: always([]),
    risk: always({ assessments: [], recommendation: "NONE" }),
    paymentCollectionDetails: always({ additionalPaymentCollectionUrl: null, vaultedPaymentMethods: [] }),
    totalTipReceived: (order: { currency: string }, _: never) => money(0, order.currency),
    totalCashRoundingAdjustment: (order: never, args: never, context, info) => ({
      paymentSet: noMoney(order, args, context, info),
      refundSet: noMoney(order, args, context, info),
    }),
  },
  Customer: {
    ...allAs("companyContactProfiles taxExemptions", always([])),
    ...allAs("market multipassIdentifier smsMarketingConsent", always(null)),
    ...allAs("dataSaleOptOut hasTimelineComment", always(false)),
    ...allAs("paymentMethods subscriptionContracts metafieldDefinitions", nobody),
    productSubscriberStatus: always("NEVER_SUBSCRIBED"),
    validEmailAddress: (customer: { email: string | null }, _: never) => customer.email !== null,
    emailMarketingConsent: (customer: { email: string | null; emailMarketingState: string }, _: never) =>
      customer.email === null
        ? null
        : {
            marketingState: customer.emailMarketingState,
            marketingOptInLevel: null,
            consentUpdatedAt: null,
            sourceLocation: null,
          },
  },
  FulfillmentOrder: {
    channelId: always(null),
    ...allAs("fulfillmentOrdersForMerge locationsForMove merchantRequests", nobody),
  },
  OrderTransaction: { paymentMethod: always(null) },
  Product: {
    ...allAs("collections events images media metafieldDefinitions sellingPlanGroups", nobody),
    ...allAs(
      "combinedListing combinedListingRole feedback giftCardTemplateSuffix templateSuffix",
      always(null),
    ),
    ...allAs("onlineStorePreviewUrl publishedAt", always(null)),
    ...allAs("hasVariantsThatRequiresComponents requiresSellingPlan", always(false)),
    ...allAs("mediaCount sellingPlanGroupsCount", always({ count: 0, precision: "EXACT" })),
    seo: always({ title: null, description: null }),
  },
  ProductVariant: {
    ...allAs("events media metafieldDefinitions sellingPlanGroups", nobody),
    ...allAs("taxCode unitPrice unitPriceMeasurement", always(null)),
    showUnitPrice: always(false),
    sellingPlanGroupsCount: always({ count: 0, precision: "EXACT" }),
  },
  Location: {
    hasUnfulfilledOrders: (_, __: never, { shop }: Context) =>
      shop.orders.some((order) => order.fulfillmentOrders.some((each) => each.status !== "CLOSED")),
    localPickupSettingsV2: always(null),
    suggestedAddresses: always([]),
    metafieldDefinitions: nobody,
  },
};
