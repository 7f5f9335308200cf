import { Banner } from "@shopify/polaris";
import { staffWords } from "../words/staff";

/** Says what is paused, and what becomes of it. */
export function PausedBanner({ paused }: { paused: string[] }) {
  if (paused.length === 0) return null;
  const says = staffWords.paused;
  const names = paused.map((key) => staffWords.kinds[key] ?? key).join(", ");
  return (
    <Banner tone="warning" title={paused.includes("all") ? says.all : says.some(names)}>
      {says.text}
    </Banner>
  );
}
