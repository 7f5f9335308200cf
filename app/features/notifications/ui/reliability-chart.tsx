import { BlockStack, Card, Text } from "@shopify/polaris";
import { Table } from "~/ui/admin/table";
import type { BackTest } from "../delay/back-test";
import { screenWords } from "../delay/words/screens";

const words = screenWords.backTest.reliability;
const { percent, count } = screenWords.backTest;

const SIZE = 260;
const EDGE = 44;
const at = (share: number) => EDGE + (SIZE - EDGE - 20) * share;

/** What was said against what happened: points on the diagonal mean what they say. The numbers are beside it. */
export function ReliabilityChart({ points }: { points: BackTest["reliability"] }) {
  const most = Math.max(1, ...points.map(({ parcels }) => parcels));
  const y = (share: number) => SIZE - at(share);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.text}
        </Text>
        <div className="delivery-reliability">
          <figure className="admin-chart">
            <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={words.title}>
              {[0, 0.5, 1].map((share) => (
                <g key={share}>
                  <line x1={at(0)} x2={at(1)} y1={y(share)} y2={y(share)} className="admin-chart__grid" />
                  <text x={at(0) - 6} y={y(share) + 4} textAnchor="end">
                    {percent(share)}
                  </text>
                  <text x={at(share)} y={SIZE - 14} textAnchor="middle">
                    {percent(share)}
                  </text>
                </g>
              ))}
              <line x1={at(0)} y1={y(0)} x2={at(1)} y2={y(1)} className="delivery-reliability__line" />
              {points.map(({ told, happened, parcels }) => (
                <circle key={told} cx={at(told)} cy={y(happened)} r={3 + 7 * Math.sqrt(parcels / most)}>
                  <title>{words.point(told, happened, parcels)}</title>
                </circle>
              ))}
            </svg>
          </figure>
          <Table
            label={words.title}
            headings={[
              { title: words.said },
              { title: words.happened, end: true, named: true },
              { title: words.parcels, end: true, named: true },
            ]}
            rows={points.map(({ told, happened, parcels }) => ({
              id: String(told),
              cells: [percent(told), percent(happened), count(parcels)],
            }))}
          />
        </div>
      </BlockStack>
    </Card>
  );
}
