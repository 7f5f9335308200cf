import { randomBytes } from "node:crypto";
import { type UserError, userError } from "../graphql/errors";
import { type Context, type ResolverMap, resolversOf } from "../graphql/resolvers";
import type { Customer } from "../state/model";
import { type MoneyInput, money, toMinor } from "../state/money";

interface GiftCard {
  __typename: "GiftCard";
  id: string;
  code: string;
  initialMinor: number;
  balanceMinor: number;
  currency: string;
  customer: Customer | null;
  note: string | null;
  expiresOn: string | null;
  createdAt: string;
  updatedAt: string;
  deactivatedAt: string | null;
}

interface CreateArgs {
  input: {
    initialAmount?: MoneyInput | null;
    initialValue?: string | number | null;
    code?: string | null;
    customerId?: string | null;
    expiresOn?: string | null;
    note?: string | null;
  };
}

export function giftCardCreate(_: unknown, { input }: CreateArgs, { shop }: Context) {
  const currency = input.initialAmount?.currencyCode ?? shop.details.currency;
  const minor = toMinor(input.initialAmount?.amount ?? input.initialValue ?? 0, currency);
  const field = input.initialAmount ? ["input", "initialAmount", "amount"] : ["input", "initialValue"];
  if (minor <= 0) return refuse(userError(field, "must be greater than 0", "GREATER_THAN"));
  const code = (input.code ?? randomBytes(8).toString("hex")).toLowerCase();
  const sameCode = shop.all<GiftCard>("GiftCard").some((each) => each.code === code);
  if (sameCode) return refuse(userError(["input", "code"], "Code has already been taken", "TAKEN"));
  if (code.length < 8)
    return refuse(userError(["input", "code"], "Code must be at least 8 characters long", "TOO_SHORT"));
  const customer = input.customerId ? shop.find<Customer>("Customer", input.customerId) : null;
  if (customer === undefined) {
    return refuse(
      userError(["input", "customerId"], "The customer could not be found.", "CUSTOMER_NOT_FOUND"),
    );
  }
  const now = shop.now();
  const giftCard: GiftCard = shop.record({
    __typename: "GiftCard",
    id: shop.newId("GiftCard"),
    code,
    initialMinor: minor,
    balanceMinor: minor,
    currency,
    customer,
    note: input.note ?? null,
    expiresOn: input.expiresOn ?? null,
    createdAt: now,
    updatedAt: now,
    deactivatedAt: null,
  });
  return { giftCard, giftCardCode: code, userErrors: [] };
}

function refuse(error: UserError) {
  return { giftCard: null, giftCardCode: null, userErrors: [error] };
}

export function giftCardDeactivate(_: unknown, { id }: { id: string }, { shop }: Context) {
  const giftCard = shop.find<GiftCard>("GiftCard", id);
  if (!giftCard) return notFound();
  giftCard.deactivatedAt ??= shop.now();
  return { giftCard, userErrors: [] };
}

export function giftCardSendNotificationToCustomer(_: unknown, { id }: { id: string }, { shop }: Context) {
  const giftCard = shop.find<GiftCard>("GiftCard", id);
  if (!giftCard) return notFound();
  if (!giftCard.customer) {
    const error = userError(["base"], "The gift card has no customer.", "INVALID");
    return { giftCard: null, userErrors: [error] };
  }
  return { giftCard, userErrors: [] };
}

function notFound() {
  return {
    giftCard: null,
    userErrors: [userError(["id"], "The gift card could not be found.", "GIFT_CARD_NOT_FOUND")],
  };
}

export const giftCardResolvers: ResolverMap = {
  GiftCard: resolversOf<GiftCard>({
    initialValue: (card) => money(card.initialMinor, card.currency),
    balance: (card) => money(card.balanceMinor, card.currency),
    enabled: (card) => card.deactivatedAt === null,
    lastCharacters: (card) => card.code.slice(-4),
    maskedCode: (card) => `•••• •••• •••• ${card.code.slice(-4)}`,
    order: () => null,
    lineItem: () => null,
    templateSuffix: () => null,
    recipientAttributes: () => null,
  }),
};
