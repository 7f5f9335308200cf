import { SLA_METRICS, type SlaMetric } from "~/features/settings/schema";
import type { PolicyDraft } from "../sla/targets-form";
import { PRIORITIES } from "../views";
import { reportWords } from "./report-staff";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A length of time as a clock shows it: "2 h 5 min"; from two days on in days. Milliseconds. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes >= 2 * DAY_MINUTES) return `${Math.round(minutes / DAY_MINUTES)} days`;
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const metrics: Record<SlaMetric, string> = {
  firstReply: "First reply",
  nextReply: "Next reply",
  resolution: "Resolution",
};

const or = (these: readonly string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(these);
const listed = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
const quoted = (text: string) => or(listed(text).map((one) => `“${one}”`));
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function languageName(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code; // not the name of a language
  }
}

/** Whom a policy is for. */
function forWhom({ priorities, channels, tags, customerTags, languages: spoken }: PolicyDraft): string {
  const conditions = [
    priorities.length > 0 ? `of priority ${or(priorities)}` : "",
    channels.length > 0
      ? `by ${or(channels.map((one) => (reportWords.channels[one] ?? one).toLowerCase()))}`
      : "",
    tags ? `tagged ${quoted(tags)}` : "",
    customerTags ? `from customers tagged ${quoted(customerTags)} in Shopify` : "",
    spoken ? `in ${or(listed(spoken).map(languageName))}` : "",
  ].filter(Boolean);
  return conditions.length === 0 ? "All conversations" : `Conversations ${conditions.join(", ")}`;
}

const PROMISED: Record<SlaMetric, string> = {
  firstReply: "a first reply",
  nextReply: "each further reply",
  resolution: "a solution",
};

/** What a target is for each priority: one length where they are alike. */
function withinOf(target: PolicyDraft["targets"][SlaMetric]): string {
  const set = PRIORITIES.filter((priority) => target[priority].trim() !== "");
  const lengths = new Set(set.map((priority) => target[priority].trim()));
  if (set.length === PRIORITIES.length && lengths.size === 1) return [...lengths].join("");
  return set.map((priority) => `${target[priority].trim()} (${priority})`).join(", ");
}

/** A policy in plain words, a sentence each: whom it is for and how soon, when staff are warned, what else happens. */
function summaryOf(draft: PolicyDraft, assigned: string): string[] {
  const promised = SLA_METRICS.flatMap((metric) => {
    const within = withinOf(draft.targets[metric]);
    return within ? [`${PROMISED[metric]} within ${within}`] : [];
  });
  const time = draft.counts === "business" ? "business time" : "time at all hours";
  const steps = [
    draft.raiseTo ? `its priority becomes ${draft.raiseTo}` : "",
    draft.assign ? `it goes to ${assigned}` : "",
    draft.mailTo ? `${draft.mailTo} gets a mail` : "",
  ].filter(Boolean);
  return [
    promised.length === 0
      ? `${forWhom(draft)} have no target yet.`
      : `${forWhom(draft)} get ${promised.join("; ")}. That is ${time}.`,
    draft.warn === "" || draft.warn === "0"
      ? ""
      : `Whoever has or follows it is warned ${draft.warn} before.`,
    steps.length > 0 ? `When it is missed, ${steps.join(", ")}.` : "",
  ].filter(Boolean);
}

/** What staff read of targets for answers. */
export const slaWords = {
  metrics,
  due: (metric: SlaMetric, ms: number) => `${metrics[metric]} due in ${lasting(ms)}`,
  overdue: (metric: SlaMetric, ms: number) => `${metrics[metric]} overdue by ${lasting(ms)}`,
  screen: {
    title: "Targets",
    lead: "How soon conversations are to be answered and solved. The first in the list that fits counts.",
    everybody: "All conversations",
    unnamed: "No name yet",
    add: "Add targets",
    none: {
      title: "No targets yet",
      text: "Set how soon you want to answer and solve. What is due next then stands in the inbox, and the report says how often you kept it.",
    },
    promiseStays:
      "Shoppers are not told of targets. What they are promised is the time that your queue and hours allow.",
    numbered: (place: number, name: string) => `${place}. ${name}`,
    summary: summaryOf,
    edit: "Edit",
    fold: "Done",
    up: "Up",
    upNamed: (name: string) => `Move ${name} up`,
    down: "Down",
    downNamed: (name: string) => `Move ${name} down`,
    remove: "Remove",
    removeNamed: (name: string) => `Remove ${name}`,
    name: "Name",
    conditions: "For which conversations",
    conditionsHelp: "Where nothing is chosen or typed, all fit.",
    channel: "Came by",
    tags: "Tags of the conversation",
    commas: "Separated by commas; one of them is enough.",
    customerTags: "Tags of the customer in Shopify",
    customerTagsHelp: "Such as VIP. Separated by commas; one of them is enough.",
    languages: "Languages",
    languagesHelp: "Their codes, such as de, fr, pt-BR.",
    targets: "How soon",
    targetsHelp:
      "Such as 45 min, 4 h or 1 h 30 min. Leave empty what has no target. The further replies' clock stands still while a conversation is put aside; the solution's also while you wait for the shopper.",
    counts: "What counts",
    business: "Business time: your hours, without public holidays",
    calendar: "Time at all hours",
    noTarget: "None",
    misses: "Before and when a target is missed",
    warn: "Warn before",
    warnHelp: "Whoever has or follows the conversation has news then. 0 for never.",
    raise: "Raise the priority to",
    raiseNot: "Leave it as it is",
    assign: "Give it to",
    assignNot: "Leave it where it is",
    team: (name: string) => `Team ${name}`,
    mailTo: "Send a mail to",
    mailToHelp: "It names the ticket, and nothing of the shopper.",
    wrong: {
      name: "Give it a name.",
      tags: "",
      customerTags: "",
      languages: "",
      warn: "A length such as 30 min or 2 h, or 0.",
      mailTo: "One mail address.",
      assign: "Choose somebody who is there.",
      targets: "Set at least one target.",
      length: "Such as 45 min, 4 h or 1 h 30 min; at most 720 h.",
    },
  },
  attainment: {
    title: "Targets met",
    policy: "Targets",
    help: "Of those that were met or missed in this time. What was closed unanswered or merged in time counts as neither.",
  },
  mail: {
    subject: (ticket: string, metric: SlaMetric) => `${ticket}: ${metrics[metric].toLowerCase()} is overdue`,
    title: "A target was missed",
    text: (ticket: string, metric: SlaMetric, policy: string) =>
      `${metrics[metric]} in ${ticket} is overdue by your targets “${policy}”.`,
    open: "Open the conversation",
    why: "You get this because these targets name your address.",
  },
};
