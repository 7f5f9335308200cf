import { Badge, BlockStack, Text } from "@shopify/polaris";
import { Pairs } from "~/ui/admin/pairs";
import { useReader } from "~/ui/admin/reader";
import { DayText, MoneyText, TimeText } from "~/ui/admin/text";
import { formatMoney } from "~/values/money";
import { staffWords } from "../words/staff";
import { returnWords } from "../words/staff-return";
import { Quiet, Titled } from "./admin-return-cards";
import type { AdminReturnProps } from "./admin-return-page";

const words = returnWords.money;

/** What a quote and what is owed have in common. */
type Reckoned = {
  currency: string;
  lines: readonly { value: bigint }[];
  refund: bigint;
  credit: bigint;
  giftCard: bigint;
  bonus: bigint;
  exchange: bigint;
  exchangeDifference: bigint;
  restockingFee: bigint;
  returnFee: bigint;
  total: bigint;
};

/** From what was promised over what is owed to what was paid. */
export function MoneyCard(props: AdminReturnProps) {
  const { plus, owed, money, one, now } = props;
  const { locale } = useReader();
  const isOver = one.refundedAt !== null || one.state === "declined" || one.state === "cancelled";
  const changed = owed && plus.quote && owed.total !== plus.quote.total;
  return (
    <Titled title={staffWords.money.title}>
      {plus.refundBy && !isOver && (
        <Text
          as="p"
          {...(plus.refundBy < now ? { tone: "critical" as const, fontWeight: "semibold" as const } : {})}
        >
          {words.refundBy} <DayText at={plus.refundBy} />
          {plus.refundBy < now ? `, ${words.missed}` : ""}
        </Text>
      )}
      {plus.quote ? <Part title={words.quote} of={plus.quote} /> : <Quiet>{words.noQuote}</Quiet>}
      {plus.quote?.shopify != null &&
        plus.quote.shopify !== plus.quote.refund + plus.quote.credit + plus.quote.giftCard && (
          <Quiet>
            {words.differs(
              formatMoney({ amount: plus.quote.shopify, currency: plus.quote.currency }, locale),
            )}
          </Quiet>
        )}
      {owed && !isOver && (changed || !plus.quote) && <Part title={words.owed} of={owed} />}
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {words.paid}
        </Text>
        {plus.entries.length === 0 ? (
          <Quiet>{words.none}</Quiet>
        ) : (
          <ul className="admin-plain-list">
            {plus.entries.map((entry) => (
              <li key={entry.id}>
                {words.kinds[entry.kind] ?? entry.kind} <MoneyText money={entry.amount} />{" "}
                <Badge {...(entry.state === "paid" ? { tone: "success" as const } : {})}>
                  {words.states[entry.state] ?? entry.state}
                </Badge>{" "}
                <Text as="span" tone="subdued" variant="bodySm">
                  {entry.actorName ? `${staffWords.by[entry.actorName] ?? entry.actorName} · ` : ""}
                  <TimeText at={entry.at} />
                </Text>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
      {money && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {words.order}
          </Text>
          <Pairs
            rows={[
              { name: staffWords.money.paid, value: <MoneyText money={money.paid} /> },
              ...(money.otherwise.amount > 0n
                ? [{ name: staffWords.money.back, value: <MoneyText money={money.otherwise} /> }]
                : []),
              { name: staffWords.money.left, value: <MoneyText money={money.left} /> },
            ]}
          />
        </BlockStack>
      )}
    </Titled>
  );
}

function Part({ title, of }: { title: string; of: Reckoned }) {
  const row = (name: string, amount: bigint, strong = false) =>
    amount === 0n && !strong
      ? []
      : [{ name, value: <MoneyText money={{ amount, currency: of.currency }} />, strong }];
  const value = of.lines.reduce((sum, line) => sum + line.value, 0n);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Pairs
        rows={[
          ...row(words.value, value),
          ...row(words.restockingFee, -of.restockingFee),
          ...row(words.returnFee, -of.returnFee),
          ...row(words.exchange, -of.exchange),
          ...row(words.bonus, of.bonus),
          ...(of.exchangeDifference > 0n ? row(words.shopperPays, of.exchangeDifference) : []),
          ...(of.credit > 0n && of.refund > 0n
            ? [...row(words.refund, of.refund), ...row(words.credit, of.credit)]
            : []),
          ...row(
            of.credit > 0n && of.refund === 0n
              ? words.credit
              : of.giftCard > 0n && of.refund === 0n
                ? words.giftCard
                : words.gets,
            of.total,
            true,
          ),
        ]}
      />
    </BlockStack>
  );
}
