import { BlockStack, Text } from "@shopify/polaris";
import { Table } from "~/ui/admin/table";
import type { RecommendationReport } from "../surveys/recommendation-report";
import { netPromoterScore, type Recommending } from "../surveys/scores";
import { reportWords as words } from "../words/report-staff";

/** Whether buyers would recommend the shop: all, and by what they bought. */
export function ReportRecommending({ asked, all, products }: RecommendationReport) {
  const { recommending: says } = words;
  const rows = [{ key: words.all, recommending: all }, ...products];
  return (
    <BlockStack gap="300">
      <Text as="p">{says.answered(all.answered, asked)}</Text>
      <Table
        label={says.title}
        headings={[
          { title: words.by.product },
          ...Object.values(says.columns).map((title) => ({ title, end: true, named: true })),
        ]}
        rows={rows.map(({ key, recommending }, at) => ({
          id: `${at} ${key}`,
          cells: [
            key,
            scoreOf(recommending),
            String(recommending.promoter),
            String(recommending.passive),
            String(recommending.detractor),
          ],
        }))}
      />
    </BlockStack>
  );
}

const scoreOf = (recommending: Recommending): string => {
  const score = netPromoterScore(recommending);
  return score === null ? "–" : words.score(score);
};
