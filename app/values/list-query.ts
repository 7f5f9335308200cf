import { z } from "zod";

const MOST = 254;

/** Text that Postgres takes and a person may have typed: control characters become spaces. */
const searched = z
  .string()
  .transform((text) =>
    text
      .slice(0, MOST)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
      .replace(/[\u0000-\u001f\u007f]+/g, " ")
      .trim(),
  )
  .catch("");

/**
 * What the address of a list may say. Nonsense is left out rather than refused: a list always shows
 * something. `after` and `before` are cursors, `state` a filter.
 */
export const listQuery = z.object({
  q: searched,
  state: searched,
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
});
export type ListQuery = z.infer<typeof listQuery>;

export const readListQuery = (url: string): ListQuery =>
  listQuery.parse(Object.fromEntries(new URL(url).searchParams));
