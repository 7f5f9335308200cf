import { z } from "zod";
import { METHODS, OUTCOMES } from "./policy-schema";
import { RETURN_REASONS } from "./reasons";
import { RETURN_STATES, type ReturnState } from "./states";

/** The views every shop has, in the order of a return's life. */
export const RETURN_VIEWS = [
  "decide",
  "coming",
  "inspect",
  "pay",
  "overdue",
  "stuck",
  "approvals",
  "all",
] as const;
export type ReturnView = (typeof RETURN_VIEWS)[number];

/** Which states a view looks at; null: whichever. */
export const VIEW_STATES: Record<ReturnView, readonly ReturnState[] | null> = {
  decide: ["requested"],
  coming: ["approved", "labelled"],
  inspect: ["received"],
  pay: ["received"],
  overdue: null,
  stuck: null,
  approvals: null,
  all: null,
};

/** States in which somebody still waits for the outcome. The index `return_due` is over these. */
export const OPEN_STATES = ["requested", "approved", "labelled", "received"] as const;

/** A refund promised until a day is "near" this long before. */
export const NEAR_MS = 2 * 86_400_000;

export const LIST_SORTS = ["newest", "oldest", "due", "value"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Work is done in the order it came; what only is looked at shows the latest first. */
export const defaultSort = (view: ReturnView): ListSort =>
  view === "overdue"
    ? "due"
    : view === "all" || view === "stuck" || view === "approvals"
      ? "newest"
      : "oldest";

const day = z.iso.date().optional().catch(undefined);
/** Whole units of the shop's currency. */
const units = z.coerce.number().int().min(0).max(1_000_000_000).optional().catch(undefined);
const blankAsAbsent = (value: unknown) => (value === "" ? undefined : value);

/**
 * What a list is narrowed to. Read from an address bar or a saved view, so nonsense is left out rather than
 * refused: a list always shows something.
 */
export const listFilterSchema = z.object({
  view: z.enum(RETURN_VIEWS).catch("decide"),
  state: z.enum(RETURN_STATES).optional().catch(undefined),
  reason: z.enum(RETURN_REASONS).optional().catch(undefined),
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
  method: z.enum(METHODS).optional().catch(undefined),
  gift: z.enum(["yes", "no"]).optional().catch(undefined),
  country: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}$/))
    .optional()
    .catch(undefined),
  /** a product's id, or how its SKU or title begins */
  product: z
    .string()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .transform((text) => text.replace(/[\u0000-\u001f\u007f]+/g, " ").trim())
    .pipe(z.string().min(2).max(100))
    .optional()
    .catch(undefined),
  min: z.preprocess(blankAsAbsent, units).catch(undefined),
  max: z.preprocess(blankAsAbsent, units).catch(undefined),
  /** asked for on or after, and on or before, a day of the shop's zone */
  from: day,
  to: day,
  sort: z.enum(LIST_SORTS).optional().catch(undefined),
});
export type ListFilter = z.output<typeof listFilterSchema>;

/** What narrows a view further. */
export const NARROWING = [
  "state",
  "reason",
  "outcome",
  "method",
  "gift",
  "country",
  "product",
  "min",
  "max",
  "from",
  "to",
] as const satisfies readonly (keyof ListFilter)[];
export type Narrowing = (typeof NARROWING)[number];

/** Addresses of the list before it had views of its own, which people may have kept. */
const OLD_TABS: Readonly<Record<string, ReturnView>> = {
  review: "decide",
  coming: "coming",
  received: "inspect",
  done: "all",
  stopped: "all",
  all: "all",
};

/** What an address asks for. Nothing at all is the first view: what wants deciding. */
export function readFilter(params: Readonly<Record<string, string | undefined>>): ListFilter {
  const tab = params.view ? undefined : OLD_TABS[params.state ?? ""];
  return listFilterSchema.parse(tab ? { ...params, state: undefined, view: tab } : params);
}

/** A filter as it stands in an address; `readFilter` reads it back. */
export function filterParams(filter: ListFilter): Record<string, string> {
  const all = Object.entries(filter).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

/** Which parts of a filter narrow the view. */
export const narrowedBy = (filter: ListFilter): Narrowing[] =>
  NARROWING.filter((name) => filter[name] !== undefined);

/** The list's address for a filter. */
export const listUrl = (filter: Partial<ListFilter>, more: Readonly<Record<string, string>> = {}): string =>
  `/app/returns?${new URLSearchParams({ ...filterParams(filter as ListFilter), ...more })}`;
