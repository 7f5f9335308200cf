/** What staff read of payout limits. */
export const limitWords = {
  title: "Who may pay out how much",
  lead: "Refunds, store credit, gift cards, discount codes, replacements and cancellations above somebody's limit wait for an approval.",
  back: "Settings",
  save: "Save",
  discard: "Discard",
  saved: "Payout limits saved",
  notSaved: "Please correct the marked amounts",
  refused: "This could not be saved. Reload the page and try again.",
  readOnly: "Only the account owner and staff with full permissions can change who may pay out how much.",
  limited: "Your own payouts have a limit, so somebody without one has to change these.",
  problem: (currency: string) =>
    `An amount in ${currency}, such as 150. Enter 0 for nothing without an approval.`,
  any: "Any amount",
  upTo: "Up to an amount",
  amount: "Limit",
  amountOf: (name: string) => `Limit of ${name}`,
  howMuch: (name: string) => `How much may ${name} pay out?`,
  everybody: {
    title: "Everybody",
    choice: "How much may staff pay out by themselves?",
    help: "Holds for everybody who may refund and is not named below.",
  },
  people: {
    title: "People with a limit of their own",
    text: "They may also decide on what others ask for, up to their own limit. Nobody approves what they asked for themselves.",
    none: "Nobody is named yet: the same holds for everybody.",
    add: "Add somebody",
    choose: "Choose a person",
    nobody: "Nobody else has opened Aftercare yet. People can be added here once they have.",
    remove: "Remove",
    removeOf: (name: string) => `Remove the limit of ${name}`,
  },
  summary: {
    title: "In plain words",
    owner: "The account owner pays out any amount and decides on every approval.",
    policy: "What your return policy pays by itself has no limit.",
    others: "Orders in other currencies are counted at their own exchange rate.",
    broken: "An amount cannot be read.",
    everybodyAny: "Everybody who may refund pays out any amount.",
    everybodyNone: "Nobody pays out alone: every payout waits for an approval.",
    everybodyUpTo: (amount: string) =>
      `Everybody who may refund pays out up to ${amount}. More waits for an approval.`,
    personAny: (name: string) => `${name} pays out any amount and decides on every approval.`,
    personNone: (name: string) => `${name} pays out nothing without an approval.`,
    personUpTo: (name: string, amount: string) =>
      `${name} pays out up to ${amount}, and decides on approvals up to that.`,
    nobodyDecides: "Until you name somebody, only the account owner can decide on approvals.",
  },
} as const;

type Limit = number | null | undefined;

/** What is typed so far, as sentences; undefined is an amount that cannot be read. */
export function limitsSummary(
  everybody: Limit,
  people: readonly { name: string; limit: Limit }[],
  money: (minor: number) => string,
): string[] {
  const says = limitWords.summary;
  const isLimited = [everybody, ...people.map((one) => one.limit)].some((limit) => limit !== null);
  const mayDecide = people.some((one) => one.limit === null || (one.limit ?? 0) > 0);
  return [
    everybody === undefined
      ? says.broken
      : everybody === null
        ? says.everybodyAny
        : everybody === 0
          ? says.everybodyNone
          : says.everybodyUpTo(money(everybody)),
    ...people.map(({ name, limit }) => {
      if (limit === undefined) return `${name}: ${says.broken}`;
      if (limit === null) return says.personAny(name);
      return limit === 0 ? says.personNone(name) : says.personUpTo(name, money(limit));
    }),
    says.owner,
    ...(isLimited && !mayDecide ? [says.nobodyDecides] : []),
    says.policy,
    says.others,
  ];
}
