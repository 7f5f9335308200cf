import { type UserError, userError } from "../graphql/errors";
import type { Context } from "../graphql/resolvers";
import type { Customer } from "../state/model";
import { fixed, type MoneyInput, money, toMinor } from "../state/money";
import type { ShopState } from "../state/shop";
import { instantOf } from "../state/time";

export interface StoreCreditAccount {
  __typename: "StoreCreditAccount";
  id: string;
  owner: Customer;
  currency: string;
  balanceMinor: number;
  transactions: StoreCreditTransaction[];
}

interface StoreCreditTransaction {
  __typename: "StoreCreditAccountCreditTransaction" | "StoreCreditAccountDebitTransaction";
  id: string;
  account: StoreCreditAccount;
  amountMinor: number;
  balanceAfterMinor: number;
  createdAt: string;
  expiresAt: string | null;
}

export function accountsOf(shop: ShopState, customer: Customer): StoreCreditAccount[] {
  return shop.all<StoreCreditAccount>("StoreCreditAccount").filter((account) => account.owner === customer);
}

/** One account for each currency a customer was credited in. */
export function accountFor(shop: ShopState, customer: Customer, currency: string): StoreCreditAccount {
  const known = accountsOf(shop, customer).find((account) => account.currency === currency);
  if (known) return known;
  return shop.record({
    __typename: "StoreCreditAccount",
    id: shop.newId("StoreCreditAccount"),
    owner: customer,
    currency,
    balanceMinor: 0,
    transactions: [],
  });
}

export function credit(
  shop: ShopState,
  account: StoreCreditAccount,
  amountMinor: number,
  expiresAt: string | null,
): StoreCreditTransaction {
  account.balanceMinor += amountMinor;
  return add(shop, account, "StoreCreditAccountCreditTransaction", amountMinor, expiresAt);
}

function add(
  shop: ShopState,
  account: StoreCreditAccount,
  kind: StoreCreditTransaction["__typename"],
  amountMinor: number,
  expiresAt: string | null,
): StoreCreditTransaction {
  const made = shop.record({
    __typename: kind,
    id: shop.newId("StoreCreditAccountTransaction"),
    account,
    amountMinor,
    balanceAfterMinor: account.balanceMinor,
    createdAt: shop.now(),
    expiresAt,
  });
  account.transactions.push(made);
  return made;
}

interface CreditArgs {
  id: string;
  creditInput: { creditAmount: MoneyInput; expiresAt?: string | null };
}

export function storeCreditAccountCredit(_: unknown, { id, creditInput }: CreditArgs, { shop }: Context) {
  const { amount, currencyCode } = creditInput.creditAmount;
  const minor = toMinor(amount, currencyCode);
  const problem = amountProblem(minor, ["creditInput", "creditAmount", "amount"]);
  if (problem) return refuse(problem);
  const expiresAt = instantOf(creditInput.expiresAt);
  if (expiresAt && expiresAt <= shop.now()) {
    const message = "The expiry date must be in the future";
    return refuse(userError(["creditInput", "expiresAt"], message, "EXPIRES_AT_IN_PAST"));
  }
  const account = ownedAccount(shop, id, currencyCode);
  if ("message" in account) return refuse(account);
  return { storeCreditAccountTransaction: credit(shop, account, minor, expiresAt), userErrors: [] };
}

interface DebitArgs {
  id: string;
  debitInput: { debitAmount: MoneyInput };
}

export function storeCreditAccountDebit(_: unknown, { id, debitInput }: DebitArgs, { shop }: Context) {
  const { amount, currencyCode } = debitInput.debitAmount;
  const minor = toMinor(amount, currencyCode);
  const problem = amountProblem(minor, ["debitInput", "debitAmount", "amount"]);
  if (problem) return refuse(problem);
  const account = ownedAccount(shop, id, currencyCode);
  if ("message" in account) return refuse(account);
  if (account.balanceMinor < minor) {
    const message = "The store credit account does not have sufficient funds to satisfy the request";
    return refuse(userError(["debitInput", "debitAmount", "amount"], message, "INSUFFICIENT_FUNDS"));
  }
  account.balanceMinor -= minor;
  const transaction = add(shop, account, "StoreCreditAccountDebitTransaction", -minor, null);
  return { storeCreditAccountTransaction: transaction, userErrors: [] };
}

function amountProblem(minor: number, field: string[]): UserError | undefined {
  return minor > 0
    ? undefined
    : userError(field, "A positive amount must be used", "NEGATIVE_OR_ZERO_AMOUNT");
}

function ownedAccount(shop: ShopState, id: string, currency: string): StoreCreditAccount | UserError {
  const found = shop.node(id);
  if (found?.__typename === "Customer") return accountFor(shop, found as Customer, currency);
  if (found?.__typename !== "StoreCreditAccount") {
    return userError(["id"], "Store credit account does not exist", "ACCOUNT_NOT_FOUND");
  }
  const account = found as StoreCreditAccount;
  if (account.currency === currency) return account;
  return userError(
    ["creditInput", "creditAmount", "currencyCode"],
    "The currency provided does not match the currency of the store credit account",
    "MISMATCHING_CURRENCY",
  );
}

function refuse(error: UserError) {
  return { storeCreditAccountTransaction: null, userErrors: [error] };
}

export function balance(account: StoreCreditAccount) {
  return money(account.balanceMinor, account.currency);
}

export function balanceText(account: StoreCreditAccount): string {
  return fixed(account.balanceMinor, account.currency);
}
