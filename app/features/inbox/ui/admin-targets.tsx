import { Badge } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { SlaMetric } from "~/features/settings/schema";
import { useReader } from "~/ui/admin/reader";
import { slaWords as words } from "../words/sla-staff";

type Target = { slaMetric: SlaMetric | null; slaDueAt: Date | null; slaSoonAt: Date | null };

/**
 * What is due next, and how soon; nothing where no target runs. Its exact time stands in its title. `readAt`: when
 * the page was read, so that browser and server begin with the same words.
 */
export function TargetBadge({ target, readAt }: { target: Target; readAt: Date }) {
  const { slaMetric, slaDueAt, slaSoonAt } = target;
  const { locale, timeZone } = useReader();
  const now = useNow(readAt);
  if (!slaMetric || !slaDueAt || !slaSoonAt) return null;
  const left = slaDueAt.getTime() - now;
  const text = left > 0 ? words.due(slaMetric, left) : words.overdue(slaMetric, -left);
  const tone = left <= 0 ? ("critical" as const) : slaSoonAt.getTime() <= now ? ("warning" as const) : null;
  const at = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <span title={at.format(slaDueAt)} suppressHydrationWarning>
      <Badge {...(tone ? { tone } : {})}>{text}</Badge>
    </span>
  );
}

const TICK_MS = 30_000;

/** The time in milliseconds: that of reading at first, then read again twice a minute while it is shown. */
function useNow(readAt: Date): number {
  const read = readAt.getTime();
  const [now, setNow] = useState(read);
  useEffect(() => {
    setNow(read);
    const ticks = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticks);
  }, [read]);
  return now;
}
