import { Banner, BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import { useReader } from "~/ui/admin/reader";
import { formatMoney } from "~/values/money";
import {
  type ByCurrency,
  type Change,
  HAPPENINGS,
  type Happening,
  type Replay,
  VERDICTS,
} from "../../replay";
import type { Replayed } from "../../replay-lines";
import { replayWords as words } from "../../words/policy-replay";

/** Counts as the reader writes them. */
export const useCount = () => {
  const { locale } = useReader();
  const format = new Intl.NumberFormat(locale);
  return (count: number) => format.format(count);
};

const useAmounts = () => {
  const { locale } = useReader();
  return (sums: ByCurrency): string =>
    Object.entries(sums)
      .map(([currency, amount]) => formatMoney({ amount, currency }, locale))
      .join(", ");
};

/** What a draft would have done: two bars, the numbers behind them, and what would be otherwise. */
export function ReplayResult({ replay, partial, ms }: Replayed) {
  const count = useCount();
  const amounts = useAmounts();
  const orders = replay.orders.count > 0 && (
    <Text as="p">{words.orders(count(replay.orders.open), count(replay.orders.count))}</Text>
  );
  if (replay.returns === 0)
    return (
      <BlockStack gap="200">
        <Text as="p">{words.nothing}</Text>
        {orders}
      </BlockStack>
    );
  return (
    <BlockStack gap="400">
      <Text as="p" tone="subdued">
        {`${words.of(count(replay.returns), (ms / 1_000).toFixed(1))} ${partial ? words.partial(count(replay.returns)) : ""}`}
      </Text>
      <Bars replay={replay} />
      <Table replay={replay} />
      <Changes replay={replay} />
      <BlockStack gap="100">
        {Object.keys(replay.fees).length > 0 && (
          <Text as="p">{`${words.fees}: ${amounts(replay.fees)}`}</Text>
        )}
        {Object.keys(replay.bonus).length > 0 && (
          <Text as="p">{`${words.bonus}: ${amounts(replay.bonus)}`}</Text>
        )}
        {replay.askedForMore > 0 && <Text as="p">{words.more(count(replay.askedForMore))}</Text>}
        {orders}
      </BlockStack>
      <Refusals replay={replay} />
    </BlockStack>
  );
}

type Part = { key: string; name: string; colour: string; count: number; value: ByCurrency };

const COLOURS = {
  approve: "var(--p-color-bg-fill-success)",
  review: "var(--p-color-bg-fill-caution)",
  refuse: "var(--p-color-bg-fill-critical)",
  open: "var(--p-color-bg-fill-tertiary-active)",
};
const COLOUR_OF: Record<Happening, string> = {
  automatic: COLOURS.approve,
  approved: COLOURS.review,
  declined: COLOURS.refuse,
  open: COLOURS.open,
};

/** Cells of the table, added up. */
function sumOf(cells: readonly { count: number; value: ByCurrency }[]): Pick<Part, "count" | "value"> {
  const value: ByCurrency = {};
  for (const cell of cells)
    for (const [currency, amount] of Object.entries(cell.value))
      value[currency] = (value[currency] ?? 0n) + amount;
  return { count: cells.reduce((sum, cell) => sum + cell.count, 0), value };
}

/** What happened above what the draft would have done, both as long as all returns. */
function Bars({ replay: { table } }: { replay: Replay }) {
  const past = HAPPENINGS.map((one) => ({
    ...{ key: one, name: words.happened[one], colour: COLOUR_OF[one] },
    ...sumOf(VERDICTS.map((verdict) => table[verdict][one])),
  }));
  const draft = VERDICTS.map((verdict) => ({
    ...{ key: verdict, name: words.verdicts[verdict], colour: COLOURS[verdict] },
    ...sumOf(Object.values(table[verdict])),
  }));
  return (
    <>
      <Bar title={words.bars.past} parts={past} />
      <Bar title={words.bars.draft} parts={draft} />
    </>
  );
}

/** One bar, its parts as wide as their shares; counts and money stand below it for everybody. */
function Bar({ title, parts }: { title: string; parts: Part[] }) {
  const count = useCount();
  const amounts = useAmounts();
  const shown = parts.filter((part) => part.count > 0);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <div className="admin-policy-bar" aria-hidden>
        {shown.map(({ key, colour, count: width }) => (
          <div key={key} style={{ flexGrow: width, flexBasis: 0, background: colour }} />
        ))}
      </div>
      <ul className="admin-plain-list admin-policy-legend">
        {shown.map(({ key, name, colour, count: many, value }) => (
          <li key={key}>
            <span className="admin-policy-dot" style={{ background: colour }} aria-hidden />
            {words.worthOf(name, count(many), amounts(value))}
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}

/** What the draft says, beside what happened. */
function Table({ replay }: { replay: Replay }) {
  const count = useCount();
  const amounts = useAmounts();
  const happened = HAPPENINGS.filter((one) =>
    VERDICTS.some((verdict) => replay.table[verdict][one].count > 0),
  );
  return (
    <div className="admin-policy-scroll">
      <table className="admin-policy-table">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <td />
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col">
                {words.verdicts[verdict]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {happened.map((one) => (
            <tr key={one}>
              <th scope="row">{words.happened[one]}</th>
              {VERDICTS.map((verdict) => {
                const { count: many, value } = replay.table[verdict][one];
                return (
                  <td key={verdict}>
                    <strong>{count(many)}</strong>
                    {many > 0 && <div>{amounts(value)}</div>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TONES: Record<Change, "warning" | "info"> = {
  newlyRefused: "warning",
  newlyAllowed: "info",
  newlyAutomatic: "info",
  newlyReviewed: "warning",
};

function Changes({ replay }: { replay: Replay }) {
  const count = useCount();
  const amounts = useAmounts();
  const changes = (Object.keys(TONES) as Change[]).filter((change) => replay.changes[change].count > 0);
  if (changes.length === 0) return <Text as="p">{words.none}</Text>;
  return (
    <BlockStack gap="300">
      {changes.map((change) => {
        const { count: many, value, examples } = replay.changes[change];
        return (
          <Banner key={change} tone={TONES[change]} title={`${words.changes[change]}: ${count(many)}`}>
            <BlockStack gap="100">
              {Object.keys(value).length > 0 && <Text as="p">{words.worth(amounts(value))}</Text>}
              <InlineStack gap="200">
                <Text as="span">{words.examples}</Text>
                {examples.slice(0, 5).map((id, at) => (
                  <Link key={id} url={`/app/returns/${id}`}>
                    {String(at + 1)}
                  </Link>
                ))}
              </InlineStack>
            </BlockStack>
          </Banner>
        );
      })}
    </BlockStack>
  );
}

function Refusals({ replay }: { replay: Replay }) {
  const count = useCount();
  const refusals = Object.entries(replay.byRefusal).sort(([, one], [, other]) => other - one);
  if (refusals.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {words.refusals}
      </Text>
      <List>
        {refusals.map(([code, many]) => (
          <List.Item key={code}>{`${words.refusalNames[code] ?? code}: ${count(many)}`}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
