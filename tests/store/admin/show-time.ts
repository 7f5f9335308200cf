import type { Store } from "../store";

/** A moment, in the shop's own time zone. */
export function showTime(store: Store, shop: string, at: string | Date | null): string {
  if (!at) return "";
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: store.shop(shop).timezone,
  }).format(new Date(at));
}
