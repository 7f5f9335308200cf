import { useEffect } from "react";

const EVERY_MS = 5_000;

/** While `going`, asks the page's data anew every few seconds, unless nobody is looking at it. */
export function useFresh(going: boolean, revalidate: () => void, everyMs = EVERY_MS): void {
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [going, revalidate, everyMs]);
}
