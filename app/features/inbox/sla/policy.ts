import type { SlaMetric, SlaPolicy } from "~/features/settings/schema";
import type { ConversationState } from "../rules";
import type { Priority } from "../views";

/** What decides which targets a conversation has, and whether they run. */
export type Followed = {
  state: ConversationState;
  priority: Priority;
  channel: string;
  locale: string;
  tags: readonly string[];
  /** what Shopify knows of its customer; none when nobody knows who it is */
  customerTags: readonly string[];
  awaitingSince: Date | null;
  firstRepliedAt: Date | null;
  mergedIntoId: string | null;
};

/** The first policy in order all of whose conditions hold; null: none does. */
export const policyFor = (one: Followed, policies: readonly SlaPolicy[]): SlaPolicy | null =>
  policies.find((policy) => holds(policy, one)) ?? null;

const holds = (policy: SlaPolicy, one: Followed): boolean =>
  names(policy.priorities, [one.priority]) &&
  names(policy.channels, [one.channel]) &&
  names(policy.tags, one.tags) &&
  names(policy.customerTags, one.customerTags) &&
  (names(policy.languages, [one.locale]) || names(policy.languages, [languageOf(one.locale)]));

/** Does a condition name one of these? One that names nothing holds for all; letters are alike in any case. */
const names = (condition: readonly string[], values: readonly string[]): boolean =>
  condition.length === 0 ||
  condition.some((wanted) => values.some((value) => value.toLowerCase() === wanted.toLowerCase()));

/** "pt" of "pt-BR": a policy for a language is for all its countries. */
const languageOf = (locale: string): string => locale.split("-")[0] ?? locale;

/** Minutes that a policy gives a conversation of this priority; null: no target. */
export const targetOf = (policy: SlaPolicy, metric: SlaMetric, priority: Priority): number | null =>
  policy.targets[metric][priority];
