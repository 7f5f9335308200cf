import { z } from "zod";
import {
  MOST_SLA_MINUTES,
  MOST_SLA_POLICIES,
  SLA_METRICS,
  type SlaMetric,
  type SlaPolicy,
} from "~/features/settings/schema";
import { isMailbox } from "~/values/keys";
import type { StaffMember } from "../people";
import { PRIORITIES, type Priority } from "../views";

/** How conversations come in, as a policy may name them. */
export const CHANNELS = ["email", "storefront", "account", "system"] as const;

/** A policy as it stands in the form: everything typed is a text, lists are separated by commas. */
export type PolicyDraft = {
  id: string;
  name: string;
  priorities: Priority[];
  channels: string[];
  tags: string;
  customerTags: string;
  languages: string;
  counts: SlaPolicy["counts"];
  targets: Record<SlaMetric, Record<Priority, string>>;
  warn: string;
  raiseTo: "" | "high" | "urgent";
  /** "person:42", "team:<id>", or empty */
  assign: string;
  mailTo: string;
};

const typed = (most: number) => z.string().trim().max(most);
const perPriority = z.object({ low: typed(20), normal: typed(20), high: typed(20), urgent: typed(20) });

/** What the screen sends. Whether it makes sense `readTargets` says, beside each field. */
export const targetsSchema = z
  .array(
    z.object({
      id: typed(64),
      name: typed(60),
      priorities: z.array(z.enum(PRIORITIES)).max(4),
      channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
      tags: typed(500),
      customerTags: typed(500),
      languages: typed(200),
      counts: z.enum(["business", "calendar"]),
      targets: z.object({ firstReply: perPriority, nextReply: perPriority, resolution: perPriority }),
      warn: typed(20),
      raiseTo: z.enum(["", "high", "urgent"]),
      assign: typed(80),
      mailTo: typed(254),
    }),
  )
  .max(MOST_SLA_POLICIES);

/** "4 h", "1 h 30 min", "45 min"; a bare number is hours. Minutes; null when it is none of these, or not positive. */
export function readLength(text: string): number | null {
  const [, hours, rest, only] =
    /^(?:(\d{1,4})(?:\s*h\s*(?:(\d{1,5})\s*m(?:in)?)?)?|(\d{1,5})\s*m(?:in)?)$/i.exec(text.trim()) ?? [];
  const minutes = Number(hours ?? 0) * 60 + Number(rest ?? only ?? 0);
  return minutes >= 1 && minutes <= MOST_SLA_MINUTES ? minutes : null;
}

/** Minutes as they are typed. */
export const typedLength = (minutes: number): string =>
  [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : "", minutes % 60 > 0 ? `${minutes % 60} min` : ""]
    .filter(Boolean)
    .join(" ");

/** Where something is wrong: the policy's place and the field, "0.name", "1.targets.firstReply.high". */
export type TargetProblems = string[];

export type Known = {
  staff: readonly StaffMember[];
  teams: readonly { id: string; name: string }[];
  /** the policies as they were */
  before: readonly SlaPolicy[];
  now: Date;
  newId(): string;
};

/** Reads what was typed; all problems at once. A policy that is new counts what waits from now on. */
export function readTargets(
  drafts: readonly PolicyDraft[],
  known: Known,
): { value: SlaPolicy[]; problems: TargetProblems } {
  const problems: TargetProblems = [];
  const value = drafts.map((draft, at) => {
    const wrong = (field: string) => problems.push(`${at}.${field}`);
    const before = known.before.find(({ id }) => id === draft.id);
    const targets = readLengths(draft, wrong);
    if (draft.name === "") wrong("name");
    if (SLA_METRICS.every((metric) => PRIORITIES.every((one) => targets[metric][one] === null)))
      wrong("targets");
    const warn = draft.warn === "" || draft.warn === "0" ? 0 : readLength(draft.warn);
    if (warn === null) wrong("warn");
    if (draft.mailTo !== "" && !isMailbox(draft.mailTo)) wrong("mailTo");
    const assign = assignOf(draft.assign, known, before);
    if (draft.assign !== "" && !assign) wrong("assign");
    return {
      id: before?.id ?? known.newId(),
      name: draft.name,
      priorities: draft.priorities,
      channels: draft.channels,
      tags: listed(draft.tags),
      customerTags: listed(draft.customerTags),
      languages: listed(draft.languages),
      counts: draft.counts,
      targets,
      warnMinutes: warn ?? 0,
      onMiss: { raiseTo: draft.raiseTo || null, assign, mailTo: draft.mailTo || null },
      since: before?.since ?? known.now.toISOString(),
    };
  });
  return { value, problems };
}

function readLengths(draft: PolicyDraft, wrong: (field: string) => void): SlaPolicy["targets"] {
  const lengths = (metric: SlaMetric) => {
    const length = (priority: Priority) => {
      const text = draft.targets[metric][priority].trim();
      if (text === "") return null;
      const minutes = readLength(text);
      if (minutes === null) wrong(`targets.${metric}.${priority}`);
      return minutes;
    };
    return { low: length("low"), normal: length("normal"), high: length("high"), urgent: length("urgent") };
  };
  return {
    firstReply: lengths("firstReply"),
    nextReply: lengths("nextReply"),
    resolution: lengths("resolution"),
  };
}

const MOST_LISTED = 20;
const listed = (text: string): string[] =>
  [...new Set(text.split(",").map((one) => one.trim().slice(0, 40)))].filter(Boolean).slice(0, MOST_LISTED);

/** Whom a choice names; somebody who left keeps what they were given before. */
function assignOf(
  choice: string,
  { staff, teams }: Known,
  before: SlaPolicy | undefined,
): SlaPolicy["onMiss"]["assign"] {
  const [to, id] = choice.split(":");
  const had = before?.onMiss.assign ?? null;
  if (had && choice === choiceOf(had)) return had;
  if (to === "team") return teams.some((one) => one.id === id) ? { to, id: id ?? "" } : null;
  const person = to === "person" ? staff.find((one) => one.id === id) : undefined;
  return person ? { to: "person", id: person.id, name: person.name } : null;
}

export const choiceOf = (assign: SlaPolicy["onMiss"]["assign"]): string =>
  assign ? `${assign.to}:${assign.id}` : "";

/** A saved policy as it stands in the form. */
export function typedPolicy(policy: SlaPolicy): PolicyDraft {
  const texts = (metric: SlaMetric) => {
    const text = (priority: Priority) => {
      const minutes = policy.targets[metric][priority];
      return minutes === null ? "" : typedLength(minutes);
    };
    return { low: text("low"), normal: text("normal"), high: text("high"), urgent: text("urgent") };
  };
  return {
    id: policy.id,
    name: policy.name,
    priorities: policy.priorities,
    channels: policy.channels,
    tags: policy.tags.join(", "),
    customerTags: policy.customerTags.join(", "),
    languages: policy.languages.join(", "),
    counts: policy.counts,
    targets: {
      firstReply: texts("firstReply"),
      nextReply: texts("nextReply"),
      resolution: texts("resolution"),
    },
    warn: policy.warnMinutes === 0 ? "0" : typedLength(policy.warnMinutes),
    raiseTo: policy.onMiss.raiseTo ?? "",
    assign: choiceOf(policy.onMiss.assign),
    mailTo: policy.onMiss.mailTo ?? "",
  };
}

/** A policy to begin with, for all conversations. */
export const emptyPolicy = (id: string, name: string): PolicyDraft => ({
  id,
  name,
  priorities: [],
  channels: [],
  tags: "",
  customerTags: "",
  languages: "",
  counts: "business",
  targets: {
    firstReply: { low: "8 h", normal: "4 h", high: "2 h", urgent: "1 h" },
    nextReply: { low: "8 h", normal: "8 h", high: "4 h", urgent: "2 h" },
    resolution: { low: "", normal: "", high: "", urgent: "" },
  },
  warn: "30 min",
  raiseTo: "",
  assign: "",
  mailTo: "",
});
