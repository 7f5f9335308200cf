/** @jsxImportSource preact */
import { nameOf, type StepProps } from "./steps";

/** Everything once more, with what comes back. */
export function Check({ t, page, draft }: StepProps) {
  return (
    <s-stack gap="base">
      <s-section heading={t("check")}>
        <s-unordered-list>
          {draft.lines.map((line) => (
            <s-list-item key={line.orderLineId}>
              {t("line", {
                quantity: line.quantity,
                item: nameOf(page, line.orderLineId),
                wish:
                  page.asks[line.orderLineId]?.outcomes.find((outcome) => outcome.id === line.outcome)
                    ?.title ?? "",
              })}
            </s-list-item>
          ))}
        </s-unordered-list>
        <s-paragraph>{page.methods.find((method) => method.id === draft.method)?.title}</s-paragraph>
      </s-section>
      {page.quotes.map((quote) => (
        <s-section key={quote.order} heading={t("quote", { order: quote.order })}>
          <s-stack gap="small-200">
            {quote.rows.length === 0 && <s-paragraph>{quote.nothing}</s-paragraph>}
            {quote.rows.map((row) => (
              <s-stack key={row.label} direction="inline" justifyContent="space-between" gap="base">
                <s-text {...(row.sum ? { type: "strong" as const } : {})}>{row.label}</s-text>
                <s-text {...(row.sum ? { type: "strong" as const } : {})}>{row.amount}</s-text>
              </s-stack>
            ))}
            {quote.tax && <s-text color="subdued">{quote.tax}</s-text>}
            {quote.refundBy && <s-paragraph>{quote.refundBy}</s-paragraph>}
          </s-stack>
        </s-section>
      ))}
    </s-stack>
  );
}
