import type { Locale } from "~/platform/i18n/locales";
import { formatCalendarDay } from "~/values/calendar";
import { rowOf } from "./request-form";
import type { Problem } from "./request-steps";
import type { RequestView } from "./request-view";
import { words } from "./words";

/** What of a page is needed to name its fields. */
type Shown = { orders: RequestView["orders"]; draft: Pick<RequestView["draft"], "lines"> };

/**
 * What to mend, and the field where it is mended. `region` says how days are written, where the language alone does
 * not.
 */
export function problemText(
  { refusal: { code, detail }, row }: Problem,
  view: Shown,
  locale: Locale,
  region: string = locale,
): { fieldId: string; message: string } {
  const says = words(locale).form.errors;
  const first = `pick-${view.orders.flatMap((order) => order.lines).find((one) => one.bar === null)?.orderLineId}`;
  const at = (field: string) => (row ? `${field}-${row}` : first);
  const number = (name: string) => Number(detail?.[name] ?? 0);
  switch (code) {
    case "returns.nothingChosen":
      return { fieldId: first, message: says.nothingChosen };
    case "input.invalid":
      if (detail?.field === "quantity") return { fieldId: at("quantity"), message: says.quantityWrong };
      return { fieldId: at("reason"), message: says.reasonMissing };
    case "returns.reasonNotOffered":
      return { fieldId: at("reason"), message: says.reasonMissing };
    case "returns.quantityTooLarge":
      return { fieldId: at("quantity"), message: says.tooMany(number("most")) };
    case "returns.windowClosed":
      return {
        fieldId: at("pick"),
        message: detail?.lastDay
          ? words(locale).form.bars.windowClosed(formatCalendarDay(String(detail.lastDay), region))
          : says.changed,
      };
    case "returns.belowMinimum":
      return { fieldId: first, message: says.belowMinimum };
    case "returns.bundleWhole":
      return { fieldId: first, message: says.bundleWhole };
    case "limits.tooMany":
      return row
        ? { fieldId: at("photo"), message: says.tooManyUploads }
        : { fieldId: first, message: says.tooOften };
    case "returns.answersMissing":
      return {
        fieldId: at("answer") + (detail?.question ? `-${detail.question}` : ""),
        message: says.answerMissing,
      };
    case "returns.answerRefused":
      return {
        fieldId: at("answer") + (detail?.question ? `-${detail.question}` : ""),
        message: says.answerRefused,
      };
    case "returns.photosMissing":
      return { fieldId: at("photo"), message: says.photosMissing(number("least") || number("photos") || 1) };
    case "returns.photoUnreadable":
      return { fieldId: at("photo"), message: says.photoUnreadable };
    case "returns.photoTooLarge":
      return { fieldId: at("photo"), message: says.photoTooLarge };
    case "returns.tooManyPhotos":
      return { fieldId: at("photo"), message: says.tooManyPhotos };
    case "returns.outcomeNotOffered":
      return { fieldId: at("outcome"), message: says.outcomeMissing };
    case "returns.methodNotOffered":
      return { fieldId: "method", message: says.methodMissing };
    case "returns.exchangeMissing":
      return { fieldId: at(anything(view, row) ? "any" : "variant"), message: says.exchangeMissing };
    case "returns.soldOut":
      return { fieldId: at(anything(view, row) ? "any" : "variant"), message: says.soldOut };
    default:
      return { fieldId: first, message: says.changed };
  }
}

/** The sentence beside a field, when that is where something is to be mended. */
export const errorFor = (view: RequestView, fieldId: string, locale: Locale): string | undefined =>
  view.problems.map((problem) => problemText(problem, view, locale)).find((one) => one.fieldId === fieldId)
    ?.message;

/** Is something else than another version of the same thing wanted for this line? Its field has another name. */
const anything = (view: Shown, row: string | null): boolean =>
  view.draft.lines.some((one) => rowOf(one) === row && one.outcome === "exchangeAny");
