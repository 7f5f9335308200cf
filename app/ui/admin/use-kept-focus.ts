import { useEffect } from "react";
import { insteadOf, type Place, placeOf, takesFocus } from "./place-of-focus";

/** Whoever waits longer than this for what they pressed goes on beside it. */
const PATIENCE_MS = 1_000;
const MOST_PLACES = 8;
const KEYS = "keys";
const CHANGES = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden"] };

/**
 * Keeps the focus of whoever works with keys or hears the page (WCAG 2.4.3). A control that is switched off while it
 * works, or goes with its form, would leave it nowhere, and Polaris takes it from buttons that a mouse pressed: then
 * it is back on the control as soon as that can have it, else on what stands in its place, else where it was before;
 * on another screen, on its title. Who clicks beside everything or touches lets it go, and nothing is taken from
 * another frame.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let places: Place[] = [];
    let isHeld = false;
    let by = KEYS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent) => {
      clearTimeout(timer);
      if (!(target instanceof HTMLElement)) return;
      isHeld = true;
      places = [placeOf(target), ...places.filter(({ thing }) => thing !== target)].slice(0, MOST_PLACES);
    };
    const point = ({ target, pointerType }: PointerEvent) => {
      const isOnIt = target instanceof Node && document.activeElement?.contains(target) === true;
      isHeld = isOnIt && document.activeElement !== document.body;
      by = pointerType;
    };
    const type = () => {
      by = KEYS;
    };
    const keep = (isLate = false) => {
      clearTimeout(timer);
      if (!isHeld || by === "touch" || !isLost()) return;
      const next = nextOf(places, isLate);
      if (next === "wait") timer = setTimeout(keep, PATIENCE_MS, true);
      // who works with a mouse has scrolled to where they look
      else next?.focus({ preventScroll: by !== KEYS || next.tagName === "H1" });
    };
    const observer = new MutationObserver(() => keep());
    observer.observe(document.body, CHANGES);
    const ended = new AbortController();
    const during = { signal: ended.signal, capture: true };
    document.addEventListener("focusin", note, during);
    document.addEventListener("pointerdown", point, during);
    document.addEventListener("keydown", type, during);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      ended.abort();
    };
  }, []);
}

/** Is it nowhere on this page, and not in another frame either? */
function isLost(): boolean {
  const at = document.activeElement;
  return document.hasFocus() && (!at || at === document.body || at.matches(":disabled"));
}

function nextOf(places: readonly Place[], isLate: boolean): HTMLElement | "wait" | null {
  if (places[0]?.pathname !== location.pathname) return title();
  for (const place of places) {
    if (takesFocus(place.thing)) return place.thing;
    if (place.thing.isConnected && !isLate) return "wait";
    const instead = insteadOf(place);
    if (instead) return instead;
  }
  return title();
}

function title(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>("main h1");
  if (found) found.tabIndex = -1;
  return found;
}
