import { Banner, BlockStack, Button, InlineStack, Link, List, Spinner, Text } from "@shopify/polaris";
import { useReader } from "~/ui/admin/reader";
import { formatMoney } from "~/values/money";
import { type ByCurrency, type Change, HAPPENINGS, type Replay, VERDICTS, type Verdict } from "../../replay";
import { policyWords } from "../../words/policy-staff";
import { Section } from "./section";

const words = policyWords.replay;

export type Replayed = { replay: Replay; partial: boolean; ms: number };
type Props = { replayed: Replayed | null; running: boolean; mayRun: boolean; onRun: () => void };

/** What the draft would have done with the past. */
export function ReplayCard({ replayed, running, mayRun, onRun }: Props) {
  return (
    <Section path="replay" title={policyWords.sections.replay} text={words.text}>
      <InlineStack gap="300" blockAlign="center">
        <Button onClick={onRun} loading={running} disabled={!mayRun}>
          {words.run}
        </Button>
        <Text as="span" tone="subdued">
          {words.saveFirst}
        </Text>
      </InlineStack>
      <div aria-live="polite">
        {running ? (
          <InlineStack gap="200" blockAlign="center">
            <Spinner size="small" accessibilityLabel={words.running} />
            <Text as="span">{words.running}</Text>
          </InlineStack>
        ) : (
          replayed && <Result {...replayed} />
        )}
      </div>
    </Section>
  );
}

const useCount = () => {
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

function Result({ replay, partial, ms }: Replayed) {
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
      <Bar replay={replay} />
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

const of = (replay: Replay, verdict: Verdict): number =>
  HAPPENINGS.reduce((sum, happening) => sum + replay.table[verdict][happening].count, 0);

const COLOURS: Record<Verdict, string> = {
  approve: "var(--p-color-bg-fill-success)",
  review: "var(--p-color-bg-fill-caution)",
  refuse: "var(--p-color-bg-fill-critical)",
};

/** One bar, its parts as wide as their shares; the numbers stand below it for everybody. */
function Bar({ replay }: { replay: Replay }) {
  const count = useCount();
  return (
    <BlockStack gap="200">
      <div className="admin-policy-bar" aria-hidden>
        {VERDICTS.map((verdict) => (
          <div
            key={verdict}
            style={{
              inlineSize: `${(100 * of(replay, verdict)) / replay.returns}%`,
              background: COLOURS[verdict],
            }}
          />
        ))}
      </div>
      <InlineStack gap="400">
        {VERDICTS.map((verdict) => (
          <InlineStack key={verdict} gap="100" blockAlign="center">
            <span className="admin-policy-dot" style={{ background: COLOURS[verdict] }} aria-hidden />
            <Text as="span">{`${words.verdicts[verdict]}: ${count(of(replay, verdict))}`}</Text>
          </InlineStack>
        ))}
      </InlineStack>
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
          <List.Item key={code}>{`${policyWords.refusals[code] ?? code}: ${count(many)}`}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
