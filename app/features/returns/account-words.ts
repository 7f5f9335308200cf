import type { Locale } from "~/platform/i18n/locales";
import { MOST_PHOTOS } from "./photo-limits";
import type { Step } from "./request-steps";
import type { RequestView } from "./request-view";
import { words } from "./words";

export type AccountWords = ReturnType<typeof accountWords>;

/** What a page of a request says besides what is chosen on it: the storefront's own words. */
export function accountWords(view: RequestView, step: Step, locale: Locale) {
  const { form, request, status } = words(locale);
  const perPhoto = <T>(text: (at: number) => T) =>
    Array.from({ length: MOST_PHOTOS }, (_, at) => text(at + 1));
  return {
    lead: view.auto ? form.leadAuto : form.leadReview,
    step: request.step(view.steps.indexOf(step) + 1, view.steps.length),
    heading: step === "items" ? null : request.titles[step],
    mend: form.errors.title,
    onwards: step === "check" ? (view.auto ? form.submitAuto : form.submitReview) : request.next,
    back: request.back,
    quantity: form.quantity,
    reason: form.reason,
    reasonEmpty: form.reasonEmpty,
    more: request.more,
    note: form.note,
    cannot: form.cannot,
    nothing: form.nothing,
    nothingText: form.nothingText,
    /** what Shopify may hold against a thing that we would take */
    bars: {
      finalSale: form.bars.finalSale,
      notDelivered: form.bars.notDelivered,
      alreadyReturned: form.bars.alreadyReturned,
      windowClosed: status.declineReasons.RETURN_PERIOD_ENDED,
      other: form.bars.shopifyBars,
    },
    photosHint: request.photos.hint,
    photos: perPhoto(request.photos.alt),
    removePhotos: perPhoto(request.photos.remove),
    photoRefused: form.errors.photoUnreadable,
    outcome: request.outcome,
    variant: request.variant,
    variantEmpty: request.variantEmpty,
    exchangeDown: request.exchangeDown,
    search: request.search,
    searchGo: request.searchGo,
    found: request.found,
    nothingFound: request.nothingFound,
    method: request.method,
    soFar: request.soFar,
    split: request.split,
    unsplit: request.unsplit,
    earlier: status.earlier,
    toOrder: status.order(view.orders[0]?.name ?? ""),
  };
}
