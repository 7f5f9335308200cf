import type { Refusal } from "~/values/result";
import { type Asked, answersOf } from "./offers";
import type { Method, Outcome } from "./policy-schema";
import { type Draft, type DraftLine, rowOf } from "./request-form";

/** The pages of a request. Those that would ask nothing are left out. */
export const STEPS = ["items", "details", "how", "check"] as const;
export type Step = (typeof STEPS)[number];
export const isStep = (text: string | null | undefined): text is Step => STEPS.some((step) => step === text);

/** What one chosen line is asked. */
export type LineAsks = Asked & {
  /** how many of the order line may come back, all its rows together; 0: none may */
  most: number;
  outcomes: Outcome[];
  /** stock of the variant that was chosen for an exchange; null: as many as wanted; undefined: no such variant */
  chosenAvailable: number | null | undefined;
};

/** What is asked of each row of the draft, by `rowOf`. */
export type Asks = { lines: ReadonlyMap<string, LineAsks>; methods: Method[] };

/** Outcomes for which something must be chosen that is sent instead. */
export const needsVariant = (outcome: Outcome | null): boolean =>
  outcome === "exchange" || outcome === "exchangeAny";

/** What travels, and so needs a way. */
export const travels = (outcome: Outcome | null): boolean => outcome !== "keep";

/** The pages this request needs, in their order. */
export function stepsOf(draft: Draft, asks: Asks): Step[] {
  const of = (line: DraftLine) => asks.lines.get(rowOf(line));
  const details = draft.lines.some((line) => {
    const asked = of(line);
    return asked !== undefined && (asked.photos > 0 || asked.questions.length > 0);
  });
  const how =
    asks.methods.length > 1 ||
    draft.lines.some((line) => {
      const outcomes = of(line)?.outcomes ?? [];
      return outcomes.length > 1 || outcomes.some(needsVariant);
    });
  return STEPS.filter((step) => (step === "details" ? details : step === "how" ? how : true));
}

/** With what is the only choice chosen. */
export function withOnlyChoices(draft: Draft, asks: Asks): Draft {
  const [onlyMethod] = asks.methods;
  return {
    ...draft,
    method:
      draft.method && asks.methods.includes(draft.method)
        ? draft.method
        : asks.methods.length === 1
          ? (onlyMethod ?? null)
          : null,
    lines: draft.lines.map((line) => {
      const outcomes = asks.lines.get(rowOf(line))?.outcomes ?? [];
      const kept = line.outcome && outcomes.includes(line.outcome) ? line.outcome : null;
      return { ...line, outcome: kept ?? (outcomes.length === 1 ? (outcomes[0] ?? null) : null) };
    }),
  };
}

/** Something to mend: on which page, and in which row of the form. */
export type Problem = { step: Step; refusal: Refusal; row: string | null };

const problem = (
  step: Step,
  code: Refusal["code"],
  line: DraftLine | null,
  detail?: Refusal["detail"],
): Problem => ({
  step,
  row: line && rowOf(line),
  refusal: {
    code,
    ...(line || detail ? { detail: { ...(line ? { orderLineId: line.orderLineId } : {}), ...detail } } : {}),
  },
});

/** What is missing or wrong up to and with this page, the first first. */
export function problemsOf(draft: Draft, asks: Asks, upTo: Step): Problem[] {
  if (draft.lines.length === 0) return [problem("items", "returns.nothingChosen", null)];
  const last = STEPS.indexOf(upTo);
  const all = draft.lines.flatMap((line) => problemsOfLine(line, asks.lines.get(rowOf(line))));
  all.push(...tooManyTogether(draft, asks));
  if (!draft.method && draft.lines.some((line) => travels(line.outcome)))
    all.push(problem("how", "returns.methodNotOffered", null));
  return all.filter(({ step }) => STEPS.indexOf(step) <= last);
}

/** Rows that are fine one by one, and more together than may come back. */
function tooManyTogether({ lines }: Draft, asks: Asks): Problem[] {
  const sums = new Map<string, number>();
  return lines.flatMap((line) => {
    const most = asks.lines.get(rowOf(line))?.most ?? 0;
    const before = sums.get(line.orderLineId) ?? 0;
    sums.set(line.orderLineId, before + line.quantity);
    return line.quantity <= most && before > 0 && before + line.quantity > most
      ? [problem("items", "returns.quantityTooLarge", line, { most })]
      : [];
  });
}

function problemsOfLine(line: DraftLine, asks: LineAsks | undefined): Problem[] {
  if (!asks) return [problem("items", "returns.lineUnknown", line)];
  const found: Problem[] = [];
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
    found.push(problem("items", "input.invalid", line, { field: "quantity" }));
  else if (line.quantity > asks.most)
    found.push(problem("items", "returns.quantityTooLarge", line, { most: asks.most }));
  if (!line.reason) found.push(problem("items", "input.invalid", line, { field: "reason" }));
  const unanswered = asks.questions.find(
    (question) => !answersOf(question).includes(line.answers[question.id] ?? ""),
  );
  if (unanswered) found.push(problem("details", "returns.answersMissing", line, { question: unanswered.id }));
  if (line.photos.length < asks.photos)
    found.push(problem("details", "returns.photosMissing", line, { least: asks.photos }));
  if (!line.outcome) found.push(problem("how", "returns.outcomeNotOffered", line));
  else if (needsVariant(line.outcome)) found.push(...problemsOfVariant(line, asks));
  return found;
}

function problemsOfVariant(line: DraftLine, { chosenAvailable }: LineAsks): Problem[] {
  if (!line.variantId || chosenAvailable === undefined)
    return [problem("how", "returns.exchangeMissing", line)];
  if (chosenAvailable !== null && chosenAvailable < line.quantity)
    return [problem("how", "returns.soldOut", line, { left: chosenAvailable })];
  return [];
}

/** On which page a refusal of the decision is mended. */
export function stepOfRefusal({ code }: Refusal): Step {
  switch (code) {
    case "returns.photosMissing":
    case "returns.photoUnreadable":
    case "returns.photoTooLarge":
    case "returns.tooManyPhotos":
    case "returns.answersMissing":
    case "returns.answerRefused":
      return "details";
    case "returns.outcomeNotOffered":
    case "returns.methodNotOffered":
    case "returns.exchangeMissing":
    case "returns.soldOut":
      return "how";
    default:
      return "items";
  }
}
