import { z } from "zod";
import { decimals, decimalText, readMoney } from "~/values/money";
import type { Settings } from "./schema";

type Limits = Settings["staff"]["limits"];

/** A limit as it is typed: null is no limit, "0" is nothing without an approval. */
const amount = z.string().max(40).nullable();

/** Who may pay out how much, as the screen sends it. */
export const limitsFormSchema = z.object({
  everybody: amount,
  people: z
    .array(z.object({ staffId: z.string().regex(/^\d{1,20}$/), limit: amount }))
    .max(200)
    .refine((people) => new Set(people.map((one) => one.staffId)).size === people.length),
});
export type LimitsForm = z.infer<typeof limitsFormSchema>;

/** The same in minor units of the shop's currency. */
export type LimitsWanted = {
  everybody: number | null;
  people: { staffId: string; limit: number | null }[];
};

/** Where something typed is no amount: "everybody", or the person's id. */
export type LimitProblems = string[];

const AMOUNT = /^\d{1,9}(?:[.,](\d{1,3}))?$/;

/**
 * Minor units of an amount as a person types it, with a point or a comma before the decimals; undefined when it is
 * none. More decimals than the currency has are refused rather than rounded: "1,000" is not one pound.
 */
export function readAmount(typed: string, currency: string): number | undefined {
  const text = typed.trim();
  const match = AMOUNT.exec(text);
  if (!match) return undefined;
  const fraction = match[1]?.length ?? 0;
  const isThousands = text.includes(",") && fraction === 3;
  if (isThousands || fraction > decimals(currency)) return undefined;
  return Number(readMoney(text.replace(",", "."), currency).amount);
}

/** Reads what was typed. All problems at once, so that each stands beside its field. */
export function readLimits(
  form: LimitsForm,
  currency: string,
): { wanted: LimitsWanted; problems: LimitProblems } {
  const problems: LimitProblems = [];
  const read = (typed: string | null, whose: string): number | null => {
    if (typed === null) return null;
    const value = readAmount(typed, currency);
    if (value === undefined) problems.push(whose);
    return value ?? null;
  };
  const everybody = read(form.everybody, "everybody");
  const people = form.people.map(({ staffId, limit }) => ({ staffId, limit: read(limit, staffId) }));
  return { wanted: { everybody, people }, problems };
}

/** Kept limits as they stand in the form. */
export function typedLimits({ everybody, people }: Limits, currency: string): LimitsForm {
  const typed = (limit: number | null) =>
    limit === null ? null : decimalText({ amount: BigInt(limit), currency });
  return {
    everybody: typed(everybody),
    people: people.map(({ staffId, limit }) => ({ staffId, limit: typed(limit) })),
  };
}
