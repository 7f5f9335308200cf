import { z } from "zod";
import { filterParams, type ListFilter, listFilterSchema } from "./views";

/** A view of the returns list that somebody keeps: for themselves, or for everybody of the shop. */
export type KeptView = { id: string; name: string; filter: ListFilter; mine: boolean };

export const LONGEST_VIEW_NAME = 40;
/** A row of more tabs than this is no overview any more. */
export const MOST_VIEWS = 20;

const name = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  .transform((text) => text.replace(/[\u0000-\u001f\u007f]+/g, " ").trim())
  .pipe(z.string().min(1).max(LONGEST_VIEW_NAME));
const id = z.uuid();

/** What may be done with saved views. `filter` is a filter's part of an address. */
export const changeViewSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("saveView"),
    name,
    filter: z.string().max(2_000),
    forAll: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("renameView"), id, name }),
  z.object({ intent: z.literal("deleteView"), id }),
]);
export type ChangeView = z.output<typeof changeViewSchema>;

/** A kept filter (JSON column). Parts that no longer mean anything are left out. */
export const readKeptFilter = (kept: unknown): ListFilter => listFilterSchema.parse(kept ?? {});

/** The filter that stands in a part of an address, as it is kept. */
export const keptFilter = (address: string): Record<string, string> =>
  filterParams(listFilterSchema.parse(Object.fromEntries(new URLSearchParams(address))));
