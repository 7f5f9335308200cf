import { Badge } from "@shopify/polaris";
import type { SlaMetric } from "~/features/settings/schema";
import { useReader } from "~/ui/admin/reader";
import { slaWords as words } from "../words/sla-staff";

type Target = { slaMetric: SlaMetric | null; slaDueAt: Date | null; slaSoonAt: Date | null };

/** What is due next, and how soon; nothing where no target runs. Its exact time stands in its title. */
export function TargetBadge({ slaMetric, slaDueAt, slaSoonAt }: Target) {
  const { locale, timeZone } = useReader();
  if (!slaMetric || !slaDueAt || !slaSoonAt) return null;
  const now = Date.now();
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
