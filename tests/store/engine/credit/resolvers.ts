import { type ConnectionArgs, nodeConnection } from "../graphql/connection";
import { type ResolverMap, resolversOf } from "../graphql/resolvers";
import { money } from "../state/money";
import { balance, type StoreCreditAccount } from "./store-credit";

interface Moved {
  account: StoreCreditAccount;
  amountMinor: number;
  balanceAfterMinor: number;
}

const transaction = resolversOf<Moved>({
  amount: (each) => money(each.amountMinor, each.account.currency),
  balanceAfterTransaction: (each) => money(each.balanceAfterMinor, each.account.currency),
  remainingAmount: (each) => money(each.amountMinor, each.account.currency),
});

export const creditResolvers: ResolverMap = {
  StoreCreditAccount: resolversOf<StoreCreditAccount>({
    balance,
    transactions: (account, args: ConnectionArgs) =>
      nodeConnection([...account.transactions].reverse(), args),
  }),
  StoreCreditAccountCreditTransaction: transaction,
  StoreCreditAccountDebitTransaction: transaction,
};
