import { SkeletonPage } from "@shopify/polaris";
import { type ReactNode, useEffect, useState } from "react";
import { SkeletonList } from "./skeleton-list";

/** Sooner than this nobody wonders, and an outline would only flicker (Nielsen: about a second keeps the thought). */
const LATE_MS = 500;

/**
 * While another screen is `coming` and takes its time, its outline stands here. The one before is only hidden: it
 * is back as it was, with all that was typed, when the other does not come.
 */
export function UntilThere({ coming, children }: { coming: boolean; children: ReactNode }) {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    setIsLate(false);
    if (!coming) return;
    const timer = setTimeout(() => setIsLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, [coming]);
  const shown = coming && isLate;
  return (
    <>
      {shown && (
        <SkeletonPage primaryAction>
          <SkeletonList rows={8} />
        </SkeletonPage>
      )}
      <div hidden={shown}>{children}</div>
    </>
  );
}
