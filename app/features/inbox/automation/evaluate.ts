import { type About, type Condition, shapeOf } from "./conditions";
import type { Rule, RuleSays } from "./rule";

/** A conversation as rules see it, at one moment. Amounts are in minor units of the shop's currency. */
export type Situation = {
  text: string;
  subject: string;
  channel: string;
  language: string;
  reason: string | null;
  state: string;
  priority: string;
  tags: readonly string[];
  assigned: boolean;
  known: boolean;
  proven: boolean;
  customerTags: readonly string[];
  businessHours: boolean;
  /** null: it is about none */
  order: {
    value: bigint;
    country: string | null;
    tags: readonly string[];
    fulfilment: string;
    /** where its parcels are; none yet when empty */
    deliveries: readonly string[];
    cancelled: boolean;
    /** whole days */
    daysSince: number;
    daysSinceDelivery: number | null;
    openReturn: boolean;
  } | null;
  /** orders of the same customer, this one among them; null: nobody knows whose it is */
  orderCount: number | null;
};

/** What a condition met, for the log: no message's words but those that were looked for. */
export type Met = { condition: Condition; holds: boolean; value: string | null };

/** What became of a rule. unmet: its conditions do not hold; stopped: a rule before it ends the list. */
export type Outcome = "fired" | "unmet" | "stopped";
export type Decided = { rule: Rule; outcome: Outcome; conditions: Met[] };

/**
 * Looks at the rules in their order, all at the conversation as it was when it happened: what one does, another
 * does not see. One that is off is left out; behind one that fires and stops, no other does.
 */
export function decide(rules: readonly Rule[], situation: Situation): Decided[] {
  const decided: Decided[] = [];
  let stopped = false;
  for (const rule of rules) {
    if (!rule.enabled) continue;
    const { holds, conditions } = evaluate(rule, situation);
    const outcome: Outcome = stopped ? "stopped" : holds ? "fired" : "unmet";
    decided.push({ rule, outcome, conditions });
    stopped ||= outcome === "fired" && rule.stops;
  }
  return decided;
}

/** Do a rule's conditions hold? With each and what it met. Without conditions they do. */
export function evaluate(
  { match, conditions }: Pick<RuleSays, "match" | "conditions">,
  situation: Situation,
): { holds: boolean; conditions: Met[] } {
  const met = conditions.map((condition) => meets(condition, situation));
  const holds =
    met.length === 0 || (match === "all" ? met.every((one) => one.holds) : met.some((one) => one.holds));
  return { holds, conditions: met };
}

function meets(condition: Condition, situation: Situation): Met {
  const met = (holds: boolean, value: string | null): Met => ({ condition, holds, value });
  const value = VALUE_OF[condition.about](situation);
  if (typeof condition.is === "boolean") return met(value === condition.is, value ? "yes" : "no");
  if ("than" in condition) {
    if (value === null) return met(false, null);
    const than = BigInt(condition.than);
    const isWell =
      condition.is === "atLeast" ? BigInt(value as bigint) >= than : BigInt(value as bigint) <= than;
    return met(isWell, String(value));
  }
  if (shapeOf(condition.about) === "words") {
    const text = folded(value as string);
    const found = condition.of.filter((one) => isSaid(text, folded(one)));
    return met(found.length > 0 === (condition.is === "is"), found.join(", ") || null);
  }
  const values = value as readonly string[];
  const has = values.map(folded);
  const wanted = condition.of.map(folded);
  const isAny = wanted.some((one) => has.includes(one));
  return met(isAny === (condition.is === "is"), values.slice(0, MOST_SHOWN).join(", ") || null);
}

const MOST_SHOWN = 20;
const VIP = "vip";

type Value = readonly string[] | string | boolean | bigint | number | null;
const some = (one: string | null | undefined): readonly string[] => (one ? [one] : []);

/** Where each subject's value stands. What there is not is an empty list, no, or null. */
const VALUE_OF: { [subject in About]: (situation: Situation) => Value } = {
  text: ({ text }) => text,
  subject: ({ subject }) => subject,
  channel: ({ channel }) => some(channel),
  language: ({ language }) => some(language),
  reason: ({ reason }) => some(reason),
  state: ({ state }) => some(state),
  priority: ({ priority }) => some(priority),
  tag: ({ tags }) => tags,
  assigned: ({ assigned }) => assigned,
  known: ({ known }) => known,
  proven: ({ proven }) => proven,
  vip: ({ tags, customerTags, order }) =>
    [...tags, ...customerTags, ...(order?.tags ?? [])].some((one) => folded(one) === VIP),
  customerTag: ({ customerTags }) => customerTags,
  orderCount: ({ orderCount }) => orderCount,
  orderValue: ({ order }) => order?.value ?? null,
  country: ({ order }) => some(order?.country),
  orderTag: ({ order }) => order?.tags ?? [],
  fulfilment: ({ order }) => some(order?.fulfilment),
  delivery: ({ order }) => (order?.deliveries.length === 0 ? ["none"] : (order?.deliveries ?? [])),
  cancelled: ({ order }) => order?.cancelled ?? false,
  daysSinceOrder: ({ order }) => order?.daysSince ?? null,
  daysSinceDelivery: ({ order }) => order?.daysSinceDelivery ?? null,
  openReturn: ({ order }) => order?.openReturn ?? false,
  businessHours: ({ businessHours }) => businessHours,
};

/** One spelling of what is compared: compatible forms, case and spaces do not count. */
const folded = (text: string): string =>
  text.normalize("NFKC").toLocaleLowerCase("en").replace(/\s+/gu, " ").trim();

/** Scripts whose words stand apart and begin where they begin; others join words, or put letters before them. */
const WORDS_APART = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;

/** Does a text say this? A word counts with any ending: "return" is in "Returned", and not in "preturn". */
export const says = (text: string, wanted: string): boolean => isSaid(folded(text), folded(wanted));

function isSaid(text: string, phrase: string): boolean {
  if (phrase === "") return false;
  const isApart = WORDS_APART.test(phrase);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!isApart || !LETTER_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
}
