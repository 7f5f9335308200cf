/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import { askQuote, type Draft, type Page, type Quote } from "./ask";

/** What comes back, line by line of reckoning, in the order's currency. */
export const QuoteTable = ({ quote, isOld = false }: { quote: Quote; isOld?: boolean }) => (
  <s-section heading={quote.title}>
    <s-stack gap="small-200">
      {quote.rows.length === 0 && <s-paragraph>{quote.nothing}</s-paragraph>}
      {quote.rows.map((row) => (
        <s-grid key={row.label} gridTemplateColumns="1fr auto" gap="base">
          <s-text {...look(row, isOld)}>{row.label}</s-text>
          <s-text {...look(row, isOld)}>{row.amount}</s-text>
        </s-grid>
      ))}
      {quote.tax && <s-text color="subdued">{quote.tax}</s-text>}
      {quote.refundBy && <s-paragraph>{quote.refundBy}</s-paragraph>}
    </s-stack>
  </s-section>
);

const look = ({ sum }: Quote["rows"][number], isOld: boolean) => ({
  ...(sum ? { type: "strong" as const } : {}),
  ...(isOld ? { color: "subdued" as const } : {}),
});

/** How long somebody may go on choosing before the next question is asked. */
const PAUSE_MS = 300;

type Shown = { key: string; quotes: readonly Quote[] };

/**
 * What would come back of what is chosen so far: asked anew whenever that changes. Until the answer is there the old
 * one stays, paler: nothing on the page may move under a finger.
 */
export function LiveQuote({ page, draft }: { page: Page; draft: Draft }) {
  const key = keyOf(draft);
  const [shown, setShown] = useState<Shown>({ key: keyOf(page.draft), quotes: page.quotes });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what it depends on
  useEffect(() => {
    if (key === shown.key) return;
    let isLatest = true;
    const waiting = setTimeout(async () => {
      const quotes = await askQuote(draft, page.step);
      if (isLatest) setShown({ key, quotes: quotes ?? [] });
    }, PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(waiting);
    };
  }, [key]);
  const { soFar } = page.says;
  return (
    <s-stack gap="base" accessibilityRole="status">
      {shown.quotes.map((quote) => (
        <QuoteTable
          key={quote.title}
          quote={shown.quotes.length > 1 ? quote : { ...quote, title: soFar.title }}
          isOld={shown.key !== key}
        />
      ))}
      {shown.quotes.length === 0 && (
        <s-section heading={soFar.title}>
          <s-paragraph>{draft.lines.length === 0 ? soFar.nothing : soFar.unknown}</s-paragraph>
        </s-section>
      )}
    </s-stack>
  );
}

/** What of a draft the money depends on. */
const keyOf = ({ alsoOrders, lines, method }: Draft): string =>
  JSON.stringify([
    alsoOrders,
    method,
    lines.map(({ orderLineId, part = 1, quantity, reason, outcome, variantId }) => [
      ...[orderLineId, part, quantity, reason, outcome, variantId],
    ]),
  ]);
